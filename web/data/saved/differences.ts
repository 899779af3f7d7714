// What of a saved analysis could not be taken over, in sentences. Nothing is left out in silence.
import { text } from '../../text/text.ts';
import type { Analysis } from '../analyses/analysis.ts';
import { buildAnalysisFile } from '../analysis-file.ts';
import { workingCohort } from '../changes/working-cohort.ts';
import { type Cohort, originalOf } from '../cohort.ts';
import { levelOf } from '../levels.ts';
import { same } from '../same.ts';
import type { Setup } from '../setup.ts';
import { conditionsOf } from './changes.ts';
import { eventTableName } from '../tables/event-analyses.ts';
import { texts } from './columns.ts';
import type { SavedAnalysis, SavedEdit } from './document.ts';
import { isClaim } from './paper.ts';

const words = text.shell.save.differences;

export function differences(
  open: Cohort,
  sha256: string | null,
  file: SavedAnalysis,
  setup: Setup,
): string[] {
  const cohort = workingCohort(originalOf(open), setup);
  return [
    ...otherTable(cohort, sha256, file),
    ...otherValues(file, setup),
    ...notOnThePage(cohort, file, setup, isSameTable(cohort, sha256, file)),
    ...(file.page === null || file.page === undefined
      ? otherAnalyses(file, buildAnalysisFile(cohort, setup).analyses)
      : []),
  ];
}

/** The columns that the analysis names as its own. */
export function columnsOf(file: SavedAnalysis): string[] {
  const { page } = file;
  const made = new Set(Object.keys(file.derived ?? {}));
  const names = [
    ...Object.keys(file.columns ?? {}),
    file.arm,
    file.response?.column,
    file.response?.firstResponse,
    page?.firstResponse,
    ...[...Object.values(file.endpoints ?? {}), ...(page?.endpoints ?? [])].flatMap(
      ({ time, start, end, entry, event, eventDates, censoringDates, newTherapy }) => [
        time,
        start,
        end,
        entry,
        event,
        newTherapy,
        ...(eventDates ?? []),
        ...(censoringDates ?? []),
      ],
    ),
    page?.grade,
    page?.eventTable?.cohortPatient,
    ...(page?.covariates ?? []),
    ...(page?.adverseEvents ?? []),
    ...Object.values(file.derived ?? {}).flatMap(({ cut, patient }) => [cut, patient]),
    ...conditionsOf(file).map(({ column }) => column),
  ];
  return [...new Set(names)].filter(
    (name): name is string => typeof name === 'string' && !made.has(name),
  );
}

export function missingColumns(cohort: Cohort, file: SavedAnalysis): string[] {
  const there = new Set(originalOf(cohort).table.header);
  return columnsOf(file).filter((name) => !there.has(name));
}

/** Corrections and exclusions belong to rows by their numbers: in another table to other patients. */
export function isSameTable(
  { table }: Cohort,
  sha256: string | null,
  { cohort: saved }: SavedAnalysis,
): boolean {
  const known = saved?.sha256?.toLowerCase() ?? null;
  return (saved?.rows ?? table.rows) === table.rows && (known ?? sha256) === (sha256 ?? known);
}

function otherTable(cohort: Cohort, sha256: string | null, file: SavedAnalysis): string[] {
  const missing = missingColumns(cohort, file);
  const rows = file.cohort?.rows ?? null;
  const here = cohort.table.rows;
  const changed = !isSameTable(cohort, sha256, file);
  return [
    ...(missing.length > 0 ? [words.missingColumns(missing)] : []),
    ...(rows !== null && rows !== here ? [words.rows(rows, here)] : changed ? [words.changed] : []),
  ];
}

/** Values that the analysis does not list, and events that have to be said again. */
function otherValues(file: SavedAnalysis, setup: Setup): string[] {
  const listed = Object.entries(file.columns ?? {}).flatMap(([name, spec]) => {
    const own = setup.types.get(name);
    if (own?.type !== 'category' || texts(spec.levels).length === 0) return [];
    const known = new Set([...texts(spec.levels), ...texts(file.page?.columns?.[name]?.levels)]);
    const level = levelOf(own);
    const unknown = own.levels.filter((value) => !known.has(level(value)));
    const graded = name === setup.grade || setup.adverseEvents.includes(name);
    return unknown.length > 0 && !graded ? [words.newValues(name, unknown)] : [];
  });
  const asked = setup.endpoints.filter(({ name, event, eventLevels }) => {
    const spec = Object.hasOwn(file.endpoints ?? {}, name) ? file.endpoints![name] : undefined;
    return event !== null && eventLevels === null && spec !== undefined;
  });
  return [...listed, ...asked.map(({ name, event }) => words.eventLost(name, event!))];
}

