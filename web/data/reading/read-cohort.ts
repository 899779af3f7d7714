// The whole way from a file or a pasted text to a cohort. It runs on the page for a small table and
// in a worker for a large one.
import { type Cohort, cohortOf } from '../cohort.ts';
import type { ReadOptions } from '../read-options.ts';
import { readText, type ReadTable } from '../read-csv.ts';
import { readTable } from '../read-table.ts';
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

/** A workbook takes a moment; a text is there at once. */
export function readCohort(source: Source, tell?: Tell): CohortRead | Promise<CohortRead> {
  const { name, content, synthetic, options } = source;
  const cohortFrom = (read: ReadTable): CohortRead =>
    read.ok ? { ok: true, cohort: cohortOf(read, name, synthetic, tell) } : read;
  const read =
    typeof content === 'string'
      ? readText(content, options, tell)
      : readTable(content, options, tell);
  return read instanceof Promise ? read.then(cohortFrom) : cohortFrom(read);
}
