// The results that the response panel is made of.
import type {
  AnalysisResult,
  Denominator,
  ResponseGroup,
  ResponseSet,
} from '../../build/wasm/riskset.js';
import type { Options } from '../data/options.ts';
import { armLabel, referenceLast } from '../panels/arms.ts';
import type { NamedComparison } from '../panels/comparison-table.ts';
import { answered, outcome, type Outcome } from '../panels/outcomes.ts';
import { text } from '../text/text.ts';

export type Rate = 'orr' | 'dcr' | 'cbr';

export const rates: readonly Rate[] = ['orr', 'dcr', 'cbr'];

/** The rates with one denominator. */
export interface RateSet {
  /** In the order they are shown: the reference arm last. */
  groups: ResponseGroup[];
  comparisons: NamedComparison[];
}

/** With the denominator that the sentence uses, and with both. */
export interface ResponseAnswers extends RateSet {
  result: Outcome<'bestResponse'>;
  /** The same with clinical benefit; not asked for without progression-free survival. */
  benefit: Outcome<'bestResponse'>;
  /** Each arm's objective response against a given rate, when there is one. */
  against: Outcome<'proportion'>;
  denominator: Denominator;
  /** How long stable disease lasts that is clinical benefit. */
  weeks: number;
  sets: Record<Denominator, RateSet>;
}

export function responseAnswers(
  results: ReadonlyMap<string, AnalysisResult>,
  { denominator, benefitWeeks: weeks }: Options['response'],
): ResponseAnswers {
  const result = outcome(results, 'response', 'bestResponse');
  const benefit = outcome(results, 'response:benefit', 'bestResponse');
  const against = outcome(results, 'response:against', 'proportion');
  const given = (answered(benefit) ?? answered(result))?.value.sets;
  const sets = { all: rateSet(given?.all), evaluable: rateSet(given?.evaluable) };
  return { result, benefit, against, denominator, weeks, sets, ...sets[denominator] };
}

export function rateName(rate: Rate): string {
  return text.response[rate];
}

/** Patients of whom it is not known whether they responded. */
export function notEvaluable(groups: readonly ResponseGroup[]): number {
  return groups.reduce((sum, { counts }) => sum + counts.NE + counts.missing, 0);
}

/** Patients whose stable disease was followed for too short to know its benefit. */
export function benefitUnknown(groups: readonly ResponseGroup[]): number {
  return groups.reduce((sum, group) => sum + group.benefitUnknown, 0);
}

function rateSet(set: ResponseSet | undefined): RateSet {
  if (set === undefined) return { groups: [], comparisons: [] };
  const alone = set.groups.length === 1;
  return {
    groups: referenceLast(set.groups).map((group) => ({
      ...group,
      label: armLabel(group.label, alone),
    })),
    comparisons: rates.flatMap((rate) => {
      const comparison = set.comparisons?.[rate] ?? null;
      return comparison === null ? [] : [{ name: rateName(rate), comparison }];
    }),
  };
}
