// The hazard ratio during follow-up: each event's scaled Schoenfeld residual, their smooth with its
// band, and the one hazard ratio of the model. A flat line says that one number is enough.
import type { TimeUnit } from '../../build/wasm/riskset.js';
import { nbsp } from '../base/rounding.ts';
import { ratio, tick, time as timeText, units } from '../format/numbers.ts';
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
  type Point,
  type Values,
} from './lines.ts';
import { plotFrame } from './plot-frame.ts';
import { pathMark, type Draw, type Mark } from './scene.ts';
import { timeTicks } from './ticks.ts';

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

/** A smooth needs a few points to be one. */
const fewestEvents = 4;

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
  const { from, to } = ratioRange([
    ...heights,
    0,
    ...(overall === null ? [] : [Math.log(overall)]),
  ]);
  const longest = [...events, ...smooth].reduce((most, { x }) => Math.max(most, x), 0);
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
          ticks: ratioTicks({ from, to }),
        },
        key: [
          { label: words.smooth, sample: lineSample('curve') },
          { label: words.event, sample: (x, y) => dot(x + 13, y - 4) },
          ...(overall === null
            ? []
            : [
                {
                  label: words.overall(ratio(overall)),
                  sample: lineSample('medianLevel'),
                },
              ]),
        ],
      },
      width,
      measure,
    );
    const marks: Mark[] = [
      ...frame.axes,
      pathMark('band', outline(upper, lower, frame)),
      level('none', 0, frame),
      ...(overall === null ? [] : [level('medianLevel', Math.log(overall), frame)]),
      ...events.map(({ x, value }) => dot(frame.x(x), frame.y(value))),
      pathMark('curve', path(smooth, frame)),
    ];
    return { width, height: frame.height, marks };
  };
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
            `${timeText(point.x, unit)}${nbsp}${units[unit]}`,
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