function isThere(cohort: Cohort, { row, column }: SavedEdit): boolean {
  const { header, rows } = originalOf(cohort).table;
  return header.includes(column ?? '') && (row ?? 0) >= 1 && (row ?? 0) <= rows;
}

function notOnThePage(cohort: Cohort, file: SavedAnalysis, setup: Setup, fits: boolean): string[] {
  const sentences: string[] = [];
  const size = (list: readonly unknown[] | null | undefined) => list?.length ?? 0;
  const ofRows = size(file.exclude) + size(file.edits);
  if (!fits && ofRows > 0) sentences.push(words.otherRows(ofRows));
  const lost = size(file.exclude) - setup.exclude.length;
  if (fits && lost > 0) sentences.push(words.excluded(lost));
  const nowhere = (file.edits ?? []).filter((edit) => !isThere(cohort, edit));
  if (fits && nowhere.length > 0) sentences.push(words.edited(nowhere.length));
  const made = setup.cuts.map(({ name }) => name);
  const notMade = Object.keys(file.derived ?? {}).filter((name) => !made.includes(name));
  if (notMade.length > 0) sentences.push(words.derived(notMade));
  const unmet = conditionsOf(file).length - setup.where.length;
  if (unmet > 0) sentences.push(words.where(unmet));
  const taken = new Set(file.page?.eventTable ? [eventTableName] : []);
  const tables = Object.keys(file.tables ?? {}).filter((name) => !taken.has(name));
  if (tables.length > 0) sentences.push(words.tables(tables));
  const { conventions } = file;
  if (typeof conventions === 'string' && conventions !== 'r') {
    sentences.push(words.conventions(conventions));
  }
  const decimal = file.read?.decimal ?? cohort.decimal;
  if (decimal !== cohort.decimal) sentences.push(words.decimal(decimal));
  for (const [name, endpoint] of Object.entries(file.endpoints ?? {})) {
    const composed = (endpoint.eventDates ?? []).length > 0;
    const unknown = composed ? [] : datesAlone;
    const further = ['competingLevels', ...unknown].filter((key) => isSaid(endpoint, key));
    if (further.length > 0) sentences.push(words.endpointParts(name, further));
  }
  return sentences;
}

/** What the engine takes beside one another, and the page does not. */
const datesAlone = ['newTherapy', 'censoringDates', 'longestGap'];

function isSaid(endpoint: object, key: string): boolean {
  const said: unknown = Object.hasOwn(endpoint, key)
    ? Object.entries(endpoint).find(([own]) => own === key)![1]
    : null;
  return said !== null && said !== undefined && (!Array.isArray(said) || said.length > 0);
}

/** What the engine takes where an analysis says nothing. */
const unsaid: Readonly<Record<string, unknown>> = {
  interval: 'log',
  level: 0.95,
  ties: 'efron',
  penalty: 'none',
  reverse: false,
};

type Table = Extract<Analysis, { method: 'coxTable' | 'logisticTable' }>;

/** The multivariable model of a table is the one that the model's own method makes of its terms. */
function modelOf(table: Table): object[] {
  const { entry, chosen, terms } = table;
  if (typeof entry === 'number') return []; // who enters is not known beforehand
  const method = table.method === 'coxTable' ? 'cox' : 'logistic';
  return [{ ...table, method, terms: entry === 'chosen' ? chosen : terms }];
}

/** Analyses of the file that the page does not make, or makes with other settings. */
function otherAnalyses(file: SavedAnalysis, made: readonly Analysis[]): string[] {
  const models = made.flatMap((one) =>
    one.method === 'coxTable' || one.method === 'logisticTable' ? modelOf(one) : [],
  );
  const others = (file.analyses ?? []).filter(
    (asked) =>
      !isClaim(asked) &&
      ![...made, ...models].some((one) =>
        Object.entries(asked).every(
          ([key, value]: [string, unknown]) =>
            ['id', 'times', 'quantiles', 'factors', 'entry', 'chosen'].includes(key) ||
            same(value, (one as Record<string, unknown>)[key] ?? unsaid[key]),
        ),
      ),
  ) as Record<string, unknown>[];
  return others.length === 0
    ? []
    : [words.analyses(others.map(({ id, method }) => String(id ?? method)))];
}
