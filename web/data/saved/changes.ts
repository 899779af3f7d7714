// What a saved analysis changes in the data, as far as the table has it.
import type { Bound, Condition, Cut, Edit, Exclusion } from '../changes/changes.ts';
import { isSameCell } from '../changes/changes.ts';
import type { Cohort } from '../cohort.ts';
import { originalOf } from '../cohort.ts';
import type { ColumnSetup } from '../setup.ts';
import { parseDate } from '../text/parse-cell.ts';
import { cellText } from '../text/text-table.ts';
import { texts } from './columns.ts';
import type { Label, SavedAnalysis, SavedCondition, SavedCut } from './document.ts';

/** Corrections of a cell that is there and says something else; of one cell the last. */
export function restoredEdits(cohort: Cohort, { edits, page }: SavedAnalysis): Edit[] {
  const identifiers = new Set(page?.identifiers);
  const { table } = originalOf(cohort);
  const all = (edits ?? []).flatMap((edit): Edit[] => {
    const row = edit.row ?? 0;
    const column = edit.column ?? '';
    const at = table.header.indexOf(column);
    const value = String(edit.value ?? '').trim();
    if (at < 0 || identifiers.has(column) || !isRow(row, table.rows)) return [];
    return [{ row, column, value, why: edit.why ?? '' }];
  });
  return all.filter(
    (edit, at) =>
      !all.slice(at + 1).some((later) => isSameCell(later, edit)) &&
      cellText(table, edit.row, table.header.indexOf(edit.column)) !== edit.value,
  );
}

export function restoredExclusions(cohort: Cohort, { exclude }: SavedAnalysis): Exclusion[] {
  const all = (exclude ?? []).map(({ row, why }) => ({ row: row ?? 0, why: why ?? '' }));
  return all.filter(
    ({ row }, at) =>
      isRow(row, cohort.table.rows) && !all.slice(0, at).some((earlier) => earlier.row === row),
  );
}

function isRow(row: number, rows: number): boolean {
  return Number.isInteger(row) && row >= 1 && row <= rows;
}

/** Cuts of a number that is there, as is the column of its patients, under a name that is free. */
export function restoredCuts(
  cohort: Cohort,
  { derived, page }: SavedAnalysis,
  types: ReadonlyMap<string, ColumnSetup>,
): Cut[] {
  const there = new Set(originalOf(cohort).table.header);
  const identifiers = new Set(page?.identifiers);
  const points = new Map(Object.entries(page?.cutPoints ?? {}));
  return Object.entries(derived ?? {}).flatMap(([name, saved]): Cut[] => {
    const cut = saved.cut ?? '';
    const labels = texts(saved.labels);
    const at = saved.at ?? [];
    const quantiles = saved.quantiles ?? [];
    const found = points.get(name) ?? null;
    const patient = saved.patient ?? null;
    const once = patient === null ? {} : { patient };
    if (there.has(name) || types.get(cut)?.type !== 'number' || identifiers.has(cut)) return [];
    if (!isWhole(saved) || labels.length !== Math.max(at.length, quantiles.length) + 1) return [];
    // Other quantiles than those of patients, each counted once, would be other groups.
    if (patient !== null && types.get(patient)?.type !== 'category') return [];
    const groups = { name, cut, labels, ...once };
    if (quantiles.length === 0) return [{ ...groups, at, quantiles: null }];
    return [{ ...groups, at: found?.length === quantiles.length ? found : null, quantiles }];
  });
}

function isWhole({ at, quantiles }: SavedCut): boolean {
  return ((at ?? []).length === 0) !== ((quantiles ?? []).length === 0);
}

export function conditionsOf({ where }: SavedAnalysis): readonly SavedCondition[] {
  const all: unknown[] = Array.isArray(where) ? where : [where];
  return all.filter((one): one is SavedCondition => typeof one === 'object' && one !== null);
}

/** Conditions on values that are there. */
export function restoredWhere(
  file: SavedAnalysis,
  types: ReadonlyMap<string, ColumnSetup>,
): Condition[] {
  const identifiers = new Set(file.page?.identifiers);
  return conditionsOf(file).flatMap((saved): Condition[] => {
    const { column, atLeast, below, missing } = saved;
    const own = typeof column === 'string' ? types.get(column) : undefined;
    if (typeof column !== 'string' || own === undefined || identifiers.has(column)) return [];
    if (typeof missing === 'boolean') return [{ column, missing }];
    if (own.type === 'category') {
      const wanted = saved.in ?? [];
      const levels = texts(Array.isArray(wanted) ? wanted : ([wanted] as Label[]));
      const known = levels.filter((level) => own.levels.includes(level));
      return levels.length > 0 && known.length === 0 ? [] : [{ column, in: known }];
    }
    if (isBound(own, atLeast)) return [{ column, atLeast }];
    return isBound(own, below) ? [{ column, below }] : [];
  });
}

function isBound({ type }: ColumnSetup, bound: unknown): bound is Bound {
  if (typeof bound === 'string') return type === 'date' && parseDate(bound) !== null;
  return type === 'number' && typeof bound === 'number';
}
