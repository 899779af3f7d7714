// Analyses that read a further table: each is asked of the joined rows, with an analysis file in which
// the columns of both stand beside one another. The engine knows nothing of joining.
import type {
  AnalysisFile,
  ColumnSpec,
  DerivedSpec,
  ExcludeSpec,
  Problem,
  TableSpec,
} from '../../../build/wasm/riskset.js';

import type { Analysis } from '../analyses/analysis.ts';
import { editedTable } from '../columns.ts';
import { same } from '../same.ts';
import type { TextTable } from '../text/text-table.ts';
import {
  columnOfTable,
  type ExcludedRows,
  type Join,
  type Joined,
  joinTables,
  type Link,
  sharingRows,
} from './join.ts';

/** The further table that an analysis reads; null: the cohort alone. */
export function tableOf(analysis: Analysis): string | null {
  return 'table' in analysis && typeof analysis.table === 'string' ? analysis.table : null;
}

export function linkOf(name: string, { patient = '', cohortPatient }: TableSpec): Link {
  return { name, patient, cohortPatient: cohortPatient ?? patient };
}

export type Linked =
  | { ok: true; file: AnalysisFile; joined: Joined }
  | { ok: false; analyses: Analysis[]; problem: Problem };

/** The part of an analysis file that reads this table, as the engine takes it. */
export function linkedPart(
  file: AnalysisFile,
  name: string,
  cohort: TextTable,
  further: TextTable,
): Linked {
  const analyses = file.analyses.filter((analysis) => tableOf(analysis) === name);
  const spec = own(file.tables, name);
  const edited = editedTable(file, cohort);
  if ('code' in edited) return { ok: false, analyses, problem: edited };
  if (spec === undefined) return { ok: false, analyses, problem: tableMissing(name) };
  const link = linkOf(name, spec);
  const excluded = (file.exclude ?? []).map(({ row = 0 }) => row);
  const join = joinOnce(edited, further, link, excluded);
  if (!join.ok) return { ok: false, analyses, problem: join.problem };
  const { columns, edits: _, exclude, derived, ...rest } = file;
  const { joined } = join;
  return {
    ok: true,
    joined,
    file: {
      ...rest,
      columns: {
        ...columns,
        // Matched as text, and so counted as text: "007" and "7" are two patients.
        ...Object.fromEntries([
          [link.cohortPatient, { ...own(columns, link.cohortPatient), type: 'category' as const }],
        ]),
        ...columnsOf(name, spec),
      },
      ...(derived !== undefined && { derived: perPatient(derived, link) }),
      ...(exclude !== undefined && { exclude: joinedExclusions(exclude, joined) }),
      analyses,
    },
  };
}

/** Quantiles are those of the patients, who may have several joined rows. */
function perPatient(
  derived: Record<string, DerivedSpec>,
  { cohortPatient }: Link,
): Record<string, DerivedSpec> {
  return Object.fromEntries(
    Object.entries(derived).map(([name, spec]) => [
      name,
      (spec.quantiles ?? []).length === 0 ? spec : { ...spec, patient: cohortPatient },
    ]),
  );
}

function columnsOf(name: string, { columns, read }: TableSpec): Record<string, ColumnSpec> {
  const codes = read?.missing ?? [];
  return Object.fromEntries(
    Object.entries(columns ?? {}).map(([column, spec]) => [
      columnOfTable(name, column),
      codes.length === 0 ? spec : { ...spec, missing: [...(spec.missing ?? []), ...codes] },
    ]),
  );
}

/** All joined rows of a patient who is excluded. A row that the cohort has not is the engine's to refuse. */
function joinedExclusions(exclude: readonly ExcludeSpec[], { cohortRows }: Joined): ExcludeSpec[] {
  const reasons = new Map(exclude.map((one) => [one.row ?? 0, one]));
  const rows: ExcludeSpec[] = [];
  cohortRows.forEach((row, at) => {
    const one = row === 0 ? undefined : reasons.get(row);
    if (one !== undefined) rows.push({ ...one, row: at + 1 });
  });
  return rows;
}

export function tableMissing(name: string): Problem {
  return { code: 'tableMissing', column: '', rows: new Int32Array(), detail: name };
}

/**
 * What the engine is asked: of the cohort, and of each further table that is open. Who reads a table
 * that is not there is not asked.
 */
export function asked(
  file: AnalysisFile,
  table: TextTable,
  open: ReadonlyMap<string, TextTable>,
): { file: AnalysisFile; table: TextTable; linked: Linked[] } {
  const wanted = new Set(file.analyses.map(tableOf));
  return {
    file: { ...file, analyses: file.analyses.filter((one) => tableOf(one) === null) },
    table,
    linked: [...open].flatMap(([name, further]) =>
      wanted.has(name) ? [linkedPart(file, name, table, further)] : [],
    ),
  };
}

interface Known {
  further: TextTable;
  link: Link;
  sharing: ExcludedRows;
  join: Join;
}

const known = new WeakMap<TextTable, Known>();

/** The last join of a cohort is kept: what is remembered of a table hangs on it. */
export function joinOnce(
  cohort: TextTable,
  further: TextTable,
  link: Link,
  excluded: ExcludedRows,
): Join {
  const sharing = sharingRows(cohort, link, excluded);
  const last = known.get(cohort);
  const isSame =
    last?.further === further &&
    last.link.name === link.name &&
    last.link.patient === link.patient &&
    last.link.cohortPatient === link.cohortPatient &&
    same(last.sharing, sharing);
  if (isSame) return last.join;
  const join = joinTables(cohort, further, link, sharing);
  known.set(cohort, { further, link, sharing, join });
  return join;
}

function own<T>(record: Record<string, T> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
