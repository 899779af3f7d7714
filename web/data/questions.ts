// What one analysis depends on. An answer is kept under the part of the analysis file that its
// analysis can read, written out: while that part stays the same, so does the answer.
import type { AnalysisFile, ResponseSpec } from '../../build/wasm/riskset.js';

import type { Analysis } from './analyses/analysis.ts';
import { textsIn } from './columns.ts';

export interface Question {
  analysis: Analysis;
  /** Everything that the answer depends on beside the rows of the table. */
  key: string;
}

export function questionsOf(file: AnalysisFile): Question[] {
  return file.analyses.map((analysis) => ({
    analysis,
    key: JSON.stringify(partFor(file, [analysis])),
  }));
}

/**
 * The analysis file with these analyses alone: only the columns, derived columns, endpoints and
 * responses that they can read, and all that holds for every analysis. What only the page knows is
 * left out. A name counts as read wherever it stands, so the part is rather too large than too small.
 */
export function partFor(file: AnalysisFile, analyses: readonly Analysis[]): AnalysisFile {
  const names = namesFor(file, analyses);
  const { columns, derived, edits, endpoints, response, tables, ...rest } = file;
  const ownEdits = edits?.filter(({ column = '' }) => names.has(column)) ?? [];
  const forAll = Object.entries(rest).filter(([key]) => !ofThePage.has(key));
  return {
    ...Object.fromEntries(forAll),
    columns: named(columns, names),
    ...(ownEdits.length > 0 && { edits: ownEdits }),
    ...(derived !== undefined && { derived: named(derived, names) }),
    ...(analyses.some(readsTable) && { tables: named(tables, names) }),
    endpoints: named(endpoints, names),
    ...(readResponse(analyses) && response && { response: readOf(response, analyses) }),
    analyses: [...analyses],
  };
}

/** Keys that no analysis reads: the name of the cohort and what the page remembers. */
const ofThePage: ReadonlySet<string> = new Set(['cohort', 'title', 'page']);

/** Columns, derived columns and endpoints that these analyses name, or that those are made of. */
function namesFor(file: AnalysisFile, analyses: readonly Analysis[]): Set<string> {
  const names = textsIn([analyses, file.where]);
  if (typeof file.arm === 'string') names.add(file.arm);
  if (readResponse(analyses) && file.response) textsIn(readOf(file.response, analyses), names);
  for (const name of names) {
    // What is added to a set while it is walked is walked too.
    textsIn(own(file.endpoints, name), names);
    textsIn(own(file.derived, name), names);
    textsIn(own(file.columns, name)?.censoringOf, names);
    const link = own(file.tables, name);
    textsIn([link?.patient, link?.cohortPatient], names);
  }
  return names;
}

/** A further table is named by who reads it; a column of that name is none. */
function readsTable(analysis: Analysis): boolean {
  return 'table' in analysis && typeof analysis.table === 'string';
}

function readResponse(analyses: readonly Analysis[]): boolean {
  return analyses.some(
    (analysis) =>
      analysis.method === 'bestResponse' ||
      analysis.method === 'responseDuration' ||
      'response' in analysis,
  );
}

const when: ReadonlySet<string> = new Set(['firstResponse', 'start']);

/** When patients responded is read by one method alone. */
function readOf(response: ResponseSpec, analyses: readonly Analysis[]): ResponseSpec {
  if (analyses.some(({ method }) => method === 'responseDuration')) return response;
  const whenAside = Object.entries(response).filter(([key]) => !when.has(key));
  return Object.fromEntries(whenAside);
}

function own<T>(record: Record<string, T> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

function named<T>(record: Record<string, T> | undefined, names: Set<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(record ?? {}).filter(([name]) => names.has(name)));
}
