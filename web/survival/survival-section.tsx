import { computed, signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import { countAlike, rowOptions } from '../data/analyses/row-options.ts';
import { survivalTimes } from '../data/analyses/survival-times.ts';
import { openAddEndpoint } from '../data/section/endpoints/add-endpoint.tsx';
import { InTurn } from '../data/section/in-turn.ts';
import type { EndpointSetup } from '../data/setup.ts';
import type { SurvivalFigureData } from '../figures/kaplan-meier-data.ts';
import { drawSurvival } from '../figures/kaplan-meier-scene.ts';
import { KaplanMeierFigure } from '../figures/kaplan-meier-figure.tsx';
import { FigureFrame } from '../figures/frame.tsx';
import { pEquals, ratio, ratioInterval } from '../format/numbers.ts';
import { answered } from '../panels/outcomes.ts';
import { shown, shownCohort, shownParts, shownSetup } from '../panels/shown.ts';
import { steady } from '../panels/steady.ts';
import { isReady } from '../data/endpoint-dates.ts';
import { ResultPanel } from '../panels/result-panel.tsx';
import { noComparison } from '../panels/no-comparison.ts';
import { EveryEndpoint } from '../panels/every-endpoint.tsx';
import { EndpointSwitch, NoEndpoint } from '../panels/endpoint-switch.tsx';
import { startOfTime } from '../panels/time-origin.ts';
import { StatTable } from '../tables/stat-table.tsx';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure, Disclosures } from '../ui/disclosure.tsx';
import { Note, ProblemBlock, Warnings } from '../ui/messages.tsx';
import { Definition, Lede, MethodLine } from '../ui/panel.tsx';
import { Prose } from '../ui/prose.tsx';
import { armTest, hazardRatios, survivalAnswers, type SurvivalAnswers } from './answers.ts';
import { ConditionalSurvival } from './conditional-survival.tsx';
import { meanOf } from './contrasts.ts';
import { CurveDifference } from './curve-difference.tsx';
import { HazardsCheck } from './hazards-check.tsx';
import { HazardsPictures } from './hazards-pictures.tsx';
import { LandmarkAnalysis } from './landmark-analysis.tsx';
import { checkId, messagesOf, numbersId, otherTestsId, type PanelMessages } from './messages.tsx';
import { methodLine } from './method-line.ts';
import { AllNumbers, StepsTable } from './numbers-tables.tsx';
import { SurvivalOptions } from './options-panel.tsx';
import { OtherTests } from './other-tests.tsx';
import { periodsMethod } from './warnings.ts';
import { figureNote } from './figure-note.ts';
import { definition, description, lede } from './sentences.ts';
import { summaryTable } from './summary-table.ts';

const say = text.survival;

const chosen = signal<string | null>(null);

const endpoint = steady(() => {
  const endpoints = shownParts.endpoints.value;
  return (
    endpoints.find(({ name }) => name === chosen.value) ??
    endpoints.find(isReady) ??
    endpoints[0] ??
    null
  );
});

function answersOf(of: EndpointSetup): SurvivalAnswers | null {
  const loaded = shownCohort.value;
  if (loaded === null || !isReady(of)) return null;
  const times = survivalTimes(loaded, shownSetup.value, of);
  const options = shownParts.options.value;
  const rows = rowOptions(shownSetup.value);
  return survivalAnswers(shown.value.results, of, { times, options, rows });
}

const answers = steady(() => endpoint.value && answersOf(endpoint.value));

const messages = computed<PanelMessages>(() =>
  answers.value === null || endpoint.value === null
    ? { warnings: [], problems: [] }
    : messagesOf(answers.value, endpoint.value),
);

/** How many warnings and problems the panel shows. */
export const survivalAlerts = computed(
  () => messages.value.warnings.length + messages.value.problems.length,
);

/** One panel with a switch between the endpoints of the cohort. */
export function SurvivalSection() {
  return (
    <ResultPanel
      id="survival"
      title={say.title}
      tools={
        <>
          <EndpointSwitch
            endpoints={shownParts.endpoints.value}
            value={endpoint.value?.name ?? ''}
            onChange={(name) => (chosen.value = name)}
          />
          <Button onClick={openAddEndpoint}>{text.data.endpoints.add}</Button>
        </>
      }
    >
      {endpoint.value === null || answers.value === null ? (
        <NoEndpoint what={say.needs} endpoints={endpoint.value === null ? [] : [endpoint.value]} />
      ) : (
        <EveryEndpoint
          endpoints={shownParts.endpoints.value.filter(isReady)}
          chosen={endpoint.value.name}
        >
          {panelOf}
        </EveryEndpoint>
      )}
    </ResultPanel>
  );
}

