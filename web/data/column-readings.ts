// What of a column is not simply read: units, thousands, limits, years of two digits, Excel's days and
// dates without a day, each with its rows and an example. Nothing of it happens unseen.
import { openOrders } from './guess/date-column.ts';
import { kept } from './row-values.ts';
import { cellReader, type DateOrder, noSigns } from './text/parse-cell.ts';
import { writtenDate } from './text/parse-date.ts';
import { parseNumber, writtenNumber } from './text/parse-number.ts';
import { rowsOfTexts } from './text/text-table.ts';
import { unitKey } from './text/units.ts';

export const readingKinds = [
  'unit',
  'otherUnit',
  'thousands',
  'limit',
  'shortYear',
  'serial',
  'month',
  'year',
] as const;

export type ReadingKind = (typeof readingKinds)[number];

export interface ColumnReading {
  kind: ReadingKind;
  rows: number[];
  /** One text of the kind, and what it is read as: a number, or days; null where it is missing. */
  example: string;
  value: number | null;
}

/** Of a column of numbers or dates; none of a category. */
export const readingsOf = kept((column, own, { decimal }): ColumnReading[] => {
  if (own.type === 'category' || own.signs === noSigns) return [];
  const missing = new Set(own.missing);
  const read = cellReader(own, decimal);
  const kinds = column.texts.map((text) => {
    if (text === '' || missing.has(text) || read(text) === null) return [];
    return own.type === 'number'
      ? kindsOfNumber(text, decimal, own.signs.unit)
      : kindsOfDate(text, own.order);
  });
  return readingKinds.flatMap((kind) => {
    const rows = rowsOfTexts(column, (_, code) => kinds[code]!.includes(kind));
    const [example] = column.texts.filter((_, code) => kinds[code]!.includes(kind)).toSorted();
    if (example === undefined) return [];
    const value = read(example);
    return [{ kind, rows, example, value: Number.isNaN(value) ? null : value }];
  });
});

function kindsOfNumber(text: string, decimal: '.' | ',', unit: string | null): ReadingKind[] {
  if (parseNumber(text, decimal) !== null) return [];
  const number = writtenNumber(text, decimal);
  if (number === null) return [];
  return [
    ...(number.unit === ''
      ? []
      : [
          unitKey(number.unit) === unitKey(unit ?? '') ? ('unit' as const) : ('otherUnit' as const),
        ]),
    ...(number.thousands === null ? [] : (['thousands'] as const)),
    ...(number.limit === null ? [] : (['limit'] as const)),
  ];
}

function kindsOfDate(text: string, order: DateOrder): ReadingKind[] {
  const date = writtenDate(text, order);
  if (date === null) return [];
  return [
    ...(date.shortYear ? (['shortYear'] as const) : []),
    ...(date.serial ? (['serial'] as const) : []),
    ...(date.part === 'day' ? [] : [date.part]),
  ];
}

/** The orders of day and month that all dates of a column allow; null where its values decide. */
export const openOrdersOf = kept((column, own) => {
  if (own.type !== 'date') return null;
  const missing = new Set(own.missing);
  return openOrders(
    column.texts.filter((text) => text !== '' && !missing.has(text)),
    own.order,
  );
});

/** A date of a column that can be read in no other order of day and month; null where there is none. */
export const decidingDate = kept((column, { type, order }): string | null => {
  if (type !== 'date' || order === 'ymd') return null;
  const other = order === 'dmy' ? 'mdy' : 'dmy';
  const deciding = column.texts.filter(
    (text) => writtenDate(text, order) !== null && writtenDate(text, other) === null,
  );
  return deciding.toSorted()[0] ?? null;
});
