import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import type { AdjustedCurves } from '../../build/wasm/riskset.js';
import { adjustedAnalysis } from '../data/analyses/model-checks.ts';
import { parseNumber } from '../data/text/parse-cell.ts';
import { numberAt } from '../engine/optional-reals.ts';
import { FigureFrame } from '../figures/frame.tsx';
import { KaplanMeierFigure } from '../figures/kaplan-meier-figure.tsx';
import type { SurvivalFigureData } from '../figures/kaplan-meier-data.ts';
import { drawSurvival } from '../figures/kaplan-meier-scene.ts';
import { full } from '../format/numbers.ts';
import { inSentence, levelLabel } from '../format/words.ts';
import { levelShown } from '../panels/options.tsx';
import { answered, outcome } from '../panels/outcomes.ts';
import { shownCohort, shownParts } from '../panels/shown.ts';
import { text } from '../text/text.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { adjustedFigure, covariatesInWords, describeAdjusted } from './adjusted-curves.ts';
import {
  EachModel,
  fittedModels,
  isPenalised,
  Refused,
  tiesNote,
  type FittedModel,
  type ModelsProps,
} from './checked-models.tsx';
import type { LabelOf } from './labels.ts';

const words = text.modelChecks.adjusted;

/** The category whose levels have a curve each; null: the arm, else the first of the model. */
const drawnBy = signal<string | null>(null);
/** Values chosen for the other terms; what is not chosen is at its reference or median. */
const chosen = signal<Readonly<Record<string, string>>>({});

function typeOf(column: string) {
  return shownParts.types.value.get(column);
}

function categoriesOf(models: readonly FittedModel[]): string[] {
  const terms = [...new Set(models.flatMap((model) => model.terms))];
  return terms.filter((name) => name === shownParts.arm.value || typeOf(name)?.type === 'category');
}

function levelsOf(column: string): readonly string[] {
  return column === shownParts.arm.value
    ? shownParts.armLevels.value
    : (typeOf(column)?.levels ?? []);
}

/** The choices as they fit the levels that there are now. */
function valuesNow(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(chosen.value).filter(
      ([name, value]) => typeOf(name)?.type === 'number' || levelsOf(name).includes(value),
    ),
  );
}

/** What the model says of survival, beside what happened to the patients. */
export function Adjusted(props: ModelsProps) {
  const models = fittedModels(props);
  if (models.length === 0) return null;
  const categories = categoriesOf(models);
  const by = categories.find((name) => name === drawnBy.value) ?? categories[0];
  return (
    <Disclosure whileOpen name={words.name} setting={words.setting}>
      {by === undefined ? (
        <p class="note">{words.none}</p>
      ) : (
        <Curves models={models} categories={categories} by={by} labelOf={props.labelOf} />
      )}
    </Disclosure>
  );
}

interface CurvesProps {
  models: readonly FittedModel[];
  categories: readonly string[];
  by: string;
  labelOf: LabelOf;
}

function Curves({ models, categories, by, labelOf }: CurvesProps) {
  const values = valuesNow();
  const drawn = models.filter(({ terms }) => terms.includes(by));
  return (
    <>
      {!isPenalised() && (
        <div class="options screen-only">
          {categories.length > 1 && (
            <Select
              label={words.by}
              choices={categories.map((name) => ({ value: name, label: labelOf(name) }))}
              value={by}
              onChange={(name) => (drawnBy.value = name)}
            />
          )}
          {[...new Set(drawn.flatMap(({ terms }) => terms))]
            .filter((name) => name !== by)
            .map((name) => (
              <ValueField key={name} name={name} value={values[name]} labelOf={labelOf} />
            ))}
        </div>
      )}
      <EachModel
        models={drawn}
        ask={(setup, model) => [adjustedAnalysis(setup, model, by, values)]}
      >
        {(model, results) => {
          const id = `adjusted:${model.endpoint.name}`;
          const value = answered(outcome(results, id, 'cox'))?.value;
          if (value === undefined) return <Refused results={results} id={id} />;
          if (value.terms.some(({ diverging }) => diverging))
            return <p class="note">{words.atInfinity}</p>;
          return (
            value.adjusted !== null && (
              <Figure model={model} adjusted={value.adjusted} labelOf={labelOf} />
            )
          );
        }}
      </EachModel>
    </>
  );
}

function choose(name: string, value: string | null): void {
  const { [name]: _, ...others } = chosen.value;
  chosen.value = value === null ? others : { ...others, [name]: value };
}

interface ValueFieldProps {
  name: string;
  value: string | undefined;
  labelOf: LabelOf;
}

function ValueField({ name, value, labelOf }: ValueFieldProps) {
  const label = words.value(labelOf(name));
  if (typeOf(name)?.type === 'number') {
    return (
      <TextField
        label={label}
        value={value ?? ''}
        hint={words.usual}
        numeric
        onCommit={(written) => {
          const entry = written.trim();
          const number = parseNumber(entry, entry.includes(',') ? ',' : '.');
          if (entry !== '' && number === null) return words.notANumber(entry);
          choose(name, number === null ? null : String(number));
          return null;
        }}
      />
    );
  }
  const levels = levelsOf(name);
  return (
    <Select
      label={label}
      choices={levels.map((level) => ({ value: level, label: levelLabel(level) }))}
      value={value ?? levels[0] ?? ''}
      onChange={(level) => choose(name, level)}
    />
  );
}

interface FigureProps {
  model: FittedModel;
  adjusted: AdjustedCurves;
  labelOf: LabelOf;
}

function Figure({ model: { endpoint }, adjusted, labelOf }: FigureProps) {
  const arm = shownParts.arm.value;
  const level = levelShown();
  const data = useMemo(
    () => adjustedFigure(adjusted, { endpoint, arm, level }),
    [adjusted, endpoint, arm, level],
  );
  const title = words.title(endpoint.title, inSentence(labelOf(adjusted.name), adjusted.name));
  const at = covariatesInWords(adjusted, labelOf);
  const description = describeAdjusted(data, title, at);
  return (
    <FigureFrame
      title={title}
      description={description}
      picture={{
        name: [shownCohort.value?.name ?? '', endpoint.name, words.fileName, adjusted.name],
        draw: drawSurvival(data),
      }}
      note={`${at} ${words.note(level)} ${words.method}${tiesNote()}`}
      dataTable={() => <Steps data={data} title={title} />}
    >
      <KaplanMeierFigure data={data} title={title} description={description} />
    </FigureFrame>
  );
}

function Steps({ data: { groups, unit }, title }: { data: SurvivalFigureData; title: string }) {
  const heads = [text.figures.hazardOverTime.time(unit), ...words.columns];
  return (
    <DataTable
      label={words.table(title)}
      compact
      dense
      columns={[{ head: words.level }, ...heads.map((head) => ({ head, align: 'right' as const }))]}
      rows={groups.flatMap(({ label, steps }) =>
        Array.from(steps.time, (time, index) => [
          label,
          full.time(time),
          full.share(steps.survival[index] ?? null),
          full.share(numberAt(steps.lower, index)),
          full.share(numberAt(steps.upper, index)),
        ]),
      )}
    />
  );
}
