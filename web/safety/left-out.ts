// Who is left out of what a table of adverse events answers.
import type { Exclusion } from '../../build/wasm/riskset.js';
import { eventLink } from '../data/tables/facts.ts';
import { openEventTable } from '../data/tables/opened.ts';
import { shownCohort, shownParts } from '../panels/shown.ts';

/**
 * Of the rows that an analysis leaves out, its patients. Of joined rows each patient once; an event
 * that does not count leaves nobody out, and a row of nobody in the cohort is no patient.
 */
export function patientsLeftOut(excluded: readonly Exclusion[]): readonly Exclusion[] {
  const [loaded, table] = [shownCohort.value, openEventTable.value];
  const setup = shownParts.eventTable.value;
  if (setup === null) return excluded;
  const link = loaded && table && eventLink(loaded, table, setup, shownParts.exclude.value);
  if (link?.ok !== true) return [];
  const { cohortRows } = link;
  const cohortColumns = new Set(loaded?.table.header);
  const patients = new Map<number, Exclusion>();
  for (const one of excluded) {
    const row = cohortRows[one.row - 1] ?? 0;
    const known = one.column === '' || cohortColumns.has(one.column);
    if (row > 0 && known && !patients.has(row)) patients.set(row, { ...one, row });
  }
  return [...patients.values()];
}
