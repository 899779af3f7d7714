// Whether a column holds numbers, dates or groups, and how it writes them: from all of its values, in
// whatever order they stand, and where these leave it open from its name.
import type { ColumnType } from '../../../build/wasm/riskset.js';

import { type HowRead, noSigns, type Signs } from '../text/parse-cell.ts';
import { type DateOrder, excelShortYears, writtenDate } from '../text/parse-date.ts';
import { type Decimal, parseNumber, writtenNumber } from '../text/parse-number.ts';
import { isUnit, timeUnitOf, unitKey } from '../text/units.ts';
import { soundsLikeDate } from './date-roles.ts';
import { soundsLikeTime } from './outcome-words.ts';
import { soundsLikeCode } from './role-words.ts';
import { saysMissing } from './unknown-words.ts';
import { wordsOf } from './words.ts';

export interface GuessedType extends HowRead {
  /** Texts that mean missing in this column, beside those that do everywhere. */
  missing: string[];
}

/** Different texts, each with its number of rows. */
type Counts = readonly (readonly [string, number])[];

/** A type is believed when nearly every value fits it; the rest are asked about by row. */
const nearly = 0.8;
/** With more different values than this a column of numbers measures something. */
const mostCodes = 8;

export function guessType(
  name: string,
  counts: ReadonlyMap<string, number>,
  decimal: Decimal,
): GuessedType {
  const values = [...counts];
  const category: GuessedType = { type: 'category', order: 'ymd', signs: noSigns, missing: [] };
  if (values.length === 0) return category;
  const dates = datesIn(name, values);
  if (dates !== null) return dates;
  if (values.some(([text]) => isIdentifierLike(text))) return category;
  return numbersIn(name, values, decimal) ?? category;
}

/** How a column is read as the type that somebody chose for it. */
export function guessSigns(
  counts: ReadonlyMap<string, number>,
  type: ColumnType,
  order: DateOrder,
  decimal: Decimal,
): Pick<GuessedType, 'signs' | 'missing'> {
  if (type === 'category') return { signs: noSigns, missing: [] };
  const values = [...counts];
  const missing = values.map(([text]) => text).filter((text) => saysMissing(text, type));
  const known = values.filter(([text]) => !missing.includes(text));
  const signs =
    type === 'date'
      ? dateSigns(
          known.map(([text]) => text),
          order,
        )
      : numberSigns(
          known.filter(([text]) => parseNumber(text, decimal) === null),
          decimal,
        );
  return { signs, missing };
}

/** Leading zeros and more digits than a double holds are lost in a number. */
function isIdentifierLike(text: string): boolean {
  return /^0\d/.test(text) || /^\d{16,}$/.test(text);
}

function sum(values: Counts): number {
  return values.reduce((total, [, count]) => total + count, 0);
}

/* Numbers */

function numbersIn(name: string, values: Counts, decimal: Decimal): GuessedType | null {
  const words = wordsOf(name);
  const plain = values.filter(([text]) => parseNumber(text, decimal) !== null);
  const distinct = new Set(plain.map(([text]) => parseNumber(text, decimal)));
  const found = { type: 'number', order: 'ymd', signs: noSigns, missing: [] } as const;
  const odd = values.filter(([text]) => parseNumber(text, decimal) === null);
  const missing = odd.map(([text]) => text).filter((text) => saysMissing(text, 'number'));
  const signed = odd.filter(([text]) => !missing.includes(text));
  if (signed.length === 0) {
    if (plain.length === 0) return null;
    const whole = [...distinct].every(Number.isInteger);
    // "1" and "1.0" are one number but two levels: such a column stays a number.
    const codes = distinct.size === plain.length && distinct.size <= mostCodes && whole;
    return codes && (distinct.size <= 2 || soundsLikeCode(words)) ? null : { ...found, missing };
  }

  const signs = numberSigns(signed, decimal);
  const read = signed.flatMap(([text, count]) => {
    const number = fitting(text, signs, decimal);
    return number === null ? [] : [{ number, count }];
  });
  const exact = read.filter(({ number }) => number.limit === null);
  for (const { number } of exact) distinct.add(number.value);
  const known = sum(values) - sum(odd.filter(([text]) => missing.includes(text)));
  const inRows = (list: typeof read) => list.reduce((total, { count }) => total + count, 0);
  const enough =
    sum(plain) + inRows(read) >= nearly * known && sum(plain) + inRows(exact) >= known / 2;
  const measures =
    distinct.size > mostCodes ||
    // "12 months", "45%": nobody names a group so. "3 mg/kg" is a dose, and may name an arm.
    (distinct.size > 2 && read.length === signed.length && isMeasured(words, signs));
  if (!enough || !measures) return null;
  const limits = read.filter(({ number }) => number.limit !== null);
  // The time of a patient who is censored lies above the one that is written.
  const censored = soundsLikeTime(words) && limits.every(({ number }) => number.limit === 'lower');
  return {
    ...found,
    signs: censored && limits.length > 0 ? { ...signs, inexact: 'approximate' } : signs,
    missing,
  };
}

function isMeasured(words: readonly string[], { unit, thousands }: Signs): boolean {
  if (soundsLikeTime(words) || thousands !== null) return true;
  return unit !== null && (unit === '%' || timeUnitOf(unit) !== null);
}

function fitting(text: string, signs: Signs, decimal: Decimal) {
  const number = writtenNumber(text, decimal);
  if (number === null) return null;
  const known =
    (number.unit === '' || (signs.unit !== null && unitKey(number.unit) === unitKey(signs.unit))) &&
    (number.thousands === null || number.thousands === signs.thousands);
  return known ? number : null;
}

