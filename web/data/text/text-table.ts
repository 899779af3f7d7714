// A table as it was written: every cell a text, every row as long as the header.

export interface TextTable {
  header: string[];
  rows: string[][];
}

/** The text of a cell as it is compared and shown: spaces around it never count. */
function cellText(row: readonly string[], column: number): string {
  return (row[column] ?? '').trim();
}

/** Where each column stands. A Map, because a column may be called `__proto__` or `constructor`. */
export function columnIndex(table: TextTable): Map<string, number> {
  return new Map(table.header.map((name, at) => [name, at]));
}

const textsOf = new WeakMap<TextTable, Map<number, readonly string[]>>();

/** The trimmed texts of one column, kept: types, checks and figures all start from them. */
export function columnTexts(table: TextTable, column: number): readonly string[] {
  const known = textsOf.get(table) ?? new Map<number, readonly string[]>();
  textsOf.set(table, known);
  const texts = known.get(column) ?? table.rows.map((row) => cellText(row, column));
  known.set(column, texts);
  return texts;
}
