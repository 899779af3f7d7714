// What rounding of times does to a hazard ratio: the same under each rule for ties.
import type { AnalysisResult, CoxRow } from '../../build/wasm/riskset.js';
import { tieRules } from '../data/analyses/model-checks.ts';
import type { EndpointSetup } from '../data/setup.ts';
import { ratioToCompare } from '../format/numbers.ts';
import { inSentence } from '../format/words.ts';
import { answered, outcome } from '../panels/outcomes.ts';
import { text } from '../text/text.ts';
import { coefficient, keyOf } from './coefficients.ts';
import type { LabelOf } from './labels.ts';

const words = text.modelChecks.ties;

/** One sentence about the arm, or the first term where there is none; null without a ratio. */
export function tiesSentence(
  results: ReadonlyMap<string, AnalysisResult>,
  { name, title, unit }: Pick<EndpointSetup, 'name' | 'title' | 'unit'>,
  arm: string | null,
  labelOf: LabelOf,
): string | null {
  const models = tieRules.map(
    (rule) => answered(outcome(results, `ties:${rule}:${name}`, 'cox'))?.value.terms ?? [],
  );
  const [efron = []] = models;
  const estimated = efron.filter(({ hr, reference }) => hr !== null && !reference);
  const row = estimated.find((own) => own.name === arm) ?? estimated[0];
  if (row === undefined) return null;
  const { label } = coefficient(row, arm, labelOf);
  const [byEfron = '', byBreslow = '', exact = ''] = models.map((terms) => ratioIn(terms, row));
  return words.said({
    title: inSentence(title),
    unit,
    term: inSentence(label, row.name),
    efron: byEfron,
    breslow: byBreslow,
    exact,
  });
}

function ratioIn(terms: readonly CoxRow[], row: CoxRow): string {
  const own = terms.find((term) => keyOf(term) === keyOf(row));
  return own === undefined ? words.notComputed : ratioToCompare(own.hr);
}
