// Rows: the analysis with the columns that it needs, for a link that is encrypted. No identifier goes
// unless its owner puts it back: where the rows of one patient must be known to be one's, numbers stand
// for names. Dates go as the days between them (dates.ts), ages above 89 as 90. What was corrected stands
// in the cells; who was excluded is an empty row.
import { isIdentifying } from '../data/analysis-file.ts';
import { workingCohort } from '../data/changes/working-cohort.ts';
import { type Cohort, textColumn } from '../data/cohort.ts';
import type { SavedAnalysis } from '../data/saved/document.ts';
import { savedAnalysis } from '../data/saved/save.ts';
import { columnSetup, type Setup } from '../data/setup.ts';
import { isLinked } from '../data/tables/event-analyses.ts';
import type { TextRole } from '../data/tables/event-setup.ts';
import { isIdentifier } from '../data/tables/join.ts';
import { columnOf, perRow, type TextTable } from '../data/text/text-table.ts';
import { neededColumns, undated } from './dates.ts';
import { analysisIn, field, slim } from './documents.ts';
import {
  type EventRows,
  eventRows,
  eventsInRows,
  type PreparedEvents,
  preparedEvents,
} from './event-rows.ts';
import { eventWordsKept, tableWithoutWords, withoutEventWords } from './event-words.ts';
import { isAge, numbered, withoutOldest } from './identifying.ts';
import { tableRead } from './made-table.ts';
import { withColumnsOf } from './named-columns.ts';
import { readTable, writtenTable, type WrittenTable } from './written-columns.ts';

export interface RowsDocument extends WrittenTable {
  riskset: 1;
  kind: 'rows';
  name: string;
  synthetic: boolean;
  decimal: '.' | ',';
  /** The dates are days of a calendar. */
  trueDates?: true;
  events?: EventRows;
  analysis: SavedAnalysis;
}

/** What stays unless the owner of the rows wants it to go. */
export interface PutBack {
  identifiers: readonly string[];
  dates: boolean;
  /** Columns of the table of adverse events whose words look like free text. */
  events?: readonly string[];
}

export const nothingPutBack: PutBack = { identifiers: [], dates: false };

export interface Prepared {
  cohort: Cohort;
  setup: Setup;
  /** Columns in which ages were grouped, and in how many rows. */
  ages: { name: string; rows: number }[];
  /** The table of adverse events; null where none is counted. */
  events: PreparedEvents | null;
  /** Columns of that table in which others stand for the words. */
  wordsKept: readonly TextRole[];
  putBack: PutBack;
}

/** The table as it goes, and the setup that reads it. `open`: the table of adverse events. */
export function preparedRows(
  cohort: Cohort,
  decided: Setup,
  open: Cohort | null = null,
  putBack = nothingPutBack,
): Prepared {
  const { eventTable } = decided;
  const counted = open !== null && eventTable !== null && isLinked(eventTable) ? eventTable : null;
  // Without its table the column that links it is needed for nothing.
  const setup: Setup = { ...decided, eventTable: counted };
  const asTheyAre = new Set(putBack.identifiers);
  const needed = neededColumns(cohort, setup);
  const { columns: changed, setup: own } = putBack.dates
    ? { columns: new Map<string, never>(), setup }
    : undated(
        cohort,
        setup,
        needed.filter((name) => !isIdentifying(setup, name)),
      );
  const ages: Prepared['ages'] = [];
  const excluded = new Set(setup.exclude.map(({ row }) => row - 1));

  const wanted = new Set([...needed, ...asTheyAre]);
  const ofTable = cohort.table.header.filter((name) => wanted.has(name));
  const header = [...new Set([...ofTable, ...changed.keys()])];
  const columns = header.map((name) => {
    const given = changed.get(name) ?? textColumn(cohort, name);
    const hides = isIdentifying(setup, name) && !asTheyAre.has(name);
    const column = hides ? numbered(given) : given;
    const safe = isAge(own, name) ? withoutOldest(column, cohort.decimal) : { column, rows: 0 };
    if (safe.rows > 0) ages.push({ name, rows: safe.rows });
    return columnOf([...safe.column.codes.keys()], (row) =>
      excluded.has(row) ? '' : safe.column.texts[safe.column.codes[row]!]!,
    );
  });
  const table: TextTable = { header, rows: cohort.table.rows, columns };
  const shared = tableRead(table, cohort);
  const types = shared.columns.map((column) => {
    const given = own.types.get(column.name) ?? columnSetup(column);
    const isNumbered = isIdentifying(setup, column.name) && !asTheyAre.has(column.name);
    const type = isNumbered && given.type === 'date' ? 'category' : given.type;
    return [column.name, { ...given, type }] as const;
  });
  const made = setup.cuts.map(({ name }) => [name, own.types.get(name)!] as const);
  const wordsKept = counted === null ? [] : eventWordsKept(open, counted, putBack.events);
  const events =
    counted === null
      ? null
      : preparedEvents(
          tableWithoutWords(open!, counted, wordsKept),
          withoutEventWords(counted, wordsKept),
          idsThere(cohort, shared, counted),
        );
  return {
    cohort: shared,
    setup: withColumnsOf(
      { ...own, edits: [], types: new Map([...types, ...made]), eventTable: events?.setup ?? null },
      [...header, ...made.map(([name]) => name)],
    ),
    ages,
    events,
    wordsKept,
    putBack,
  };
}

/** What each patient whose row goes is called there. */
function idsThere(
  cohort: Cohort,
  shared: Cohort,
  { cohortPatient }: { cohortPatient: string | null },
): ReadonlyMap<string, string> {
  const [here, there] = [cohort, shared].map((own) =>
    perRow(textColumn(own, cohortPatient ?? ''), (text) => text),
  );
  return new Map(
    here!.flatMap((id, row) => {
      const sent = there![row] ?? '';
      return isIdentifier(id) && sent !== '' ? [[id, sent] as const] : [];
    }),
  );
}

export function rowsDocument(prepared: Prepared, sha256: string | null): RowsDocument {
  const { cohort, events, putBack } = prepared;
  const { table, name, synthetic, decimal } = cohort;
  return {
    riskset: 1,
    kind: 'rows',
    name,
    synthetic,
    decimal,
    ...(putBack.dates && { trueDates: true }),
    ...writtenTable(table, decimal),
    ...(events !== null && { events: eventRows(events.table) }),
    analysis: analysisOfRows(prepared, sha256),
  };
}

export function analysisOfRows({ cohort, setup }: Prepared, sha256: string | null): SavedAnalysis {
  const own = workingCohort(cohort, setup);
  return slim(savedAnalysis(own, setup, sha256), own);
}

export interface SharedRows {
  cohort: Cohort;
  analysis: SavedAnalysis;
  events: Cohort | null;
  trueDates: boolean;
}

/** The tables and their analysis; null where the document is none. */
export function rowsIn(document: unknown): SharedRows | null {
  const analysis = analysisIn(document);
  const name = field(document, 'name');
  const table = readTable(document);
  if (analysis === null || table === null || typeof name !== 'string') return null;
  const written = field(document, 'events');
  const events = written === undefined ? null : eventsInRows(written);
  if (written !== undefined && events === null) return null;
  const decimal = field(document, 'decimal') === ',' ? ',' : '.';
  const synthetic = field(document, 'synthetic') === true;
  return {
    cohort: tableRead(table, { name, synthetic, decimal }),
    analysis,
    events,
    trueDates: field(document, 'trueDates') === true,
  };
}
