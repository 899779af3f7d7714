import { computed, signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import type { EndpointSetup } from '../data/setup.ts';
import { cohort, setup } from '../data/store.ts';
import { mostBands, type SurvivalFigureData } from '../figures/kaplan-meier-data.ts';
import { drawSurvival } from '../figures/kaplan-meier-scene.ts';
import { KaplanMeierFigure } from '../figures/kaplan-meier-figure.tsx';
import { mostCensorTicks } from '../figures/steps.ts';
import { FigureFrame } from '../figures/frame.tsx';
import { pEquals, ratio, ratioInterval } from '../format/numbers.ts';
import { answered } from '../panels/outcomes.ts';
import { shown } from '../panels/shown.ts';
import { isReady } from '../panels/endpoint-ready.ts';
import { problemMessages, warningMessages } from '../panels/messages.tsx';
import { ResultPanel } from '../panels/result-panel.tsx';
import { usedOf } from '../panels/method.ts';
import { noComparison } from '../panels/no-comparison.ts';
import { EndpointSwitch, NoEndpoint } from '../panels/endpoint-switch.tsx';
import { startOfTime, timesInWords } from '../panels/time-origin.ts';
import { StatTable } from '../tables/stat-table.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure, Disclosures, openDisclosure } from '../ui/disclosure.tsx';
import { Note, ProblemBlock, Warnings, type Message } from '../ui/messages.tsx';
import { Definition, Lede, MethodLine } from '../ui/panel.tsx';
import { Prose } from '../ui/prose.tsx';
import { hazardRatios, survivalAnswers, type SurvivalAnswers } from './answers.ts';
import { HazardsCheck } from './hazards-check.tsx';
import { AllNumbers, StepsTable } from './numbers-tables.tsx';
import { definition, description, lede } from './sentences.ts';
import { summaryTable } from './summary-table.ts';
import { changingHazards, survivalWarnings } from './warnings.ts';

const chosen = signal<string | null>(null);

const endpoint = computed(() => {
  const { endpoints } = setup.value;
  return endpoints.find(({ name }) => name === chosen.value) ?? endpoints[0] ?? null;
});

const answers = computed(() =>
  endpoint.value === null || !isReady(endpoint.value)
    ? null
    : survivalAnswers(shown.value.results, endpoint.value),
);

const messages = computed(() => {
  if (answers.value === null) return { warnings: [], problems: [] };
  const { curves, logRank, hazard, groups } = answers.value;
  // With one curve a note below says why nothing is compared.
  const alone = groups.length === 1;
  return {
    warnings: [
      ...hazardsMessage(answers.value),
      ...warningMessages(survivalWarnings(answers.value)),
    ],
    problems: problemMessages([
      { missing: 'No curve.', outcome: curves },
      ...(alone
        ? []
        : [
            { missing: 'No log-rank test.', outcome: logRank },
            { missing: 'No hazard ratio.', outcome: hazard },
          ]),
    ]),
  };
});

const checkId = 'survival-hazards-check';

function hazardsMessage(own: SurvivalAnswers): Message[] {
  const text = changingHazards(own);
  if (text === null) return [];
  return [
    {
      claim: 'One hazard ratio does not describe these curves well.',
      text: <Prose text={text} />,
      action: (
        <Button kind="small" onClick={() => openDisclosure(checkId)}>
          See the test
        </Button>
      ),
    },
  ];
}

/** How many warnings and problems the panel shows. */
export const survivalAlerts = computed(
  () => messages.value.warnings.length + messages.value.problems.length,
);

/** One panel with a switch between the endpoints of the cohort. */
export function SurvivalSection() {
  return (
    <ResultPanel
      id="survival"
      title="Survival"
      tools={
        <EndpointSwitch
          endpoints={setup.value.endpoints}
          value={endpoint.value?.name ?? ''}
          onChange={(name) => (chosen.value = name)}
        />
      }
    >
      {endpoint.value === null || answers.value === null ? (
        <NoEndpoint what="Survival" endpoints={endpoint.value === null ? [] : [endpoint.value]} />
      ) : (
        <EndpointPanel endpoint={endpoint.value} answers={answers.value} />
      )}
    </ResultPanel>
  );
}

function labelOf(column: string): string {
  return setup.value.types.get(column)?.label ?? column;
}

interface EndpointProps {
  endpoint: EndpointSetup;
  answers: SurvivalAnswers;
}

function EndpointPanel({ endpoint: shownEndpoint, answers: own }: EndpointProps) {
  const { curves, hazard, groups } = own;
  const { warnings, problems } = messages.value;
  const hazards = answered(hazard)?.value.proportionalHazards ?? null;
  if (answered(curves) === null) return <ProblemBlock items={problems} />;
  return (
    <>
      <Definition>{definition(own, startOfTime(shownEndpoint))}</Definition>
      <Lede>
        <Prose text={lede(own)} />
      </Lede>
      <Warnings items={warnings} />
      <ProblemBlock items={problems} />
      <Figure endpoint={shownEndpoint} answers={own} />
      <StatTable model={summaryTable(own)} stacked={groups.length <= 2} />
      {groups.length === 1 && (
        <Note items={[noComparison(setup.value.arm, 'log\u2011rank test and hazard ratio')]} />
      )}
      <Method endpoint={shownEndpoint} answers={own} />
      <Disclosures>
        <Disclosure
          name="All numbers"
          setting="medians, tests, hazard ratio, survival at the ticks"
        >
          <AllNumbers answers={own} />
        </Disclosure>
        {hazards !== null && <HazardsCheck id={checkId} test={hazards} labelOf={labelOf} />}
      </Disclosures>
    </>
  );
}

function Figure({ endpoint: { name, start: column }, answers: own }: EndpointProps) {
  const { groups, words, unit } = own;
  const start = startOfTime({ start: column });
  const data = useMemo<SurvivalFigureData>(
    () => ({
      groups,
      unit,
      level: '95%',
      yTitle: words.axis,
      xTitle: `${unit.charAt(0).toUpperCase()}${unit.slice(1)} since ${start}`,
      eventWord: words.counted,
      comparison: comparisonRows(own),
    }),
    [own, start],
  );
  const title = groups.length > 1 ? `${words.title} by arm` : words.title;
  return (
    <FigureFrame
      title={title}
      description={description(own)}
      dataTable={() => <StepsTable answers={own} />}
      picture={{
        name: [cohort.value?.name ?? '', name, 'kaplan-meier'],
        draw: drawSurvival(data),
      }}
      note={noteOf(own)}
    >
      <KaplanMeierFigure data={data} title={title} description={description(own)} />
    </FigureFrame>
  );
}

function comparisonRows(own: SurvivalAnswers): SurvivalFigureData['comparison'] {
  const ratios = hazardRatios(own);
  const [first] = ratios;
  const test = answered(own.logRank)?.value;
  return [
    ...(ratios.length === 1 && first !== undefined && first.value !== null
      ? [
          {
            label: `Hazard ratio for ${own.words.hazard}`,
            value: `${ratio(first.value)} (${ratioInterval(first)})`,
            key: true,
          },
        ]
      : []),
    ...(test === undefined ? [] : [{ label: 'Log-rank test', value: `p${pEquals(test.p)}` }]),
  ];
}

function noteOf({ groups, words }: SurvivalAnswers): string {
  const notReached = groups.some(
    ({ median }) => median.value === null || median.lower === null || median.upper === null,
  );
  return [
    groups.length <= mostBands
      ? 'Bands: 95% CI.'
      : 'Intervals are in the data table: bands of so many arms would hide the curves.',
    groups.some(({ censored }) => censored > mostCensorTicks)
      ? `Censored patients have ticks up to ${mostCensorTicks} in an arm.`
      : 'Ticks: censored.',
    'Thin line: fewer than 5 patients at risk. Dotted: medians.',
    ...(groups.length <= mostBands
      ? [`Censored and ${words.counted.toLowerCase()}: totals before that time.`]
      : []),
    ...(notReached ? ['NR: not reached.'] : []),
  ].join(' ');
}

function Method({ endpoint: shownEndpoint, answers: own }: EndpointProps) {
  const { curves, followUp, groups } = own;
  const curve = answered(curves);
  if (curve === null) return null;
  const compared = groups.length > 1;
  return (
    <MethodLine>
      Kaplan–Meier; 95% intervals on the log scale, as in R; medians after Brookmeyer and Crowley.{' '}
      {compared &&
        'Log-rank test, two-sided, unstratified. Cox model, Efron ties, Wald interval and test. '}
      {answered(followUp) !== null && 'Follow-up by reverse Kaplan–Meier. '}
      {timesInWords(shownEndpoint)} Counts at a tick include patients whose event falls on it.{' '}
      <Prose text={usedOf(curve.used, curve.excluded)} />
    </MethodLine>
  );
}
