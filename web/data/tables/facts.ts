// What of a table of adverse events finds its patient, and what of it cannot be counted.
import type { Problem } from '../../../build/wasm/riskset.js';

import type { Exclusion } from '../changes/changes.ts';
import { type Cohort, columnNamed, textColumn } from '../cohort.ts';
import { rowsOfTexts } from '../text/text-table.ts';
import { eventTableName, isLinked } from './event-analyses.ts';
import type { EventSetup } from './event-setup.ts';
import { eventGrade } from './event-words.ts';
import { isIdentifier } from './join.ts';
import { joinOnce } from './linked.ts';

export interface EventFacts {
  /** Patients of the cohort with an event in the table, and without. */
  withEvents: number;
  without: number;
  /** Identifiers of the table that the cohort does not have, and their rows. */
  strangers: string[];
  strangerRows: number[];
  /** Rows of patients of the cohort that say that there was no event. */
  noEventRows: number[];
  /** Rows of the table without an identifier, a term, a known grade, or an answer to what counts. */
  nobodyRows: number[];
  termlessRows: number[];
  ungradedRows: number[];
  unansweredRows: number[];
  /** Rows of the cohort without an identifier, of those that are not excluded. */
  cohortRows: number[];
}

export type EventLink =
  | {
      ok: true;
      facts: EventFacts;
      /** Of each joined row the row in the cohort; 0: none. */ cohortRows: Int32Array;
    }
  | { ok: false; problem: Problem };

/** `exclude`: rows of the cohort whose patients count nowhere. null: a column is not chosen yet. */
export function eventLink(
  cohort: Cohort,
  table: Cohort,
  setup: EventSetup,
  exclude: readonly Exclusion[],
): EventLink | null {
  const { columns, cohortPatient, count, noEvent } = setup;
  const { patient, term, grade } = columns;
  if (!isLinked(setup) || patient === null || cohortPatient === null) return null;
  const excludedRows = exclude.map(({ row }) => row);
  const join = joinOnce(
    cohort.table,
    table.table,
    { name: eventTableName, patient, cohortPatient },
    excludedRows,
  );
  if (!join.ok) return join;
  const { cohortRows, further } = join.joined;
  const ids = textColumn(table, patient);
  const matched = (row: number) => cohortRows[row - 1] !== 0;
  const strangerRows = rowsOfTexts(ids, isIdentifier).filter((row) => !matched(row));
  const lacking = (name: string | null, known: (text: string) => boolean) =>
    name === null
      ? []
      : rowsOfTexts(textColumn(table, name), (text) => !known(text)).filter(matched);
  const excluded = new Set(excludedRows);
  const nameless = rowsWithout(cohort, cohortPatient).filter((row) => !excluded.has(row));
  const termless = new Set(lacking(term, isIdentifier));
  const noEventRows = lacking(term, (text) => !noEvent.includes(text));
  const none = new Set([
    ...noEventRows,
    ...rowsOfTexts(textColumn(table, grade ?? ''), (text) => eventGrade(text) === 0),
  ]);
  const had = new Set<number>();
  for (let row = 1; row <= further; ++row) {
    const patientRow = cohortRows[row - 1]!;
    if (patientRow === 0 || excluded.has(patientRow)) continue;
    if (!termless.has(row) && !none.has(row)) had.add(patientRow);
  }
  const kind = count === 'all' ? null : columns[count];
  return {
    ok: true,
    cohortRows,
    facts: {
      withEvents: had.size,
      without: cohort.table.rows - excluded.size - nameless.length - had.size,
      noEventRows,
      strangers: [...new Set(strangerRows.map((row) => ids.texts[ids.codes[row - 1]!]!))],
      strangerRows,
      nobodyRows: rowsOfTexts(ids, (text) => !isIdentifier(text)),
      termlessRows: [...termless],
      ungradedRows: lacking(grade, (text) => eventGrade(text) !== null).filter(
        (row) => !termless.has(row) && !none.has(row),
      ),
      unansweredRows: lacking(kind, isIdentifier).filter((row) => !none.has(row)),
      cohortRows: nameless,
    },
  };
}

function rowsWithout(cohort: Cohort, name: string): number[] {
  const column = columnNamed(cohort, name);
  return column === undefined ? [] : rowsOfTexts(column, (text) => !isIdentifier(text));
}
