// One cell as a day. Strict on purpose: "31/02/2023" is no day. Years of two digits, Excel's numbers
// and dates without a day are read only where the column says so.
import { inLanguages } from '../guess/words.ts';
import { halfWidth } from './parse-number.ts';

export type DateOrder = 'ymd' | 'dmy' | 'mdy';

export interface WrittenDate {
  /** Days since 1970-01-01; of a month its 15th, of a year its 1st of July. */
  days: number;
  part: 'day' | 'month' | 'year';
  shortYear: boolean;
  /** Excel's number of a day. */
  serial: boolean;
}

/** Each month in English, German, French and Spanish, and as they are cut short. */
const monthNames = new Map(
  [
    inLanguages({ all: 'january, jan, januar, jänner, janvier, janv, enero, ene' }),
    inLanguages({ all: 'february, feb, februar, février, fevrier, févr, fevr, fév, fev, febrero' }),
    inLanguages({ all: 'march, mar, märz, maerz, mär, mrz, mars, marzo' }),
    inLanguages({ all: 'april, apr, avril, avr, abril, abr' }),
    inLanguages({ all: 'may, mai, mayo' }),
    inLanguages({ all: 'june, jun, juni, juin, junio' }),
    inLanguages({ all: 'july, jul, juli, juillet, juil, julio' }),
    inLanguages({ all: 'august, aug, août, aout, agosto, ago' }),
    inLanguages({ all: 'september, sep, sept, septembre, septiembre, setiembre, set' }),
    inLanguages({ all: 'october, oct, oktober, okt, octobre, octubre' }),
    inLanguages({ all: 'november, nov, novembre, noviembre' }),
    inLanguages({ all: 'december, dec, dezember, dez, décembre, decembre, déc, diciembre, dic' }),
  ].flatMap((names, at) => names.map((name) => [name, at + 1] as const)),
);

/** A time of day may follow the date and is left out. */
const timeOfDay =
  /(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i.source;
const yearFirst = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${timeOfDay}`, 'i');
const yearLast = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${timeOfDay}`, 'i');
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const chinese = /^(\d{4}) ?[年년] ?(?:(\d{1,2}) ?[月월] ?(?:(\d{1,2}) ?[日号號일]?)?)?$/;
const dayNamed =
  /^(\d{1,2})(?:st|nd|rd|th|er|\.)?[-\s/.]*(?:de |of )?(\p{L}{3,10})\.?[-\s/.,]*(?:de |del )?(\d{4}|\d{2})$/iu;
const monthNamed = /^(\p{L}{3,10})\.?[-\s/.]*(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|[-\s/.]+)(\d{4})$/iu;
const yearNamed = /^(\d{4})[-\s/.]*(\p{L}{3,10})\.?[-\s/.]*(\d{1,2})$/iu;
const nameAndYear = /^(\p{L}{3,10})\.?[-\s/.,]*(?:de |del )?(\d{4})$/iu;
const yearAndMonth = /^((?:19|20)\d{2})[-/.](\d{1,2})(?:[-/.](?:00|xx|unk?|\?\?|--))?$/i;
const monthAndYear = /^(?:(?:00|xx|unk?|\?\?|--)[-/.])?(\d{1,2})[-/.]((?:19|20)\d{2})$/i;
const yearAlone = /^((?:19|20)\d{2})$/;
const excelNumber = /^(\d{2,5})(?:[.,]\d+)?$/;

/** Excel's day 1 is 1900-01-01, and it counts a 29th of February 1900, day 60, that never was. */
const excelEpoch = 25_569;
const firstRightSerial = 61;

/** As Excel: 29 is 2029, 30 is 1930. */
export const excelShortYears = 1930;

/**
 * A text as a date; null where it is none in this order. A date with the year first in four digits,
 * or with the month's name, reads the same in every order.
 */
