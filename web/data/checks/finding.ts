// What a check answers with, and how its sentence speaks of patients.
import type { TimeUnit } from '../../../build/wasm/riskset.js';

import type { Cohort } from '../cohort.ts';

export interface Check {
  id: string;
  kind: 'problem' | 'warning';
  /** The finding, with its count. */
  claim: string;
  /** What it means and what to do. */
  text: string;
  rows: readonly number[];
  /** Where the offending cells stand. */
  columns: string[];
  /** Texts of the first of `columns` that could be counted as missing. */
  uncountable?: string[];
  /** A column whose levels could be merged. */
  levelsOf?: string;
  /** A column that could be read in another way. */
  readingOf?: string;
  /** What one press would do about it. */
  offer?: Offer;
}

export type Offer =
  | { kind: 'daysPerMonth'; days: number }
  | { kind: 'landmark'; at: number; unit: TimeUnit }
  | { kind: 'merge'; column: string; groups: readonly SameLevel[] };

/** Levels that are probably one, and the level that they belong to. */
export interface SameLevel {
  into: string;
  from: readonly string[];
}

export interface Checks {
  found: Check[];
  /** What was looked at without finding anything: "no negative time". */
  passed: string[];
}

export type Finding = Check[] | { passed: string } | null;

/** Data rows, counted from 1, for which `test` holds. */
export function rowsWhere(cohort: Cohort, test: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < cohort.table.rows; ++row) if (test(row)) rows.push(row + 1);
  return rows;
}
