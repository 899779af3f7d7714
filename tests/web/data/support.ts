import { type Cohort, cohortOf } from '../../../web/data/cohort.ts';
import { readText } from '../../../web/data/read-csv.ts';
import { initialSetup, type Setup } from '../../../web/data/setup.ts';
import {
  cellText,
  columnOf,
  type TextColumn,
  type TextTable,
} from '../../../web/data/text/text-table.ts';

/** A cohort from the text of a file, with the setup that is guessed for it. */
export function open(text: string): { cohort: Cohort; setup: Setup } {
  const read = readText(text);
  if (!read.ok) throw new Error(read.problem);
  const cohort = cohortOf(read, 'test.csv');
  return { cohort, setup: initialSetup(cohort) };
}

/** Rows of comma-separated text, one for each number from 1 to `count`. */
export function rowsOf(count: number, row: (number: number) => string): string {
  return Array.from({ length: count }, (_, at) => row(at + 1)).join('\n');
}

/** The rows of a table, each as its texts. */
export function cellsOf(table: TextTable): string[][] {
  return Array.from({ length: table.rows }, (_, row) =>
    table.header.map((__, at) => cellText(table, row + 1, at)),
  );
}

/** One column with these cells. */
export function column(texts: readonly string[]): TextColumn {
  return columnOf(texts, (text) => text);
}

/** The same numbers in every run (mulberry32). */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}
