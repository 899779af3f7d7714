// Survival as the model predicts it for each level of a category, all other terms being held fixed.
import type { AdjustedCurves } from '../../build/wasm/riskset.js';
import type { EndpointSetup } from '../data/setup.ts';
import { optionalReals } from '../engine/optional-reals.ts';
import { everything, type SurvivalFigureData } from '../figures/kaplan-meier-data.ts';
import { readingAt } from '../figures/steps.ts';
import { timeTicks } from '../figures/ticks.ts';
import { percent, tick } from '../format/numbers.ts';
import { inSentence, levelLabel } from '../format/words.ts';
import { armLabel, referenceLast } from '../panels/arms.ts';
import { endpointWords } from '../panels/endpoint-words.ts';
import { startOfTime } from '../panels/time-origin.ts';
import { text } from '../text/text.ts';
import type { LabelOf } from './labels.ts';

const words = text.modelChecks.adjusted;

interface Context {
  endpoint: EndpointSetup;
  arm: string | null;
  /** "95%" */
  level: string;
}

/** The curves in the order and the names of the Kaplan-Meier figure. */
export function adjustedFigure(
  { name, curves }: AdjustedCurves,
  { endpoint, arm, level }: Context,
): SurvivalFigureData {
  const own = endpointWords(endpoint);
  const longest = curves.reduce((most, { time }) => Math.max(most, time.at(-1) ?? 0), 0);
  const nobody = new Int32Array();
  return {
    groups: referenceLast(curves).map((curve) => ({
      label: name === arm ? armLabel(curve.level) : levelLabel(curve.level),
      n: 0,
      events: 0,
      median: { value: null, lower: null, upper: null },
      atTimes: [],
      steps: {
        time: curve.time,
        survival: curve.survival,
        lower: optionalReals(curve.lower),
        upper: optionalReals(curve.upper),
        atRisk: nobody,
        events: nobody,
        censored: nobody,
      },
    })),
    unit: endpoint.unit,
    level,
    yTitle: own.axis,
    xTitle: text.regression.since(endpoint.unit, startOfTime(endpoint)),
    eventWord: own.counted,
    comparison: [],
    drawn: { ...everything, medians: false, censorTicks: false },
    predictedAt: timeTicks(longest, endpoint.unit),
  };
}

/** "age 62 and CPS group ≥ 1": what everybody has. */
export function covariatesInWords({ covariates }: AdjustedCurves, labelOf: LabelOf): string {
  if (covariates.length === 0) return words.alone;
  return words.at(
    covariates.map(({ name, value }) =>
      words.valueOf(inSentence(labelOf(name), name), levelLabel(value)),
    ),
  );
}

/** Read off the steps at no more than three ticks. */
export function describeAdjusted(data: SurvivalFigureData, title: string, at: string): string {
  const { groups, unit, level, predictedAt = [] } = data;
  const [, ...later] = predictedAt;
  const times = later.filter((_, index) => index % Math.max(1, Math.ceil(later.length / 3)) === 0);
  return words.description({
    title,
    at,
    level,
    curves: groups.map(({ label, steps, n }) =>
      words.curve(
        label,
        times.flatMap((time) => {
          const read = readingAt(steps, n, time);
          return read === null ? [] : [words.readAt(percent(read.survival), tick(time), unit)];
        }),
      ),
    ),
  });
}
