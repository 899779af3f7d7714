// The difference of two survival curves during follow-up, with its pointwise band.
import { scaleLinear } from 'd3-scale';

import type { DifferenceCurve, TimeUnit } from '../../build/wasm/riskset.js';
import { numbersIn } from '../engine/optional-reals.ts';
import { signedPoints, tick } from '../format/numbers.ts';
import { text } from '../text/text.ts';
import { plotFrame } from './plot-frame.ts';
import { at, pathMark, type Draw } from './scene.ts';
import { bandPath } from './steps.ts';
import { timeTicks } from './ticks.ts';

export interface SurvivalDifferenceData {
  curve: DifferenceCurve;
  /** "immunotherapy rechallenge against chemotherapy" */
  arms: string;
  unit: TimeUnit;
  xTitle: string;
  /** "95%" */
  level: string;
}

/** One curve that never leaves 0 is no picture. */
export function drawableDifference({ curve }: SurvivalDifferenceData): boolean {
  return curve.value.some((value) => value !== 0);
}

export function drawDifference({ curve, unit, xTitle, level }: SurvivalDifferenceData): Draw {
  const { time, value, lower, upper } = curve;
  const words = text.figures.difference;
  const { from, to } = rangeOf([...value, ...numbersIn(lower), ...numbersIn(upper)]);
  const longest = time.at(-1) ?? 0;
  return (width, measure) => {
    const ticks = timeTicks(longest, unit);
    const frame = plotFrame(
      {
        x: {
          title: xTitle,
          from: 0,
          to: Math.max(longest * 1.02, ticks.at(-1) ?? 0) || 1,
          ticks: ticks.map((own) => ({ at: own, text: tick(own) })),
        },
        y: {
          title: words.yTitle,
          from,
          to,
          ticks: scaleLinear([from, to], [0, 1])
            .ticks(5)
            .map((own) => ({ at: own, text: signedPoints(own).replace(/\.0$/, '') })),
        },
        key: [
          { label: words.line, sample: (x, y) => pathMark('curve', `M${at(x)},${at(y - 4)}h27`) },
          {
            label: words.band(level),
            sample: (x, y) => pathMark('band', `M${at(x)},${at(y - 9)}h27v10h-27Z`),
          },
        ],
      },
      width,
      measure,
    );
    const { plot } = frame;
    const scales = { x: frame.x, y: frame.y };
    const steps = Array.from(time, (own, index) =>
      index === 0
        ? `M${at(frame.x(own))},${at(frame.y(value[0] ?? 0))}`
        : `H${at(frame.x(own))}V${at(frame.y(value[index] ?? 0))}`,
    );
    return {
      width,
      height: frame.height,
      marks: [
        ...frame.axes,
        pathMark('band', bandPath({ time, lower, upper }, scales)),
        pathMark('none', `M${at(plot.x)},${at(frame.y(0))}h${at(plot.width)}`),
        pathMark('curve', steps.join('')),
      ],
    };
  };
}

function rangeOf(values: readonly (number | null)[]): { from: number; to: number } {
  const known = values.filter((value) => value !== null);
  const least = known.reduce((low, value) => Math.min(low, value), -0.1);
  const most = known.reduce((high, value) => Math.max(high, value), 0.1);
  return { from: least - 0.03, to: most + 0.03 };
}

export function describeDifference({ curve, arms, level }: SurvivalDifferenceData): string {
  const { value } = curve;
  const least = value.reduce((low, own) => Math.min(low, own), 0);
  const most = value.reduce((high, own) => Math.max(high, own), 0);
  return text.figures.difference.description(arms, level, signedPoints(least), signedPoints(most));
}
