// What the response panel says in words.
import { count, percent, percentInterval, tick } from '../format/numbers.ts';
import { joined, rich, strong, type RichText } from '../base/rich-text.ts';
import { inSentence, listedParts } from '../format/words.ts';
import type { RateInterval } from '../data/options.ts';
import { comparisonInWords } from '../panels/comparison-sentence.ts';
import { answered } from '../panels/outcomes.ts';
import { text } from '../text/text.ts';
import { benefitUnknown, notEvaluable, rateName, type ResponseAnswers } from './answers.ts';

const words = text.response;

/** Who is counted: the denominator, always said. */
export function definition({ groups, denominator }: ResponseAnswers): string {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  if (denominator === 'evaluable') return words.evaluablePatients(n);
  const unknown = notEvaluable(groups);
  return unknown === 0 ? words.allEvaluable(n) : words.allTreated(n, unknown);
}

export function lede(answers: ResponseAnswers, interval: RateInterval, coverage: string): RichText {
  return joined([objectiveResponse(answers, interval, coverage), diseaseControl(answers)]);
}

/** The rule of clinical benefit, and of whom it is not known. */
export function benefitMethod({ benefit, sets, weeks }: ResponseAnswers): string {
  if (answered(benefit) === null) return '';
  return words.howBenefit(tick(weeks), benefitUnknown(sets.all.groups));
}

function objectiveResponse(
  { groups, comparisons }: ResponseAnswers,
  interval: RateInterval,
  coverage: string,
): RichText {
  const rates = groups.flatMap(({ label, orr }) => (orr === null ? [] : [{ label, orr }]));
  const [only] = rates;
  if (only === undefined) return [];
  if (rates.length === 1) {
    const { events, n, rate, intervals } = only.orr;
    const bounds = percentInterval(intervals[interval]);
    const arm = groups.length > 1 ? inSentence(only.label) : '';
    const patients = words.patients(count(events), count(n));
    return words.ofAll(percent(rate), arm, patients, coverage, bounds);
  }
  const parts = rates.map(({ label, orr }, index) =>
    words.inArm(percent(orr.rate), index === 0, inSentence(label)),
  );
  const [first] = comparisons;
  const compared =
    first?.name === rateName('orr') ? comparisonInWords(first.comparison, coverage) : [];
  return rich`${listedParts(parts)}${compared}.`;
}

function diseaseControl({ groups }: ResponseAnswers): RichText {
  const rates = groups.flatMap(({ dcr }) => (dcr === null ? [] : [strong(percent(dcr.rate))]));
  return rates.length === 0 ? [] : words.controlled(listedParts(rates.map((rate) => [rate])));
}
