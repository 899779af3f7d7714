import type { Warning } from '../../build/wasm/riskset.js';
import { nbsp, pValue } from '../format/numbers.ts';
import { p, rich, type RichText } from '../format/rich-text.ts';
import { inSentence, listed } from '../format/words.ts';
import { answered, warningsOf } from '../panels/outcomes.ts';
import type { ModelAnswers } from './answers.ts';
import type { LabelOf } from './labels.ts';

/** The warnings of the engine; changing effects have their own sentence here. */
export function modelWarnings(shown: readonly ModelAnswers[]): Warning[] {
  return shown
    .flatMap(({ table, model }) => [...warningsOf(model), ...warningsOf(table)])
    .filter(({ code }) => code !== 'nonProportionalHazards');
}

/** One message per term whose effect changes during follow-up, in however many of the models shown. */
export function changingEffects(
  shown: readonly ModelAnswers[],
  labelOf: LabelOf,
): { claim: string; text: RichText }[] {
  const changing = shown.flatMap(({ words, model }) => {
    const answer = answered(model);
    const warned = (answer?.warnings ?? []).filter(({ code }) => code === 'nonProportionalHazards');
    return warned.flatMap(({ column }) => {
      const test = answer?.value.proportionalHazards?.terms.find(({ name }) => name === column);
      return test === undefined ? [] : [{ column, words, p: test.p }];
    });
  });
  const columns = [...new Set(changing.map(({ column }) => column))];
  return columns.map((column) => {
    const own = changing.filter((one) => one.column === column);
    const label = inSentence(labelOf(column));
    const where =
      own.length === 2
        ? 'in both models'
        : `in the model for ${own.map(({ words }) => words.inSentence).join('')}`;
    const values = listed(own.map((one) => pValue(one.p)));
    const sign = /^[<>]/.test(values) ? '' : `=${nbsp}`;
    return {
      claim:
        `The effect of ${label} changes during follow-up ${shown.length > 1 ? where : ''}`.trimEnd(),
      text: rich`(proportional-hazards test ${p}${nbsp}${sign}${values}). Its hazard ratio is an average.`,
    };
  });
}
