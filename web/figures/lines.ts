// Points, their smooth lines and bands: what the smaller figures draw inside their frame.
import { tick } from '../format/numbers.ts';
import type { LookName } from './looks.ts';
import type { PlotFrame } from './plot-frame.ts';
import { at, pathMark, type DotMark, type PathMark } from './scene.ts';

export type Values = ArrayLike<number | null>;

export interface Point {
  x: number;
  value: number;
}

/** Without those that do not exist. */
export function points(x: ArrayLike<number>, values: Values): Point[] {
  return Array.from(x, (own, index) => ({ x: own, value: values[index] ?? NaN })).filter(
    ({ value }) => Number.isFinite(value),
  );
}

const dotRadius = 2.5;

export function dot(x: number, y: number): DotMark {
  return { kind: 'dot', look: 'event', x, y, r: dotRadius, arm: 0 };
}

export function path(along: readonly Point[], { x, y }: PlotFrame): string {
  return along.length === 0
    ? 'M0,0'
    : `M${along.map((own) => `${at(x(own.x))},${at(y(own.value))}`).join('L')}`;
}

export function outline(
  upper: readonly Point[],
  lower: readonly Point[],
  frame: PlotFrame,
): string {
  return `${path([...upper, ...lower.toReversed()], frame)}Z`;
}

/** A line across the plot. */
export function level(look: LookName, value: number, { plot, y }: PlotFrame): PathMark {
  return pathMark(look, `M${at(plot.x)},${at(y(value))}h${at(plot.width)}`);
}

/** A line in the key. */
export function lineSample(look: LookName): (x: number, y: number) => PathMark {
  return (x, y) => pathMark(look, `M${at(x)},${at(y - 4)}h27`);
}

export interface Range {
  from: number;
  to: number;
}

export function rangeWith(values: readonly number[], least: number, most: number): Range {
  const low = values.reduce((own, value) => Math.min(own, value), least);
  const high = values.reduce((own, value) => Math.max(own, value), most);
  const margin = 0.04 * (high - low);
  return { from: low - margin, to: high + margin };
}

/** Of logarithms of ratios: never narrower than from a half to two. */
export function ratioRange(logs: readonly number[]): Range {
  return rangeWith(logs, Math.log(0.5), Math.log(2));
}

/** In the order in which they may stay where room is short. */
const ratios = [1, 0.1, 10, 0.5, 2, 0.01, 100, 0.25, 4, 0.001, 1000, 0.05, 20, 0.0001, 10000];

export function ratioTicks({ from, to }: Range): { at: number; text: string }[] {
  return ratios
    .map((own) => ({ at: Math.log(own), text: tick(own) }))
    .filter((own) => own.at >= from && own.at <= to);
}
