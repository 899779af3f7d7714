// What a person writes into a field of times: the times, or what is wrong with the entry.
import type { TimeUnit } from '../../build/wasm/riskset.js';
import { tick, units } from '../format/numbers.ts';
import { text } from '../text/text.ts';

const say = text.survival.options;

export type Entry<Value> = { value: Value } | { problem: string };

/** More rates than this make a table that nobody reads. */
export const mostLandmarks = 6;

interface Limits {
  unit: TimeUnit;
  /** The longest follow-up; a time after it has no number. */
  longest: number;
}

/** Follows an entry that can be read; answers what is wrong with one that cannot. */
export function commit<Value>(entry: Entry<Value>, follow: (value: Value) => void): string | null {
  if ('problem' in entry) return entry.problem;
  follow(entry.value);
  return null;
}

/** "12, 24" or "12; 24" or "12 24"; nothing leaves the choice to the page. */
export function readTimes(written: string, limits: Limits): Entry<number[] | null> {
  const parts = written.split(/[\s,;]+/).filter((part) => part !== '');
  if (parts.length === 0) return { value: null };
  const wrong = parts.find((part) => numberOf(part) === null);
  if (wrong !== undefined) return { problem: say.notATime(wrong, limits.unit) };
  const times = [...new Set(parts.map((part) => numberOf(part)!))].toSorted((a, b) => a - b);
  if (times.length > mostLandmarks) return { problem: say.tooMany(mostLandmarks) };
  return within(times.at(-1)!, limits) ?? { value: times };
}

/** One time; nothing leaves the choice to the page. */
export function readTime(written: string, limits: Limits): Entry<number | null> {
  const part = written.trim();
  if (part === '') return { value: null };
  const value = numberOf(part);
  if (value === null) return { problem: say.notOneTime(part, limits.unit) };
  return within(value, limits) ?? { value };
}

function within(time: number, { longest, unit }: Limits): { problem: string } | null {
  return time > longest ? { problem: say.beyond(`${tick(longest)} ${units[unit]}`) } : null;
}

function numberOf(part: string): number | null {
  if (!/^\d+(\.\d+)?$|^\.\d+$/.test(part)) return null;
  const value = Number(part);
  return value > 0 ? value : null;
}

/** Times as the field shows them: "12, 24". */
export function writtenTimes(times: readonly number[]): string {
  return times.map(tick).join(', ');
}
