// The setup -> a saved analysis. No row is in it, and no value of an identifier.
import type { AnalysisFile } from '../../../build/wasm/riskset.js';

import { buildAnalysisFile, isIdentifying, signsSpec } from '../analysis-file.ts';
import type { Cohort } from '../cohort.ts';
import { emptyPaper, isEmpty, type Paper } from '../paper/paper.ts';
import { same } from '../same.ts';
import type { ColumnSetup, Setup } from '../setup.ts';
import { restoredColumn } from './columns.ts';
import type { PageEndpoint, SavedAnalysis, SavedColumn, SavedPage } from './document.ts';
import { restoredEndpoint } from './endpoints.ts';
import { savedPaper } from './paper.ts';

export function savedAnalysis(
  cohort: Cohort,
  setup: Setup,
  sha256: string | null,
  paper = emptyPaper,
): SavedAnalysis {
  const file: SavedAnalysis = {
    riskset: 1,
    ...(buildAnalysisFile(cohort, setup) as Omit<AnalysisFile, 'page'>),
  };
  const { name, table } = cohort;
  const claims = savedPaper(paper);
  return {
    ...file,
    cohort: { name, rows: table.rows, sha256 },
    analyses: [...file.analyses!, ...claims.analyses],
    page: { ...pagePart(cohort, setup, file), ...(!isEmpty(paper) && { paper: claims.paper }) },
  };
}

/** Printed results alone need no cohort. */
export function savedClaims(paper: Paper): SavedAnalysis {
  const { analyses, paper: own } = savedPaper(paper);
  return { riskset: 1, analyses, page: { paper: own } };
}

export function savedClaimsText(paper: Paper): string {
  return asText(savedClaims(paper));
}

export function savedText(
  cohort: Cohort,
  setup: Setup,
  sha256: string | null,
  paper = emptyPaper,
): string {
  return asText(savedAnalysis(cohort, setup, sha256, paper));
}

function asText(saved: SavedAnalysis): string {
  return `${JSON.stringify(saved, null, 2)}\n`;
}

/** "cohort.csv" is saved as "cohort.riskset.json". */
export function savedName({ name }: Pick<Cohort, 'name'>): string {
  return `${savedStem(name)}.riskset.json`;
}

/** The name of a table's file, as files made of it begin. */
export function savedStem(name: string): string {
  const stem = name.replace(/\.[a-z0-9]{1,5}$/i, '').replace(/[\\/:*?"<>|\s]+/g, ' ');
  return stem.trim() || 'analysis';
}

function pagePart(cohort: Cohort, setup: Setup, file: SavedAnalysis): SavedPage {
  const { refusedArm, firstResponse, grade, adverseEvents, eventTable, identifiers } = setup;
  const { covariates, factors, factorsChosen, chosen, datesAnswered, dateRoles, options } = setup;
  const responses = [...(setup.response?.levels ?? [])];
  return {
    columns: Object.fromEntries(
      cohort.columns.flatMap(({ name }) => {
        const own = columnPart(cohort, setup, file, name);
        return own === null ? [] : [[name, own]];
      }),
    ),
    endpoints: setup.endpoints.map((endpoint): PageEndpoint => {
      const { title: _, verb: __, ...own } = endpoint;
      const { name, confirmed } = own;
      const short: PageEndpoint = { name, confirmed };
      const spec = Object.hasOwn(file.endpoints!, name) ? file.endpoints![name] : undefined;
      return spec !== undefined &&
        same(restoredEndpoint(cohort, short, spec, setup.types), endpoint)
        ? short
        : own;
    }),
    ...cutPointsOf(setup),
    openResponses: responses.flatMap(([text, code]) => (code === null ? [text] : [])),
    refusedArm,
    firstResponse,
    grade,
    adverseEvents,
    eventTable,
    identifiers,
    covariates,
    factors,
    factorsChosen,
    chosen: [...chosen],
    datesAnswered: [...datesAnswered],
    dateRoles: [...dateRoles].map(([column, role]) => ({ column, role })),
    options: { ...options },
  };
}

function cutPointsOf({ cuts }: Setup): Pick<SavedPage, 'cutPoints'> {
  const found = cuts.flatMap(({ name, at, quantiles }) =>
    quantiles === null || at === null ? [] : [[name, [...at]] as [string, number[]]],
  );
  return found.length === 0 ? {} : { cutPoints: Object.fromEntries(found) };
}

/** What cannot be read off the file's own columns and the guess; mostly nothing. */
function columnPart(
  cohort: Cohort,
  setup: Setup,
  file: SavedAnalysis,
  name: string,
): SavedColumn | null {
  const own = setup.types.get(name)!;
  const spec = Object.hasOwn(file.columns!, name) ? file.columns![name] : undefined;
  const places = { spec, own: undefined, isArm: name === setup.arm, missingAnywhere: [] };
  if (same(restoredColumn(cohort, name, places), own)) return null;
  return isIdentifying(setup, name)
    ? { type: own.type, order: own.order, ...signsSpec(own.signs) }
    : written(own);
}

function written(own: ColumnSetup): SavedColumn {
  const { type, order, signs, label, missing, notMissing, levels, merge } = own;
  return {
    type,
    order,
    ...signsSpec(signs),
    label,
    ...(missing.length > 0 && { missing }),
    ...(notMissing.length > 0 && { notMissing }),
    ...(type === 'category' && { levels }),
    ...(merge.size > 0 && {
      merge: Object.fromEntries([...merge].map(([level, parts]) => [level, [...parts]])),
    }),
  };
}
