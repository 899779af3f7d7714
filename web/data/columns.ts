// Texts -> the typed columns that the engine takes, as the analysis file says how to read them.
// Exclusions, derived columns, merged levels and conditions are the engine's: they pass through.
import type { ColumnType, Problem, RawColumn } from '../../build/wasm/riskset.js';

import {
  cellReader,
  type DateOrder,
  type Decimal,
  type HowRead,
  parseDate,
  parseNumber,
  type Signs,
} from './text/parse-cell.ts';
import { censoringOf } from './text/censoring.ts';
import {
  columnIndex,
  columnOf,
  numbersPerRow,
  perRow,
  rowsOfTexts,
  type TextColumn,
  type TextTable,
} from './text/text-table.ts';

/**
 * What counts as missing unless the file says otherwise: what programs write for "nothing here".
 * "-", "NE", "ND" and "n/a" are not among them: each is a value in some column of some file.
 */
export const defaultMissing: readonly string[] = ['', 'NA', 'NaN', 'NULL', 'null', '.', '#N/A'];

export interface Reading extends HowRead {
  decimal: Decimal;
  missing: ReadonlySet<string>;
  guessed: boolean;
}

export type ReadColumns = { ok: true; columns: RawColumn[] } | { ok: false; problem: Problem };

/**
 * The columns that an analysis file declares or names. The file may be anyone's JSON: what has not
 * the expected shape is passed over here, because the engine refuses it by name.
 */
export function readColumns(file: unknown, table: TextTable): ReadColumns {
  const edited = editedTable(file, table);
  if ('code' in edited) return { ok: false, problem: edited };

  const declared = entries(field(file, 'columns'));
  const made = withCensoring(edited, declared);
  const positions = columnIndex(made);
  const wanted = new Set([...declared.keys(), ...textsIn(file)]);
  const decimal: Decimal = field(field(file, 'read'), 'decimal') === ',' ? ',' : '.';
  const missing = labels(field(field(file, 'read'), 'missing')) ?? defaultMissing;

  const columns = [...positions].flatMap(([name, at]) => {
    if (!wanted.has(name)) return [];
    const column = made.columns[at]!;
    const reading = readingOf(declared.get(name), column.texts, decimal, missing);
    return [readColumn(name, column, reading)];
  });
  return { ok: true, columns };
}

/** The table with the columns that are made of the censoring marks of others. */
function withCensoring(table: TextTable, declared: ReadonlyMap<string, unknown>): TextTable {
  const positions = columnIndex(table);
  return [...declared].reduce((all, [name, spec]) => {
    const source = positions.get(String(field(spec, 'censoringOf')));
    if (source === undefined) return all;
    const column = censoringOf(table.columns[source]!);
    const there = positions.get(name); // made of the times before they were corrected
    if (there !== undefined) return { ...all, columns: all.columns.with(there, column) };
    return { ...all, header: [...all.header, name], columns: [...all.columns, column] };
  }, table);
}

/** The table with the cells that the file replaces, or why it cannot replace them. */
export function editedTable(file: unknown, table: TextTable): TextTable | Problem {
  return applyEdits(list(field(file, 'edits')), table);
}

function readingOf(
  spec: unknown,
  texts: readonly string[],
  decimal: Decimal,
  missing: readonly string[],
): Reading {
  const ownMissing = labels(field(spec, 'missing')) ?? [];
  const values = new Set(labels(field(spec, 'notMissing')));
  const codes = new Set(['', ...missing.filter((code) => !values.has(code)), ...ownMissing]);
  const type = columnType(field(spec, 'type'));
  return {
    type:
      type ??
      plainType(
        texts.filter((one) => !codes.has(one)),
        decimal,
      ),
    order: dateOrder(field(spec, 'order')),
    signs: signsOf(spec),
    decimal,
    missing: codes,
    guessed: type === null,
  };
}

/** The type of a column that nobody declared: only what holds for every value. */
export function plainType(values: readonly string[], decimal: Decimal): ColumnType {
  if (values.length === 0) return 'category';
  if (values.every((value) => parseNumber(value, decimal) !== null)) return 'number';
  if (values.every((value) => parseDate(value, 'ymd') !== null)) return 'date';
  return 'category';
}

