// The whole way from a text, in a file or pasted, to a cohort. It runs on the page for a small table
// and in a worker for a large one.
import { type Cohort, cohortOf } from '../cohort.ts';
import type { ReadOptions } from '../read-options.ts';
import { readCsv, readText, type ReadTable } from '../read-csv.ts';
import type { Tell } from './step.ts';

export interface Source {
  name: string;
  /** The bytes of a file, or text that never was one. */
  content: Uint8Array<ArrayBuffer> | string;
  synthetic: boolean;
  /** As a person has said that it is to be read. */
  options?: ReadOptions;
}

export type CohortRead = { ok: true; cohort: Cohort } | { ok: false; problem: string };

/** A workbook is no text, and refused: `readAny` reads it. */
export function readCohort(source: Source, tell?: Tell): CohortRead {
  const { content, options } = source;
  const read =
    typeof content === 'string'
      ? readText(content, options, tell)
      : readCsv(content, options, tell);
  return cohortFrom(read, source, tell);
}

export function cohortFrom(read: ReadTable, { name, synthetic }: Source, tell?: Tell): CohortRead {
  return read.ok ? { ok: true, cohort: cohortOf(read, name, synthetic, tell) } : read;
}