/** The unit and the sign between thousands that most of these texts have; they are no plain numbers. */
function numberSigns(odd: Counts, decimal: Decimal): Signs {
  const units = new Map<string, Map<string, number>>();
  const groups = new Map<string, number>();
  let limited = false;
  for (const [text, count] of odd) {
    const number = writtenNumber(text, decimal);
    if (number === null) continue;
    const { unit, thousands, limit } = number;
    if (unit !== '' && isUnit(unit)) {
      const spellings = units.get(unitKey(unit)) ?? new Map<string, number>();
      units.set(unitKey(unit), added(spellings, unit, count));
    }
    if (thousands !== null) added(groups, thousands, count);
    limited ||= limit !== null;
  }
  const totals = new Map([...units].map(([key, spellings]) => [key, sum([...spellings])] as const));
  const key = commonest(totals);
  const thousands = commonest(groups);
  const mixed = thousands !== null && odd.some(([text]) => hasOtherGroups(text, thousands));
  return {
    ...noSigns,
    unit: key === null ? null : commonest(units.get(key)!),
    thousands: mixed ? null : thousands,
    inexact: limited ? 'missing' : null,
  };
}

function added(counts: Map<string, number>, key: string, count: number): Map<string, number> {
  return counts.set(key, (counts.get(key) ?? 0) + count);
}

/** Of two in the same number of rows the first by letter: the order of the rows tells nothing. */
function commonest(counts: ReadonlyMap<string, number>): string | null {
  const [first] = [...counts].toSorted(
    ([a, many], [b, few]) => few - many || (a < b ? -1 : Number(a > b)),
  );
  return first?.[0] ?? null;
}

/** "1,5" or "0,234" beside "1,234": then the sign is none between thousands. */
function hasOtherGroups(text: string, sign: string): boolean {
  if (sign === ' ') return false;
  const groups = text.split(sign);
  return (
    groups.length > 1 &&
    (!/(^|\D)[1-9]\d{0,2}$/.test(groups[0]!) ||
      !groups.slice(1).every((one) => /^\d{3}(\D|$)/.test(one)))
  );
}

/* Dates */

/** Day first before month first where both fit: most of the world writes it so. */
export const dateOrders: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];

function datesIn(name: string, values: Counts): GuessedType | null {
  const digits = values.filter(([text]) => /^\d+([.,]\d*)?$/.test(text));
  const named = soundsLikeDate(name);
  // 20230417, 45033 and 2023 are numbers and may be days; only the column's name tells.
  if (digits.length > 0 && !named && digits.length === values.length) return null;
  const isSerial = ([text]: readonly [string, number]) => isExcelDay(text);
  const serials =
    digits.length > 0 && digits.filter((one) => text8(one[0]) === null).every(isSerial);
  const missing = values.map(([text]) => text).filter((text) => saysMissing(text, 'date'));
  const known = values.filter(([text]) => !missing.includes(text));
  if (known.length === 0) return null;

  const read = dateOrders.map((order) => {
    const dates = known.flatMap(([text, count]) => {
      const date = writtenDate(text, order);
      return date === null || (date.serial && !serials) ? [] : [{ date, count }];
    });
    const inRows = (list: typeof dates) => list.reduce((total, { count }) => total + count, 0);
    const whole = inRows(dates.filter(({ date }) => date.part === 'day'));
    const months = inRows(dates.filter(({ date }) => date.part === 'month'));
    const shortFirst = order === 'ymd' && dates.some(({ date }) => date.shortYear);
    return { order, fitting: inRows(dates), whole, months, last: Number(shortFirst) };
  });
  const [best] = read.toSorted((a, b) => b.whole - a.whole || a.last - b.last);
  const { order, fitting, whole, months } = best!;
  const total = sum(known);
  const enough =
    whole >= total / 2 || (named && digits.length === 0 && whole + months >= nearly * total);
  if (!enough || fitting < nearly * total) return null;
  const signs = dateSigns(
    known.map(([text]) => text),
    order,
  );
  return { type: 'date', order, signs: { ...signs, serials }, missing };
}

function text8(text: string): string | null {
  return /^(19|20)\d{6}$/.test(text) ? text : null;
}

/** Excel's days of 1982 to 2064: nothing else among dates, or in a column called one. */
export function isExcelDay(text: string): boolean {
  const number = parseNumber(text);
  return number !== null && number >= 30_000 && number <= 60_000;
}

function dateSigns(texts: readonly string[], order: DateOrder): Signs {
  const dates = texts.map((text) => writtenDate(text, order));
  return {
    ...noSigns,
    shortYearsFrom: dates.some((date) => date?.shortYear) ? excelShortYears : null,
    serials: texts.some(isExcelDay),
    inexact: dates.some((date) => date !== null && date.part !== 'day') ? 'missing' : null,
  };
}

/**
 * The orders in which all of these dates can be read, where that makes them different days; empty
 * where their values decide. `example` is one that reads differently.
 */
export function openOrders(
  texts: readonly string[],
  order: DateOrder,
): { orders: DateOrder[]; example: string } | null {
  const read = (text: string, by: DateOrder) => writtenDate(text, by);
  const dates = texts.filter((text) => read(text, order)?.part === 'day');
  const orders = dateOrders.filter((by) => dates.every((text) => read(text, by)?.part === 'day'));
  const differs = dates.filter((text) =>
    orders.some((by) => read(text, by)!.days !== read(text, order)!.days),
  );
  const [example] = differs.toSorted();
  return example === undefined ? null : { orders, example };
}
