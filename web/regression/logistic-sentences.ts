// What is said of a binary outcome and its models, beside the sentence that all models share.
import type { Denominator, LogisticModel } from '../../build/wasm/riskset.js';
import type { RichText } from '../base/rich-text.ts';
import { count, full, percent, pValue, ratio } from '../format/numbers.ts';
import { inSentence, levelLabel } from '../format/words.ts';
import { answered } from '../panels/outcomes.ts';
import { text } from '../text/text.ts';
import type { LabelOf } from './labels.ts';
import type { LogisticAnswers } from './logistic-answers.ts';
import { rarer } from './logistic-warnings.ts';

const words = text.regression.logistic;

/** "Objective response (CR + PR): 17 of 83 patients, 20.5%. …" */
export function definition(
  { outcome, words: said, counted }: LogisticAnswers,
  denominator: Denominator,
): string {
  if (counted === null) return '';
  const patients = text.shared.ofPatients(count(counted.events), count(counted.n));
  const others =
    outcome.response === null
      ? words.against(levelLabel(outcome.other))
      : words.denominators[denominator][outcome.response];
  return `${words.definition(said.defined, patients, percent(counted.rate))} ${others}`;
}

/** One p for each term, however many levels it has; empty where there is no model. */
export function termTests(model: LogisticModel | null, labelOf: LabelOf): RichText {
  if (model === null || model.termTests.length === 0) return [];
  return words.termTests(
    model.termTests.map(({ name, test }) =>
      words.termTest(inSentence(labelOf(name), name), pValue(test.p)),
    ),
  );
}

/** "2.8 responders per coefficient", "c-statistic 0.78 (standard error 0.06)" */
export function facts(answers: LogisticAnswers): string[] {
  const { table, model } = answers;
  const perTerm = answered(table)?.value.eventsPerVariable ?? null;
  const { value = null, stdError = null } = model?.cStatistic ?? {};
  return [
    ...(perTerm === null ? [] : [words.perTerm(full.expected(perTerm), rarer(answers))]),
    ...(value === null
      ? []
      : stdError === null
        ? [words.cStatisticAlone(ratio(value))]
        : [words.cStatistic(ratio(value), ratio(stdError))]),
  ];
}
