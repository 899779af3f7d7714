import { signal } from '@preact/signals';

import type { EndpointSetup } from '../data/setup.ts';
import { HazardOverTimeFigure } from '../figures/hazards-figures.tsx';
import { pEquals } from '../format/numbers.ts';
import { listedParts } from '../format/words.ts';
import { startOfTime } from '../panels/time-origin.ts';
import { shownCohort, shownParts } from '../panels/shown.ts';
import { text } from '../text/text.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Prose } from '../ui/prose.tsx';
import { Select } from '../ui/select.tsx';
import { hazardsTest, type ModelAnswers } from './answers.ts';
import { curveChoices, firstChoice, hazardPicture } from './hazard-curves.ts';
import type { LabelOf } from './labels.ts';
import { HazardsTable } from './model-check.tsx';

const words = text.regression;

export const hazardsId = 'regression-hazards';

/** The coefficient whose picture is drawn; null: that with the smallest p. */
const drawn = signal<string | null>(null);

interface HazardsProps {
  shownModels: readonly ModelAnswers[];
  endpoints: readonly EndpointSetup[];
  labelOf: LabelOf;
}

/** Whether one hazard ratio describes the whole follow-up: the tests, and the picture of one effect. */
export function Hazards({ shownModels, endpoints, labelOf }: HazardsProps) {
  const tested = shownModels.flatMap((answers) => {
    const test = hazardsTest(answers);
    return test === null ? [] : [{ title: answers.words.title, test }];
  });
  if (tested.length === 0) return null;
  const values = listedParts(tested.map(({ test }) => words.pEquals(pEquals(test.global.p))));
  return (
    <Disclosure
      id={hazardsId}
      name={words.hazards}
      setting={<Prose text={words.hazardsSetting(values)} />}
    >
      <p class="prose">
        <Prose text={words.hazardsText} />
      </p>
      {tested.map(({ title, test }) => (
        <HazardsTable key={title} title={title} test={test} labelOf={labelOf} />
      ))}
      <p class="note">{words.hazardsMethod}</p>
      <Pictures shownModels={shownModels} endpoints={endpoints} labelOf={labelOf} />
    </Disclosure>
  );
}

function Pictures({ shownModels, endpoints, labelOf }: HazardsProps) {
  const arm = shownParts.arm.value;
  const [first] = shownModels;
  const choices = first === undefined ? [] : curveChoices(first, arm, labelOf);
  if (first === undefined || choices.length === 0) return null;
  const chosen =
    choices.find(({ key }) => key === drawn.value) ??
    choices.find(({ key }) => key === firstChoice(first, choices));
  if (chosen === undefined) return null;
  return (
    <>
      <Select
        label={words.curveField}
        choices={choices.map(({ key, label }) => ({ value: key, label }))}
        value={chosen.key}
        onChange={(key) => (drawn.value = key)}
      />
      {shownModels.map((answers) => {
        const endpoint = endpoints.find(({ name }) => name === answers.words.name);
        if (endpoint === undefined) return null;
        const axis = { unit: endpoint.unit, start: startOfTime(endpoint) };
        const data = hazardPicture(answers, chosen, axis);
        return (
          data !== null && (
            <HazardOverTimeFigure
              key={endpoint.name}
              data={data}
              name={[shownCohort.value?.name ?? '', endpoint.name]}
            />
          )
        );
      })}
    </>
  );
}
