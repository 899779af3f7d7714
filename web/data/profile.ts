// What a column holds, from all of its values: the first odd code of a long file may stand in its
// last rows, so nothing is inferred from a sample.
import { defaultMissing } from './columns.ts';
import { type GuessedType, guessType } from './guess/column-type.ts';
import { openOrders } from './guess/date-column.ts';
import { orderLevels } from './guess/levels.ts';
import type { Tell } from './reading/step.ts';
import { cellReader, type Decimal, type HowRead } from './text/parse-cell.ts';
import {
  numbersPerRow,
  rowsOfTexts,
  type TextColumn,
  textCounts,
  type TextTable,
} from './text/text-table.ts';

export interface ValueCount {
  value: string;
  count: number;
}

export interface NumericSummary {
  lowest: number;
  median: number;
  highest: number;
  /** Counts in equal steps from lowest to highest. */
  bins: number[];
}

export interface ColumnContent extends HowRead {
  name: string;
  /** Texts that count as missing here, beside those that do in every column. */
  codes: string[];
  /** The column of times of which this one says where they are censored; null: it is the file's. */
  censoringOf: string | null;
  /** The different values, in the order of a table's levels. */
  values: ValueCount[];
  missing: number;
  /** Of a number column its numbers, of a date column its days since 1970-01-01. */
  summary: NumericSummary | null;
  /** Rows of a number or date column that hold something else. */
  unreadable: { rows: number[]; texts: string[] };
}

export function profileTable(table: TextTable, decimal: Decimal, tell?: Tell): ColumnContent[] {
  const total = table.header.length;
  const contents = table.header.map((name, at) => {
    tell?.({ part: 'columns', done: at, total });
    return profileColumn(name, table.columns[at]!, decimal);
  });
  return inOneOrder(table, contents, decimal);
}

/** Where the dates of a column leave the order of day and month open, other columns tell it. */
function inOneOrder(
  table: TextTable,
  contents: ColumnContent[],
  decimal: Decimal,
): ColumnContent[] {
  const dates = contents.map(({ type, order, values }) =>
    type === 'date' && order !== 'ymd'
      ? openOrders(
          values.map(({ value }) => value),
          order,
        )
      : null,
  );
  const decided = contents.filter(
    ({ type, order }, at) => type === 'date' && order !== 'ymd' && dates[at] === null,
  );
  const order = decided[0]?.order;
  if (order === undefined || decided.some((one) => one.order !== order)) return contents;
  return contents.map((content, at) => {
    if (content.order === order || dates[at]?.orders.includes(order) !== true) return content;
    const how = { ...content, order, missing: content.codes, notMissing: [] };
    return profileColumn(content.name, table.columns[at]!, decimal, how);
  });
}

/** How somebody says that a column is read; `notMissing` of what counts as missing elsewhere. */
export interface GivenReading extends HowRead {
  missing: readonly string[];
  notMissing: readonly string[];
}

/** The different texts of a column that are values, each with its rows. */
export function valueCounts(
  column: TextColumn,
  { missing, notMissing }: Pick<GivenReading, 'missing' | 'notMissing'>,
): Map<string, number> {
  const codes = new Set([
    ...defaultMissing.filter((code) => !notMissing.includes(code)),
    ...missing,
  ]);
  const counts = textCounts(column);
  return new Map(
    column.texts.flatMap((text, code) =>
      text === '' || codes.has(text) ? [] : [[text, counts[code]!]],
    ),
  );
}

export function profileColumn(
  name: string,
  column: TextColumn,
  decimal: Decimal = '.',
  given?: GivenReading,
): ColumnContent {
  const { texts, codes } = column;
  const counts = valueCounts(column, given ?? { missing: [], notMissing: [] });
  const how: GuessedType = given
    ? { ...given, missing: [...given.missing] }
    : guessType(name, counts, decimal);
  for (const code of how.missing) counts.delete(code);
  const { type, order, signs } = how;
  const read = type === 'category' ? null : cellReader(how, decimal);
  const numbers =
    read === null ? null : texts.map((text) => (counts.has(text) ? read(text) : null));
  const odd = rowsOfTexts(
    column,
    (text, code) => numbers !== null && numbers[code] === null && counts.has(text),
  );
  // What cannot be taken exactly, and is not taken at all, is no value.
  numbers?.forEach((number, code) => {
    if (Number.isNaN(number)) counts.delete(texts[code]!);
  });
  return {
    name,
    type,
    order,
    signs,
    codes: how.missing,
    censoringOf: null,
    values: orderLevels([...counts.keys()]).map((value) => ({ value, count: counts.get(value)! })),
    missing: codes.length - sum([...counts]),
    summary: summarise(codes, numbers ?? []),
    unreadable: { rows: odd, texts: odd.map((row) => texts[codes[row - 1]!]!) },
  };
}

function sum(values: readonly (readonly [string, number])[]): number {
  return values.reduce((total, [, count]) => total + count, 0);
}

const binCount = 12;

/** `numbers` stand for the texts of the column, null where one is no number. */
function summarise(codes: Int32Array, numbers: readonly (number | null)[]): NumericSummary | null {
  const sorted = numbersPerRow(codes, numbers)
    .filter((number) => !Number.isNaN(number))
    .sort();
  if (sorted.length === 0) return null;
  const [lowest, highest] = [sorted[0]!, sorted.at(-1)!];
  const bins = Array.from({ length: binCount }, () => 0);
  for (const number of sorted) {
    const share = highest === lowest ? 0 : (number - lowest) / (highest - lowest);
    bins[Math.min(binCount - 1, Math.floor(share * binCount))]! += 1;
  }
  return { lowest, median: middle(sorted), highest, bins };
}

/** The median of sorted numbers. */
export function middle(sorted: Float64Array): number {
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/**
 * A decimal comma is believed when numbers with a comma outnumber those with a point. "1,234" may
 * be a thousand: it decides only where cells are parted by semicolons, as the decimal comma needs.
 */
export function guessDecimal(table: TextTable, delimiter?: string): Decimal {
  let commas = 0;
  let points = 0;
  let thousands = 0;
  for (const column of table.columns) {
    const counts = textCounts(column);
    column.texts.forEach((text, code) => {
      if (/^[+-]?[1-9]\d{0,2},\d{3}$/.test(text)) thousands += counts[code]!;
      else if (/^[+-]?\d+,\d+$/.test(text)) commas += counts[code]!;
      else if (/^[+-]?\d+\.\d+$/.test(text)) points += counts[code]!;
    });
  }
  if (commas === 0 && points === 0) return thousands > 0 && delimiter === ';' ? ',' : '.';
  return commas > points ? ',' : '.';
}
