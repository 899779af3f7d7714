// Of whom an analysis is, where a sentence says it for those that follow: "complete cases only",
// "response data were available for 31 patients". The n of an arm is not theirs.
import type { Group } from './groups.ts';
import type { Sentence } from './tokens.ts';
import {
  analyses,
  everybody,
  known,
  leftOut,
  limited,
  patients,
  records,
  sets,
  unknown,
  withinOne,
} from './words.ts';

/** Of each sentence, whether an earlier one says that what it tells is of a part of the patients. */
export function carriedTo(sentences: readonly Sentence[], groups: readonly Group[]): boolean[] {
  let isPart = false;
  return sentences.map((sentence) => {
    if (isPart && tellsEverybody(sentence)) isPart = false;
    const carried = isPart;
    isPart ||= tellsPart(sentence, groups);
    return carried;
  });
}

function tellsPart(sentence: Sentence, groups: readonly Group[]): boolean {
  const words = wordsOf(sentence);
  if (words.some((word) => withinOne.has(word))) return false;
  if (tellsCompleteCases(words)) return true;
  // What is said before the arms are told of is said of them.
  if (!groups.some(({ total, to }) => !total && to <= sentence.tokens[0]!.from)) return false;
  const has = (list: ReadonlySet<string>) => words.some((word) => list.has(word));
  const isLimited = words.some((word, at) => limited.has(word) && words[at + 1] === 'to');
  return (
    (isLimited && has(analyses)) ||
    (has(unknown) && has(leftOut)) ||
    (tellsKnown(words) && countsSome(sentence, groups))
  );
}

function tellsCompleteCases(words: readonly string[]): boolean {
  return words.some((word, at) => word === 'complete' && /^cases?$/.test(words[at + 1] ?? ''));
}

const mostBetween = 4;

/** "complete response data", "scans were available"; a complete response is none. */
function tellsKnown(words: readonly string[]): boolean {
  return words.some((word, at) => {
    if (!known.has(word)) return false;
    const isResponse =
      word === 'complete' && /^(?:responses?|remissions?)$/.test(words[at + 1] ?? '');
    const near = isResponse
      ? words.slice(at + 2, at + 3)
      : words.slice(Math.max(0, at - mostBetween), at + mostBetween + 1);
    return near.some((other) => records.has(other));
  });
}

/** A number of patients that is not that of everybody, as it was told before. */
function countsSome({ tokens, shape }: Sentence, groups: readonly Group[]): boolean {
  const start = tokens[0]!.from;
  const everyone = groups.filter(({ total, to }) => total && to <= start).map(({ n }) => n);
  return tokens.some(
    ({ sign, text }, at) =>
      sign === 'i' &&
      !everyone.includes(text) &&
      (shape.slice(at - 2, at) === 'n=' ||
        tokens.slice(at + 1, at + 4).some(({ word }) => patients.has(word))),
  );
}

/** "in all patients", "in the intention-to-treat population" */
function tellsEverybody(sentence: Sentence): boolean {
  const words = wordsOf(sentence);
  return words.some(
    (word, at) =>
      (word === 'all' && words.slice(at + 1, at + 3).some((next) => patients.has(next))) ||
      (everybody.has(word) && words.slice(at + 1, at + 4).some((next) => sets.has(next))),
  );
}

function wordsOf({ tokens }: Sentence): string[] {
  return tokens.flatMap(({ word }) => (word === '' ? [] : [word]));
}
