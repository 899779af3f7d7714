import { computed } from '@preact/signals';

import { level } from '../format/numbers.ts';
import { NoEndpoint } from '../panels/endpoint-switch.tsx';
import { usedOf } from '../panels/method.ts';
import { answered } from '../panels/outcomes.ts';
import { ResultPanel } from '../panels/result-panel.tsx';
import { shown, shownCohort, shownParts, shownSetup } from '../panels/shown.ts';
import { steady } from '../panels/steady.ts';
import { StatTable } from '../tables/stat-table.tsx';
import { text } from '../text/text.ts';
import { Note, ProblemBlock, Warnings } from '../ui/messages.tsx';
import { Definition, Lede, MethodLine } from '../ui/panel.tsx';
import { Prose } from '../ui/prose.tsx';
import { patientsAnswers, type PatientsAnswers } from './answers.ts';
import { leftOut, problemsOf, warningsOf } from './messages.tsx';
import { patientsTable } from './patients-table.ts';
import { startPeriod } from './period.ts';
import { definition, lede } from './sentences.ts';
import { TableOneChoices, TableOneMethod, TableOneTable } from './table-one-part.tsx';

const say = text.patients;

const answers = steady(() =>
  shownCohort.value === null
    ? null
    : patientsAnswers(shown.value.results, shownCohort.value, shownSetup.value),
);

const period = steady(() =>
  shownCohort.value === null ? null : startPeriod(shownCohort.value, shownSetup.value),
);

/** How many warnings and problems the panel shows. */
export const patientsAlerts = computed(() =>
  answers.value === null ? 0 : warningsOf(answers.value).length + problemsOf(answers.value).length,
);

/** Who was treated with what, and for how long each endpoint was watched. */
export function PatientsSection() {
  return (
    <ResultPanel id="patients" title={text.shell.sections.patients}>
      {answers.value !== null && <Followed answers={answers.value} />}
    </ResultPanel>
  );
}

function Followed({ answers: own }: { answers: PatientsAnswers }) {
  const coverage = level(shownParts.options.value.level);
  const opening = definition(own, period.value);
  const tableOne = answered(own.tableOne);
  return (
    <>
      {opening !== '' && <Definition>{opening}</Definition>}
      <Lede>
        <Prose text={lede(own, coverage)} />
      </Lede>
      <Warnings items={warningsOf(own)} />
      <ProblemBlock items={problemsOf(own)} />
      {tableOne !== null && (
        <>
          <TableOneTable answer={tableOne} />
          <TableOneMethod answer={tableOne} />
        </>
      )}
      <TableOneChoices />
      <StatTable model={patientsTable(own, coverage)} />
      <Note items={leftOut(own)} />
      {own.endpoints.length === 0 ? (
        <NoEndpoint what={say.needs} endpoints={shownParts.endpoints.value} />
      ) : (
        <Method answers={own} coverage={coverage} />
      )}
    </>
  );
}

function Method({ answers: own, coverage }: { answers: PatientsAnswers; coverage: string }) {
  const { interval } = shownParts.options.value.survival;
  const several = own.endpoints.length > 1;
  return (
    <MethodLine>
      {say.method.followUp(coverage, text.survival.method.intervals[interval])}{' '}
      {own.arms.length > 1 && `${say.method.rule} `}
      {own.endpoints.map(({ followUp, words }) => {
        const answer = answered(followUp);
        if (answer === null) return null;
        return (
          <span key={words.name}>
            {several && say.method.of(words.title)}
            <Prose text={usedOf(answer.used, answer.excluded)} />{' '}
          </span>
        );
      })}
    </MethodLine>
  );
}
