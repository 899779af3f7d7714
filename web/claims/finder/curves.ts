// Which shares are read from a survival curve: no count of patients has to give them.
import type { Share } from './items.ts';
import type { Sentence, Token } from './tokens.ts';
import { atTimes, curveWords, lastingWords, rates, survivalRates, withoutWhat } from './words.ts';

const mostBefore = 14;
const mostAfter = 16;

/** A share at a time, "the 12-month survival rate was 71.2%", or of survival at no told time. */
export function isOfCurve(
  { tokens, shape }: Sentence,
  { start, end }: Share,
  isCounted: boolean,
): boolean {
  const last = lastBefore(tokens, start);
  const near = tokens.slice(Math.max(0, start - mostBefore), end + endOf(shape, end));
  // "the duration of response", "local control": of time all the same.
  const lasts = near.some(({ word }) => lastingWords.has(word));
  if (isCounted && !lasts) return false;
  if (last.some(({ word }) => survivalRates.has(word))) return true;
  return near.some((_, at) => isTime(near, at)) && (lasts || near.some(isCurveWord));
}

/** "The response rate was 30.6%": counted, whatever curve is told of behind it. */
export function isCountedRate({ tokens }: Sentence, { start }: Share): boolean {
  return lastBefore(tokens, start).some(({ word }) => rates.has(word));
}

function lastBefore(tokens: readonly Token[], start: number): Token[] {
  return tokens.slice(Math.max(0, start - 6), start);
}

/** How far what is said behind a share may be about it. */
function endOf(shape: string, end: number): number {
  const stop = shape.slice(end, end + mostAfter).search(/[;|]|,a/);
  return stop < 0 ? mostAfter : stop;
}

function isCurveWord({ word }: Token, at: number, near: readonly Token[]): boolean {
  if (word !== 'without') return curveWords.has(word);
  return near.slice(at + 1, at + 4).some((one) => withoutWhat.has(one.word));
}

/** "12-month", "at 12 months", "at 1 and 2 years", "5 year survival". */
function isTime(near: readonly Token[], at: number): boolean {
  const { sign, word } = near[at]!;
  if (sign === 'T') return true;
  if (atTimes.has(word)) {
    const shape = near
      .slice(at + 1, at + 8)
      .map((token) => token.sign)
      .join('');
    return /^(?:[idw][a,]{0,2}){1,3}m/.test(shape);
  }
  if (sign !== 'm' || !/[id]/.test(near[at - 1]?.sign ?? '')) return false;
  return near.slice(at + 1, at + 4).some(isCurveWord);
}
