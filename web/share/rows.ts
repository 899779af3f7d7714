// Rows: the analysis with the columns that it needs, for a link that is encrypted. No identifier goes:
// where the rows of one patient must be known to be one's, numbers stand for names. Dates go as the days
// between them (dates.ts), ages above 89 as 90. What was corrected stands in the cells; who was excluded
// is an empty row.
import type { Cohort } from '../data/cohort.ts';
import { cohortOf } from '../data/cohort.ts';
import { wordsOf } from '../data/guess/words.ts';
import type { SavedAnalysis } from '../data/saved/document.ts';
import { savedAnalysis } from '../data/saved/save.ts';
import { columnSetup, type Setup } from '../data/setup.ts';
import { parseNumber } from '../data/text/parse-cell.ts';
import { columnOf, recoded, type TextColumn, type TextTable } from '../data/text/text-table.ts';
import { neededColumns, undated } from './dates.ts';
import { analysisIn, field, slim } from './documents.ts';
import { readColumnOf, writtenColumn, type WrittenColumn } from './written-columns.ts';

export interface RowsDocument {
  riskset: 1;
  kind: 'rows';
  name: string;
  synthetic: boolean;
  decimal: '.' | ',';
  rows: number;
  /** In the order of the table. A list, because a column may be called `__proto__`. */
  columns: { name: string; column: WrittenColumn }[];
  analysis: SavedAnalysis;
}

/** An age above it can tell who somebody is (45 CFR 164.514(b)(2)(i)(C), of 2002). */
const oldest = 89;
const grouped = '90';

export interface Prepared {
  cohort: Cohort;
  setup: Setup;
  /** Columns in which ages were grouped, and in how many rows. */
  ages: { name: string; rows: number }[];
}

/** The table as it goes, and the setup that reads it. */
export function preparedRows(cohort: Cohort, decided: Setup): Prepared {
  // Without its table the column that links it is needed for nothing.
  const setup: Setup = { ...decided, eventTable: null };
  const needed = neededColumns(cohort, setup);
  const { columns: changed, setup: own } = undated(cohort, setup, needed);
  const ages: Prepared['ages'] = [];
  const excluded = new Set(setup.exclude.map(({ row }) => row - 1));

  const header = [...new Set([...needed, ...changed.keys()])];
  const columns = header.map((name) => {
    const given = changed.get(name) ?? cohort.table.columns[cohort.table.header.indexOf(name)]!;
    const column = setup.identifiers.includes(name) ? numbered(given) : given;
    const isAge = own.types.get(name)?.type === 'number' && wordsOf(name).some(isAgeWord);
    const safe = isAge ? withoutOldest(column, cohort.decimal) : { column, rows: 0 };
    if (safe.rows > 0) ages.push({ name, rows: safe.rows });
    return columnOf([...safe.column.codes.keys()], (row) =>
      excluded.has(row) ? '' : safe.column.texts[safe.column.codes[row]!]!,
    );
  });
  const table: TextTable = { header, rows: cohort.table.rows, columns };
  const shared = tableRead(table, cohort);
  const types = shared.columns.map((column) => {
    return [column.name, own.types.get(column.name) ?? columnSetup(column)] as const;
  });
  return {
    cohort: shared,
    setup: { ...own, edits: [], types: new Map(types) },
    ages,
  };
}

const isAgeWord = (word: string) =>
  ['age', 'alter', 'edad', 'âge', 'età', 'idade', '年龄'].includes(word);

function withoutOldest(
  column: TextColumn,
  decimal: Cohort['decimal'],
): { column: TextColumn; rows: number } {
  const isOld = (text: string) => (parseNumber(text, decimal) ?? 0) > oldest;
  const old = column.texts.map(isOld);
  const rows = column.codes.filter((code) => old[code] === true).length;
  return rows === 0
    ? { column, rows }
    : { column: recoded(column, (text) => (isOld(text) ? grouped : text)), rows };
}

/** The same text is the same number, and none says more. */
function numbered(column: TextColumn): TextColumn {
  const places = new Map(
    column.texts.filter((text) => text !== '').map((text, at) => [text, at + 1]),
  );
  return recoded(column, (text) => String(places.get(text) ?? ''));
}

export function rowsDocument(prepared: Prepared, sha256: string | null): RowsDocument {
  const { cohort, setup } = prepared;
  const { table, name, synthetic, decimal } = cohort;
  return {
    riskset: 1,
    kind: 'rows',
    name,
    synthetic,
    decimal,
    rows: table.rows,
    columns: table.header.map((own, at) => ({
      name: own,
      column: writtenColumn(table.columns[at]!, decimal),
    })),
    analysis: slim(savedAnalysis(cohort, setup, sha256), cohort),
  };
}

/** The table and its analysis; null where the document is none. */
export function rowsIn(document: unknown): { cohort: Cohort; analysis: SavedAnalysis } | null {
  const analysis = analysisIn(document);
  const rows = field(document, 'rows');
  const listed = field(document, 'columns');
  const name = field(document, 'name');
  if (analysis === null || !Array.isArray(listed) || typeof name !== 'string') return null;
  if (typeof rows !== 'number' || !Number.isInteger(rows) || rows < 0) return null;
  const header = listed.map((one) => field(one, 'name'));
  const columns = listed.map((one) => readColumnOf(field(one, 'column'), rows));
  if (!header.every((one) => typeof one === 'string') || new Set(header).size < header.length) {
    return null;
  }
  if (!columns.every((column) => column !== null)) return null;
  const decimal = field(document, 'decimal') === ',' ? ',' : '.';
  const synthetic = field(document, 'synthetic') === true;
  return { cohort: tableRead({ header, rows, columns }, { name, synthetic, decimal }), analysis };
}

/** A cohort of a table that came from no file. */
export function tableRead(
  table: TextTable,
  { name, synthetic, decimal }: Pick<Cohort, 'name' | 'synthetic' | 'decimal'>,
): Cohort {
  const how = {
    kind: 'pasted' as const,
    sure: true,
    samples: [],
    sheet: null,
    sheets: [],
    together: null,
    headerRow: 1,
    headerRows: 1,
    leftOut: [],
    hidden: { rows: 0, columns: 0 },
    beginning: [],
    asked: { decimal },
  };
  const read = { ok: true as const, table, delimiter: null, encoding: null, notes: [], how };
  return cohortOf(read, name, synthetic);
}
