// Ticks of a time axis in the steps that people count in: months by halves of a year, not by fives.
import type { TimeUnit } from '../../build/wasm/riskset.js';

const steps: Record<TimeUnit, readonly number[]> = {
  days: [1, 2, 5, 7, 14, 30, 60, 90, 180, 365, 730, 1095, 1825],
  weeks: [1, 2, 4, 8, 12, 26, 52, 104, 156, 260],
  months: [0.25, 0.5, 1, 2, 3, 6, 12, 24, 36, 60, 120],
  years: [0.25, 0.5, 1, 2, 5, 10, 20],
};

/** So many counts fit under the ticks on a phone. */
const usualIntervals = 8;
const mostIntervals = 13;

/** From 0 to the last step within `longest`, in the finest step that counts fit under. */
export function timeTicks(longest: number, unit: TimeUnit): number[] {
  if (!(longest > 0)) return [0];
  const fits = (step: number) => longest / step < usualIntervals;
  const coarsest = steps[unit].at(-1) ?? 1;
  let step = steps[unit].find(fits) ?? coarsest;
  while (!fits(step)) step *= 2;
  return ticksBy(longest, step);
}

/** The steps between which one may choose: from as many ticks as can be read to two. */
export function tickSteps(longest: number, unit: TimeUnit): number[] {
  return steps[unit].filter((step) => step <= longest && longest / step < mostIntervals);
}

/** Ticks in a chosen step; in the usual one where the choice does not suit this follow-up. */
export function everyTick(longest: number, step: number, unit: TimeUnit): number[] {
  return tickSteps(longest, unit).includes(step)
    ? ticksBy(longest, step)
    : timeTicks(longest, unit);
}

function ticksBy(longest: number, step: number): number[] {
  const ticks: number[] = [];
  for (let index = 0; index * step <= longest; index += 1) ticks.push(index * step);
  return ticks;
}
