// log(−log S) against the logarithm of time: curves of proportional hazards run side by side.
import { scaleLinear } from 'd3-scale';

import { tick } from '../format/numbers.ts';
import { text } from '../text/text.ts';
import type { SurvivalFigureData } from './kaplan-meier-data.ts';
import { dashOf, swatchMark } from './line-types.ts';
import { plotFrame } from './plot-frame.ts';
import { at, pathMark, type Draw } from './scene.ts';

export type LogLogData = Pick<SurvivalFigureData, 'groups' | 'unit' | 'xTitle'>;

interface Point {
  across: number;
  up: number;
}

/** Steps that have a place: after time 0, where some but not all have had the event. */
function pointsOf({ steps }: LogLogData['groups'][number]): Point[] {
  const points: Point[] = [];
  let last = 1;
  for (let index = 0; index < steps.time.length; index += 1) {
    const time = steps.time[index] ?? 0;
    const survival = steps.survival[index] ?? 1;
    const falls = survival !== last || index === steps.time.length - 1;
    last = survival;
    if (!falls || time <= 0 || survival <= 0 || survival >= 1) continue;
    points.push({ across: Math.log(time), up: Math.log(-Math.log(survival)) });
  }
  return points;
}

export function drawableLogLog(data: LogLogData): boolean {
  return data.groups.filter((group) => pointsOf(group).length > 1).length > 1;
}

export function drawLogLog(data: LogLogData): Draw {
  const curves = data.groups.map(pointsOf);
  const all = curves.flat();
  const across = rangeOf(all.map((point) => point.across));
  const up = rangeOf(all.map((point) => point.up));
  const words = text.figures.logLog;
  return (width, measure) => {
    const frame = plotFrame(
      {
        x: { title: words.xTitle(data.xTitle), ...across, ticks: timesBetween(across) },
        y: {
          title: words.yTitle,
          ...up,
          ticks: scaleLinear([up.from, up.to], [0, 1])
            .ticks(6)
            .map((value) => ({ at: value, text: tick(value) })),
        },
        key: data.groups.map(({ label }, arm) => ({
          label,
          sample: (x: number, y: number) => swatchMark(arm, x, y),
        })),
      },
      width,
      measure,
    );
    const marks = curves.flatMap((points, arm) => {
      const [first, ...rest] = points;
      if (first === undefined) return [];
      const start = `M${at(frame.x(first.across))},${at(frame.y(first.up))}`;
      const steps = rest.map((point) => `H${at(frame.x(point.across))}V${at(frame.y(point.up))}`);
      return [pathMark('curve', start + steps.join(''), arm, dashOf(arm))];
    });
    return { width, height: frame.height, marks: [...frame.axes, ...marks] };
  };
}

function rangeOf(values: readonly number[]): { from: number; to: number } {
  const least = values.reduce((low, value) => Math.min(low, value), Infinity);
  const most = values.reduce((high, value) => Math.max(high, value), -Infinity);
  if (!(least < most)) return { from: (values[0] ?? 0) - 1, to: (values[0] ?? 0) + 1 };
  const margin = 0.04 * (most - least);
  return { from: least - margin, to: most + margin };
}

/** 0.5, 1, 2, 5, 10 …: the times that people read on a log axis. */
function timesBetween({ from, to }: { from: number; to: number }) {
  const ticks: { at: number; text: string }[] = [];
  for (let power = -4; power <= 5; power += 1) {
    for (const digit of [1, 2, 5]) {
      const time = Number(`${digit}e${power}`);
      const place = Math.log(time);
      if (place >= from && place <= to) ticks.push({ at: place, text: tick(time) });
    }
  }
  return ticks;
}

export function describeLogLog({ groups }: LogLogData): string {
  return text.figures.logLog.description(groups.map(({ label }) => label));
}
