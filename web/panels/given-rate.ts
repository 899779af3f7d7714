// A rate that a person writes, such as one to test against.
import { text } from '../text/text.ts';

/** In percent, with decimal point or comma; null where none is given. */
export function readPercent(typed: string): { rate: number | null; problem: string | null } {
  const written = typed.trim().replace(/\s*%$/, '').replace(',', '.');
  if (written === '') return { rate: null, problem: null };
  const rate = /^\d+(\.\d+)?$|^\.\d+$/.test(written) ? Number(written) / 100 : NaN;
  return rate <= 1
    ? { rate, problem: null }
    : { rate: null, problem: text.comparison.notARate(shortened(typed.trim())) };
}

export function shortened(typed: string): string {
  return typed.length > 20 ? `${typed.slice(0, 20)}…` : typed;
}
