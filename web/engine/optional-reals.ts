// Numbers of which some are missing, as the engine hands them over: a typed array in which NaN
// stands for a missing one. Whoever reads a place gets a number or null.
import type { OptionalReals } from '../../build/wasm/riskset.js';

/** null beyond the end too. In results that were shared they are lists with nulls. */
export function numberAt(list: OptionalReals, at: number): number | null {
  const number = (list as unknown as ArrayLike<number | null>)[at] ?? null;
  return number === null || Number.isNaN(number) ? null : number;
}

export function numbersIn(list: OptionalReals): (number | null)[] {
  return Array.from({ length: list.length }, (_, at) => numberAt(list, at));
}

export function optionalReals(numbers: Iterable<number | null>): OptionalReals {
  return Float64Array.from(numbers, (number) => number ?? NaN) as unknown as OptionalReals;
}
