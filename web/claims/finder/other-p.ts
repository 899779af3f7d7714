// A p that is not of the comparison it stands beside: of an interaction, of noninferiority, of
// heterogeneity, or adjusted for several tests. Taken for the p of a hazard ratio it would be an alarm.
import type { Token } from './tokens.ts';
import { adjustedP, otherP } from './words.ts';

const mostBefore = 5;
const mostAfter = 6;
const mostAfterStatistic = 8;

export function isOtherP(tokens: readonly Token[], start: number, end: number): boolean {
  const own = tokens.slice(start, end);
  const near = [...own, ...before(tokens, start), ...after(tokens, end)];
  // "P = 0.03, corrected for continuity": a test of the comparison itself.
  const ofContinuity = near.some(({ word }) => word === 'continuity' || word === 'yates');
  return (
    near.some(({ word }) => otherP.has(word) || (adjustedP.has(word) && !ofContinuity)) ||
    isOfHeterogeneity(tokens, start, end) ||
    tokens.some((_, at) => tellsNoninferiority(tokens, at))
  );
}

function before(tokens: readonly Token[], start: number): Token[] {
  const near: Token[] = [];
  for (let at = start - 1; at >= 0 && near.length < mostBefore; at -= 1) {
    if (/[();|idpHc]/.test(tokens[at]!.sign)) break;
    near.push(tokens[at]!);
  }
  return near;
}

/** "P = 0.002 for noninferiority"; what follows in "P = 0.03, adjusted HR 0.7" is of the next result. */
function after(tokens: readonly Token[], end: number): Token[] {
  const near: Token[] = [];
  for (const token of tokens.slice(end, end + mostAfter)) {
    if (token.sign === 'H') return near.filter(({ word }) => !adjustedP.has(word));
    if (/[();|idp]/.test(token.sign)) break;
    near.push(token);
  }
  return near;
}

/** "I2 = 0%, P = 0.80" and "P = 0.80, I2 = 0%". */
function isOfHeterogeneity(tokens: readonly Token[], start: number, end: number): boolean {
  for (let at = start - 1; at >= 0 && start - at <= mostAfterStatistic; at -= 1) {
    if (tokens[at]!.sign === 'p') break;
    if (isHeterogeneity(tokens, at)) return true;
  }
  return tokens[end]?.sign === ',' && isHeterogeneity(tokens, end + 1);
}

/** "I2 =", "Q =". */
export function isHeterogeneity(tokens: readonly Token[], at: number): boolean {
  const name = tokens[at]?.text;
  const next = tokens[at + 1];
  return (name === 'I' || name === 'Q') && (next?.sign === '=' || next?.text === '2');
}

/** "noninferior", "non-inferiority", "非劣效性". */
function tellsNoninferiority(tokens: readonly Token[], at: number): boolean {
  const { word } = tokens[at]!;
  if (word.startsWith('noninferior') || word.includes('非劣效')) return true;
  if (!word.startsWith('inferior')) return false;
  return tokens.slice(Math.max(0, at - 2), at).some((one) => one.word === 'non');
}

/** The one p column of a table is "P for interaction". */
export function isOtherColumn(tokens: readonly Token[]): boolean {
  const columns = tokens.flatMap(({ sign }, at) => (sign === 'p' ? [at] : []));
  if (columns.length === 1) return isOtherP(tokens, columns[0]!, columns[0]! + 1);
  return columns.length === 0 && tokens.some(({ word }) => /^p(?:interact|trend|het)/.test(word));
}
