// How each kind of number is printed: its decimals, its unit, and what is said where it does not exist.
import type { TimeUnit } from '../../build/wasm/riskset.js';

import {
  afterLetter,
  count as wholeNumber,
  exists,
  fixed,
  nbsp,
  shifted,
  testP,
} from '../base/rounding.ts';
import { text } from '../text/text.ts';

const words = text.numbers;
export const { notReached, notReachedShort, notEstimable, units, unitAt } = words;

const enDash = '\u2013';

export interface Bounds {
  lower: number | null;
  upper: number | null;
}

/** Patients, events: no decimals, a comma from 10,000. */
export function count(n: number | null): string {
  return exists(n) ? wholeNumber(n) : notEstimable;
}

/** Hazard, odds and risk ratios: 2 decimals. A ratio of counts may be 0 itself. */
export function ratio(x: number | null): string {
  if (!exists(x)) return notEstimable;
  if (x === 0) return '0';
  if (x > 0 && x < 0.005) return `<${nbsp}0.01`;
  if (x >= 999.5) return `>${nbsp}999`;
  return fixed(x, 2);
}

const timeDecimals: Record<TimeUnit, number> = { days: 0, weeks: 1, months: 1, years: 2 };

/** A rate per 100 units of time: 1 decimal, 2 below 10. */
export function perHundred(rate: number | null): string {
  if (!exists(rate)) return notEstimable;
  return fixed(100 * rate, 100 * rate < 9.995 ? 2 : 1);
}

/** A duration without its unit: "12.4". */
export function time(x: number | null, unit: TimeUnit): string {
  return exists(x) ? fixed(x, timeDecimals[unit]) : notReached;
}

/** "12.4 months", or "not reached". */
export function timeWithUnit(x: number | null, unit: TimeUnit): string {
  return exists(x) ? words.withUnit(time(x, unit), unit) : words.notReachedInSentence;
}

/** A difference of two durations, signed: "+5.2 months". */
export function signedTime(difference: number | null, unit: TimeUnit): string {
  if (!exists(difference)) return notEstimable;
  return words.withUnit(withSign(difference, fixed(difference, timeDecimals[unit])), unit);
}

/** Bounds of a difference of two durations, without the unit. */
export function signedTimeInterval(bounds: Bounds, unit: TimeUnit): string {
  return interval(bounds, (x) => time(x, unit));
}

/** A number with the decimals it needs and no more, at most 4: a tick of an axis, 6 or 2.5. */
export function tick(x: number | null): string {
  if (!exists(x)) return notEstimable;
  return fixed(x, 4).replace(/\.?0+$/, '');
}

/** Decimals at which a measurement's spread has about two digits; none where all numbers are whole. */
export function decimalsOf(spread: number | null, shown: readonly (number | null)[]): number {
  if (shown.every((x) => !exists(x) || Number.isInteger(x))) return 0;
  const size = exists(spread) ? Math.abs(spread) : 1;
  return size >= 50 ? 0 : size >= 5 ? 1 : size >= 0.5 ? 2 : 3;
}

/** A measurement of the patients, with the decimals of its row. */
export function measured(x: number | null, decimals: number): string {
  return exists(x) ? fixed(x, decimals) : notEstimable;
}

/** A standardised difference, 2 decimals; with its sign where it has one. */
export function standardised(x: number | null, hasSign: boolean): string {
  if (!exists(x)) return notEstimable;
  return hasSign ? withSign(x, fixed(x, 2)) : fixed(x, 2);
}

