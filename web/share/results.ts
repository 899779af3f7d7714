// Results: every answer of the page, and no record of a patient. What the engine can answer from counts
// (counts.ts, crossed.ts) travels as counts and is answered again, to the last digit; the other answers
// travel as numbers, with the digits that are needed to print them (columnar.ts).
import type { AnalysisResult, ColumnType } from '../../build/wasm/riskset.js';

import { buildAnalysisFile } from '../data/analysis-file.ts';
import { analysedRows } from '../data/changes/conditions.ts';
import type { Cohort } from '../data/cohort.ts';
import { partFor, questionsOf } from '../data/questions.ts';
import type { SavedAnalysis } from '../data/saved/document.ts';
import { restoredSetup } from '../data/saved/restore.ts';
import { savedAnalysis } from '../data/saved/save.ts';
import { conditionsInWords } from '../data/section/filter/condition-words.ts';
import { type ColumnSetup, columnSetup, type Setup } from '../data/setup.ts';
import type { TextTable } from '../data/text/text-table.ts';
import { canAnswer, type Selection, type Together } from '../data/without-rows.ts';
import { withoutUngraded } from './cell-texts.ts';
import { packed, unpacked } from './columnar.ts';
import { counted, countsIn, type Counted, tableOfCounts } from './counts.ts';
import { answerCrossed, type Ask, type Crossed, crossedIn, crossedOf } from './crossed.ts';
import { analysisIn, field, slim } from './documents.ts';
import { asListed, eventsIn, eventTableOfResults } from './event-table.ts';
import { tableRead } from './made-table.ts';
import { withColumnsOf } from './named-columns.ts';

export interface ResultsDocument {
  riskset: 1;
  kind: 'results';
  name: string;
  synthetic: boolean;
  /** The version of the engine that answered. */
  engine: string;
  /** Where conditions chose who is analysed. */
  selection?: Selection;
  counts: Counted;
  crossed: Crossed[];
  analysis: SavedAnalysis;
  /** Those that no counts can answer. */
  answers: unknown;
}

type Answers = ReadonlyMap<string, AnalysisResult>;

export function resultsDocument(
  cohort: Cohort,
  setup: Setup,
  answers: Answers,
  engine: string,
): ResultsDocument {
  const shared = withoutUngraded(setup);
  const { counts, setup: timed } = counted(cohort, shared);
  const { table, together } = tableOfCounts(counts);
  const made = madeCohort(table, cohort);
  const { eventTable } = setup;
  const terms =
    eventsIn([...answers.values()].map((own) => asListed(own, eventTable)))?.terms ?? [];
  const bare: Setup = {
    ...bareSetup(made, timed, counts),
    eventTable:
      eventTable &&
      eventTableOfResults(
        eventTable,
        terms.map(({ term }) => term),
      ),
  };
  const file = buildAnalysisFile(made, bare);
  const original = buildAnalysisFile(cohort, setup);
  const open = original.analyses.filter(({ id }) => {
    const own = file.analyses.find((one) => one.id === id);
    return own === undefined || !canAnswer(partFor(file, [own]), table, together);
  });
  const crossed = open.flatMap((analysis) => {
    const answer = answers.get(analysis.id);
    return crossedOf({ cohort, setup: shared, analysis, answer, times: counts.times });
  });
  const isCrossed = new Set(crossed.map(({ id }) => id));
  const stored = open.flatMap(({ id }) => (isCrossed.has(id) ? [] : (answers.get(id) ?? [])));
  return {
    riskset: 1,
    kind: 'results',
    name: cohort.name,
    synthetic: cohort.synthetic,
    engine,
    ...(setup.where.length > 0 && { selection: selectionOf(cohort, setup) }),
    counts,
    crossed,
    analysis: withLevels(slim(savedAnalysis(made, bare, null), made), counts, false),
    answers: packed(stored.map((answer) => ofNobody(asListed(answer, eventTable), setup))),
  };
}

/** In words: the made table has no row of who was not chosen, and no value to choose by. */
function selectionOf(cohort: Cohort, setup: Setup): Selection {
  const { meet, all } = analysedRows(cohort, setup);
  return { conditions: conditionsInWords(setup.where), patients: meet, of: all };
}

/** The levels of a column stand among the counts, and need not stand twice. */
function withLevels(analysis: SavedAnalysis, { columns }: Counted, there: boolean): SavedAnalysis {
  const texts = new Map(columns.map((column) => [column.name, column.texts]));
  const written = Object.entries(analysis.columns ?? {}).map(([name, { levels, ...own }]) => {
    const known = texts.get(name);
    const kept = known === undefined ? levels : there ? known : undefined;
    return [name, { ...own, ...(kept !== undefined && { levels: kept }) }] as const;
  });
  return { ...analysis, columns: Object.fromEntries(written) };
}

function madeCohort(table: TextTable, of: Pick<Cohort, 'name' | 'synthetic'>): Cohort {
  const { name, synthetic } = of;
  return tableRead(table, { name, synthetic, decimal: '.' });
}

