// A text cut where its marks begin and end.
import type { Claim } from '../data/paper/claim.ts';
import type { Paper } from '../data/paper/paper.ts';

export interface Mark {
  id: string;
  /** Of the claim in the list, counted from 1. */
  number: number;
  claim: Claim;
}

export interface Piece {
  text: string;
  mark: Mark | null;
}

/** A longer text is shown where something was found. */
const mostLetters = 12_000;
const lettersAround = 160;

export function piecesOf({ text, claims }: Paper): { pieces: Piece[]; isWhole: boolean } {
  const marks = claims
    .flatMap(({ id, claim, places }, at) =>
      places.map(([from, to]) => ({ from, to, mark: { id, number: at + 1, claim } })),
    )
    .toSorted((a, b) => a.from - b.from);
  const isWhole = text.length <= mostLetters;
  const pieces: Piece[] = [];
  const plain = (from: number, to: number, first: boolean, last: boolean) => {
    if (to <= from) return;
    if (isWhole || to - from <= 2 * lettersAround) {
      pieces.push({ text: text.slice(from, to), mark: null });
      return;
    }
    const head = first ? '' : text.slice(from, from + lettersAround);
    const tail = last ? '' : text.slice(to - lettersAround, to);
    pieces.push({ text: `${head} … ${tail}`, mark: null });
  };
  let at = 0;
  for (const { from, to, mark } of marks) {
    if (from < at) continue;
    plain(at, from, at === 0, false);
    pieces.push({ text: text.slice(from, to), mark });
    at = to;
  }
  plain(at, text.length, at === 0, true);
  return { pieces, isWhole };
}
