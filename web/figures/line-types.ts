// An arm's line type says the same as its colour, for those who cannot tell the colours apart and
// for a black printer. '' is a solid line.
import { at, pathMark, type Mark } from './scene.ts';

const dashes = ['', '7 4', '2 3', '10 3 2 3', '12 4', '4 2', '14 3 2 3 2 3', '3 6'] as const;

export const mostArms = dashes.length;

/** The dash pattern of an arm; `undefined` draws a solid line. */
export function dashOf(arm: number): string | undefined {
  return dashes[arm % mostArms] || undefined;
}

const swatchLine = 27;

/** A short piece of an arm's line, beside its name whose baseline is `y`. */
export function swatchMark(arm: number, x: number, y: number): Mark {
  return pathMark('curve', `M${at(x)},${at(y - 4)}h${swatchLine}`, arm, dashOf(arm));
}
