// The pictures beside the test of proportional hazards: one coefficient at a time.
import type { ProportionalHazards, TimeUnit } from '../../build/wasm/riskset.js';
import type { HazardCurve, HazardOverTimeData } from '../figures/hazard-over-time.ts';
import { capitalised, inSentence, levelLabel } from '../format/words.ts';
import { armLabel } from '../panels/arms.ts';
import { answered } from '../panels/outcomes.ts';
import { text } from '../text/text.ts';
import { hazardsTest, type ModelAnswers } from './answers.ts';
import { perUnit, type LabelOf } from './labels.ts';

const words = text.regression;

interface HazardRatioCurve {
  name: string;
  level: string;
  time: HazardCurve['time'];
  value: HazardCurve['value'];
  /** null: too few events for a smooth. */
  smooth: HazardCurve['smooth'] | null;
}

/** The engine gives them where the analysis asks for them. */
function curvesOf(test: ProportionalHazards | null | undefined): readonly HazardRatioCurve[] {
  return (test as { curves?: readonly HazardRatioCurve[] } | null | undefined)?.curves ?? [];
}

export interface CurveChoice {
  /** Names the coefficient among those of its model. */
  key: string;
  label: string;
}

const keyOf = ({ name, level }: Pick<HazardRatioCurve, 'name' | 'level'>) => `${name}\n${level}`;

/** The coefficients that have a picture, in the order of the table. */
export function curveChoices(
  { model }: ModelAnswers,
  arm: string | null,
  labelOf: LabelOf,
): CurveChoice[] {
  return curvesOf(answered(model)?.value.proportionalHazards).map((curve) => ({
    key: keyOf(curve),
    label:
      curve.level === ''
        ? perUnit(labelOf(curve.name))
        : curve.name === arm
          ? armLabel(curve.level)
          : `${labelOf(curve.name)} ${levelLabel(curve.level)}`,
  }));
}

/** Whether there is a picture to send the reader to. */
export function hasPictures(shown: readonly ModelAnswers[]): boolean {
  return shown.some(({ model }) => curvesOf(answered(model)?.value.proportionalHazards).length > 0);
}

/** Where the test finds most change, there is most to see. */
export function firstChoice(answers: ModelAnswers, choices: readonly CurveChoice[]): string {
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
  { model, words: own }: ModelAnswers,
  { key, label }: CurveChoice,
  { unit, start }: Axis,
): HazardOverTimeData | null {
  const value = answered(model)?.value;
  const curve = curvesOf(value?.proportionalHazards).find((one) => keyOf(one) === key);
  if (value === undefined || curve === undefined) return null;
  const term = value.terms.find((one) => keyOf(one) === key);
  const none = { time: [], value: [], lower: [], upper: [] };
  return {
    curve: { time: curve.time, value: curve.value, smooth: curve.smooth ?? none },
    term: inSentence(label),
    hazard: own.hazard,
    overall: term?.hr ?? null,
    unit,
    xTitle: words.since(capitalised(unit), start),
  };
}
