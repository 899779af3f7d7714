// Two proportions compared, as the end of a sentence.
import type { ProportionComparison } from '../../build/wasm/riskset.js';
import { intervalInWords, pEquals, percentNumber, points } from '../format/numbers.ts';
import type { RichText } from '../base/rich-text.ts';
import { text } from '../text/text.ts';
import { chosenTest } from './comparison-table.ts';

/** ": a difference of +24.7 points (…)" for two arms, " (Pearson, all arms, …)" for more. */
export function comparisonInWords(comparison: ProportionComparison, coverage: string): RichText {
  const { others, overall, difference } = comparison;
  if (others.length > 0) {
    return overall === null ? [] : text.comparison.differedAmongAll(pEquals(overall.p));
  }
  const test = chosenTest(comparison);
  const bounds = intervalInWords(difference.newcombe, percentNumber);
  return text.comparison.differed(
    points(difference.value),
    coverage,
    bounds,
    test.name,
    pEquals(test.p),
  );
}
