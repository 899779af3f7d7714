// Analyses that read a further table: each is asked of the joined rows, with an analysis file in which
// the columns of both stand beside one another. The engine knows nothing of joining.
import type {
  AnalysisFile,
  ColumnSpec,
  DerivedSpec,
  Problem,
  TableSpec,
} from '../../../build/wasm/riskset.js';

import type { Analysis } from '../analyses/analysis.ts';
import { editedTable } from '../columns.ts';
import type { TextTable } from '../text/text-table.ts';
import { columnOfTable, type Join, type Joined, joinTables, type Link } from './join.ts';

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
  const join = joinOnce(edited, further, link);
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
      ...(derived !== undefined && { derived: cutAtValues(derived) }),
      ...(exclude !== undefined && {
        exclude: exclude.flatMap((one) =>
          rowsOf(joined, one.row ?? 0).map((row) => ({ ...one, row })),
        ),
      }),
      analyses,
    },
  };
}

/** Quantiles of the joined rows would be others than those of the patients: they are left out. */
function cutAtValues(derived: Record<string, DerivedSpec>): Record<string, DerivedSpec> {
  return Object.fromEntries(
    Object.entries(derived).filter(([, { quantiles }]) => (quantiles ?? []).length === 0),
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

/** The joined rows of one patient. */
function rowsOf({ cohortRows }: Joined, row: number): number[] {
  const rows: number[] = [];
  cohortRows.forEach((one, at) => {
    if (one === row) rows.push(at + 1);
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
  join: Join;
}

const known = new WeakMap<TextTable, Known>();

/** The last join of a cohort is kept: what is remembered of a table hangs on it. */
export function joinOnce(cohort: TextTable, further: TextTable, link: Link): Join {
  const last = known.get(cohort);
  const same =
    last?.further === further &&
    last.link.name === link.name &&
    last.link.patient === link.patient &&
    last.link.cohortPatient === link.cohortPatient;
  if (same) return last.join;
  const join = joinTables(cohort, further, link);
  known.set(cohort, { further, link, join });
  return join;
}

function own<T>(record: Record<string, T> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
