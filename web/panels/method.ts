// From how many patients a number comes, and why the others are not in it.
import type { Exclusion } from '../../build/wasm/riskset.js';
import { count, nbsp } from '../format/numbers.ts';
import { rich, strong, type RichText } from '../format/rich-text.ts';
import { listed } from '../format/words.ts';

/** "n = 80 of 83; excluded: 2 without os_months, 1 withdrew consent." */
export function usedOf(used: number, excluded: readonly Exclusion[]): RichText {
  const n = strong(`n${nbsp}=${nbsp}${count(used)} of ${count(used + excluded.length)}`);
  return excluded.length === 0
    ? rich`${n}, none excluded.`
    : rich`${n}; excluded: ${listed(reasons(excluded))}.`;
}

function reasons(excluded: readonly Exclusion[]): string[] {
  const counts = new Map<string, number>();
  for (const { why, column, detail } of excluded) {
    const reason =
      why === 'missing' ? `without ${column}` : detail === '' ? 'left out by you' : detail;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, rows]) => `${count(rows)}${nbsp}${reason}`);
}
