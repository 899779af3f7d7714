// One cell as a number or a date. Strict on purpose: "12abc" is no 12, "31/02/2023" is no day.

export type Decimal = '.' | ',';
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

const numberWithPoint = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const numberWithComma = /^[+-]?(\d+,?\d*|,\d+)(e[+-]?\d+)?$/i;

/** The number that the whole text is, or null. Word processors write the true minus sign (U+2212). */
export function parseNumber(text: string, decimal: Decimal = '.'): number | null {
  const plain = text.replace('\u2212', '-');
  if (!(decimal === ',' ? numberWithComma : numberWithPoint).test(plain)) return null;
  const number = Number(plain.replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}

/** A time of day may follow the date and is left out. */
const timeOfDay =
  /(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i.source;
const yearFirst = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${timeOfDay}`, 'i');
const yearLast = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${timeOfDay}`, 'i');
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const monthNamed = /^(\d{1,2})[- ]([A-Z]{3,9})\.?[- ,]+(\d{4})$/i;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Days since 1970-01-01, or null. A four-digit year is needed: whether 28 is 1928 or 2028 cannot
 * be known. A date with the year first, or with the month's name, reads the same in every order.
 */
export function parseDate(text: string, order: DateOrder = 'ymd'): number | null {
  const ymd = yearFirst.exec(text);
  if (ymd !== null) return days(ymd[1]!, ymd[3]!, ymd[4]!);
  const packed = compact.exec(text);
  if (packed !== null) return days(packed[1]!, packed[2]!, packed[3]!);
  const named = monthNamed.exec(text);
  if (named !== null) {
    const month = months.indexOf(named[2]!.slice(0, 3).toLowerCase()) + 1;
    return days(named[3]!, String(month), named[1]!);
  }
  const last = yearLast.exec(text);
  if (last === null || order === 'ymd') return null;
  return order === 'dmy' ? days(last[4]!, last[3]!, last[1]!) : days(last[4]!, last[1]!, last[3]!);
}

function days(year: string, month: string, day: string): number | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists =
    date.getUTCFullYear() === Number(year) &&
    date.getUTCMonth() === Number(month) - 1 &&
    date.getUTCDate() === Number(day);
  return exists ? date.getTime() / 86_400_000 : null;
}
