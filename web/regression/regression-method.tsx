import { rowOptions } from '../data/analyses/row-options.ts';
import { untestedCovariates } from '../data/analyses/regression.ts';
import { full, ratio, tick } from '../format/numbers.ts';
import { capitalised, inSentence, listed } from '../format/words.ts';
import { usedOf } from '../panels/method.ts';
import { levelShown } from '../panels/options.tsx';
import { answered } from '../panels/outcomes.ts';
import { rowsInWords } from '../panels/row-words.ts';
import { shownCohort, shownParts, shownSetup } from '../panels/shown.ts';
import { text } from '../text/text.ts';
import { MethodLine } from '../ui/panel.tsx';
import { Prose } from '../ui/prose.tsx';
import { enteredTerms, rowsOf, type ModelAnswers, type OutcomeModels } from './answers.ts';
import { shownLabel as labelOf } from './shown-label.ts';

const words = text.regression;

/** How the models were made, who entered, and of how many patients each is. */
export function RegressionMethod({ shownModels }: { shownModels: readonly ModelAnswers[] }) {
  const { ties, firth } = shownParts.options.value.regression;
  const how = firth ? words.howPenalised : words.how;
  return (
    <MethodLine>
      {how(words.tiesInSentence[ties], levelShown())} {words.howUnivariable}{' '}
      {enteredInWords(shownModels)} {notTestedInWords()}{' '}
      {rowsInWords(rowOptions(shownSetup.value)).join(' ')} {shownModels.flatMap(factsOf).join(' ')}{' '}
      {shownModels.map(({ words: own, table }) => {
        const answer = answered(table);
        return (
          answer !== null && (
            <span key={own.name}>
              {shownModels.length > 1 && words.usedFor(own.title)}
              <Prose text={usedOf(answer.used, answer.excluded)} />{' '}
            </span>
          )
        );
      })}
    </MethodLine>
  );
}

/** A covariate that is silently absent would look forgotten; `without`: the column of the outcome. */
export function notTestedInWords(without: string | null = null): string {
  const loaded = shownCohort.value;
  const untested = (loaded === null ? [] : untestedCovariates(loaded, shownSetup.value)).filter(
    ({ column }) => column !== without,
  );
  if (untested.length === 0) return '';
  const named = untested.map(({ column, why }) => {
    const label = inSentence(labelOf(column), column);
    return typeof why === 'string'
      ? words.whyNotTested[why](label)
      : words.whyNotTested.sameAs(label, inSentence(labelOf(why.sameAs), why.sameAs));
  });
  return words.notTestedAtAll(listed(named));
}

function factsOf({ words: own, table }: ModelAnswers): string[] {
  const value = answered(table)?.value;
  if (value === undefined) return [];
  const { eventsPerVariable, concordance } = value;
  const facts = [
    ...(eventsPerVariable === null
      ? []
      : [words.perTerm(full.expected(eventsPerVariable), own.events)]),
    ...(concordance === null ? [] : [words.concordance(ratio(concordance.value))]),
  ];
  return facts.length === 0 ? [] : [words.facts(own.title, listed(facts))];
}

/** By p, other terms may have entered for each outcome. */
export function enteredInWords(shownModels: readonly OutcomeModels[]): string {
  const { entry } = shownParts.options.value.regression;
  const chosen = shownParts.factorsChosen.value
    ? 'chosen'
    : shownModels[0]?.ratio === 'odds'
      ? 'guessedForOdds'
      : 'guessed';
  const fitted = shownModels.filter(({ multivariableRefused }) => !multivariableRefused);
  const byEndpoint = fitted.map((answers) => {
    const terms = enteredTerms(answers).length;
    const all = new Set(rowsOf(answers).map(({ name }) => name)).size;
    if (all === 1 && terms === 1) return words.oneEntered;
    if (terms === all) return words.allEntered;
    const rule =
      typeof entry === 'number'
        ? words.enteredBelow(tick(entry))
        : words.entered[entry === 'chosen' ? chosen : entry];
    return `${words.someEntered(terms, all)}${rule}`;
  });
  const different = [...new Set(byEndpoint)];
  return different.length < 2
    ? (different[0] ?? '')
    : byEndpoint
        .map(
          (sentence, at) =>
            `${words.usedFor(capitalised(fitted[at]?.inSentence ?? ''))}${sentence}`,
        )
        .join(' ');
}
