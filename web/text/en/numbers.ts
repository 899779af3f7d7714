// What is said in place of a number that does not exist, and the words beside one that does.
import type { TimeUnit } from '../../../build/wasm/riskset.js';
import { nbsp } from '../../base/rounding.ts';

const units: Record<TimeUnit, string> = {
  days: 'days',
  weeks: 'weeks',
  months: 'months',
  years: 'years',
};

/** "month". */
export function singular(unit: TimeUnit): string {
  return units[unit].replace(/s$/, '');
}

/** "1 year", "2 years". */
export function unitBehind(time: string, unit: TimeUnit): string {
  return time === '1' ? singular(unit) : units[unit];
}

export const numbers = {
  notReached: 'Not reached',
  notReachedInSentence: 'not reached',
  /** Among numbers. */
  notReachedShort: 'NR',
  notEstimable: 'Not estimable',
  notTested: 'not tested',
  /** The ratio of the group that others are compared with. */
  reference: '1 (reference)',
  /** Two bounds where a dash would mislead. */
  range: (from: string, to: string) => `${from} to ${to}`,
  points: (difference: string) => `${difference}${nbsp}points`,
  units,
  unitAt: (at: number, unit: TimeUnit) => unitBehind(String(at), unit),
  withUnit: (time: string, unit: TimeUnit) => `${time}${nbsp}${units[unit]}`,
  /** Whose months and order of day and month a date has: "12 Dec 2022". */
  dates: 'en-GB',
};
