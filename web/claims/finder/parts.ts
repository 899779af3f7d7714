// Whether a result is of a part of the patients, or of other patients than were counted: "patients with
// CPS ≥ 1", "after matching". How many those are is not known, and the n of the arm is not theirs.
import type { Group } from './groups.ts';
import type { Sentence, Token } from './tokens.ts';
import { everybody, kindsOfPatients, nameless, partOf, patients, restricting } from './words.ts';

/** "patients with CPS ≥ 1", "the subgroup of"; a condition that only names a group is none. */
export function isRestricted(
  tokens: readonly Token[],
  from: number,
  to: number,
  groups: readonly Group[] = [],
): boolean {
  for (let at = from; at < to; at += 1) {
    if (restricts(tokens, at) && !namesGroup(tokens, at, groups)) return true;
  }
  return false;
}

/** A condition that stands before a result holds for it, and one behind it in the same clause. */
export function isOfPart(
  { tokens, shape }: Pick<Sentence, 'tokens' | 'shape'>,
  end: number,
  groups: readonly Group[],
): boolean {
  return isRestricted(tokens, 0, clauseEnd(shape, end), groups);
}

const mostBehind = 20;

function clauseEnd(shape: string, start: number): number {
  let open = 0;
  let at = start;
  for (; at < shape.length && at - start < mostBehind; at += 1) {
    const sign = shape[at]!;
    if (sign === '(') open += 1;
    else if (sign === ')') open -= 1;
    else if (open <= 0 && /[,;|id]/.test(sign)) break;
  }
  return at;
}

function restricts(tokens: readonly Token[], at: number): boolean {
  const { word, sign } = tokens[at]!;
  const last = tokens[at - 1];
  if (restricting.has(word)) return true;
  if (word === 'complete' && isCompleteCase(tokens, at)) return true;
  if (patients.has(word) && partOf.has(tokens[at + 1]?.word ?? '')) return true;
  // "patients 65 years of age or older"
  const isAged = /[id]/.test(tokens[at + 1]?.sign ?? '') && tokens[at + 2]?.sign === 'm';
  if (patients.has(word) && isAged) return true;
  if (word === 'population') {
    return !tokens.slice(Math.max(0, at - 4), at).some((one) => everybody.has(one.word));
  }
  if (kindsOfPatients.has(word)) {
    return tokens.slice(Math.max(0, at - 4), at).some((one) => one.word === 'in');
  }
  const isLimit = /[<>\u2264\u2265]/.test(sign) && !/[np]/.test(last?.sign ?? '');
  return isLimit && last?.word !== 'grade' && last?.word !== 'grades';
}

/** Also "complete-case". */
function isCompleteCase(tokens: readonly Token[], at: number): boolean {
  const next = tokens.slice(at + 1, at + 3).find(({ word }) => word !== '');
  return /^cases?$/.test(next?.word ?? '');
}

const mostToName = 9;

/** "those who received A", "among patients in the A group", "the 83 patients with": no part of it. */
function namesGroup(tokens: readonly Token[], at: number, groups: readonly Group[]): boolean {
  const counts = (token: Token) => token.sign === 'i' && groups.some(({ n }) => n === token.text);
  if (patients.has(tokens[at]!.word) && tokens.slice(Math.max(0, at - 3), at).some(counts))
    return true;
  for (const token of tokens.slice(at, at + mostToName)) {
    if (groups.some(({ words }) => token.word !== '' && words.has(token.word))) return true;
    if (counts(token)) return true;
    const { word } = token;
    if (!nameless.has(word) && !patients.has(word) && word !== 'those') return false;
  }
  return false;
}
