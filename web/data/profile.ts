// What a column holds, from all of its values: the first odd code of a long file may stand in its
// last rows, so nothing is inferred from a sample.
import type { ColumnType } from '../../build/wasm/riskset.js';

import { defaultMissing } from './columns.ts';
import { orderLevels } from './guess/levels.ts';
import type { Tell } from './reading/step.ts';
import { type DateOrder, type Decimal, parseDate, parseNumber } from './text/parse-cell.ts';
import {
  numbersPerRow,
  rowsOfTexts,
  type TextColumn,
  textCounts,
  type TextTable,
} from './text/text-table.ts';
import { soundsLikeCode } from './guess/role-words.ts';
import { hasAny, wordsOf } from './guess/words.ts';

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

export interface ColumnContent {
  name: string;
  type: ColumnType;
  order: DateOrder;
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
  return table.header.map((name, at) => {
    tell?.({ part: 'columns', done: at, total });
    return profileColumn(name, table.columns[at]!, decimal);
  });
}

const missingCodes: ReadonlySet<string> = new Set(defaultMissing);

export function profileColumn(
  name: string,
  column: TextColumn,
  decimal: Decimal = '.',
  given?: { type: ColumnType; order: DateOrder; missing: readonly string[] },
): ColumnContent {
  const { texts, codes } = column;
  const ownMissing = new Set(given?.missing);
  const isMissing = texts.map((text) => missingCodes.has(text) || ownMissing.has(text));
  const inRows = textCounts(column);
  const counts = new Map(
    texts.flatMap((text, code) => (isMissing[code] === true ? [] : [[text, inRows[code]!]])),
  );
  const { type, order } = given ?? guessType(name, counts, decimal);
  const parse = (text: string) =>
    type === 'date' ? parseDate(text, order) : parseNumber(text, decimal);
  const numbers =
    type === 'category'
      ? null
      : texts.map((text, code) => (isMissing[code] === true ? null : parse(text)));
  const odd = rowsOfTexts(
    column,
    (_, code) => numbers !== null && numbers[code] === null && isMissing[code] !== true,
  );
  return {
    name,
    type,
    order,
    values: orderLevels([...counts.keys()]).map((value) => ({ value, count: counts.get(value)! })),
    missing: codes.length - sum([...counts]),
    summary: summarise(codes, numbers ?? []),
    unreadable: { rows: odd, texts: odd.map((row) => texts[codes[row - 1]!]!) },
  };
}

/** A type is believed when nearly every value fits it; the rest are asked about by row. */
const nearly = 0.8;
/** With more different values than this a column of numbers measures something. */
const mostCodes = 8;

function guessType(
  name: string,
  counts: ReadonlyMap<string, number>,
  decimal: Decimal,
): { type: ColumnType; order: DateOrder } {
  const category = { type: 'category', order: 'ymd' } as const;
  const values = [...counts];
  const total = sum(values);
  if (total === 0) return category;
  const words = wordsOf(name);
  const fits = (test: (text: string) => boolean) => values.filter(([text]) => test(text));

  const dated = dateOrders
    .map((order) => ({ order, fitting: fits((text) => parseDate(text, order) !== null) }))
    .reduce((best, one) => (sum(one.fitting) > sum(best.fitting) ? one : best));
  const numeric = fits((text) => parseNumber(text, decimal) !== null);

  // 20230417 is a number and a day; only the column's name tells.
  const packed = numeric.length > 0 && hasAny(words, ['date', 'dob', 'birth']);
  if (sum(dated.fitting) >= nearly * total && (numeric.length === 0 || packed)) {
    return { type: 'date', order: dated.order };
  }
  if (fits(isIdentifierLike).length > 0) return category;
  if (sum(numeric) === total) {
    const whole =
      fits((text) => Number.isInteger(parseNumber(text, decimal))).length === values.length;
    const distinct = new Set(values.map(([text]) => parseNumber(text, decimal)));
    // "1" and "1.0" are one number but two levels: such a column stays a number.
    const codes = distinct.size === values.length && distinct.size <= mostCodes && whole;
    return codes && (distinct.size <= 2 || soundsLikeCode(words))
      ? category
      : { type: 'number', order: 'ymd' };
  }
  return sum(numeric) >= nearly * total && numeric.length > mostCodes
    ? { type: 'number', order: 'ymd' }
    : category;
}

/** Day first before month first where both fit: most of the world writes it so. */
const dateOrders: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];

/** Leading zeros and more digits than a double holds are lost in a number. */
function isIdentifierLike(text: string): boolean {
  return /^0\d/.test(text) || /^\d{16,}$/.test(text);
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
