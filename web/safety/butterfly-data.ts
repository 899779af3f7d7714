// What the picture of two arms shows: the terms that somebody had at the chosen grade.
import type { ButterflyData, ButterflyRow } from '../figures/butterfly.ts';
import { text } from '../text/text.ts';
import type { Rated, TermAnswers } from './answers.ts';

const words = text.safety.butterfly;

export type Bound = 'any' | 'severe' | 'fatal';
export const bounds: readonly Bound[] = ['any', 'severe', 'fatal'];

/** Null where it would show nothing: there are not two arms, or nobody had such an event. */
export function butterflyData(
  terms: readonly TermAnswers[],
  bound: Bound,
  level: string,
): ButterflyData | null {
  const rows = terms.flatMap(({ term, any, severe, deaths }) => {
    const rates = { any, severe: severe === 'ungraded' ? null : severe, fatal: deaths }[bound];
    return rates === null ? [] : rowOf(term, rates);
  });
  const [first] = rows;
  if (first === undefined) return null;
  return {
    arms: first.arms,
    rows: rows.map(({ row }) => row),
    grade: words.grades[bound],
    level,
  };
}

function rowOf(
  term: string,
  { groups, comparison }: Rated,
): { row: ButterflyRow; arms: ButterflyData['arms'] }[] {
  const [left, right] = groups;
  if (left === undefined || right === undefined || groups.length !== 2 || comparison === null) {
    return [];
  }
  const { value, newcombe } = comparison.difference;
  return [
    {
      row: {
        term,
        left,
        right,
        difference: { value, ...newcombe },
        p: comparison.tests.fisher.p,
      },
      arms: [left.label, right.label],
    },
  ];
}
