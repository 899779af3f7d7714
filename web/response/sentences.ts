// What the response panel says in words.
import type { Proportion } from '../../build/wasm/riskset.js';
import { count, nbsp, percent, percentInterval } from '../format/numbers.ts';
import { joined, listedParts, rich, strong, type RichText } from '../format/rich-text.ts';
import { counted, inSentence } from '../format/words.ts';
import { comparisonInWords } from '../panels/comparison-sentence.ts';
import { rateNames, type ResponseAnswers } from './answers.ts';

/** Who is counted: the denominator, always said. */
export function definition({ groups, denominator }: ResponseAnswers): string {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const unknown = groups.reduce((sum, { counts }) => sum + counts.NE + counts.missing, 0);
  if (denominator === 'evaluable')
    return `${counted(n, 'patient')} with an evaluable best response.`;
  return unknown === 0
    ? `All ${counted(n, 'treated patient')}; all are evaluable.`
    : `All ${counted(n, 'treated patient')}; ${count(unknown)} not evaluable or not recorded count as non-response.`;
}

export function lede(answers: ResponseAnswers): RichText {
  return joined([objectiveResponse(answers), diseaseControl(answers)]);
}

function objectiveResponse({ groups, comparisons }: ResponseAnswers): RichText {
  const rates = groups.flatMap(({ label, orr }) => (orr === null ? [] : [{ label, orr }]));
  const [only] = rates;
  if (only === undefined) return [];
  if (rates.length === 1) {
    return rich`${strong(percent(only.orr.rate))} of patients responded (${ofPatients(only.orr)}; 95%${nbsp}CI ${percentInterval(only.orr.intervals.clopperPearson)}).`;
  }
  const parts = rates.map(
    ({ label, orr }, index) =>
      rich`${strong(percent(orr.rate))}${index === 0 ? ' of patients responded' : ''} with ${inSentence(label)}`,
  );
  return rich`${listedParts(parts)}${difference(comparisons)}.`;
}

function difference([first]: ResponseAnswers['comparisons']): RichText {
  return first?.name === rateNames.orr ? comparisonInWords(first.comparison) : [];
}

function diseaseControl({ groups }: ResponseAnswers): RichText {
  const rates = groups.flatMap(({ dcr }) => (dcr === null ? [] : [strong(percent(dcr.rate))]));
  if (rates.length === 0) return [];
  return rich`Disease was controlled in ${listedParts(rates.map((rate) => [rate]))}.`;
}

function ofPatients({ events, n }: Proportion): string {
  return `${count(events)} of ${count(n)}`;
}
