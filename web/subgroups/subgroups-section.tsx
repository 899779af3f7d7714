import { computed, signal } from '@preact/signals';

import { possibleSubgroups } from '../data/analyses/regression.ts';
import { countAlike, rowOptions } from '../data/analyses/row-options.ts';
import { levelRows } from '../data/row-values.ts';
import type { EndpointSetup } from '../data/setup.ts';
import { ForestFigure } from '../figures/forest-figure.tsx';
import { drawForest } from '../figures/forest-scene.ts';
import { FigureFrame } from '../figures/frame.tsx';
import { inSentence } from '../format/words.ts';
import { armLabel } from '../panels/arms.ts';
import { answered, outcome, type Outcome } from '../panels/outcomes.ts';
import { shown, shownCohort, shownParts, shownSetup } from '../panels/shown.ts';
import { steady } from '../panels/steady.ts';
import { isReady } from '../data/endpoint-dates.ts';
import { EveryEndpoint } from '../panels/every-endpoint.tsx';
import { EndpointSwitch, GoToData, NoEndpoint } from '../panels/endpoint-switch.tsx';
import { endpointWords } from '../panels/endpoint-words.ts';
import { problemMessages, rowsAbout, warningMessages } from '../panels/messages.tsx';
import { noComparison } from '../panels/no-comparison.ts';
import { ResultPanel } from '../panels/result-panel.tsx';
import { usedOf } from '../panels/method.ts';
import { levelShown } from '../panels/options.tsx';
import { text } from '../text/text.ts';
import { Disclosures } from '../ui/disclosure.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { type Message, Note, ProblemBlock, Warnings } from '../ui/messages.tsx';
import { Lede, MethodLine } from '../ui/panel.tsx';
import { Prose } from '../ui/prose.tsx';
import { Select } from '../ui/select.tsx';
import { comparedArms, effectIn, forestData, type Subgroups } from './forest-data.ts';
import { cautions, description, lede, smallCells, type Caution } from './sentences.ts';
import { SubgroupNumbers } from './subgroup-numbers.tsx';
import { SubgroupOptions } from './subgroup-options.tsx';

const texts = text.subgroups;

const chosen = signal<string | null>(null);
const chosenArm = signal<string | null>(null);

const endpoints = steady(() => shownParts.endpoints.value.filter(isReady));

const endpoint = computed(
  () => endpoints.value.find(({ name }) => name === chosen.value) ?? endpoints.value[0] ?? null,
);

/** What one endpoint's panel is made of. */
interface Answers {
  endpoint: EndpointSetup;
  result: Outcome<'subgroups'>;
  subgroups: Subgroups | null;
  warnings: Message[];
  problems: Message[];
}

function subgroupsOf(of: EndpointSetup, result: Outcome<'subgroups'>): Subgroups | null {
  const answer = answered(result);
  if (answer === null) return null;
  const arms = comparedArms(answer.value);
  return {
    forest: answer.value,
    arm: arms.find((arm) => arm === chosenArm.value) ?? arms[0] ?? '',
    labelOf,
    words: endpointWords(of),
    unit: of.unit,
    coverage: levelShown(),
  };
}

function answersOf(of: EndpointSetup): Answers {
  const result = outcome(shown.value.results, `subgroups:${of.name}`, 'subgroups');
  const subgroups = subgroupsOf(of, result);
  const compared = shownParts.armLevels.value.length > 1;
  const problems = compared
    ? problemMessages([{ missing: texts.noSubgroups, outcome: result }])
    : [];
  const answers = { endpoint: of, result, subgroups, warnings: [], problems };
  if (subgroups === null) return answers;
  // The forest says "Not estimable" and "not tested" in the row itself.
  const warnings = (answered(result)?.warnings ?? []).filter(
    ({ code }) => code !== 'notEstimable' && code !== 'notTested',
  );
  const own = [...cautions(subgroups), ...smallCells(subgroups)];
  return {
    ...answers,
    warnings: [
      ...own.map((caution) => ({
        claim: <Prose text={caution.claim} />,
        text: <Prose text={caution.text} />,
        ...rowsOf(caution),
      })),
      ...warningMessages(warnings),
    ],
  };
}

const answers = computed(() => endpoint.value && answersOf(endpoint.value));

function labelOf(column: string): string {
  return shownParts.types.value.get(column)?.label ?? column;
}

