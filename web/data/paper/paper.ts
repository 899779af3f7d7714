// A pasted text and the printed results that were found in it, corrected or added by hand.
import type { Claim } from './claim.ts';

/** The first letter in the text, and the one behind the last. */
export type Place = readonly [from: number, to: number];

export interface FoundClaim {
  claim: Claim;
  /** Where it is printed; a p may stand apart. */
  places: readonly Place[];
  /** A share at a time, read from a curve: no count of patients has to give it. */
  ofCurve?: true;
}

export interface PaperClaim extends FoundClaim {
  /** Also of its analysis. */
  id: string;
  by: 'found' | 'corrected' | 'hand';
}

export interface Paper {
  text: string;
  claims: readonly PaperClaim[];
  /** What was found and taken away, by what is printed there; it is not found again. */
  removed: readonly string[];
}

export const emptyPaper: Paper = { text: '', claims: [], removed: [] };

export function isEmpty({ text, claims }: Paper): boolean {
  return text === '' && claims.length === 0;
}

/**
 * The paper with another text. What was corrected or taken away stays so where the same is printed;
 * what was added by hand stays.
 */
export function withText(paper: Paper, text: string, found: readonly FoundClaim[]): Paper {
  const before = new Map<string, PaperClaim[]>();
  for (const claim of paper.claims) {
    if (claim.by === 'hand') continue;
    const key = keyOf(paper.text, claim);
    before.set(key, [...(before.get(key) ?? []), claim]);
  }
  const removed = new Set(paper.removed);
  let next = nextNumber(paper);
  const claims = found.flatMap((one): PaperClaim[] => {
    const key = keyOf(text, one);
    if (removed.has(key)) return [];
    const known = before.get(key)?.shift();
    if (known?.by === 'corrected') return [{ ...known, places: one.places }];
    return [{ ...one, id: known?.id ?? `claim-${next++}`, by: 'found' }];
  });
  const byHand = paper.claims.filter(({ by }) => by === 'hand');
  return { text, claims: [...claims, ...byHand], removed: text === '' ? [] : paper.removed };
}

export function withClaim(paper: Paper, id: string, claim: Claim): Paper {
  return {
    ...paper,
    claims: paper.claims.map((one) => {
      if (one.id !== id) return one;
      const { ofCurve: _, ...rest } = one;
      return { ...rest, claim, by: one.by === 'hand' ? 'hand' : 'corrected' };
    }),
  };
}

export function withAdded(paper: Paper, claims: readonly Claim[]): Paper {
  const next = nextNumber(paper);
  const added = claims.map((claim, at): PaperClaim => ({
    id: `claim-${next + at}`,
    claim,
    places: [],
    by: 'hand',
  }));
  return { ...paper, claims: [...paper.claims, ...added] };
}

export function withoutClaim(paper: Paper, id: string): Paper {
  const claim = paper.claims.find((one) => one.id === id);
  if (claim === undefined) return paper;
  const claims = paper.claims.filter((one) => one !== claim);
  if (claim.by === 'hand') return { ...paper, claims };
  return { ...paper, claims, removed: [...paper.removed, keyOf(paper.text, claim)] };
}

const lettersBefore = 12;

/** What is printed where a claim stands, with what stands before it. */
function keyOf(text: string, { places }: Pick<FoundClaim, 'places'>): string {
  return places.map(([from, to]) => text.slice(Math.max(0, from - lettersBefore), to)).join('\n');
}

function nextNumber({ claims }: Paper): number {
  return 1 + Math.max(0, ...claims.map(({ id }) => Number(/^claim-(\d+)$/.exec(id)?.[1] ?? 0)));
}
