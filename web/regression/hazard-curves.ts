// The pictures beside the test of proportional hazards: one coefficient at a time.
import type { HazardRatioCurve, TimeUnit } from '../../build/wasm/riskset.js';
import type { HazardOverTimeData } from '../figures/hazard-over-time.ts';
import { inSentence } from '../format/words.ts';
import { text } from '../text/text.ts';
import { hazardsTest, type ModelAnswers } from './answers.ts';
import { coefficient, keyOf, type Coefficient } from './coefficients.ts';
import type { LabelOf } from './labels.ts';

const words = text.regression;

function curvesOf({ model }: ModelAnswers): readonly HazardRatioCurve[] {
  return model?.proportionalHazards?.curves ?? [];
}

/** The coefficients that have a picture, in the order of the table. */
export function curveChoices(
  answers: ModelAnswers,
  arm: string | null,
  labelOf: LabelOf,
): Coefficient[] {
  return curvesOf(answers).map((curve) => coefficient(curve, arm, labelOf));
}

/** Whether there is a picture to send the reader to. */
export function hasPictures(shown: readonly ModelAnswers[]): boolean {
  return shown.some((answers) => curvesOf(answers).length > 0);
}

/** Where the test finds most change, there is most to see. */
export function firstChoice(answers: ModelAnswers, choices: readonly Coefficient[]): string {
  const terms = hazardsTest(answers)?.terms ?? [];
  const [least] = terms.toSorted((a, b) => a.p - b.p);
  const own = choices.find(({ key }) => key.startsWith(`${least?.name ?? ''}\n`));
  return (own ?? choices[0])?.key ?? '';
}

interface Axis {
  unit: TimeUnit;
  /** What time 0 is. */
  start: string;
}

/** One coefficient's picture; null where the model has none. */
export function hazardPicture(
  answers: ModelAnswers,
  { key, label }: Coefficient,
  { unit, start }: Axis,
): HazardOverTimeData | null {
  const curve = curvesOf(answers).find((one) => keyOf(one) === key);
  if (curve === undefined) return null;
  const term = answers.model?.terms.find((one) => keyOf(one) === key);
  return {
    curve,
    term: inSentence(label, curve.name),
    hazard: answers.words.hazard,
    overall: term?.hr ?? null,
    unit,
    xTitle: words.since(unit, start),
  };
}
