// A further table, with several rows for a patient or none, beside the patients of a cohort.
import type { Problem } from '../../../build/wasm/riskset.js';

import { defaultMissing } from '../columns.ts';
import { columnIndex, textCounts, type TextColumn, type TextTable } from '../text/text-table.ts';

export interface Link {
  /** Of the further table; its columns are called by it and a dot: "events.grade". */
  name: string;
  /** The column of patient identifiers in the further table, and that in the cohort. */
  patient: string;
  cohortPatient: string;
}

/** Rows of the cohort, counted from 1, that are excluded: a patient may stand in them once more. */
export type ExcludedRows = readonly number[];

/**
 * First the rows of the further table, in their order, each with the cells of its patient; then the
 * patients of the cohort without such a row. A row of nobody in the cohort has no patient.
 */
export interface Joined {
  table: TextTable;
  /** Of each row the patient's row in the cohort, counted from 1; 0: none. */
  cohortRows: Int32Array;
  /** Rows of the further table. */
  further: number;
}

export type Join = { ok: true; joined: Joined } | { ok: false; problem: Problem };

/** The name of a further table's column where an analysis reads it beside those of the cohort. */
export function columnOfTable(table: string, column: string): string {
  return `${table}.${column}`;
}

const missing: ReadonlySet<string> = new Set(defaultMissing);

export function isIdentifier(text: string): boolean {
  return !missing.has(text);
}

export function joinTables(
  cohort: TextTable,
  further: TextTable,
  link: Link,
  excluded: ExcludedRows = [],
): Join {
  const { name, patient, cohortPatient } = link;
  const ids = columnOf(cohort, cohortPatient);
  const own = columnOf(further, patient);
  if (ids === null) return refused('columnMissing', { column: cohortPatient });
  if (own === null) return refused('columnMissing', { column: columnOfTable(name, patient) });

  const known = new Map<string, number>();
  const twice: number[] = [];
  const out = new Set(excluded);
  for (let row = 1; row <= cohort.rows; ++row) {
    const id = textOf(ids, row);
    if (!isIdentifier(id) || out.has(row)) continue;
    if (known.has(id)) twice.push(row);
    else known.set(id, row);
  }
  // Whoever is excluded altogether is known all the same: no stranger to the cohort.
  for (const row of excluded) {
    const id = textOf(ids, row);
    if (isIdentifier(id) && !known.has(id)) known.set(id, row);
  }
  if (twice.length > 0) {
    return refused('patientNotUnique', {
      column: cohortPatient,
      rows: Int32Array.from(twice),
      detail: textOf(ids, twice[0]!),
    });
  }

  const ofFurther = own.texts.map((id) => (isIdentifier(id) ? (known.get(id) ?? 0) : 0));
  const withRows = new Set<number>(ofFurther);
  if (further.rows > 0 && withRows.size === 1 && withRows.has(0)) {
    return refused('noPatientMatched', { column: columnOfTable(name, patient), detail: name });
  }
  const without: number[] = [];
  for (let row = 1; row <= cohort.rows; ++row) if (!withRows.has(row)) without.push(row);

  const cohortRows = new Int32Array(further.rows + without.length);
  for (let at = 0; at < further.rows; ++at) cohortRows[at] = ofFurther[own.codes[at]!]!;
  cohortRows.set(without, further.rows);
  const table: TextTable = {
    header: [...cohort.header, ...further.header.map((column) => columnOfTable(name, column))],
    rows: cohortRows.length,
    columns: [
      ...cohort.columns.map((column) => pickedRows(column, cohortRows)),
      ...further.columns.map((column) =>
        pickedRows(
          column,
          Int32Array.from(cohortRows, (_, at) => (at < further.rows ? at + 1 : 0)),
        ),
      ),
    ],
  };
  return { ok: true, joined: { table, cohortRows, further: further.rows } };
}

/** Those of the excluded rows that share their patient with another row: no other moves a join. */
export function sharingRows(
  cohort: TextTable,
  { cohortPatient }: Link,
  excluded: ExcludedRows,
): ExcludedRows {
  const ids = excluded.length === 0 ? null : columnOf(cohort, cohortPatient);
  if (ids === null) return [];
  const counts = textCounts(ids);
  const there = excluded.filter((row) => row >= 1 && row <= cohort.rows);
  return there.filter((row) => counts[ids.codes[row - 1]!]! > 1).toSorted((a, b) => a - b);
}

/** `rows` are counted from 1; 0 stands for an empty cell. */
function pickedRows({ texts, codes }: TextColumn, rows: Int32Array): TextColumn {
  const empty = texts.indexOf('');
  const all = empty < 0 ? [...texts, ''] : texts;
  const none = empty < 0 ? texts.length : empty;
  return { texts: all, codes: rows.map((row) => (row === 0 ? none : codes[row - 1]!)) };
}

function columnOf(table: TextTable, name: string): TextColumn | null {
  return table.columns[columnIndex(table).get(name) ?? -1] ?? null;
}

function textOf({ texts, codes }: TextColumn, row: number): string {
  return texts[codes[row - 1]!]!;
}

function refused(code: Problem['code'], parts: Partial<Problem>): Join {
  return { ok: false, problem: { code, column: '', rows: new Int32Array(), detail: '', ...parts } };
}
