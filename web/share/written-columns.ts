// The columns of a table, written small: numbers as the whole numbers of their printed digits, few
// different texts as one letter for each row. What is read is what was written, text for text.
import { columnOf, type TextColumn, type TextTable } from '../data/text/text-table.ts';
import { field } from './documents.ts';

/** A number stands for itself divided by 10^`digits`, with the point of the table; null for nothing. */
interface Numbers {
  digits: number;
  point: '.' | ',';
  cells: (number | string | null)[];
}

/** Each letter of `cells` is the place of a text, in base 36. */
interface Texts {
  texts: readonly string[];
  cells: string;
}

export type WrittenColumn = Numbers | Texts | { cells: string[] };

export interface WrittenTable {
  rows: number;
  /** In the order of the table. A list, because a column may be called `__proto__`. */
  columns: { name: string; column: WrittenColumn }[];
}

export function writtenTable(table: TextTable, point: '.' | ','): WrittenTable {
  const { header, rows, columns } = table;
  return {
    rows,
    columns: header.map((name, at) => ({ name, column: writtenColumn(columns[at]!, point) })),
  };
}

/** null where it is no table. */
export function readTable(written: unknown): TextTable | null {
  const rows = field(written, 'rows');
  const listed = field(written, 'columns');
  if (typeof rows !== 'number' || !Number.isInteger(rows) || rows < 0) return null;
  if (!Array.isArray(listed)) return null;
  const header = listed.map((one) => field(one, 'name'));
  const columns = listed.map((one) => readColumnOf(field(one, 'column'), rows));
  if (!isTexts(header) || new Set(header).size < header.length) return null;
  return columns.every((column) => column !== null) ? { header, rows, columns } : null;
}

const mostLetters = 36;
const mostDigits = 9;

export function writtenColumn(column: TextColumn, point: '.' | ','): WrittenColumn {
  const { texts, codes } = columnOf(cellsOf(column), (cell) => cell);
  if (texts.length <= mostLetters && texts.length < codes.length) {
    return { texts, cells: Array.from(codes, (code) => code.toString(mostLetters)).join('') };
  }
  const digits = Math.max(0, ...texts.map((text) => digitsOf(text, point)));
  const known = texts.map((text): number | string | null => {
    const whole = Math.round(Number(text.replace(point, '.')) * 10 ** digits);
    if (text === '') return null;
    return printed(whole, digits, point) === text ? whole : text;
  });
  return known.some((cell) => typeof cell === 'number')
    ? { digits, point, cells: Array.from(codes, (code) => known[code]!) }
    : { cells: Array.from(codes, (code) => texts[code]!) };
}

/** null where it is no column of so many rows. */
export function readColumnOf(written: unknown, rows: number): TextColumn | null {
  const cells = field(written, 'cells');
  const texts = field(written, 'texts');
  const digits = field(written, 'digits');
  const point = field(written, 'point') === ',' ? ',' : '.';
  if (typeof cells === 'string') {
    if (!isTexts(texts) || cells.length !== rows) return null;
    const read = Array.from(cells, (letter) => texts[Number.parseInt(letter, mostLetters)]);
    return isTexts(read) ? columnOf(read, trimmed) : null;
  }
  if (!Array.isArray(cells) || cells.length !== rows) return null;
  const scale = isDigits(digits) ? digits : 0;
  const read = (cells as unknown[]).map((cell) =>
    typeof cell === 'number' ? printed(cell, scale, point) : (cell ?? ''),
  );
  return isTexts(read) ? columnOf(read, trimmed) : null;
}

const trimmed = (text: string) => text.trim();

function isDigits(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= mostDigits;
}

function isTexts(list: unknown): list is string[] {
  return Array.isArray(list) && list.every((item) => typeof item === 'string');
}

function cellsOf({ texts, codes }: TextColumn): string[] {
  return Array.from(codes, (code) => texts[code]!);
}

function digitsOf(text: string, point: string): number {
  const at = text.indexOf(point);
  const digits = at < 0 ? 0 : text.length - at - 1;
  return digits <= mostDigits && /^-?\d+(?:[.,]\d+)?$/.test(text) ? digits : 0;
}

/** With no digit more than it needs, as most tables write them. */
function printed(whole: number, digits: number, point: '.' | ','): string {
  return String(whole / 10 ** digits).replace('.', point);
}
