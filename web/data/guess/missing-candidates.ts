// Values that are often written where a value is not known, and the evidence in the column. Which they
// are is a matter of the column: 999 is no age but may be a platelet count, "-" is negative in HER2.
import type { ColumnContent } from '../profile.ts';
import { type Decimal, parseNumber } from '../text/parse-number.ts';
import { isUnknown, responseCodeOf } from './codes.ts';

export interface MissingCandidate {
  code: string;
  why: 'word' | 'sign' | 'outOfScale';
}

const repeatedNines = /^-?9{2,}$/;
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
    ...nines(texts, type, decimal).map((code) => ({ code, why: 'outOfScale' as const })),
  ].filter(({ code }) => responseCodeOf(code) === null);
}

function nines(texts: readonly string[], type: ColumnContent['type'], decimal: Decimal): string[] {
  if (type === 'date') return [];
  const numbers = texts.map((one) => parseNumber(one, decimal));
  const isNine = (one: string) => repeatedNines.test(one) || (type === 'category' && one === '9');
  const others = numbers.filter((number, at) => number !== null && !isNine(texts[at]!));
  const highest = others.reduce<number>((most, number) => Math.max(most, number!), -Infinity);
  const lowest = others.reduce<number>((least, number) => Math.min(least, number!), Infinity);
  return texts.filter((one, at) => {
    const number = numbers[at];
    if (!isNine(one) || number === null || number === undefined) return false;
    if (others.length === 0) return texts.length > 1;
    return number < 0 ? lowest >= 0 : farAbove(number, highest);
  });
}

/** An age of 99 is an age beside 97; 999 beside 85, or 9 beside 2, lies outside the scale. */
function farAbove(code: number, highest: number): boolean {
  return code > 2 * highest;
}