export function readColumn(name: string, column: TextColumn, reading: Reading): RawColumn {
  const { type, guessed, missing } = reading;
  const empty = { numbers: new Float64Array(), levels: [], codes: new Int32Array() };
  if (type === 'category') {
    return { name, type, guessed, ...empty, ...categories(column, missing), problem: null };
  }
  const parse = cellReader(reading, reading.decimal);
  const { texts, codes } = column;
  const known = texts.map((text) => (missing.has(text) ? NaN : parse(text)));
  const numbers = numbersPerRow(codes, known);
  const rows = rowsOfTexts(column, (_, code) => known[code] === null);
  const offending = rows.slice(0, 3).map((row) => `'${texts[codes[row - 1]!]!}'`);
  const problem: Problem | null =
    rows.length === 0
      ? null
      : {
          code: type === 'number' ? 'notANumber' : 'notADate',
          column: name,
          rows: Int32Array.from(rows),
          detail: offending.join(', '),
        };
  return { name, type, guessed, ...empty, numbers, problem };
}

function categories({ texts, codes }: TextColumn, missing: ReadonlySet<string>) {
  const levels: string[] = [];
  const places = texts.map((text) => (missing.has(text) ? -1 : levels.push(text) - 1));
  return { levels, codes: codes.map((code) => places[code]!) };
}

/** A copy of the table with single cells replaced, or the problem that names row and column. */
function applyEdits(edits: readonly unknown[], table: TextTable): TextTable | Problem {
  if (edits.length === 0) return table;
  const positions = columnIndex(table);
  const changed = new Map<number, Map<number, string>>();
  for (const edit of edits) {
    const row = field(edit, 'row');
    const column = field(edit, 'column');
    const value = label(field(edit, 'value'));
    if (!isWhole(row) || typeof column !== 'string' || value === null) continue;
    const at = positions.get(column);
    if (at === undefined)
      return { code: 'columnMissing', column, rows: Int32Array.of(row), detail: 'edits' };
    if (row < 1 || row > table.rows)
      return { code: 'rowOutOfRange', column, rows: Int32Array.of(row), detail: 'edits' };
    changed.set(at, (changed.get(at) ?? new Map<number, string>()).set(row - 1, value));
  }
  const columns = table.columns.map((own, at) => {
    const cells = changed.get(at);
    return cells === undefined ? own : withCells(own, cells);
  });
  return { ...table, columns };
}

/** The column with other texts in single rows, counted from 0. */
export function withCells(column: TextColumn, cells: ReadonlyMap<number, string>): TextColumn {
  const before = [...perRow(column, (text) => text).entries()];
  return columnOf(before, ([row, text]) => cells.get(row)?.trim() ?? text);
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value);
}

/** Every text anywhere in the file: a column is named in many places, and always by its name. */
export function textsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) textsIn(part, found);
  }
  return found;
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function entries(value: unknown): Map<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A level or code may be written as a number: 999 is "999". */
function label(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : null;
}

function labels(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.flatMap((item) => label(item) ?? []) : null;
}

function columnType(value: unknown): ColumnType | null {
  return value === 'number' || value === 'category' || value === 'date' ? value : null;
}

/** What a column says is read beside plain numbers and whole dates. */
export function signsOf(spec: unknown): Signs {
  const unit = label(field(spec, 'unit'));
  const others = [...entries(field(spec, 'otherUnits'))].filter(
    (one): one is [string, number] => typeof one[1] === 'number' && one[1] > 0,
  );
  const thousands = label(field(spec, 'thousands'));
  const inexact = field(spec, 'inexact');
  const shortYearsFrom = field(spec, 'shortYearsFrom');
  return {
    unit: unit === null ? null : unit.trim(),
    otherUnits: others.length === 0 ? null : Object.fromEntries(others),
    thousands,
    inexact: inexact === 'missing' || inexact === 'approximate' ? inexact : null,
    shortYearsFrom: isWhole(shortYearsFrom) ? shortYearsFrom : null,
    serials: field(spec, 'serials') === true,
  };
}

function dateOrder(value: unknown): DateOrder {
  return value === 'dmy' || value === 'mdy' ? value : 'ymd';
}
