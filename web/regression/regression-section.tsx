import { computed, signal } from '@preact/signals';

import { levelRows } from '../data/row-values.ts';
import { isReady } from '../panels/endpoint-ready.ts';
import { GoToData, NoEndpoint } from '../panels/endpoint-switch.tsx';
import {
  problemMessage,
  problemMessages,
  rowsAbout,
  warningMessages,
} from '../panels/messages.tsx';
import { levelShown } from '../panels/options.tsx';
import { answered } from '../panels/outcomes.ts';
import { ResultPanel } from '../panels/result-panel.tsx';
import { shown, shownCohort, shownParts, shownSetup } from '../panels/shown.ts';
import { steady } from '../panels/steady.ts';
import { StatTable } from '../tables/stat-table.tsx';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure, Disclosures, openDisclosure } from '../ui/disclosure.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemBlock, Warnings, type Message } from '../ui/messages.tsx';
import { Lede } from '../ui/panel.tsx';
import { printing } from '../ui/printing.ts';
import { Prose } from '../ui/prose.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Adjusted } from './adjusted.tsx';
import { modelAnswers, type ModelAnswers } from './answers.ts';
import { hasPictures } from './hazard-curves.ts';
import { Hazards, hazardsId } from './hazards.tsx';
import { InfluenceOfPatients } from './influence.tsx';
import { ModelNumbers } from './model-check.tsx';
import { NumberShape } from './number-shape.tsx';
import { RegressionMethod } from './regression-method.tsx';
import { penalise, RegressionOptions } from './regression-options.tsx';
import { regressionTable } from './regression-table.ts';
import { lede } from './sentences.ts';
import { TiedTimes } from './tied-times.tsx';
import {
  changingEffects,
  changingModels,
  fewEvents,
  modelWarnings,
  runningOff,
  type RunsOff,
} from './warnings.ts';
import { Unmeasured } from './unmeasured-confounding.tsx';

const words = text.regression;

const sideBySide = 'both';
const chosen = signal<string | null>(null);

/** Two endpoints need the room of a desk; on a phone one is shown at a time. */
function firstView(names: readonly string[]): string {
  const roomy = matchMedia('(min-width: 1024px)').matches;
  return roomy && names.length > 1 ? sideBySide : (names[0] ?? '');
}

const endpoints = steady(() => shownParts.endpoints.value.filter(isReady));

const view = computed(() => {
  const names = endpoints.value.map(({ name }) => name);
  if (printing.value && names.length === 2) return sideBySide;
  const asked = chosen.value;
  return asked !== null && [...names, sideBySide].includes(asked) ? asked : firstView(names);
});

const models = steady(() =>
  endpoints.value
    .filter(({ name }) => view.value === sideBySide || name === view.value)
    .slice(0, 2)
    .map((endpoint) => modelAnswers(shown.value.results, endpoint)),
);

const messages = computed(() => ({
  warnings: [
    ...[...changingEffects(models.value, labelOf), ...changingModels(models.value)].map(
      (told, index): Message => ({
        ...inProse(told),
        ...(index === 0 && { action: <SeePlots /> }),
      }),
    ),
    ...fewEvents(models.value).map(inProse),
    ...runningOff(models.value, labelOf).map((told, index) => ({
      ...inProse(told),
      ...(index === 0 && { action: <UseFirth /> }),
      ...rowsOfLevel(told),
    })),
    ...warningMessages(modelWarnings(models.value)),
  ],
  problems: [
    ...problemMessages(
      models.value.map(({ words: own, table }) => ({
        missing: words.noModels(own.inSentence),
        outcome: table,
      })),
    ),
    ...models.value.flatMap(({ words: own, table }) => {
      const refused = answered(table)?.value.refused ?? null;
      return refused === null
        ? []
        : [problemMessage(words.noMultivariable(own.inSentence), refused)];
    }),
  ],
}));

function inProse({ claim, text: told }: Pick<RunsOff, 'claim' | 'text'>): Message {
  return { claim, text: <Prose text={told} /> };
}

function SeePlots() {
  return (
    <Button kind="small" onClick={() => openDisclosure(hazardsId)}>
      {hasPictures(models.value) ? words.seePlots : words.seeTests}
    </Button>
  );
}

function UseFirth() {
  return (
    <Button kind="small" onClick={() => penalise(true)}>
      {words.useFirth}
    </Button>
  );
}

/** The patients of a level in which all, or none, have the event. */
function rowsOfLevel({ column, level }: RunsOff): Partial<Message> {
  if (shownCohort.value === null || level === '') return {};
  return rowsAbout([column], levelRows(shownCohort.value, shownSetup.value, column, level));
}

function labelOf(column: string): string {
  return shownParts.types.value.get(column)?.label ?? column;
}

/** How many warnings and problems the panel shows. */
export const regressionAlerts = computed(
  () => messages.value.warnings.length + messages.value.problems.length,
);

/** Univariable and multivariable Cox models. */
export function RegressionSection() {
  return (
    <ResultPanel
      id="regression"
      title={words.title}
      tools={
        endpoints.value.length > 1 && (
          <Segmented
            label={words.endpoint}
            choices={[
              ...endpoints.value.map(({ name, title }) => ({ value: name, label: title })),
              { value: sideBySide, label: words.sideBySide },
            ]}
            value={view.value}
            onChange={(value) => (chosen.value = value)}
          />
        )
      }
    >
      {endpoints.value.length === 0 ? (
        <NoEndpoint what={words.what} endpoints={shownParts.endpoints.value} />
      ) : models.value.every(({ table }) => table === null) ? (
        <EmptyState action={<GoToData>{words.chooseInData}</GoToData>}>{words.empty}</EmptyState>
      ) : (
        <Models />
      )}
    </ResultPanel>
  );
}

function Models() {
  const arm = shownParts.arm.value;
  const computedModels = models.value.filter(({ table }) => answered(table) !== null);
  const { warnings, problems } = messages.value;
  const some = computedModels.length > 0;
  const coverage = levelShown();
  const checked = { shownModels: computedModels, endpoints: endpoints.value, labelOf };
  return (
    <>
      {some && (
        <Lede>
          <Prose text={lede(computedModels, arm, labelOf, coverage)} />
        </Lede>
      )}
      <Warnings items={warnings} />
      <ProblemBlock items={problems} />
      {some && (
        <>
          <StatTable model={regressionTable(computedModels, labelOf, coverage)} />
          <RegressionMethod shownModels={computedModels} labelOf={labelOf} />
        </>
      )}
      <Disclosures>
        <RegressionOptions labelOf={labelOf} />
        <Hazards {...checked} />
        <Adjusted {...checked} />
        <InfluenceOfPatients {...checked} />
        <NumberShape {...checked} />
        <TiedTimes {...checked} />
        <Unmeasured shownModels={computedModels} />
        <AllNumbers shownModels={computedModels} />
      </Disclosures>
    </>
  );
}

function AllNumbers({ shownModels }: { shownModels: readonly ModelAnswers[] }) {
  const fitted = shownModels.flatMap(({ words: own, model }) =>
    model === null ? [] : [{ title: own.title, model }],
  );
  if (fitted.length === 0) return null;
  return (
    <Disclosure name={words.allNumbers} setting={words.allNumbersSetting}>
      {fitted.map(({ title, model }) => (
        <ModelNumbers key={title} title={title} model={model} labelOf={labelOf} />
      ))}
    </Disclosure>
  );
}
