import { rowOptions, countAlike } from '../data/analyses/row-options.ts';
import { listed } from '../format/words.ts';
import { usedOf } from '../panels/method.ts';
import { levelShown } from '../panels/options.tsx';
import { answered } from '../panels/outcomes.ts';
import { shownParts, shownSetup } from '../panels/shown.ts';
import { text } from '../text/text.ts';
import { MethodLine } from '../ui/panel.tsx';
import { Prose } from '../ui/prose.tsx';
import { shownLabel as labelOf } from './shown-label.ts';
import type { LogisticAnswers } from './logistic-answers.ts';
import { facts, termTests } from './logistic-sentences.ts';
import { enteredInWords, notTestedInWords } from './regression-method.tsx';

const words = text.regression.logistic;

/** How the odds ratios were made, who entered, and of how many patients they are. */
export function LogisticMethod({ own }: { own: LogisticAnswers }) {
  const { interval, firth } = shownParts.options.value.logistic;
  const answer = answered(own.table);
  const known = facts(own);
  return (
    <MethodLine>
      {words.how[firth ? 'firth' : interval](levelShown())} {text.regression.howUnivariable}{' '}
      {enteredInWords([own])} {notTestedInWords(own.outcome.column)}{' '}
      {!countAlike(rowOptions(shownSetup.value)) && `${text.panels.rowOptions.notHere} `}
      <Prose text={termTests(own.model, labelOf)} />{' '}
      {known.length > 0 && words.facts(listed(known))}{' '}
      {answer !== null && <Prose text={usedOf(answer.used, answer.excluded)} />}
    </MethodLine>
  );
}
