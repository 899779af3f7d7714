// What the user can change in the data. Each is one step that can be undone.
import { text } from '../../text/text.ts';
import { decide } from '../decide.ts';
import type { Condition, Cut, Edit } from './changes.ts';
import {
  withCut,
  withEdit,
  withExclusion,
  withoutCut,
  withoutEdit,
  withoutExclusion,
} from './setup-after.ts';

const { steps } = text.shell.undo;

export function correctCell(edit: Edit): void {
  decide(steps.edit(edit.row, edit.column), (cohort, before) => withEdit(cohort, before, edit));
}

/** Takes a correction back. */
export function restoreCell(cell: Pick<Edit, 'row' | 'column'>): void {
  decide(steps.restored(cell.row, cell.column), (cohort, before) =>
    withoutEdit(cohort, before, cell),
  );
}

export function excludeRow(row: number, why: string): void {
  decide(steps.exclude(row), (_, before) => withExclusion(before, row, why));
}

/** Takes an exclusion back. */
export function includeRow(row: number): void {
  decide(steps.include(row), (_, before) => withoutExclusion(before, row));
}

/** Cuts a number into groups; `label` is what results call them. */
export function cutColumn(cut: Cut, label: string): void {
  decide(steps.cut(cut.cut), (cohort, before) => withCut(cohort, before, cut, label), [cut.name]);
}

export function removeCut(name: string): void {
  decide(steps.removeCut(name), (_, before) => withoutCut(before, name));
}

/** The conditions that hold for every analysis. */
export function setWhere(where: readonly Condition[]): void {
  decide(steps.where, (_, before) => ({ ...before, where }));
}
