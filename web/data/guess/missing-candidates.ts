// Values that are often written where a value is not known, and the evidence in the column. Which they
// are is a matter of the column: 999 is no age but may be a platelet count, "-" is negative in HER2.
import type { ColumnContent } from '../profile.ts';
import { type Decimal, parseNumber } from '../text/parse-number.ts';
import { isUnknown, responseCodeOf } from './codes.ts';

export interface MissingCandidate {
  code: string;
  why: 'word' | 'sign' | 'outOfScale';
}

/** 9, 99, 999 and 8, 88, 888; below 0 also -1 and -7. */
const codes = /^(?:-1|-7+|-?8+|-?9+)$/;
const sign = /^[-–—?/]+$/;
/** Beside these a "-" is a finding that was looked for and not there. */
const positive = /^(\+.*|\d\+|pos(itive|itiv|itivo|itif)?|阳性?|\(\+\))$/i;

export function missingCandidates(
  { type, values }: Pick<ColumnContent, 'type' | 'values'>,
  decimal: Decimal,
): MissingCandidate[] {
  const texts = values.map(({ value }) => value);
  // In a column of numbers words are told as what cannot be read.
  const spoken = type === 'category' ? texts.filter(isUnknown) : [];
  const signs =
    type === 'category' && texts.length > 2 && !texts.some((text) => positive.test(text))
      ? texts.filter((text) => sign.test(text) && !spoken.includes(text))
      : [];
  return [
    ...spoken.map((code) => ({ code, why: 'word' as const })),
    ...signs.map((code) => ({ code, why: 'sign' as const })),
    ...notAssessed(type, texts).map((code) => ({ code, why: 'sign' as const })),
    ...outOfScale(texts, type, decimal).map((code) => ({ code, why: 'outOfScale' as const })),
  ].filter(({ code }) => responseCodeOf(code) === null);
}

/** The values of a column of codes without those that say that nothing is known. */
export function knownValues<Value extends { value: string }>(values: readonly Value[]): Value[] {
  const texts = values.map(({ value }) => value);
  const unknown = outOfScale(texts, 'category', '.');
  return values.filter(({ value }) => !isUnknown(value) && !unknown.includes(value));
}

/** Stages of tumours: an "X" beside them says that it cannot be assessed. */
const stage = /^[cpyr]*[TNMG]?(?:0|is|[1-4]|i{1,3}|iv)[a-d]?\d?$/i;
const unassessed = /^[cpyr]*[TNMG]?x$/i;

function notAssessed(type: ColumnContent['type'], texts: readonly string[]): string[] {
  if (type !== 'category') return [];
  const others = texts.filter((one) => !unassessed.test(one) && !isUnknown(one));
  return others.length > 1 && others.every((one) => stage.test(one))
    ? texts.filter((one) => unassessed.test(one))
    : [];
}

/** Codes for "not known" that lie outside what all other numbers of the column span. */
function outOfScale(
  texts: readonly string[],
  type: ColumnContent['type'],
  decimal: Decimal,
): string[] {
  if (type === 'date') return [];
  const numbers = texts.map((one) => parseNumber(one, decimal));
  const isCode = (one: string) => codes.test(one) && (type === 'category' || !/^[89]$/.test(one));
  const others = numbers.flatMap((number, at) =>
    number === null || isCode(texts[at]!) ? [] : [number],
  );
  if (others.length === 0) return texts.length > 1 ? texts.filter(areNines) : [];
  const lowest = others.reduce((least, number) => Math.min(least, number));
  const highest = others.reduce((most, number) => Math.max(most, number));
  const whole = others.every(Number.isInteger);
  const found = texts.filter((one, at) => {
    const number = numbers[at] ?? null;
    if (number === null || !isCode(one)) return false;
    // A single digit below 0 is a measurement where others have decimals.
    if (number < 0) return lowest >= 0 && (whole || number < -9);
    return farAbove(number, highest) || (type === 'category' && highest <= highestGrade);
  });
  // "Not applicable" is 8 where "not known" is 9; by itself it is a number of something.
  const besideNines = found.some(areNines);
  const fewest = type === 'category' ? 2 : Infinity;
  return found.filter((one) => besideNines || !/^8+$/.test(one) || one.length >= fewest);
}

const areNines = (text: string) => /^-?9+$/.test(text);

/** ECOG and grades end here. */
const highestGrade = 5;

/** An age of 99 is an age beside 97; 999 beside 85, or 9 beside 2, lies outside the scale. */
function farAbove(code: number, highest: number): boolean {
  return code > 2 * highest;
}
