// A table as it was written: every cell a text. A column keeps each of its different texts once, so
// that a text is looked at once and not in every row: a column of a large table has few of them.

export interface TextColumn {
  /** The different texts, in the order in which they first appear. */
  texts: readonly string[];
  /** Of each row, which of the texts it holds. */
  codes: Int32Array;
}

export interface TextTable {
  header: string[];
  /** How many. */
  rows: number;
  columns: TextColumn[];
}

/** Of rows as long as the header. Spaces around a text never count. */
export function tableOf(header: string[], rows: readonly (readonly string[])[]): TextTable {
  const columns = header.map((_, at) => columnOf(rows, (row) => row[at]!.trim()));
  return { header, rows: rows.length, columns };
}

export function columnOf<T>(cells: readonly T[], textOf: (cell: T) => string): TextColumn {
  const places = new Map<string, number>();
  const codes = new Int32Array(cells.length);
  cells.forEach((cell, row) => {
    const text = textOf(cell);
    const known = places.get(text);
    codes[row] = known ?? places.size;
    if (known === undefined) places.set(text, places.size);
  });
  return { texts: [...places.keys()], codes };
}

/** Where each column stands. A Map, because a column may be called `__proto__` or `constructor`. */
export function columnIndex(table: TextTable): Map<string, number> {
  return new Map(table.header.map((name, at) => [name, at]));
}

/** The text of a cell; empty where there is none. Rows are counted from 1. */
export function cellText({ columns }: TextTable, row: number, column: number): string {
  const own = columns[column];
  return own?.texts[own.codes[row - 1] ?? -1] ?? '';
}

/** The column with other texts in place of its own; several may become one. */
export function recoded(column: TextColumn, textFor: (text: string) => string): TextColumn {
  const { texts, codes } = columnOf(column.texts, textFor);
  const ofRows = new Int32Array(column.codes.length);
  for (let row = 0; row < ofRows.length; ++row) ofRows[row] = codes[column.codes[row]!]!;
  return { texts, codes: ofRows };
}

/** What `valueOf` makes of the text of each row. */
export function perRow<T>({ texts, codes }: TextColumn, valueOf: (text: string) => T): T[] {
  const values = texts.map((text) => valueOf(text));
  const rows: T[] = [];
  for (let row = 0; row < codes.length; ++row) rows.push(values[codes[row]!]!);
  return rows;
}

/** `known` stand for the texts of a column; NaN where one is null. */
export function numbersPerRow(codes: Int32Array, known: readonly (number | null)[]): Float64Array {
  const numbers = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; ++row) numbers[row] = known[codes[row]!] ?? NaN;
  return numbers;
}

/** Data rows, counted from 1, whose text passes the test. */
export function rowsOfTexts(
  { texts, codes }: TextColumn,
  test: (text: string, code: number) => boolean,
): number[] {
  const passes = texts.map(test);
  const rows: number[] = [];
  if (!passes.includes(true)) return rows;
  for (let row = 0; row < codes.length; ++row) if (passes[codes[row]!] === true) rows.push(row + 1);
  return rows;
}

/** In how many rows each text stands. */
export function textCounts({ texts, codes }: TextColumn): Int32Array {
  const counts = new Int32Array(texts.length);
  for (let row = 0; row < codes.length; ++row) counts[codes[row]!]! += 1;
  return counts;
}
