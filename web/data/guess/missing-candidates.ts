// Values that are often written where a value is not known, and the evidence in the column. Which they
// are is a matter of the column: 999 is no age but may be a platelet count, "-" is negative in HER2.
import type { ColumnContent } from '../profile.ts';
import { type Decimal, parseNumber } from '../text/parse-number.ts';
import { isUnknown, responseCodeOf } from './codes.ts';
import { soundsLikeTime } from './outcome-words.ts';
import { countWords } from './role-words.ts';
import { hasAny, wordsOf } from './words.ts';

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
  { name, type, values }: Pick<ColumnContent, 'name' | 'type' | 'values'>,
  decimal: Decimal,
): MissingCandidate[] {
  const texts = values.map(({ value }) => value);
  // In a column of numbers words are told as what cannot be read.
  const spoken = type === 'category' ? texts.filter(isUnknown) : [];
  const signs =
    type === 'category' && texts.length > 2 && !texts.some((text) => positive.test(text))
      ? texts.filter((text) => sign.test(text) && !spoken.includes(text))
      : [];
  const coded = type === 'category' || (type === 'number' && areSteps(name, values));
  return [
    ...spoken.map((code) => ({ code, why: 'word' as const })),
    ...signs.map((code) => ({ code, why: 'sign' as const })),
    ...notAssessed(type, texts).map((code) => ({ code, why: 'sign' as const })),
    ...(type === 'date' ? [] : outOfScale(texts, coded, decimal)).map((code) => ({
      code,
      why: 'outOfScale' as const,
    })),
  ].filter(({ code }) => responseCodeOf(code) === null);
}

/** The values of a column of codes without those that say that nothing is known. */
export function knownValues<Value extends { value: string }>(values: readonly Value[]): Value[] {
  const texts = values.map(({ value }) => value);
  const unknown = outOfScale(texts, true, '.');
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

/** More different values than this measure something. */
const mostSteps = 7;
const mostStepCodes = 2;

/** Steps from 0 to 5 under any name that counts nothing, each in several rows, but for a code or two. */
function areSteps(name: string, values: ColumnContent['values']): boolean {
  const words = wordsOf(name);
  if (values.length > mostSteps || hasAny(words, countWords) || soundsLikeTime(words)) return false;
  const steps = values.filter(({ value }) => /^[0-5]$/.test(value));
  const others = values.filter((one) => !steps.includes(one));
  const inRows = steps.reduce((sum, { count }) => sum + count, 0);
  return (
    steps.length > 1 &&
    inRows >= 2 * steps.length &&
    others.length <= mostStepCodes &&
    others.every(({ value }) => /^(?:-1|-9|88?|99?)$/.test(value))
  );
}

/**
 * Codes for "not known" that lie outside what all other numbers of the column span. `coded`: these
 * are steps or groups, not measured.
 */
function outOfScale(texts: readonly string[], coded: boolean, decimal: Decimal): string[] {
  const numbers = texts.map((one) => parseNumber(one, decimal));
  const isCode = (one: string) => codes.test(one) && (coded || !/^[89]$/.test(one));
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
    return farAbove(number, highest) || (coded && highest <= highestGrade);
  });
  // "Not applicable" is 8 where "not known" is 9; by itself it is a number of something.
  const besideNines = found.some(areNines);
  const fewest = coded ? 2 : Infinity;
  return found.filter((one) => besideNines || !/^8+$/.test(one) || one.length >= fewest);
}

const areNines = (text: string) => /^-?9+$/.test(text);

/** ECOG and grades end here. */
const highestGrade = 5;

/** An age of 99 is an age beside 97; 999 beside 85, or 9 beside 2, lies outside the scale. */
function farAbove(code: number, highest: number): boolean {
  return code > 2 * highest;
}
