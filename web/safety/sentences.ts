// What the safety panel says in words.
import { count, nbsp, percent, percentInterval } from '../format/numbers.ts';
import { listedParts, rich, strong, type RichText } from '../format/rich-text.ts';
import { inSentence } from '../format/words.ts';
import { comparisonInWords } from '../panels/comparison-sentence.ts';
import type { SafetyAnswers } from './answers.ts';

export function lede({ groups, comparison }: SafetyAnswers): RichText {
  const [only] = groups;
  if (only === undefined) return [];
  const opening = 'An adverse event of grade 3 or higher occurred in ';
  if (groups.length === 1) {
    const interval = percentInterval(only.intervals.clopperPearson);
    return rich`${opening}${strong(percent(only.rate))} of patients (${count(only.events)} of ${count(only.n)}; 95%${nbsp}CI ${interval}).`;
  }
  const parts = groups.map(
    ({ label, rate }, index) =>
      rich`${strong(percent(rate))}${index === 0 ? ' of patients' : ''} with ${inSentence(label)}`,
  );
  const compared = comparison === null ? [] : comparisonInWords(comparison.comparison);
  return rich`${opening}${listedParts(parts)}${compared}.`;
}
