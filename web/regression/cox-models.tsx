import { computed, signal } from '@preact/signals';

import { isReady } from '../data/endpoint-dates.ts';
import { GoToData, NoEndpoint } from '../panels/endpoint-switch.tsx';
import { problemMessage, problemMessages, warningMessages } from '../panels/messages.tsx';
import { levelShown } from '../panels/options.tsx';
import { answered } from '../panels/outcomes.ts';
import { shown, shownParts } from '../panels/shown.ts';
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
import type { Choice } from '../ui/segmented.tsx';
import { Adjusted } from './adjusted.tsx';
import { modelAnswers, type ModelAnswers } from './answers.ts';
import { hasPictures } from './hazard-curves.ts';
import { Hazards, hazardsId } from './hazards.tsx';
import { InfluenceOfPatients } from './influence.tsx';
import { shownLabel as labelOf } from './shown-label.ts';
import { inProse, rowsOfLevel } from './messages.tsx';
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
} from './warnings.ts';
import { Unmeasured } from './unmeasured-confounding.tsx';

const words = text.regression;

const sideBySide = 'both';
/** The endpoint chosen, or both side by side. */
export const chosen = signal<string | null>(null);

/** Two endpoints need the room of a desk; on a phone one is shown at a time. */
function firstView(names: readonly string[]): string {
  const roomy = matchMedia('(min-width: 1024px)').matches;
  return roomy && names.length > 1 ? sideBySide : (names[0] ?? '');
}

const endpoints = steady(() => shownParts.endpoints.value.filter(isReady));

export const view = computed(() => {
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

/** How many warnings and problems they come with. */
export const coxAlerts = computed(
  () => messages.value.warnings.length + messages.value.problems.length,
);

/** The endpoints that models can be of, and both together where there are several. */
export const coxViews = computed<Choice<string>[]>(() => [
  ...endpoints.value.map(({ name, title }) => ({ value: name, label: title })),
  ...(endpoints.value.length > 1 ? [{ value: sideBySide, label: words.sideBySide }] : []),
]);

/** Univariable and multivariable Cox models. */
export function CoxModels() {
  if (endpoints.value.length === 0) {
    return <NoEndpoint what={words.what} endpoints={shownParts.endpoints.value} />;
  }
  if (models.value.every(({ table }) => table === null)) return <NoTerms />;
  return <Models />;
}

/** Nothing to make a model of. */
export function NoTerms() {
  return <EmptyState action={<GoToData>{words.chooseInData}</GoToData>}>{words.empty}</EmptyState>;
}

function Models() {
  const arm = shownParts.arm.value;
  const computedModels = models.value.filter(({ table }) => answered(table) !== null);
  const { warnings, problems } = messages.value;
  const some = computedModels.length > 0;
  const coverage = levelShown();
  const said = lede(computedModels, arm, labelOf, coverage);
  const checked = { shownModels: computedModels, endpoints: endpoints.value, labelOf };
  return (
    <>
      {said.length > 0 && (
        <Lede>
          <Prose text={said} />
        </Lede>
      )}
      <Warnings items={warnings} />
      <ProblemBlock items={problems} />
      {some && (
        <>
          <StatTable model={regressionTable(computedModels, labelOf, coverage)} />
          <RegressionMethod shownModels={computedModels} />
        </>
      )}
      <Disclosures>
        <RegressionOptions />
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