function labelOf(column: string): string {
  return shownParts.types.value.get(column)?.label ?? column;
}

function panelOf(of: EndpointSetup) {
  if (of === endpoint.value && answers.value !== null) {
    return <EndpointPanel endpoint={of} answers={answers.value} messages={messages.value} />;
  }
  const own = answersOf(of);
  return own && <EndpointPanel endpoint={of} answers={own} messages={messagesOf(own, of)} />;
}

interface EndpointProps {
  endpoint: EndpointSetup;
  answers: SurvivalAnswers;
}

function EndpointPanel(props: EndpointProps & { messages: PanelMessages }) {
  const { endpoint: shownEndpoint, answers: own } = props;
  const { curves, hazard, groups } = own;
  const { warnings, problems } = props.messages;
  const hazards = answered(hazard)?.value.proportionalHazards ?? null;
  const curve = answered(curves);
  if (curve === null) return <ProblemBlock items={problems} />;
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
        <Note items={[noComparison(shownParts.arm.value, say.problems.compared)]} />
      )}
      <MethodLine>
        <Prose text={methodLine(own, shownEndpoint)} />
      </MethodLine>
      <Disclosures>
        <SurvivalOptions answers={own} />
        {groups.length > 1 && countAlike(own.rows) && (
          <OtherTests id={otherTestsId} answers={own} />
        )}
        <CurveDifference endpoint={shownEndpoint} answers={own} />
        <LandmarkAnalysis endpoint={shownEndpoint} answers={own} />
        <ConditionalSurvival answers={own} />
        {hazards !== null && (
          <HazardsCheck id={checkId} test={hazards} periods={periodsMethod(own)} labelOf={labelOf}>
            <HazardsPictures endpoint={shownEndpoint} answers={own} />
          </HazardsCheck>
        )}
        <Disclosure id={numbersId} name={say.numbers.name} setting={say.numbers.setting}>
          <AllNumbers answers={own} />
        </Disclosure>
      </Disclosures>
    </>
  );
}

function Figure({ endpoint: { name, start: column }, answers: own }: EndpointProps) {
  const { groups, words, unit, level } = own;
  const start = startOfTime({ start: column });
  const data = useMemo<SurvivalFigureData>(
    () => ({
      groups: groups.map((group) => ({ ...group, atTimes: atTicks(group, own) })),
      unit,
      level,
      yTitle: words.axis,
      xTitle: say.figure.since(unit, start),
      eventWord: words.counted,
      comparison: comparisonRows(own),
      meansWithin: groups.map((group) => meanOf(group)?.tau ?? null),
      drawn: own.options.curves,
    }),
    [own, start],
  );
  const title = groups.length > 1 ? say.byArm(words.title) : words.title;
  const note = figureNote(own);
  return (
    <FigureFrame
      title={title}
      description={description(own)}
      dataTable={() => <StepsTable answers={own} />}
      picture={{
        name: [shownCohort.value?.name ?? '', name, say.figure.fileName],
        draw: drawSurvival(data),
      }}
      note={
        <>
          {note.always}
          {note.wide !== '' && <span class="note-wide"> {note.wide}</span>}
        </>
      }
    >
      <InTurn>
        <KaplanMeierFigure data={data} title={title} description={description(own)} />
      </InTurn>
    </FigureFrame>
  );
}

/** The numbers of an arm under the axis: rates at other times are not among them. */
function atTicks(
  { atTimes }: SurvivalAnswers['groups'][number],
  { times }: SurvivalAnswers,
): SurvivalAnswers['groups'][number]['atTimes'] {
  return atTimes.filter(({ time }) => times.ticks.includes(time));
}

function comparisonRows(own: SurvivalAnswers): SurvivalFigureData['comparison'] {
  const ratios = hazardRatios(own);
  const [first] = ratios;
  const test = armTest(own);
  return [
    ...(ratios.length === 1 && first !== undefined && first.value !== null
      ? [
          {
            label: say.figure.hazardRatio(own.words.hazard),
            value: `${ratio(first.value)} (${ratioInterval(first)})`,
            key: true,
          },
        ]
      : []),
    ...(test === null
      ? []
      : [{ label: say.figure.armTest[test.kind], value: say.figure.armTestP(pEquals(test.p)) }]),
  ];
}
