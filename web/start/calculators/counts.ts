// From what is typed into the calculators to counts, or to one sentence that says why not.
import { shortened } from '../../panels/given-rate.ts';
import { text } from '../../text/text.ts';

const words = text.calculators;

/** Beyond any cohort; the exact test takes longer the more patients there are. */
export const mostPatients = 1_000_000;

export interface Rate {
  x: number;
  n: number;
}

/** What stands in the fields "x of n". */
export type Typed = Record<'x' | 'n', string>;

export type Reading =
  | { kind: 'rate'; rate: Rate }
  | { kind: 'unfilled' }
  | { kind: 'wrong'; problem: string; fields: readonly (keyof Typed)[] };

export function readRate(typed: Typed): Reading {
  const x = typed.x.trim();
  const n = typed.n.trim();
  if (x === '' || n === '') return { kind: 'unfilled' };
  for (const field of ['x', 'n'] as const) {
    const problem = countProblem(typed[field].trim());
    if (problem !== null) return { kind: 'wrong', problem, fields: [field] };
  }
  const rate = { x: Number(x), n: Number(n) };
  if (rate.n === 0) return { kind: 'wrong', problem: words.nobody, fields: ['n'] };
  if (rate.x > rate.n) {
    return { kind: 'wrong', problem: words.moreThanAll(rate.x, rate.n), fields: ['x', 'n'] };
  }
  return { kind: 'rate', rate };
}

/** Why there is no result yet; null when every reading is a rate. */
export function problemIn(readings: readonly Reading[]): string | null {
  const several = readings.length > 1;
  for (const [index, reading] of readings.entries()) {
    if (reading.kind !== 'wrong') continue;
    return several ? words.inArm(words.arms[index] ?? '', reading.problem) : reading.problem;
  }
  if (readings.every(({ kind }) => kind === 'rate')) return null;
  return words.fill(several ? words.four : words.both);
}

/** What is wrong with one count; null where nothing is. */
export function countProblem(typed: string): string | null {
  if (/^[-\u2212]\s*\d+$/.test(typed)) return words.negative(shortened(typed));
  if (!/^\d+$/.test(typed)) return words.notWhole(shortened(typed));
  return Number(typed) > mostPatients ? words.tooMany(mostPatients) : null;
}
