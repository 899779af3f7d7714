// What the safety panel says in words.
import {
  count,
  intervalInWords,
  nbsp,
  pEquals,
  percent,
  percentInterval,
  percentNumber,
  points,
} from '../format/numbers.ts';
import { p, rich, strong, type RichText } from '../format/rich-text.ts';
import { inSentence } from '../format/words.ts';
import { chosenTest } from '../panels/comparison-table.ts';
import type { SafetyAnswers } from './answers.ts';

export function lede({ groups, comparison }: SafetyAnswers): RichText {
  const [only] = groups;
  if (only === undefined) return [];
  const opening = 'An adverse event of grade 3 or higher occurred in ';
  if (groups.length === 1) {
    const interval = percentInterval(only.intervals.clopperPearson);
    return rich`${opening}${strong(percent(only.rate))} of patients (${count(only.events)} of ${count(only.n)}; 95%${nbsp}CI ${interval}).`;
  }
  const parts = groups.flatMap(({ label, rate }, index) => [
    index === 0 ? '' : index === groups.length - 1 ? ' and ' : ', ',
    strong(percent(rate)),
    `${index === 0 ? ' of patients' : ''} with ${inSentence(label)}`,
  ]);
  return rich`${opening}${parts}${difference(comparison)}.`;
}

function difference(named: SafetyAnswers['comparison']): RichText {
  if (named === null) return [];
  const { comparison } = named;
  if (comparison.others.length > 0) {
    return comparison.overall === null
      ? []
      : rich` (Pearson, all arms, ${p}${pEquals(comparison.overall.p)})`;
  }
  const test = chosenTest(comparison);
  const bounds = intervalInWords(comparison.difference.newcombe, percentNumber);
  return rich`: a difference of ${points(comparison.difference.value)} (95%${nbsp}CI ${bounds}; ${test.name} ${p}${pEquals(test.p)})`;
}