const dayFormat = new Intl.DateTimeFormat(words.dates, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A date from its days since 1970-01-01: "12 Dec 2022". */
export function day(days: number): string {
  return dayFormat.format(days * 86_400_000).replaceAll(' ', nbsp);
}

/** A share as "30.6%". */
export function percent(share: number | null): string {
  return exists(share) ? `${percentNumber(share)}%` : notEstimable;
}

/** A share as "30.6", for a bound whose neighbour carries the sign. */
export function percentNumber(share: number | null): string {
  return exists(share) ? fixed(shifted(share, 2), 1) : notEstimable;
}

/** A difference of two shares, signed: "+33.7 points". */
export function points(difference: number | null): string {
  return exists(difference) ? words.points(signed(difference)) : notEstimable;
}

/** A difference of two shares in percentage points, signed, where the column's head has the unit. */
export function signedPoints(difference: number | null): string {
  return exists(difference) ? signed(difference) : notEstimable;
}

function signed(difference: number): string {
  return withSign(difference, fixed(shifted(difference, 2), 1));
}

/** A ratio beside the same by another method. */
export function ratioToCompare(x: number | null): string {
  return exists(x) ? fixed(x, 3) : notEstimable;
}

/** What a number counts from 0, signed: a change in standard errors, a residual. */
export function fromZero(x: number): string {
  return withSign(x, fixed(x, 2));
}

/** A plus before what is above 0 and was not rounded to 0. */
function withSign(difference: number, rounded: string): string {
  return difference > 0 && Number(rounded) !== 0 ? `+${rounded}` : rounded;
}

/** "15/49" */
export function ofTotal(x: number, n: number): string {
  return `${count(x)}/${count(n)}`;
}

/** "34 (69.4%)"; the share alone where nobody was counted is not a number. */
export function countWithPercent(x: number, n: number): string {
  return n > 0 ? `${count(x)} (${percent(x / n)})` : count(x);
}

/** *p* without its sign: "0.12", "0.020", "< 0.001", "> 0.99". */
export function pValue(p: number | null): string {
  return exists(p) ? testP(p) : words.notTested;
}

/** *p* after the letter, in a sentence: " = 0.020", " < 0.001". */
export function pEquals(p: number | null): string {
  return afterLetter(pValue(p));
}

type Format = (x: number) => string;

/** Bounds as a table prints them: "0.26–0.72", but "−0.7 to 2.1" where a dash would mislead. */
export function interval({ lower, upper }: Bounds, format: Format): string {
  const [from, to] = ends({ lower, upper }, format);
  return plainNumber(from) && plainNumber(to) ? `${from}${enDash}${to}` : words.range(from, to);
}

/** Bounds as a sentence says them: "0.26 to 0.72", "5.0 to not reached". */
export function intervalInWords(bounds: Bounds, format: Format): string {
  return words.range(...ends(bounds, format, words.notReachedInSentence));
}

function ends(
  { lower, upper }: Bounds,
  format: Format,
  unreached = notReachedShort,
): [string, string] {
  return [exists(lower) ? format(lower) : unreached, exists(upper) ? format(upper) : unreached];
}

function plainNumber(number: string): boolean {
  return !/^[\u2212+<>]/.test(number);
}

/** Bounds of a share in percent, "58.2% (41.9–71.5)": the sign stands once. */
export function percentInterval(bounds: Bounds): string {
  return interval(bounds, percentNumber);
}

/** Bounds of a difference in percentage points, without the word. */
export function pointsInterval(bounds: Bounds): string {
  return interval(bounds, percentNumber);
}

/** An estimate with its bounds, "5.3 (5.0–NR)"; alone where neither bound says anything. */
export function withInterval(estimate: string, bounds: Bounds, format: Format): string {
  return saysNothing(bounds) ? estimate : `${estimate} (${interval(bounds, format)})`;
}

/** Both bounds not reached, or both the estimate itself, as while nobody has had the event. */
export function saysNothing({ lower, upper }: Bounds): boolean {
  return lower === upper;
}

export function timeInterval(bounds: Bounds, unit: TimeUnit): string {
  return interval(bounds, (x) => time(x, unit));
}

export function ratioInterval(bounds: Bounds): string {
  return interval(bounds, ratio);
}

/** Agreement beyond chance: 2 decimals. */
export function kappa(x: number | null): string {
  return exists(x) ? fixed(x, 2) : notEstimable;
}

/** The coverage of an interval: "95%". */
export function level(coverage: number): string {
  return `${tick(shifted(coverage, 2))}%`;
}

/** Formats of the data tables, where every digit that may be compared with another program stands. */
export const full = {
  ratio: fourDecimals,
  coefficient: fourDecimals,
  share: fourDecimals,
  chiSquare: (x: number | null) => (exists(x) ? fixed(x, 3) : notEstimable),
  expected: (x: number | null) => (exists(x) ? fixed(x, 1) : notEstimable),
  bounds: (bounds: Bounds | null) =>
    bounds === null
      ? notEstimable
      : words.range(fourDecimals(bounds.lower), fourDecimals(bounds.upper)),
  /** A time as the data have it: at least 2 decimals, at most 4. */
  time: (x: number | null) => (exists(x) ? fixed(x, 4).replace(/0{1,2}$/, '') : notReached),
  /** One digit more than in the text; 2 significant digits below 0.001. */
  pValue: (p: number | null) => {
    if (!exists(p)) return words.notTested;
    if (p >= 0.1) return fixed(p, 3);
    if (p >= 0.001) return fixed(p, 4);
    if (p >= 0.0001) return fixed(p, 5);
    return p > 0 ? p.toExponential(1) : `<${nbsp}1e-300`;
  },
};

function fourDecimals(x: number | null): string {
  return exists(x) ? fixed(x, 4) : notEstimable;
}
