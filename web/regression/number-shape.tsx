import { signal } from '@preact/signals';

import type { AnalysisResult, SplineCurve } from '../../build/wasm/riskset.js';
import { formAnalyses } from '../data/analyses/model-checks.ts';
import { testedCovariates } from '../data/analyses/regression.ts';
import { ResidualFigure, SplineFigure } from '../figures/number-shape-figures.tsx';
import {
  dotStep,
  drawableSpline,
  readResiduals,
  readSpline,
  type SplineData,
} from '../figures/number-shape.ts';
import { count, full, pEquals, tick } from '../format/numbers.ts';
import { inSentence, listed } from '../format/words.ts';
import { levelShown } from '../panels/options.tsx';
import { answered, outcome } from '../panels/outcomes.ts';
import { shownCohort, shownParts, shownSetup } from '../panels/shown.ts';
import type { RichText } from '../base/rich-text.ts';
import { text } from '../text/text.ts';
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
import type { LabelOf } from './labels.ts';

const words = text.modelChecks.form;

/** The number looked at; null: the first. */
const looked = signal<string | null>(null);

/** The numbers of the table, those in the model first. */
function numbersOf(models: readonly FittedModel[]): string[] {
  const loaded = shownCohort.value;
  if (loaded === null) return [];
  const tested = testedCovariates(loaded, shownSetup.value).filter(
    (name) => shownParts.types.value.get(name)?.type === 'number',
  );
  const entered = (name: string) => models.some(({ terms }) => terms.includes(name));
  return tested.toSorted((a, b) => Number(entered(b)) - Number(entered(a)));
}

/** Whether the effect of a number is as straight as the table takes it. */
export function NumberShape(props: ModelsProps) {
  const models = fittedModels(props);
  const numbers = models.length === 0 ? [] : numbersOf(models);
  const number = numbers.find((name) => name === looked.value) ?? numbers[0];
  if (number === undefined) return null;
  const { labelOf } = props;
  return (
    <Disclosure whileOpen name={words.name} setting={words.setting}>
      <p class="prose">{words.explain(inSentence(labelOf(number), number))}</p>
      {numbers.length > 1 && (
        <Select
          label={words.field}
          choices={numbers.map((name) => ({ value: name, label: labelOf(name) }))}
          value={number}
          onChange={(name) => (looked.value = name)}
        />
      )}
      <EachModel models={models} ask={(setup, model) => formAnalyses(setup, model, number)}>
        {(model, results) => (
          <OfModel model={model} results={results} number={number} labelOf={labelOf} />
        )}
      </EachModel>
    </Disclosure>
  );
}

interface OfModelProps {
  model: FittedModel;
  results: ReadonlyMap<string, AnalysisResult>;
  number: string;
  labelOf: LabelOf;
}

function OfModel(props: OfModelProps) {
  return (
    <>
      <Residuals {...props} />
      <Spline {...props} />
    </>
  );
}

function othersOf({ terms }: FittedModel, number: string, labelOf: LabelOf): string {
  const others = terms.filter((name) => name !== number);
  return listed(others.map((name) => inSentence(labelOf(name), name)));
}

function Residuals({ model, results, number, labelOf }: OfModelProps) {
  const id = `form:${model.endpoint.name}`;
  const form = answered(outcome(results, id, 'cox'))?.value.functionalForm ?? null;
  if (form === null) return <Refused results={results} id={id} />;
  const say = words.residuals;
  const label = inSentence(labelOf(number), number);
  const others = othersOf(model, number, labelOf);
  const without = others === '' ? say.empty : say.others(others);
  const data = { form, label: labelOf(number) };
  const patients = form.value.length;
  const step = dotStep(data);
  const notes = [
    say.note(without),
    ...(form.smooth === null ? [say.noSmooth] : []),
    ...(step > 1 ? [say.thinned(count(Math.ceil(patients / step)), count(patients))] : []),
  ];
  return (
    <ResidualFigure
      data={data}
      title={say.title(label, model.answers.words.inSentence)}
      description={say.description({ label, model: without, patients, read: readResiduals(data) })}
      note={`${notes.join(' ')}${tiesNote()}`}
      name={[shownCohort.value?.name ?? '', model.endpoint.name]}
    />
  );
}

function Spline({ model, results, number, labelOf }: OfModelProps) {
  const say = words.spline;
  const id = `spline:${model.endpoint.name}`;
  const curve = answered(outcome(results, id, 'cox'))?.value.splines[0];
  if (curve === undefined) return <Refused results={results} id={id} say={say.none} />;
  const { hazard } = model.answers.words;
  const data: SplineData & { curve: SplineCurve } = {
    curve,
    label: labelOf(number),
    hazard,
    level: levelShown(),
  };
  if (!drawableSpline(data)) return <p class="note">{say.notEstimable}</p>;
  const label = inSentence(labelOf(number), number);
  const others = othersOf(model, number, labelOf);
  return (
    <SplineFigure
      data={data}
      title={say.title(label, hazard)}
      description={say.description({
        hazard,
        label,
        reference: tick(curve.reference),
        level: data.level,
        read: readSpline(data),
      })}
      note={
        <Prose
          text={say.note({
            knots: [...curve.knots].map(tick),
            test: nonlinearity(curve),
            model: others === '' ? say.alone : say.adjusted(others),
          })}
        />
      }
      name={[shownCohort.value?.name ?? '', model.endpoint.name]}
    />
  );
}

function nonlinearity({ nonlinearity: test }: SplineCurve): RichText {
  return test === null
    ? [words.spline.notTested]
    : words.spline.nonlinear(pEquals(test.p), full.chiSquare(test.chiSquare), count(test.df));
}
