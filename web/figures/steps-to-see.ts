// Of a curve of many thousand steps a screen shows what its pixels can tell apart. A file, a table and
// whoever reads the curve get every step.
import { numberAt, optionalReals } from '../engine/optional-reals.ts';
import type { SurvivalFigureData } from './kaplan-meier-data.ts';
import type { Curve } from './steps.ts';

const piecesPerPixel = 2;

/** The figure with no two steps of a curve in the same half of a pixel. */
export function dataToSee(data: SurvivalFigureData, width: number): SurvivalFigureData {
  const longest = Math.max(0, ...data.groups.map(({ steps }) => steps.time.at(-1) ?? 0));
  const pieces = width * piecesPerPixel;
  if (data.groups.every(({ steps }) => steps.time.length <= pieces)) return data;
  const groups = data.groups.map((group) => ({
    ...group,
    steps: stepsToSee(group.steps, longest / pieces),
  }));
  return { ...data, groups };
}

/** In each piece of time the last step, which counts all who left in it. */
export function stepsToSee(curve: Curve, piece: number): Curve {
  const last = curve.time.length - 1;
  const pieceOf = (index: number) => Math.floor((curve.time[index] ?? 0) / piece);
  const ends: number[] = [];
  for (let index = 0; index <= last; index += 1) {
    if (index === last || pieceOf(index) !== pieceOf(index + 1)) ends.push(index);
  }
  const begins = ends.map((_, at) => (ends[at - 1] ?? -1) + 1);
  const summed = (counts: Int32Array) =>
    Int32Array.from(ends, (end, at) => {
      let sum = 0;
      for (let index = begins[at]!; index <= end; index += 1) sum += counts[index] ?? 0;
      return sum;
    });
  return {
    time: Float64Array.from(ends, (end) => curve.time[end]!),
    atRisk: Int32Array.from(curve.atRisk.length === 0 ? [] : begins, (at) => curve.atRisk[at]!),
    events: summed(curve.events),
    censored: summed(curve.censored),
    survival: Float64Array.from(ends, (end) => curve.survival[end]!),
    lower: optionalReals(ends.map((end) => numberAt(curve.lower, end))),
    upper: optionalReals(ends.map((end) => numberAt(curve.upper, end))),
  };
}
