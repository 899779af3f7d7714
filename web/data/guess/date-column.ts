// Whether a column holds dates, and how they are written: in which order, with which years.
import { noSigns, type Signs } from '../text/parse-cell.ts';
import { type DateOrder, excelShortYears, writtenDate } from '../text/parse-date.ts';
import { parseNumber } from '../text/parse-number.ts';
import type { GuessedType } from './column-type.ts';
import { type Counts, inRows, nearly } from './counted-texts.ts';
import { soundsLikeDate } from './date-roles.ts';
import { saysMissing } from './unknown-words.ts';

const packed = /^(19|20)\d{6}$/;

/** Day first before month first where both fit: most of the world writes it so. */
const dateOrders: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];

export function datesIn(name: string, values: Counts): GuessedType | null {
  const digits = values.filter(([text]) => /^\d+([.,]\d*)?$/.test(text));
  const named = soundsLikeDate(name);
  // 20230417, 45033 and 2023 are numbers and may be days; only the column's name tells.
  if (digits.length > 0 && !named && digits.length === values.length) return null;
  const serials =
    digits.length > 0 && digits.every(([text]) => packed.test(text) || isExcelDay(text));
  const missing = values.map(([text]) => text).filter((text) => saysMissing(text, 'date'));
  const known = values.filter(([text]) => !missing.includes(text));
  if (known.length === 0) return null;

  const read = dateOrders.map((order) => {
    const dates = known.flatMap(([text, count]) => {
      const date = writtenDate(text, order);
      return date === null || (date.serial && !serials) ? [] : [[text, count, date] as const];
    });
    const whole = inRows(dates.filter(([, , { part }]) => part === 'day'));
    const months = inRows(dates.filter(([, , { part }]) => part === 'month'));
    const shortFirst = order === 'ymd' && dates.some(([, , { shortYear }]) => shortYear);
    return { order, all: inRows(dates), whole, months, last: Number(shortFirst) };
  });
  const [best] = read.toSorted((a, b) => b.whole - a.whole || a.last - b.last);
  const { order, all, whole, months } = best!;
  const total = inRows(known);
  const enough =
    whole >= total / 2 || (named && digits.length === 0 && whole + months >= nearly * total);
  if (!enough || all < nearly * total) return null;
  const signs = dateSigns(
    known.map(([text]) => text),
    order,
  );
  return { type: 'date', order, signs: { ...signs, serials }, missing };
}

/** Excel's days of 1982 to 2064: nothing else among dates, or in a column called one. */
function isExcelDay(text: string): boolean {
  const number = parseNumber(text);
  return number !== null && number >= 30_000 && number <= 60_000;
}

export function dateSigns(texts: readonly string[], order: DateOrder): Signs {
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
