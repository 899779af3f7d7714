// The shape of a number's effect: martingale residuals against it with their smooth line, and the
// hazard ratio along a spline with its band.
import { scaleLinear } from 'd3-scale';

import type { FunctionalForm, SplineCurve } from '../../build/wasm/riskset.js';
import { fromZero, ratio, tick } from '../format/numbers.ts';
import { text } from '../text/text.ts';
import {
  dot,
  level,
  lineSample,
  outline,
  path,
  points,
  ratioRange,
  ratioTicks,
  rangeWith,
  type Point,
} from './lines.ts';
import { plotFrame, type Axis } from './plot-frame.ts';
import { at, pathMark, type Draw } from './scene.ts';

const words = text.modelChecks.form;

/** More points than this are one dark area: every so many-th is drawn. */
export const mostDots = 2000;

export interface ResidualData {
  form: Pick<FunctionalForm, 'value' | 'residual' | 'smooth'>;
  /** "Age" */
  label: string;
}

/** Every how many-th patient has a dot. */
export function dotStep({ form }: ResidualData): number {
  return Math.max(1, Math.ceil(form.value.length / mostDots));
}

function axisOf(values: ArrayLike<number>, title: string): Axis {
  const all = Array.from(values);
  const from = all.reduce((least, value) => Math.min(least, value), Infinity);
  const to = all.reduce((most, value) => Math.max(most, value), -Infinity);
  const [low, high] = from < to ? [from, to] : [from - 1, from + 1];
  const margin = 0.02 * (high - low);
  return {
    title,
    from: low - margin,
    to: high + margin,
    ticks: scaleLinear([low, high], [0, 1])
      .ticks(8)
      .map((value) => ({ at: value, text: tick(value) })),
  };
}

function smoothOf({ form }: ResidualData): Point[] {
  return form.smooth === null ? [] : points(form.smooth.value, form.smooth.residual);
}

export function drawResiduals(data: ResidualData): Draw {
  const { form, label } = data;
  const step = dotStep(data);
  const patients = points(form.value, form.residual);
  const smooth = smoothOf(data);
  const { from, to } = rangeWith(
    [...patients, ...smooth].map(({ value }) => value),
    -0.5,
    1,
  );
  return (width, measure) => {
    const frame = plotFrame(
      {
        x: axisOf(form.value, label),
        y: {
          title: words.residuals.yTitle,
          from,
          to,
          ticks: scaleLinear([from, to], [0, 1])
            .ticks(6)
            .map((value) => ({ at: value, text: tick(value) })),
        },
        key: [
          ...(smooth.length === 0
            ? []
            : [{ label: words.residuals.smooth, sample: lineSample('curve') }]),
          { label: words.residuals.patient, sample: (x, y) => dot(x + 13, y - 4) },
        ],
      },
      width,
      measure,
    );
    return {
      width,
      height: frame.height,
      marks: [
        ...frame.axes,
        level('none', 0, frame),
        ...patients
          .filter((_, index) => index % step === 0)
          .map(({ x, value }) => dot(frame.x(x), frame.y(value))),
        ...(smooth.length === 0 ? [] : [pathMark('curve', path(smooth, frame))]),
      ],
    };
  };
}

/** The ends and the middle of a line, as a sentence reads them. */
function readings(line: readonly Point[]): Point[] {
  const middle = line[Math.floor(line.length / 2)];
  return [line[0], middle, line.at(-1)].filter((point) => point !== undefined);
}

/** What the smooth line reads at both ends and in the middle. */
export function readResiduals(data: ResidualData): string[] {
  return readings(smoothOf(data)).map(({ x, value }) =>
    words.residuals.at(fromZero(value), tick(x)),
  );
}

export interface SplineData {
  curve: Pick<SplineCurve, 'value' | 'hr' | 'lower' | 'upper' | 'reference'>;
  label: string;
  hazard: string;
  /** "95%" */
  level: string;
}

const logarithms = (values: readonly (number | null)[]) =>
  values.map((value) => (value === null ? null : Math.log(value)));

function linesOf({ curve }: SplineData): Record<'hr' | 'lower' | 'upper', Point[]> {
  const along = (values: readonly (number | null)[]) => points(curve.value, logarithms(values));
  return { hr: along(curve.hr), lower: along(curve.lower), upper: along(curve.upper) };
}

/** A coefficient that does not exist leaves no curve. */
export function drawableSpline(data: SplineData): boolean {
  return linesOf(data).hr.length > 1;
}

export function drawSpline(data: SplineData): Draw {
  const { curve, label, hazard } = data;
  const { hr, lower, upper } = linesOf(data);
  const { from, to } = ratioRange([...hr, ...lower, ...upper].map(({ value }) => value));
  return (width, measure) => {
    const frame = plotFrame(
      {
        x: axisOf(curve.value, label),
        y: { title: words.spline.yTitle(hazard), from, to, ticks: ratioTicks({ from, to }) },
        key: [
          { label: words.spline.line(tick(curve.reference)), sample: lineSample('curve') },
          {
            label: words.spline.band(data.level),
            sample: (x, y) => pathMark('band', `M${at(x)},${at(y - 9)}h27v10h-27Z`),
          },
        ],
      },
      width,
      measure,
    );
    const { plot } = frame;
    return {
      width,
      height: frame.height,
      marks: [
        ...frame.axes,
        pathMark('band', outline(upper, lower, frame)),
        level('none', 0, frame),
        pathMark(
          'medianLevel',
          `M${at(frame.x(curve.reference))},${at(plot.y)}v${at(plot.height)}`,
        ),
        pathMark('curve', path(hr, frame)),
      ],
    };
  };
}

export function readSpline(data: SplineData): string[] {
  return readings(linesOf(data).hr).map(({ x, value }) =>
    words.spline.at(ratio(Math.exp(value)), tick(x)),
  );
}
