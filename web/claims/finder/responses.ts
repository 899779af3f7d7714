// Which results are of the response to treatment: "higher ORR (30.6% vs. 6.0%)". What is said of
// those whose response is known is said of these, and of no toxicity beside them.
import type { Group } from './groups.ts';
import type { Item, Place } from './items.ts';
import type { Sentence, Token } from './tokens.ts';
import { groupWords, harms, nameless, otherResponses, responses } from './words.ts';

/** The word nearest before a result says of what it is, else one behind it, else the result before. */
export function ofResponse(
  sentence: Sentence,
  items: readonly Item[],
  groups: readonly Group[],
): (place: Place) => boolean {
  const { tokens, shape } = sentence;
  const tells = (place: Place): boolean => {
    const last = items.findLast(({ end }) => end <= place.start);
    const from = last?.end ?? 0;
    const before = subjectOf(tokens, from, place.start, true);
    if (before !== null) return before === 'response';
    const rest = shape.slice(place.end).search(/[,;|aid]/);
    const behind = subjectOf(tokens, place.end, rest < 0 ? tokens.length : place.end + rest, false);
    if (behind !== null) return behind === 'response';
    const goesOn = tokens.slice(from, place.start).every(({ word }) => tellsNothing(word, groups));
    return last !== undefined && goesOn && tells(last);
  };
  return tells;
}

function subjectOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  last: boolean,
): 'response' | 'other' | null {
  const found: ('response' | 'other')[] = [];
  for (let at = from; at < to; at += 1) {
    if (isResponse(tokens, at)) found.push('response');
    else if (harms.has(tokens[at]!.word)) found.push('other');
  }
  return found.at(last ? -1 : 0) ?? null;
}

/** A pathological or an immune response is another, and a control group is none. */
function isResponse(tokens: readonly Token[], at: number): boolean {
  const { word } = tokens[at]!;
  const before = tokens.slice(Math.max(0, at - 2), at);
  if (word === 'control') return before.at(-1)?.word === 'disease';
  return responses.has(word) && !before.some((one) => otherResponses.has(one.word));
}

function tellsNothing(word: string, groups: readonly Group[]): boolean {
  const isName = groupWords.has(word) || groups.some(({ words }) => words.has(word));
  return word === '' || nameless.has(word) || isName;
}