export function writtenDate(
  text: string,
  order: DateOrder,
  shortYearsFrom = excelShortYears,
): WrittenDate | null {
  const plain = halfWidth(text);
  const full = (year: string) => {
    if (year.length === 4) return Number(year);
    const inCentury = shortYearsFrom - (shortYearsFrom % 100) + Number(year);
    return inCentury < shortYearsFrom ? inCentury + 100 : inCentury;
  };
  const day = (year: string, month: number, date: string): WrittenDate | null => {
    const days = daysOf(full(year), month, Number(date));
    return days === null ? null : { days, part: 'day', shortYear: year.length < 4, serial: false };
  };
  const month = (year: string, of: number): WrittenDate | null => {
    const days = daysOf(Number(year), of, 15);
    return days === null ? null : { days, part: 'month', shortYear: false, serial: false };
  };

  const first = yearFirst.exec(plain);
  if (first !== null) return day(first[1]!, Number(first[3]), first[4]!);
  const packed = compact.exec(plain);
  if (packed !== null) return day(packed[1]!, Number(packed[2]), packed[3]!);
  const last = yearLast.exec(plain);
  if (last !== null) {
    const [, a, , b, c] = last as unknown as [string, string, string, string, string];
    if (order === 'dmy') return day(c, Number(b), a);
    if (order === 'mdy') return day(c, Number(a), b);
    return a.length === 2 && c.length === 2 ? day(a, Number(b), c) : null;
  }
  return named(plain, day, month) ?? inPart(plain, month) ?? serial(plain);
}

type Day = (year: string, month: number, date: string) => WrittenDate | null;
type Month = (year: string, of: number) => WrittenDate | null;

function named(text: string, day: Day, month: Month): WrittenDate | null {
  const signs = chinese.exec(text);
  if (signs !== null) {
    const [, year, of, date] = signs;
    if (of === undefined) return inYear(year!);
    return date === undefined ? month(year!, Number(of)) : day(year!, Number(of), date);
  }
  if (!/\p{L}/u.test(text)) return null;
  const monthOf = (name: string | undefined) => monthNames.get(name!.toLowerCase()) ?? 0;
  const dayFirst = dayNamed.exec(text);
  if (dayFirst !== null) return day(dayFirst[3]!, monthOf(dayFirst[2]), dayFirst[1]!);
  const monthFirst = monthNamed.exec(text);
  if (monthFirst !== null) return day(monthFirst[3]!, monthOf(monthFirst[1]), monthFirst[2]!);
  const year = yearNamed.exec(text);
  if (year !== null) return day(year[1]!, monthOf(year[2]), year[3]!);
  const noDay = nameAndYear.exec(text);
  return noDay === null ? null : month(noDay[2]!, monthOf(noDay[1]));
}

function inPart(text: string, month: Month): WrittenDate | null {
  const yearMonth = yearAndMonth.exec(text);
  if (yearMonth !== null) return month(yearMonth[1]!, Number(yearMonth[2]));
  const monthYear = monthAndYear.exec(text);
  if (monthYear !== null) return month(monthYear[2]!, Number(monthYear[1]));
  return yearAlone.test(text) ? inYear(text) : null;
}

function inYear(year: string): WrittenDate | null {
  const days = daysOf(Number(year), 7, 1);
  return days === null ? null : { days, part: 'year', shortYear: false, serial: false };
}

function serial(text: string): WrittenDate | null {
  const number = Number(excelNumber.exec(text)?.[1] ?? 0);
  return number < firstRightSerial
    ? null
    : { days: number - excelEpoch, part: 'day', shortYear: false, serial: true };
}

function daysOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() / 86_400_000 : null;
}

export interface DateSigns {
  /** The first of the hundred years that two digits stand for; null: such years are not read. */
  shortYearsFrom: number | null;
  serials: boolean;
  inexact: 'missing' | 'approximate' | null;
}

const wholeDays: DateSigns = { shortYearsFrom: null, serials: false, inexact: null };

/** How the cells of a column become days: NaN where one counts as missing, null where it is none. */
export function dateReader(signs: DateSigns, order: DateOrder): (text: string) => number | null {
  const { shortYearsFrom, serials, inexact } = signs;
  return (text) => {
    const found = writtenDate(text, order, shortYearsFrom ?? undefined);
    if (found === null || (found.shortYear && shortYearsFrom === null)) return null;
    if (found.serial && !serials) return null;
    if (found.part === 'day') return found.days;
    return inexact === null ? null : inexact === 'missing' ? NaN : found.days;
  };
}

/** Days since 1970-01-01 of a whole date with a year of four digits, or null. */
export function parseDate(text: string, order: DateOrder = 'ymd'): number | null {
  return dateReader(wholeDays, order)(text);
}

/** "2024-06-30" of days since 1970-01-01. */
export function isoDay(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}
