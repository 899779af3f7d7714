import { computed } from '@preact/signals';

import { GoToData } from '../panels/endpoint-switch.tsx';
import { problemMessage, problemMessages, warningMessages } from '../panels/messages.tsx';
import { levelShown } from '../panels/options.tsx';
import { answered, refused } from '../panels/outcomes.ts';
import { shown, shownParts, shownSetup } from '../panels/shown.ts';
import { steady } from '../panels/steady.ts';
import { setOptions } from '../data/store.ts';
import { StatTable } from '../tables/stat-table.tsx';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure, Disclosures } from '../ui/disclosure.tsx';
import { ProblemBlock, Warnings, type Message } from '../ui/messages.tsx';
import { Definition, Lede } from '../ui/panel.tsx';
import { Prose } from '../ui/prose.tsx';
import { NoTerms } from './cox-models.tsx';
import { shownLabel as labelOf } from './shown-label.ts';
import { logisticAnswers, type LogisticAnswers } from './logistic-answers.ts';
import { LogisticMethod } from './logistic-method.tsx';
import { LogisticNumbers } from './logistic-numbers.tsx';
import { LogisticOptions, OutcomeFields } from './logistic-options.tsx';
import { definition } from './logistic-sentences.ts';
import { fewOutcomes, otherWarnings, separated } from './logistic-warnings.ts';
import { inProse, rowsOfLevel } from './messages.tsx';
import { regressionTable } from './regression-table.ts';
import { lede } from './sentences.ts';
import { Unmeasured } from './unmeasured-confounding.tsx';

const words = text.regression.logistic;

const answers = steady(() => logisticAnswers(shown.value.results, shownSetup.value, labelOf));

const messages = computed(() => {
  const own = answers.value;
  if (own === null) return { warnings: [], problems: [] };
  const { firth } = shownParts.options.value.logistic;
  const unseparated = separated(own, labelOf);
  return {
    warnings: [
      ...unseparated.map((told, index) => ({
        ...inProse(told),
        ...(index === 0 && { action: <UseFirth /> }),
        ...rowsOfLevel(told),
      })),
      ...fewOutcomes(own, firth).map((told) => ({
        ...inProse(told),
        ...(!firth && unseparated.length === 0 && { action: <UseFirth /> }),
      })),
      ...warningMessages(otherWarnings(own)),
    ],
    problems: problemsOf(own),
  };
});

function problemsOf(own: LogisticAnswers): Message[] {
  const { counted, rate, table, inSentence: called, words: said } = own;
  const missing = words.noModels(called);
  const oneOutcome = counted !== null && (counted.events === 0 || counted.events === counted.n);
  if (oneOutcome && refused(table) !== null) {
    return [{ claim: missing, text: words.oneOutcome(counted.events === 0, counted.n, said.had) }];
  }
  const multivariable = answered(table)?.value.refused ?? null;
  return [
    ...problemMessages([
      { missing, outcome: rate },
      { missing, outcome: table },
    ]).map((problem) => ({ ...problem, action: <GoToData>{text.response.sayInData}</GoToData> })),
    ...(multivariable === null
      ? []
      : [problemMessage(words.noMultivariable(called), multivariable)]),
  ];
}

function UseFirth() {
  return (
    <Button kind="small" onClick={() => setOptions('logistic', { firth: true })}>
      {text.regression.useFirth}
    </Button>
  );
}

export const logisticAlerts = computed(
  () => messages.value.warnings.length + messages.value.problems.length,
);

/** Univariable and multivariable logistic models of one binary outcome. */
export function LogisticModels() {
  const own = answers.value;
  return (
    <>
      <OutcomeFields />
      {own === null ? (
        <p class="prose">{words.choose}</p>
      ) : own.table === null && own.rate?.ok !== false ? (
        <NoTerms />
      ) : (
        <Models own={own} />
      )}
    </>
  );
}

function Models({ own }: { own: LogisticAnswers }) {
  const { warnings, problems } = messages.value;
  const coverage = levelShown();
  const answer = answered(own.table);
  const said = lede([own], shownParts.arm.value, labelOf, coverage);
  return (
    <>
      {own.counted !== null && (
        <Definition>{definition(own, shownParts.options.value.response.denominator)}</Definition>
      )}
      {said.length > 0 && (
        <Lede>
          <Prose text={said} />
        </Lede>
      )}
      <Warnings items={warnings} />
      {problems.length > 0 && <ProblemBlock items={problems} />}
      {answer !== null && (
        <>
          <StatTable model={regressionTable([own], labelOf, coverage)} />
          <LogisticMethod own={own} />
        </>
      )}
      <Disclosures>
        <LogisticOptions own={own} />
        <Unmeasured shownModels={[own]} />
        {own.model !== null && (
          <Disclosure name={text.regression.allNumbers} setting={words.allNumbersSetting}>
            <LogisticNumbers outcome={own.words.outcome} model={own.model} labelOf={labelOf} />
          </Disclosure>
        )}
      </Disclosures>
    </>
  );
}