/** The patients of the subgroups that a warning speaks of. */
function rowsOf({ levels = [] }: Caution) {
  const loaded = shownCohort.value;
  if (loaded === null || levels.length === 0) return {};
  const inOne = new Set(
    levels.flatMap(({ factor, level }) => levelRows(loaded, shownSetup.value, factor, level)),
  );
  const columns = [...new Set(levels.map(({ factor }) => factor))];
  return rowsAbout(
    columns,
    [...inOne].toSorted((a, b) => a - b),
  );
}

/** How many warnings and problems the panel shows. */
export const subgroupsAlerts = computed(
  () => (answers.value?.warnings.length ?? 0) + (answers.value?.problems.length ?? 0),
);

/** Whether the treatment effect differs between groups of patients. */
export function SubgroupsSection() {
  return (
    <ResultPanel
      id="subgroups"
      title={texts.title}
      tools={
        <EndpointSwitch
          endpoints={endpoints.value}
          value={endpoint.value?.name ?? ''}
          onChange={(name) => (chosen.value = name)}
        />
      }
    >
      {endpoint.value === null ? (
        <NoEndpoint what={texts.what} endpoints={shownParts.endpoints.value} />
      ) : shownParts.arm.value === null ? (
        <EmptyState action={<GoToData>{texts.chooseArm}</GoToData>}>{texts.noArm}</EmptyState>
      ) : shownParts.armLevels.value.length === 1 ? (
        <Note items={[noComparison(shownParts.arm.value, texts.noComparison)]} />
      ) : (
        <EveryEndpoint endpoints={endpoints.value} chosen={endpoint.value.name}>
          {panelOf}
        </EveryEndpoint>
      )}
    </ResultPanel>
  );
}

function panelOf(of: EndpointSetup) {
  const own = of === endpoint.value && answers.value !== null ? answers.value : answersOf(of);
  return own.subgroups === null ? (
    <ProblemBlock items={own.problems} />
  ) : (
    <Forest answers={own} own={own.subgroups} />
  );
}

function Forest({ answers: about, own }: { answers: Answers; own: Subgroups }) {
  const { words, forest } = own;
  const answer = answered(about.result);
  if (forest.rows.length === 0) {
    return possibleSubgroups(shownSetup.value).length === 0 ? (
      <EmptyState action={<GoToData>{texts.chooseFactors}</GoToData>}>{texts.noFactors}</EmptyState>
    ) : (
      <>
        <EmptyState>{texts.noneChosen}</EmptyState>
        <Options />
      </>
    );
  }
  const arms = comparedArms(forest);
  const tested = forest.interactions.filter(({ p }) => p !== null).length;
  const { a, b } = effectIn(forest.overall, own.arm);
  const title = texts.figureTitle(words.hazard, inSentence(armLabel(a)), inSentence(armLabel(b)));
  return (
    <>
      <Lede>
        <Prose text={lede(own)} />
      </Lede>
      <Warnings items={about.warnings} />
      {arms.length > 1 && (
        <Select
          label={texts.armField}
          choices={arms.map((arm) => ({ value: arm, label: armLabel(arm) }))}
          value={own.arm}
          onChange={(arm) => (chosenArm.value = arm)}
        />
      )}
      <FigureFrame
        title={title}
        description={description(own)}
        dataTable={() => <SubgroupNumbers subgroups={own} />}
        picture={{
          name: [shownCohort.value?.name ?? '', about.endpoint.name, texts.fileName],
          draw: drawForest(forestData(own)),
        }}
      >
        <ForestFigure data={forestData(own)} label={title} />
      </FigureFrame>
      <MethodLine>
        {texts.how(
          text.regression.tiesInSentence[shownParts.options.value.regression.ties],
          own.coverage,
        )}{' '}
        {!countAlike(rowOptions(shownSetup.value)) && `${text.panels.rowOptions.notHere} `}
        {texts.marks(words.events)} <Prose text={texts.interaction(tested, arms.length + 1)} />{' '}
        {arms.length > 1 && `${texts.twoArms} `}
        {texts.missing} {hasUnreached(own) && `${texts.notReached} `}
        {answer !== null && <Prose text={usedOf(answer.used, answer.excluded)} />}
      </MethodLine>
      <Options />
    </>
  );
}

/** NR stands among the medians beside the plot. */
function hasUnreached({ forest }: Subgroups): boolean {
  return [forest.overall, ...forest.rows].some(({ perArm }) =>
    perArm.some(({ n, median }) => n > 0 && median === null),
  );
}

function Options() {
  return (
    <Disclosures>
      <SubgroupOptions labelOf={labelOf} />
    </Disclosures>
  );
}
