// The hazard ratio during follow-up: each event's scaled Schoenfeld residual, their smooth with its
// band, and the one hazard ratio of the model. A flat line says that one number is enough.
import type { TimeUnit } from '../../build/wasm/riskset.js';
import { nbsp } from '../base/rounding.ts';
import { ratio, tick, time as timeText, units } from '../format/numbers.ts';
import { text } from '../text/text.ts';
import { at, pathMark, type Draw, type Mark } from './scene.ts';
import { plotFrame, type PlotFrame } from './plot-frame.ts';
import { timeTicks } from './ticks.ts';

type Values = ArrayLike<number | null>;

/** As `proportionalHazards.curves[]` of the engine has it: logarithms of hazard ratios. */
export interface HazardCurve {
  time: ArrayLike<number>;
  value: Values;
  /** null where the events lie at too few times; its band is 2 standard errors on each side. */
  smooth: { time: ArrayLike<number>; value: Values; lower: Values; upper: Values } | null;
}

export interface HazardOverTimeData {
  curve: HazardCurve;
  /** Whose hazard ratio: "immunotherapy rechallenge against chemotherapy". */
  term: string;
  /** What the hazard is of: "death". */
  hazard: string;
  /** The model's hazard ratio; null where it could not be estimated. */
  overall: number | null;
  unit: TimeUnit;
  /** "Months since start of treatment" */
  xTitle: string;
}

/** In the order in which they may stay where room is short. */
const ratios = [1, 0.1, 10, 0.5, 2, 0.01, 100, 0.25, 4, 0.001, 1000, 0.05, 20, 0.0001, 10000];
const dotRadius = 2.5;
/** A smooth needs a few points to be one. */
const fewestEvents = 4;

interface Point {
  time: number;
  value: number;
}

function points(times: ArrayLike<number>, values: Values): Point[] {
  return Array.from(times, (time, index) => ({ time, value: values[index] ?? NaN })).filter(
    ({ value }) => Number.isFinite(value),
  );
}

type Smooth = Record<'value' | 'lower' | 'upper', Point[]>;

function smoothOf({ smooth }: HazardCurve): Smooth {
  const along = (values: Values) => points(smooth?.time ?? [], values);
  return {
    value: along(smooth?.value ?? []),
    lower: along(smooth?.lower ?? []),
    upper: along(smooth?.upper ?? []),
  };
}

/** Whether there are events enough to draw a smooth through. */
export function drawable({ curve }: HazardOverTimeData): boolean {
  return points(curve.time, curve.value).length >= fewestEvents && smoothOf(curve).value.length > 1;
}

export function drawHazardOverTime(data: HazardOverTimeData): Draw {
  const { curve, overall, unit, xTitle, hazard } = data;
  const words = text.figures.hazardOverTime;
  const events = points(curve.time, curve.value);
  const { value: smooth, lower, upper } = smoothOf(curve);
  const heights = [...events, ...smooth, ...lower, ...upper].map(({ value }) => value);
  const { from, to } = rangeOf([...heights, 0, ...(overall === null ? [] : [Math.log(overall)])]);
  const longest = [...events, ...smooth].reduce((most, { time }) => Math.max(most, time), 0);
  return (width, measure) => {
    const ticks = timeTicks(longest, unit);
    const frame = plotFrame(
      {
        x: {
          title: xTitle,
          from: 0,
          to: Math.max(longest * 1.02, ticks.at(-1) ?? 0) || 1,
          ticks: ticks.map((time) => ({ at: time, text: tick(time) })),
        },
        y: {
          title: words.yTitle(hazard),
          from,
          to,
          ticks: ratios
            .map((own) => ({ at: Math.log(own), text: tick(own) }))
            .filter((own) => own.at >= from && own.at <= to),
        },
        key: [
          { label: words.smooth, sample: (x, y) => pathMark('curve', line(x, y)) },
          {
            label: words.event,
            sample: (x, y) => ({
              kind: 'dot',
              look: 'event',
              x: x + 13,
              y: y - 4,
              r: dotRadius,
              arm: 0,
            }),
          },
          ...(overall === null
            ? []
            : [
                {
                  label: words.overall(ratio(overall)),
                  sample: (x: number, y: number) => pathMark('medianLevel', line(x, y)),
                },
              ]),
        ],
      },
      width,
      measure,
    );
    const across = (look: 'none' | 'medianLevel', value: number) =>
      pathMark(look, `M${at(frame.plot.x)},${at(frame.y(value))}h${at(frame.plot.width)}`);
    const marks: Mark[] = [
      ...frame.axes,
      pathMark('band', outline(upper, lower, frame)),
      across('none', 0),
      ...(overall === null ? [] : [across('medianLevel', Math.log(overall))]),
      ...events.map<Mark>(({ time, value }) => ({
        kind: 'dot',
        look: 'event',
        x: frame.x(time),
        y: frame.y(value),
        r: dotRadius,
        arm: 0,
      })),
      pathMark('curve', path(smooth, frame)),
    ];
    return { width, height: frame.height, marks };
  };
}

function line(x: number, y: number): string {
  return `M${at(x)},${at(y - 4)}h27`;
}

function rangeOf(values: readonly number[]): { from: number; to: number } {
  const least = values.reduce((low, value) => Math.min(low, value), Math.log(0.5));
  const most = values.reduce((high, value) => Math.max(high, value), Math.log(2));
  const margin = 0.04 * (most - least);
  return { from: least - margin, to: most + margin };
}

function path(along: readonly Point[], { x, y }: PlotFrame): string {
  return along.length === 0
    ? 'M0,0'
    : `M${along.map(({ time, value }) => `${at(x(time))},${at(y(value))}`).join('L')}`;
}

function outline(upper: readonly Point[], lower: readonly Point[], frame: PlotFrame): string {
  return `${path([...upper, ...lower.toReversed()], frame)}Z`;
}

/** The picture in words: where the smooth begins, is half-way, and ends. */
export function describeHazardOverTime(data: HazardOverTimeData): string {
  const { curve, unit, term, hazard, overall } = data;
  const { value: smooth } = smoothOf(curve);
  const events = points(curve.time, curve.value);
  const middle = smooth[Math.floor(smooth.length / 2)];
  const read = [smooth[0], middle, smooth.at(-1)].flatMap((point) =>
    point === undefined
      ? []
      : [
          text.figures.hazardOverTime.at(
            ratio(Math.exp(point.value)),
            `${timeText(point.time, unit)}${nbsp}${units[unit]}`,
          ),
        ],
  );
  return text.figures.hazardOverTime.description({
    hazard,
    term,
    events: events.length,
    read,
    overall: overall === null ? null : ratio(overall),
  });
}