/** The setup of the made table: what was done to single rows is done, and levels are merged. */
function bareSetup(made: Cohort, setup: Setup, { times, withheld }: Counted): Setup {
  const kinds = new Map<string, ColumnType>(
    times.flatMap(
      ({ time, event }) =>
        [
          [time, 'number'],
          [event, 'category'],
        ] as const,
    ),
  );
  const types = made.columns.map((column): [string, ColumnSetup] => {
    const guessed = columnSetup(column);
    const own = setup.types.get(column.name);
    const kind = kinds.get(column.name);
    const levels = kind === 'category' ? ['0', '1'] : (own?.levels ?? guessed.levels);
    return [
      column.name,
      {
        ...guessed,
        type: kind ?? own?.type ?? guessed.type,
        label: own?.label ?? guessed.label,
        missing: [],
        notMissing: [],
        levels: withheld.includes(column.name) ? [] : [...levels],
        merge: new Map(),
      },
    ];
  });
  const { rows, header } = made.table;
  return {
    ...withColumnsOf(setup, header),
    types: new Map(types),
    edits: [],
    cuts: [],
    where: [],
    exclude: setup.exclude.map((_, at) => ({ row: rows - at, why: '' })),
    factorsChosen: true,
    datesAnswered: new Set(),
  };
}

/** What speaks of single patients: rows by their numbers, texts of their cells, residuals. */
const ofPatients: ReadonlySet<string> = new Set([
  'residuals',
  'functionalForm',
  'curves', // hazard ratios over time are drawn with the residual of each event
  'covariance',
]);

/** The smallest and the largest are values of one patient; they go only where the table shows them. */
const extremes: readonly string[] = ['min', 'max'];

function ofNobody(answer: AnalysisResult, { options }: Setup): AnalysisResult {
  const hidden = options.tableOne.range ? ofPatients : new Set([...ofPatients, ...extremes]);
  const none = new Int32Array();
  const quiet = <Said extends { rows: Int32Array; detail: string }>(said: Said): Said =>
    said.rows.length === 0 ? said : { ...said, rows: none, detail: '' };
  if (!answer.ok) return { ...answer, problem: quiet(answer.problem) };
  return {
    ...answer,
    excluded: answer.excluded.map((one) => ({ ...one, row: 0, detail: '' })),
    warnings: answer.warnings.map(quiet),
    value: without(answer.method === 'tableOne' ? hidden : ofPatients, answer.value),
  } as AnalysisResult;
}

function without(hidden: ReadonlySet<string>, value: unknown): unknown {
  const rest = (part: unknown) => without(hidden, part);
  if (Array.isArray(value)) return value.map(rest);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      hidden.has(key) ? (Array.isArray(part) ? [] : null) : rest(part),
    ]),
  );
}

export interface SharedResults {
  cohort: Cohort;
  setup: Setup;
  together: Together;
  selection: Selection | null;
  engine: string;
  /** The answers that no counts of the table can give, under the keys of their questions. */
  known: Map<string, AnalysisResult>;
}

/** null where the document holds no results. */
export async function resultsIn(document: unknown, ask: Ask): Promise<SharedResults | null> {
  const counts = countsIn(field(document, 'counts'));
  const crossed = crossedIn(field(document, 'crossed'));
  const analysis = analysisIn(document);
  const name = field(document, 'name');
  const answers = answersIn(field(document, 'answers'));
  if (counts === null || crossed === null || analysis === null || answers === null) return null;
  if (typeof name !== 'string') return null;
  const { table, together } = tableOfCounts(counts);
  const cohort = madeCohort(table, { name, synthetic: field(document, 'synthetic') === true });
  const setup = restoredSetup(cohort, withLevels(analysis, counts, true));
  const file = buildAnalysisFile(cohort, setup);
  const known = new Map<string, AnalysisResult>();
  for (const { analysis: asked, key } of questionsOf(file)) {
    const own = answers.get(asked.id) ?? (await answerCrossed(file, asked, crossed, ask));
    if (own !== null) known.set(key, own);
  }
  const selection = selectionIn(field(document, 'selection'));
  return {
    cohort,
    setup,
    together,
    selection,
    engine: String(field(document, 'engine') ?? ''),
    known,
  };
}

function selectionIn(value: unknown): Selection | null {
  const { conditions, patients, of } = (value ?? {}) as Partial<Selection>;
  const isCount = (count: unknown): count is number =>
    Number.isInteger(count) && Number(count) >= 0;
  if (typeof conditions !== 'string' || !isCount(patients) || !isCount(of)) return null;
  return { conditions, patients, of };
}

export function answersIn(value: unknown): Answers | null {
  let list: unknown;
  try {
    list = unpacked(value);
  } catch {
    return null;
  }
  if (!Array.isArray(list)) return null;
  const isAnswer = (one: unknown): one is AnalysisResult =>
    typeof field(one, 'id') === 'string' &&
    typeof field(one, 'method') === 'string' &&
    (field(one, 'ok') === true
      ? ['excluded', 'warnings'].every((key) => Array.isArray(field(one, key)))
      : typeof field(field(one, 'problem'), 'code') === 'string');
  return list.every(isAnswer) ? new Map(list.map((one) => [one.id, one])) : null;
}
