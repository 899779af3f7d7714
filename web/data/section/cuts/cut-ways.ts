// Where a number is to be cut, from what is chosen and typed.
import { text } from '../../../text/text.ts';
import { parseNumber } from '../../text/parse-cell.ts';

const words = text.data.cuts;

export type Way = 'values' | 'median' | 'tertiles' | 'quartiles' | 'quantiles';

export const ways: readonly Way[] = ['median', 'tertiles', 'quartiles', 'values', 'quantiles'];

export interface Asked {
  at: readonly number[] | null;
  quantiles: readonly number[] | null;
}

export type Typed = { asked: Asked | null; problem: string | null };

/** null: nothing is typed yet. */
export function askedBy(way: Way, typed: string): Typed {
  if (way === 'median') return quantiles([0.5]);
  if (way === 'tertiles') return quantiles([1 / 3, 2 / 3]);
  if (way === 'quartiles') return quantiles([0.25, 0.5, 0.75]);
  const parts = typed.split(/[,;\s]+/).filter((part) => part !== '' && part !== '%');
  if (parts.length === 0) return { asked: null, problem: null };
  const numbers = parts.map((part) => parseNumber(part.replace(/%$/, '')));
  const odd = numbers.indexOf(null);
  if (odd >= 0) return { asked: null, problem: words.notNumbers(parts[odd]!) };
  const ascending = [...new Set(numbers as number[])].toSorted((a, b) => a - b);
  if (way === 'values') return { asked: { at: ascending, quantiles: null }, problem: null };
  const inside = ascending.every((percent) => percent > 0 && percent < 100);
  return inside
    ? quantiles(ascending.map((percent) => percent / 100))
    : { asked: null, problem: words.notPercentiles };
}

function quantiles(shares: readonly number[]): Typed {
  return { asked: { at: null, quantiles: shares }, problem: null };
}

/** A name that no column has. */
export function freeName(column: string, taken: readonly string[]): string {
  const stem = `${column}_group`;
  let name = stem;
  for (let number = 2; taken.includes(name); number += 1) name = `${stem}_${number}`;
  return name;
}
