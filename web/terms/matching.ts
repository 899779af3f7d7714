// Which terms a reader's word finds.
import type { Term } from '../text/en/terms.ts';

export interface TermEntry extends Term {
  id: string;
}

export interface TermGroupEntry {
  title: string;
  terms: TermEntry[];
}

type Groups = Record<string, { title: string; terms: Record<string, Term> }>;

/** The groups that hold a match, with their matches; every word of the query must be found. */
export function matchingTerms(groups: Groups, query: string): TermGroupEntry[] {
  const words = folded(query).split(' ').filter(Boolean);
  return Object.values(groups)
    .map(({ title, terms }) => ({
      title,
      terms: Object.entries(terms)
        .map(([id, term]) => ({ id, ...term }))
        .filter((term) => {
          const text = folded(`${term.name} ${term.also ?? ''} ${term.means}`);
          return words.every((word) => text.includes(word));
        }),
    }))
    .filter(({ terms }) => terms.length > 0);
}

/** "Kaplan–Meier" is found by "kaplan meier" and by "KAPLAN-MEIER". */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}
