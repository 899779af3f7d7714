// Step functions as SVG paths. Everything here is geometry: the estimates come from the engine.
import type { SurvivalSteps } from '../../build/wasm/riskset.js';

import { numberAt } from '../engine/optional-reals.ts';

export interface Scales {
  x: (time: number) => number;
  y: (share: number) => number;
}

/** The counts of a curve that a model predicts are empty. */
export type Curve = Pick<
  SurvivalSteps,
  'time' | 'atRisk' | 'events' | 'censored' | 'survival' | 'lower' | 'upper'
>;

/** Fewer patients than this and the curve is drawn thin: single patients move it now. */
export const fewAtRisk = 5;

/** More censored patients than this in an arm and their ticks would hide the curve. */
export const mostCensorTicks = 200;

function round(coordinate: number): number {
  return Math.round(coordinate * 100) / 100;
}

/**
 * The curve from time 0 to the last follow-up, in two parts that meet: `main`, and `thin` from
 * where fewer than `fewAtRisk` patients remain.
 */
export function curvePaths(curve: Curve, { x, y }: Scales): { main: string; thin: string } {
  const main = [`M${round(x(0))},${round(y(1))}`];
  const thin: string[] = [];
  let path = main;
  for (let index = 0; index < curve.time.length; index += 1) {
    const across = round(x(curve.time[index] ?? 0));
    const down = round(y(curve.survival[index] ?? 0));
    path.push(`H${across}V${down}`);
    if (path === main && remaining(curve, index) < fewAtRisk) {
      path = thin;
      path.push(`M${across},${down}`);
    }
  }
  return { main: main.join(''), thin: thin.length > 1 ? thin.join('') : '' };
}

function remaining(curve: Curve, index: number): number {
  if (curve.atRisk.length === 0) return Infinity;
  const leaving = (curve.events[index] ?? 0) + (curve.censored[index] ?? 0);
  return (curve.atRisk[index] ?? 0) - leaving;
}

/**
 * The interval as an area with step edges; where a limit does not exist there is none. Steps that
 * meet are one outline: seams between them would show on paper.
 */
export function bandPath(curve: Pick<Curve, 'time' | 'lower' | 'upper'>, { x, y }: Scales): string {
  const areas: string[] = [];
  let upperEdge = '';
  let lowerEdge = '';
  const close = () => {
    if (upperEdge !== '') areas.push(`${upperEdge}${lowerEdge}Z`);
    upperEdge = '';
    lowerEdge = '';
  };
  for (let index = 0; index + 1 < curve.time.length; index += 1) {
    const lower = numberAt(curve.lower, index);
    const upper = numberAt(curve.upper, index);
    if (lower === null || upper === null) {
      close();
      continue;
    }
    const from = round(x(curve.time[index] ?? 0));
    const to = round(x(curve.time[index + 1] ?? 0));
    upperEdge += `${upperEdge === '' ? `M${from},` : 'V'}${round(y(upper))}H${to}`;
    lowerEdge = `V${round(y(lower))}H${from}${lowerEdge}`;
  }
  close();
  return areas.join('');
}

/** The area under the curve from time 0 to another: the mean survival within that time. */
export function areaPath(curve: Curve, { x, y }: Scales, until: number): string {
  let edge = `M${round(x(0))},${round(y(0))}V${round(y(1))}`;
  for (let index = 0; index < curve.time.length; index += 1) {
    const time = curve.time[index] ?? 0;
    if (time >= until) break;
    edge += `H${round(x(time))}V${round(y(curve.survival[index] ?? 0))}`;
  }
  return `${edge}H${round(x(until))}V${round(y(0))}Z`;
}

/** Where patients left follow-up without the event. */
export function censorTicks(curve: Curve, { x, y }: Scales): { x: number; y: number }[] {
  const ticks: { x: number; y: number }[] = [];
  let censored = 0;
  for (let index = 0; index < curve.time.length; index += 1) {
    const here = curve.censored[index] ?? 0;
    if (here === 0) continue;
    censored += here;
    ticks.push({ x: x(curve.time[index] ?? 0), y: y(curve.survival[index] ?? 1) });
  }
  return censored > mostCensorTicks ? [] : ticks;
}

export interface Reading {
  survival: number;
  lower: number | null;
  upper: number | null;
  /** null where nobody is counted. */
  atRisk: number | null;
}

/**
 * The curve at a time, looked up, not computed. `null` after the last follow-up of a curve that has
 * not come down to 0: nobody was watched so long.
 */
export function readingAt(curve: Curve, n: number, time: number): Reading | null {
  let index = -1;
  while (index + 1 < curve.time.length && (curve.time[index + 1] ?? 0) <= time) index += 1;
  const past = index === curve.time.length - 1 && (curve.time[index] ?? 0) < time;
  const survival = index < 0 ? 1 : (curve.survival[index] ?? 1);
  if (past && survival > 0) return null;
  const exact = index >= 0 && curve.time[index] === time;
  const next = exact ? index : index + 1;
  return {
    survival,
    lower: index < 0 ? 1 : numberAt(curve.lower, index),
    upper: index < 0 ? 1 : numberAt(curve.upper, index),
    atRisk:
      curve.atRisk.length === 0
        ? null
        : next < curve.time.length
          ? (curve.atRisk[next] ?? 0)
          : index < 0
            ? n
            : 0,
  };
}
