import { computed, signal } from '@preact/signals';

import { cohort, setup } from '../data/store.ts';
import { ForestFigure } from '../figures/forest-figure.tsx';
import { drawForest } from '../figures/forest-scene.ts';
import { FigureFrame } from '../figures/frame.tsx';
import { nbsp } from '../format/numbers.ts';
import { inSentence } from '../format/words.ts';
import { armLabel } from '../panels/arms.ts';
import { answered, outcome } from '../panels/outcomes.ts';
import { shown } from '../panels/shown.ts';
import { isReady } from '../panels/endpoint-ready.ts';
import { EndpointSwitch, GoToData, NoEndpoint } from '../panels/endpoint-switch.tsx';
import { endpointWords } from '../panels/endpoint-words.ts';
import { problemMessages, warningMessages } from '../panels/messages.tsx';
import { noComparison } from '../panels/no-comparison.ts';
import { ResultPanel } from '../panels/result-panel.tsx';
import { usedOf } from '../panels/method.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Note, ProblemBlock, Warnings } from '../ui/messages.tsx';
import { Lede, MethodLine } from '../ui/panel.tsx';
import { Prose } from '../ui/prose.tsx';
import { Select } from '../ui/select.tsx';
import { comparedArms, effectIn, forestData, type Subgroups } from './forest-data.ts';
import { cautions, description, lede, smallCells } from './sentences.ts';
import { SubgroupNumbers } from './subgroup-numbers.tsx';

const chosen = signal<string | null>(null);
const chosenArm = signal<string | null>(null);

const endpoints = computed(() => setup.value.endpoints.filter(isReady));

const endpoint = computed(
  () => endpoints.value.find(({ name }) => name === chosen.value) ?? endpoints.value[0] ?? null,
);

const result = computed(() =>
  endpoint.value === null
    ? null
    : outcome(shown.value.results, `subgroups:${endpoint.value.name}`, 'subgroups'),
);

const subgroups = computed<Subgroups | null>(() => {
  const answer = answered(result.value);
  if (answer === null || endpoint.value === null) return null;
  const { types } = setup.value;
  const arms = comparedArms(answer.value);
  return {
    forest: answer.value,
    arm: arms.find((arm) => arm === chosenArm.value) ?? arms[0] ?? '',
    labelOf: (column) => types.get(column)?.label ?? column,
    words: endpointWords(endpoint.value),
    unit: endpoint.value.unit,
  };
});

const messages = computed(() => {
  const compared = setup.value.armLevels.length > 1;
  const problems = compared
    ? problemMessages([{ missing: 'No subgroups.', outcome: result.value }])
    : [];
  if (subgroups.value === null) return { warnings: [], problems };
  // The forest says "Not estimable" and "not tested" in the row itself.
  const warnings = (answered(result.value)?.warnings ?? []).filter(
    ({ code }) => code !== 'notEstimable' && code !== 'notTested',
  );
  const own = [...cautions(subgroups.value), ...smallCells(subgroups.value)];
  return {
    warnings: [
      ...own.map(({ claim, text }) => ({
        claim: <Prose text={claim} />,
        text: <Prose text={text} />,
      })),
      ...warningMessages(warnings),
    ],
    problems,
  };
});

/** How many warnings and problems the panel shows. */
export const subgroupsAlerts = computed(
  () => messages.value.warnings.length + messages.value.problems.length,
);

/** Whether the treatment effect differs between groups of patients. */
export function SubgroupsSection() {
  return (
    <ResultPanel
      id="subgroups"
      title="Subgroups"
      tools={
        <EndpointSwitch
          endpoints={endpoints.value}
          value={endpoint.value?.name ?? ''}
          onChange={(name) => (chosen.value = name)}
        />
      }
    >
      {endpoint.value === null ? (
        <NoEndpoint what="Subgroups" endpoints={setup.value.endpoints} />
      ) : setup.value.arm === null ? (
        <EmptyState action={<GoToData>Choose it in Data</GoToData>}>
          Subgroups compare two treatment arms within groups of patients. No column is chosen as the
          treatment arm.
        </EmptyState>
      ) : setup.value.armLevels.length === 1 ? (
        <Note items={[noComparison(setup.value.arm, 'subgroups')]} />
      ) : subgroups.value === null ? (
        <ProblemBlock items={messages.value.problems} />
      ) : (
        <Forest own={subgroups.value} />
      )}
    </ResultPanel>
  );
}

function Forest({ own }: { own: Subgroups }) {
  const { words, forest } = own;
  const answer = answered(result.value);
  if (forest.rows.length === 0) {
    return (
      <EmptyState action={<GoToData>Choose them in Data</GoToData>}>
        Subgroups need at least one covariate with categories.
      </EmptyState>
    );
  }
  const arms = comparedArms(forest);
  const tested = forest.interactions.filter(({ p }) => p !== null).length;
  const { a, b } = effectIn(forest.overall, own.arm);
  const title = `Hazard ratio for ${words.hazard}, ${inSentence(armLabel(a))} against ${inSentence(armLabel(b))}`;
  return (
    <>
      <Lede>
        <Prose text={lede(own)} />
      </Lede>
      <Warnings items={messages.value.warnings} />
      {arms.length > 1 && (
        <Select
          label="Arm compared with the reference"
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
          name: [cohort.value?.name ?? '', endpoint.value?.name ?? '', 'subgroups'],
          draw: drawForest(forestData(own)),
        }}
      >
        <ForestFigure data={forestData(own)} label={title} />
      </FigureFrame>
      <MethodLine>
        One Cox model with treatment alone in each level; Efron ties, Wald intervals. Square area:{' '}
        {words.events}. Hollow: fewer than 5 {words.events} in an arm. Diamond and dotted line: all
        patients. Interaction <i>p</i>: likelihood-ratio test of treatment × factor
        {tested > 1 && `, not corrected for ${tested}${nbsp}tests`}.{' '}
        {arms.length > 1 && 'Each model holds the patients of the two arms compared. '}
        Patients without a value of a factor are left out of its rows.{' '}
        {answer !== null && <Prose text={usedOf(answer.used, answer.excluded)} />}
      </MethodLine>
    </>
  );
}
