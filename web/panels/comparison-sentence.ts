// Two proportions compared, as the end of a sentence.
import type { ProportionComparison } from '../../build/wasm/riskset.js';
import { intervalInWords, nbsp, pEquals, percentNumber, points } from '../format/numbers.ts';
import { p, rich, type RichText } from '../format/rich-text.ts';
import { chosenTest } from './comparison-table.ts';

/** ": a difference of +24.7 points (…)" for two arms, " (Pearson, all arms, …)" for more. */
export function comparisonInWords(comparison: ProportionComparison): RichText {
  const { others, overall, difference } = comparison;
  if (others.length > 0) {
    return overall === null ? [] : rich` (Pearson, all arms, ${p}${pEquals(overall.p)})`;
  }
  const test = chosenTest(comparison);
  const bounds = intervalInWords(difference.newcombe, percentNumber);
  return rich`: a difference of ${points(difference.value)} (95%${nbsp}CI ${bounds}; ${test.name} ${p}${pEquals(test.p)})`;
}
