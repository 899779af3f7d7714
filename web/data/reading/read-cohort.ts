// The whole way from a file or a pasted text to a cohort. It runs on the page for a small table and
// in a worker for a large one.
import { type Cohort, cohortOf } from '../cohort.ts';
import { readCsv, readText } from '../read-csv.ts';
import type { Tell } from './step.ts';

export interface Source {
  name: string;
  /** The bytes of a file, or text that never was one. */
  content: Uint8Array<ArrayBuffer> | string;
  synthetic: boolean;
}

export type CohortRead = { ok: true; cohort: Cohort } | { ok: false; problem: string };

export function readCohort({ name, content, synthetic }: Source, tell?: Tell): CohortRead {
  const read =
    typeof content === 'string' ? readText(content, { tell }) : readCsv(content, { tell });
  return read.ok ? { ok: true, cohort: cohortOf(read, name, synthetic, tell) } : read;
}
