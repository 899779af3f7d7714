// Of whom the response is told, where a sentence says it for those that follow: "response data were
// available for 61 of 83 patients". The n of an arm is not theirs. What else is said of a part of the
// patients (who was excluded, a biomarker, a model, survival data) is not said of their response.
import { type Group, peopleAfter } from './groups.ts';
import type { Sentence } from './tokens.ts';
import {
  assigned,
  besideResponse,
  everybody,
  kindsOfPatients,
  known,
  leftOut,
  negations,
  patients,
  records,
  restricting,
  sets,
  whole,
  withinOne,
} from './words.ts';

/** Of each sentence, whether it or an earlier one says that the response of only some was known. */
export function carriedTo(sentences: readonly Sentence[], groups: readonly Group[]): boolean[] {
  let isPart = false;
  return sentences.map((sentence) => {
    if (sentence.tokens[0]!.after === 'paragraph') isPart = false;
    const part = partAt(sentence, groups);
    const all = everybodyAt(sentence);
    if (part >= 0 || all >= 0) isPart = part > all;
    return isPart;
  });
}

/** Where it says so; -1: nowhere. */
function partAt(sentence: Sentence, groups: readonly Group[]): number {
  const { tokens } = sentence;
  // What is said before the arms are told of is said of them.
  const told = groups.filter(({ to }) => to <= tokens[0]!.from);
  if (!told.some(({ total }) => !total) || tokens.some(({ word }) => isOfOther(word))) return -1;
  return (
    clausesOf(sentence).find(
      ({ from, to }) =>
        tellsResponseKnown(sentence, from, to) && countsSome(sentence, from, to, told),
    )?.from ?? -1
  );
}

/** Of one analysis, or of a subgroup. */
function isOfOther(word: string): boolean {
  const isSubgroup =
    restricting.has(word) && !/^(?:among|evaluable|assessable|whom|those)$/.test(word);
  return withinOne.has(word) || kindsOfPatients.has(word) || isSubgroup;
}

interface Clause {
  from: number;
  to: number;
}

/** Cut at commas and "and", but not within brackets. */
function clausesOf({ shape }: Sentence): Clause[] {
  const clauses: Clause[] = [];
  let open = 0;
  let from = 0;
  for (let at = 0; at <= shape.length; at += 1) {
    const sign = shape[at] ?? ',';
    if (sign === '(') open += 1;
    else if (sign === ')') open = Math.max(0, open - 1);
    if (at < shape.length && (open > 0 || !/[,;:a]/.test(sign))) continue;
    clauses.push({ from, to: at });
    from = at + 1;
  }
  return clauses;
}

const mostBetween = 4;

/** "complete response data", "response assessments were available", "evaluable for response" */
function tellsResponseKnown({ tokens }: Sentence, from: number, to: number): boolean {
  const words = tokens.slice(from, to).map(({ word }) => word);
  const clears = (word: string, at: number) =>
    negations.has(word) || leftOut.has(word) || (whole.has(word) && !isExcept(words[at + 1]));
  if (words.some(clears)) return false;
  return words.some((word, at) => {
    if (!/^responses?$/.test(word)) return false;
    const start = startOfName(words, at);
    const before = words.slice(Math.max(0, start - 2), start);
    if (before.at(-1) === 'for' && known.has(before[0]!)) return true;
    if (!records.has(words[at + 1] ?? '')) return false;
    if (start > 0 && !isPlain(before.at(-1)!)) return false;
    const near = [...words.slice(start, at), ...words.slice(at + 2, at + 2 + mostBetween)];
    return before.at(-1) === 'with' || near.some((other) => known.has(other));
  });
}

/** "all but 3 patients" */
function isExcept(word: string | undefined): boolean {
  return word === 'but' || word === 'except';
}

/** "best overall response": where the words begin that leave it the response to treatment. */
function startOfName(words: readonly string[], at: number): number {
  let start = at;
  while (start > 0 && (besideResponse.has(words[start - 1]!) || known.has(words[start - 1]!)))
    start -= 1;
  return start;
}

/** Before "response": no word that makes it another, as "immune" or "duration of" does. */
function isPlain(word: string): boolean {
  return word === '' || assigned.has(word) || patients.has(word) || word === 'whom';
}

/** A number of patients that is smaller than that of the arms together, and not one of theirs. */
function countsSome(
  { tokens, shape }: Sentence,
  from: number,
  to: number,
  told: readonly Group[],
): boolean {
  const arms = told.filter(({ total }) => !total).reduce((sum, { size }) => sum + size, 0);
  const isTold = (at: number) =>
    tokens[at]!.value === arms || told.some(({ size }) => size === tokens[at]!.value);
  let listed = 0;
  for (let at = from; at < to; at += 1) {
    if (tokens[at]!.sign !== 'i') continue;
    const of = /^i(?:\([id]%\))?oi/.exec(shape.slice(at, at + 8))?.[0].length ?? 0;
    if (of > 0 ? !isTold(at + of - 1) : !countsPatients(tokens, shape, at, to)) continue;
    if (shape.slice(at - 2, at) === 'n=') listed += tokens[at]!.value;
    else if (tokens[at]!.value < arms && !isTold(at)) return true;
  }
  return listed > 0 && listed < arms && !told.some(({ size }) => size === listed);
}

/** "61 patients", "61 had", "(n = 61)", "for 61" */
function countsPatients(
  tokens: Sentence['tokens'],
  shape: string,
  at: number,
  to: number,
): boolean {
  if (shape.slice(at - 2, at) === 'n=') return true;
  if (peopleAfter(tokens, at) > 0) return true;
  const next = tokens[at + 1];
  if (next !== undefined && /^(?:had|were|was)$/.test(next.word)) return true;
  const isLast = at + 1 >= to || next?.sign === '.';
  return isLast && /^(?:for|in|from)$/.test(tokens[at - 1]?.word ?? '');
}

/** "in all patients", "in the intention-to-treat population": where; -1: nowhere. */
function everybodyAt({ tokens }: Sentence): number {
  const words = tokens.flatMap(({ word }, at) => (word === '' ? [] : [{ word, at }]));
  const follows = (at: number, most: number, list: ReadonlySet<string>) =>
    words.slice(at + 1, at + 1 + most).some(({ word }) => list.has(word));
  return (
    words.findLast(
      ({ word }, at) =>
        (word === 'all' && !isExcept(words[at + 1]?.word) && follows(at, 2, patients)) ||
        (everybody.has(word) && follows(at, 3, sets)),
    )?.at ?? -1
  );
}
