// What of a table of adverse events finds its patient, and what of it cannot be counted.
import type { Problem } from '../../../build/wasm/riskset.js';

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
  /** Rows of the table without an identifier, a term, a known grade, or an answer to what counts. */
  nobodyRows: number[];
  termlessRows: number[];
  ungradedRows: number[];
  unansweredRows: number[];
  /** Rows of the cohort without an identifier. */
  cohortRows: number[];
}

export type EventLink =
  | {
      ok: true;
      facts: EventFacts;
      /** Of each joined row the row in the cohort; 0: none. */ cohortRows: Int32Array;
    }
  | { ok: false; problem: Problem };

/** null: a column is not chosen yet. */
export function eventLink(cohort: Cohort, table: Cohort, setup: EventSetup): EventLink | null {
  const { columns, cohortPatient, count } = setup;
  const { patient, term, grade } = columns;
  if (!isLinked(setup) || patient === null || cohortPatient === null) return null;
  const join = joinOnce(cohort.table, table.table, {
    name: eventTableName,
    patient,
    cohortPatient,
  });
  if (!join.ok) return join;
  const { cohortRows, further } = join.joined;
  const ids = textColumn(table, patient);
  const matched = (row: number) => cohortRows[row - 1] !== 0;
  const strangerRows = rowsOfTexts(ids, isIdentifier).filter((row) => !matched(row));
  const lacking = (name: string | null, known: (text: string) => boolean) =>
    name === null
      ? []
      : rowsOfTexts(textColumn(table, name), (text) => !known(text)).filter(matched);
  const nameless = rowsWithout(cohort, cohortPatient);
  const termless = new Set(lacking(term, isIdentifier));
  const none = new Set(
    rowsOfTexts(textColumn(table, grade ?? ''), (text) => eventGrade(text) === 0),
  );
  const had = new Set<number>();
  for (let row = 1; row <= further; ++row) {
    if (matched(row) && !termless.has(row) && !none.has(row)) had.add(cohortRows[row - 1]!);
  }
  const kind = count === 'all' ? null : columns[count];
  return {
    ok: true,
    cohortRows,
    facts: {
      withEvents: had.size,
      without: cohort.table.rows - nameless.length - had.size,
      strangers: [...new Set(strangerRows.map((row) => ids.texts[ids.codes[row - 1]!]!))],
      strangerRows,
      nobodyRows: rowsOfTexts(ids, (text) => !isIdentifier(text)),
      termlessRows: [...termless],
      ungradedRows: lacking(grade, (text) => eventGrade(text) !== null).filter(
        (row) => !termless.has(row),
      ),
      unansweredRows: lacking(kind, isIdentifier),
      cohortRows: nameless,
    },
  };
}

function rowsWithout(cohort: Cohort, name: string): number[] {
  const column = columnNamed(cohort, name);
  return column === undefined ? [] : rowsOfTexts(column, (text) => !isIdentifier(text));
}
