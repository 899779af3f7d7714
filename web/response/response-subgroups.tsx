import { computed, signal } from '@preact/signals';

import { rateSubgroupFactors } from '../data/analyses/rates.ts';
import { parts, setOptions } from '../data/store.ts';
import { ForestFigure } from '../figures/forest-figure.tsx';
import { drawForest } from '../figures/forest-scene.ts';
import { FigureFrame } from '../figures/frame.tsx';
import { inSentence } from '../format/words.ts';
import { armLabel } from '../panels/arms.ts';
import { problemMessages } from '../panels/messages.tsx';
import { usedOf } from '../panels/method.ts';
import { ChoiceField, levelShown } from '../panels/options.tsx';
import { answered, outcome } from '../panels/outcomes.ts';
import { shown, shownCohort, shownParts, shownSetup } from '../panels/shown.ts';
import { text } from '../text/text.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { ProblemBlock, Warnings } from '../ui/messages.tsx';
import { MethodLine } from '../ui/panel.tsx';
import { Prose } from '../ui/prose.tsx';
import { Select } from '../ui/select.tsx';
import { rateName } from './answers.ts';
import {
  comparedArms,
  forestData,
  referenceOf,
  type ResponseSubgroups,
} from './subgroup-forest.ts';
import { ResponseSubgroupNumbers } from './subgroup-numbers.tsx';
import { cautions, description, penalised, setting } from './subgroup-sentences.ts';

const words = text.response.subgroups;

const chosenArm = signal<string | null>(null);

const result = computed(() => outcome(shown.value.results, 'response:subgroups', 'rateSubgroups'));

function labelOf(column: string): string {
  return shownParts.types.value.get(column)?.label ?? column;
}

const subgroups = computed<ResponseSubgroups | null>(() => {
  const answer = answered(result.value);
  if (answer === null) return null;
  const { subgroupRate, effect } = shownParts.options.value.response;
  const arms = comparedArms(answer.value);
  return {
    forest: answer.value,
    arm: arms.find((arm) => arm === chosenArm.value) ?? arms[0] ?? '',
    labelOf,
    rate: subgroupRate,
    effect,
    coverage: levelShown(),
  };
});

/** Whether a rate differs between the arms by group of patients; nothing with one arm. */
export function ResponseBySubgroup() {
  const own = subgroups.value;
  const problems = problemMessages([{ missing: words.missing, outcome: result.value }]);
  if (shownParts.armLevels.value.length < 2) return null;
  const none = rateSubgroupFactors(shownSetup.value).length === 0;
  return (
    <Disclosure
      name={words.name}
      setting={none || own === null ? words.none : <Prose text={setting(own)} />}
    >
      {none && <p class="note">{words.noFactors}</p>}
      {problems.length > 0 && <ProblemBlock items={problems} />}
      {!none && own !== null && <Forest own={own} />}
    </Disclosure>
  );
}

function Choices() {
  const { subgroupRate, effect } = parts.options.value.response;
  return (
    <div class="options screen-only">
      <ChoiceField
        label={words.rate}
        choices={(['orr', 'dcr'] as const).map((value) => ({ value, label: rateName(value) }))}
        value={subgroupRate}
        onChange={(value) => setOptions('response', { subgroupRate: value })}
      />
      <ChoiceField
        label={words.effect}
        choices={(['difference', 'oddsRatio'] as const).map((value) => ({
          value,
          label: words.effects[value],
        }))}
        value={effect}
        onChange={(value) => setOptions('response', { effect: value })}
      />
    </div>
  );
}

function Forest({ own }: { own: ResponseSubgroups }) {
  const { forest, arm, rate, effect } = own;
  const answer = answered(result.value);
  const { interval } = shownParts.options.value.response;
  const arms = comparedArms(forest);
  const tested = forest.interactions.filter(({ p }) => p !== null);
  const firth = penalised(own);
  const title = words.figureTitle[effect](
    words.rateInSentence[rate],
    inSentence(armLabel(arm)),
    inSentence(armLabel(referenceOf(forest))),
  );
  const data = forestData(own);
  return (
    <>
      <Choices />
      <Warnings
        items={cautions(own).map(({ claim, text: about }) => ({
          claim,
          text: <Prose text={about} />,
        }))}
      />
      {arms.length > 1 && (
        <Select
          label={text.subgroups.armField}
          choices={arms.map((value) => ({ value, label: armLabel(value) }))}
          value={arm}
          onChange={(value) => (chosenArm.value = value)}
        />
      )}
      <FigureFrame
        title={title}
        description={description(own)}
        dataTable={() => <ResponseSubgroupNumbers subgroups={own} interval={interval} />}
        picture={{
          name: [shownCohort.value?.name ?? '', rateName(rate), words.fileName],
          draw: drawForest(data),
        }}
      >
        <ForestFigure data={data} label={title} />
      </FigureFrame>
      <MethodLine>
        {words.how[effect]} {words.marks}{' '}
        <Prose text={words.interaction(tested.length, arms.length + 1)} />{' '}
        {firth !== '' && `${words.firth(firth)} `}
        {tested.length < forest.interactions.length && `${words.notTested} `}
        {words.missingValues}{' '}
        {answer !== null && <Prose text={usedOf(answer.used, answer.excluded)} />}
      </MethodLine>
    </>
  );
}
