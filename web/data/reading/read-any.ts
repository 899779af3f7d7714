// From a file of any kind to a cohort, in the worker alone: the page carries what reads workbooks once.
import { readTable } from '../read-table.ts';
import { cohortFrom, type CohortRead, readCohort, type Source } from './read-cohort.ts';
import type { Tell } from './step.ts';

export async function readAny(source: Source, tell?: Tell): Promise<CohortRead> {
  const { content, options } = source;
  return typeof content === 'string'
    ? readCohort(source, tell)
    : cohortFrom(await readTable(content, options, tell), source, tell);
}
