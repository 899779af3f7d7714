import { signal } from '@preact/signals';
import { useId, useState } from 'preact/hooks';

import type { Answer } from '../../build/wasm/riskset.js';
import { influenceAnalysis } from '../data/analyses/model-checks.ts';
import { InfluenceFigure } from '../figures/influence-figure.tsx';
import { mostStems } from '../figures/influence.ts';
import { count, fromZero, full, ratio } from '../format/numbers.ts';
import { inSentence } from '../format/words.ts';
import { rowsAbout } from '../panels/messages.tsx';
import { answered, outcome } from '../panels/outcomes.ts';
import { shownCohort, shownParts } from '../panels/shown.ts';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Prose } from '../ui/prose.tsx';
import { Select } from '../ui/select.tsx';
import {
  EachModel,
  fittedModels,
  Refused,
  tiesNote,
  type FittedModel,
  type ModelsProps,
} from './checked-models.tsx';
import { coefficient, keyOf } from './coefficients.ts';
import { farthest, influenceChoices, influenceOn, type Influence } from './influence-rows.ts';
import type { LabelOf } from './labels.ts';

const words = text.modelChecks.influence;

/** The coefficient whose picture is drawn; null: the first of the table. */
const watched = signal<string | null>(null);

/** Who moves the hazard ratios most, one press away from the row. */
export function InfluenceOfPatients(props: ModelsProps) {
  const models = fittedModels(props);
  if (models.length === 0) return null;
  return (
    <Disclosure whileOpen name={words.name} setting={words.setting}>
      <p class="prose">{words.explain}</p>
      <CoefficientField models={models} labelOf={props.labelOf} />
      <EachModel models={models} ask={(setup, model) => [influenceAnalysis(setup, model)]}>
        {(model, results) => {
          const id = `influence:${model.endpoint.name}`;
          const value = answered(outcome(results, id, 'cox'))?.value;
          return value === undefined ? (
            <Refused results={results} id={id} />
          ) : (
            <OfModel model={model} value={value} labelOf={props.labelOf} />
          );
        }}
      </EachModel>
    </Disclosure>
  );
}

function CoefficientField({
  models,
  labelOf,
}: {
  models: readonly FittedModel[];
  labelOf: LabelOf;
}) {
  const arm = shownParts.arm.value;
  const rows = models.flatMap(({ answers }) =>
    (answers.model?.terms ?? []).filter(({ hr, reference }) => hr !== null && !reference),
  );
  const choices = new Map(rows.map((row) => [keyOf(row), coefficient(row, arm, labelOf).label]));
  if (choices.size < 2) return null;
  const [first = ''] = choices.keys();
  const chosen = watched.value;
  return (
    <Select
      label={words.field}
      choices={[...choices].map(([value, label]) => ({ value, label }))}
      value={chosen !== null && choices.has(chosen) ? chosen : first}
      onChange={(key) => (watched.value = key)}
    />
  );
}

interface OfModelProps {
  model: FittedModel;
  value: Answer<'cox'>['value'];
  labelOf: LabelOf;
}

function OfModel({ model, value, labelOf }: OfModelProps) {
  const choices = influenceChoices(value, shownParts.arm.value, labelOf);
  const chosen = choices.find(({ key }) => key === watched.value) ?? choices[0];
  const influence = chosen === undefined ? null : influenceOn(value, chosen.key);
  if (chosen === undefined || influence === null) return null;
  const { hazard } = model.answers.words;
  const { patients, largest } = influence;
  const drawn =
    patients.length > mostStems
      ? farthest(patients, mostStems).toSorted((a, b) => a.row - b.row)
      : patients;
  const term = inSentence(chosen.label, chosen.key.split('\n')[0]);
  const title = words.title(term, hazard);
  return (
    <>
      <Most influence={influence} term={term} hazard={hazard} />
      <InfluenceFigure
        data={{ patients: drawn, named: largest.slice(0, 3) }}
        title={title}
        description={words.description({
          patients: patients.length,
          term,
          hazard,
          largest: largest.map(({ row, scaled }) => words.oneOf(count(row), fromZero(scaled))),
        })}
        note={`${words.note}${drawn.length < patients.length ? ` ${words.onlyLargest(count(drawn.length), count(patients.length))}` : ''}${tiesNote()}`}
        name={[shownCohort.value?.name ?? '', model.endpoint.name]}
      />
      <Largest influence={influence} term={term} columns={model.terms} />
    </>
  );
}

function Most({ influence, term, hazard }: { influence: Influence; term: string; hazard: string }) {
  const [first] = influence.largest;
  if (first === undefined) return null;
  return (
    <p class="prose number">
      <Prose
        text={words.most({
          row: words.row(count(first.row)),
          term,
          hazard,
          hr: ratio(influence.hr),
          without: ratio(first.without),
        })}
      />
    </p>
  );
}

interface LargestProps {
  influence: Influence;
  term: string;
  columns: readonly string[];
}

/** The few who move it most; each row of the file is one press away. */
function Largest({ influence: { largest }, term, columns }: LargestProps) {
  const [opened, setOpened] = useState<number | null>(null);
  const id = useId();
  const open = largest.some(({ row }) => row === opened) ? opened : null;
  const rows = open === null ? undefined : rowsAbout(columns, [open]).rows;
  return (
    <>
      <DataTable
        label={words.table(term)}
        caption={<strong>{words.tableCaption}</strong>}
        compact
        dense
        ruled
        columns={[
          { head: words.rowHead },
          ...words.columns.map((head) => ({ head, align: 'right' as const })),
        ]}
        rows={largest.map(({ row, dfbeta, scaled, without }) => [
          <Button
            kind="small"
            expanded={open === row}
            controls={id}
            onClick={() => setOpened(open === row ? null : row)}
          >
            {(open === row ? words.hideRow : words.showRow)(count(row))}
          </Button>,
          full.coefficient(dfbeta),
          fromZero(scaled),
          ratio(without),
        ])}
      />
      <div id={id} class="asked">
        {rows?.content()}
      </div>
    </>
  );
}
