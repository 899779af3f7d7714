import { describe, expect, test } from 'vitest';

import type { Cut } from '../../../../web/data/changes/changes.ts';
import { analysedRows } from '../../../../web/data/changes/conditions.ts';
import { cutLabels } from '../../../../web/data/changes/cut-labels.ts';
import {
  settled,
  withCut,
  withCutPoints,
  withEdit,
  withExclusion,
  withoutCut,
  withoutEdit,
} from '../../../../web/data/changes/setup-after.ts';
import { workingCohort } from '../../../../web/data/changes/working-cohort.ts';
import { checkCohort } from '../../../../web/data/checks/checks.ts';
import { withMerged } from '../../../../web/data/level-changes.ts';
import { contentOf, type Setup } from '../../../../web/data/setup.ts';
import { asRead } from '../../../../web/data/setup-changes.ts';
import { cellsOf, open, rowsOf } from '../support.ts';

const file = `arm,sex,age,os_months,os_event\n${rowsOf(
  12,
  (n) =>
    `${n % 2 ? 'A' : 'B'},${n === 3 ? 'femal' : n % 3 ? 'male' : 'female'},${40 + n}.5,${n},${n % 2}`,
)}`;

const levels = (setup: Setup, name: string) => setup.types.get(name)!.levels;

describe('a corrected cell', () => {
  const { cohort, setup } = open(file);
  const edit = { row: 3, column: 'sex', value: ' female ', why: 'typing error' };

  test('is read in place of the written one, and the file keeps its own', () => {
    const after = withEdit(cohort, setup, edit);
    const working = workingCohort(cohort, after);
    expect(cellsOf(working.table)[2]![1]).toBe('female');
    expect(cellsOf(cohort.table)[2]![1]).toBe('femal');
    expect(levels(setup, 'sex')).toContain('femal');
    expect(levels(after, 'sex')).not.toContain('femal');
    const counts = contentOf(working, after, 'sex')!.values;
    expect(counts.find(({ value }) => value === 'female')!.count).toBe(4);
  });

  test('leaves every other column the very same object', () => {
    const after = withEdit(cohort, setup, edit);
    const working = workingCohort(cohort, after);
    expect(working.table.columns.map((own, at) => own === cohort.table.columns[at])).toEqual([
      true,
      false,
      true,
      true,
      true,
    ]);
    expect(workingCohort(cohort, { ...after })).toBe(working);
  });

  test('back at the written text is no change', () => {
    const after = withEdit(cohort, withEdit(cohort, setup, edit), { ...edit, value: 'femal' });
    expect(after.edits).toEqual([]);
    expect(levels(after, 'sex').toSorted()).toEqual(levels(setup, 'sex').toSorted());
    expect(workingCohort(cohort, after)).toBe(cohort);
  });

  test('is one of its cell: the last', () => {
    const twice = withEdit(cohort, withEdit(cohort, setup, edit), { ...edit, value: 'male' });
    expect(twice.edits).toEqual([{ ...edit, value: 'male' }]);
    expect(withoutEdit(cohort, twice, edit).edits).toEqual([]);
  });

  test('of what identifies patients is given up with the role', () => {
    const after = withEdit(cohort, setup, edit);
    const working = workingCohort(cohort, after);
    const identifying = { ...asRead(working, after, 'sex'), identifiers: ['sex'], covariates: [] };
    const kept = settled(working, after, identifying);
    expect(kept.edits).toEqual([]);
    expect(levels(kept, 'sex')).toContain('femal');
  });
});

describe('an excluded row', () => {
  const { cohort, setup } = open(
    `arm,age,os_months,os_event\n${rowsOf(
      12,
      (n) =>
        `${n % 2 ? 'A' : 'B'},${n === 4 ? '' : n === 5 ? 'old' : 40 + n},${n === 3 ? -1 : n},${n % 2}`,
    )}`,
  );
  const found = (decided: Setup) => checkCohort(cohort, decided).found.map(({ id }) => id);

  test('is no finding any more', () => {
    const before = found(setup);
    expect(before).toContain('negative:OS');
    expect(found(withExclusion(setup, 3, 'wrong'))).not.toContain('negative:OS');
  });

  test('takes nothing but itself out of the findings', () => {
    const other = found(withExclusion(setup, 9, 'withdrew consent'));
    expect(other).toEqual(found(setup));
  });

  test('is counted once, with its last reason', () => {
    const twice = withExclusion(withExclusion(setup, 3, 'a'), 3, ' b ');
    expect(twice.exclude).toEqual([{ row: 3, why: 'b' }]);
    expect(analysedRows(cohort, twice)).toMatchObject({
      all: 12,
      excluded: 1,
      meet: 11,
      unknown: 0,
    });
  });
});

describe('a number cut into groups', () => {
  const { cohort, setup } = open(file);
  const cut: Cut = {
    name: 'age_group',
    cut: 'age',
    at: [43.5, 50],
    quantiles: null,
    labels: cutLabels([43.5, 50]),
  };
  const after = withCut(cohort, setup, cut, 'Age, groups');
  const working = workingCohort(cohort, after);

  test('is a category with the cut point in the upper group', () => {
    expect(cut.labels).toEqual(['< 43.5', '43.5 to < 50', '≥ 50']);
    const made = cellsOf(working.table).map((row) => row.at(-1));
    expect(made.slice(0, 4)).toEqual(['< 43.5', '< 43.5', '43.5 to < 50', '43.5 to < 50']);
    expect(made[9]).toBe('≥ 50');
    expect(contentOf(working, after, 'age_group')!.values.map(({ count }) => count)).toEqual([
      2, 7, 3,
    ]);
  });

  test('has no group where the number is missing, or counts as missing', () => {
    const without = withEdit(working, after, { row: 12, column: 'age', value: '', why: '' });
    const made = cellsOf(workingCohort(cohort, without).table).map((row) => row.at(-1));
    expect(made[11]).toBe('');
  });

  test('follows new cut points with its order, merges and arm', () => {
    const byMedian: Cut = { ...cut, at: [46], quantiles: [0.5], labels: cutLabels([46]) };
    const first = withCut(cohort, setup, byMedian, 'Age, groups');
    const named = withMerged(workingCohort(cohort, first), first, 'age_group', 'older', ['≥ 46']);
    const logistic = { ...named.options.logistic, column: 'age_group', level: '< 46' };
    const asked = {
      ...named,
      where: [{ column: 'age_group', in: ['< 46'] }],
      options: { ...named.options, logistic },
    };
    const moved = withCutPoints(asked, 'age_group', [47]);
    expect(levels(moved, 'age_group')).toEqual(['< 47', 'older']);
    expect(moved.types.get('age_group')!.merge).toEqual(new Map([['older', ['≥ 47']]]));
    expect(moved.where).toEqual([{ column: 'age_group', in: ['< 47'] }]);
    expect(moved.options.logistic.level).toBe('< 47');
    expect(moved.cuts[0]).toMatchObject({ at: [47], labels: ['< 47', '≥ 47'] });
  });

  test('keeps labels that somebody has written', () => {
    const own: Cut = { ...cut, at: null, quantiles: [0.5], labels: ['young', 'old'] };
    const first = withCutPoints(withCut(cohort, setup, own, ''), 'age_group', [46]);
    const moved = withCutPoints(first, 'age_group', [47]);
    expect(moved.cuts[0]).toMatchObject({ at: [47], labels: ['young', 'old'] });
  });

  test('goes with all that it was used for', () => {
    const used = { ...after, where: [{ column: 'age_group', missing: false }] };
    expect(withoutCut(used, 'age_group')).toEqual(setup);
  });

  test('goes when its number is none any more', () => {
    const types = new Map(after.types).set('age', { ...after.types.get('age')!, type: 'category' });
    expect(settled(working, after, { ...after, types }).cuts).toEqual([]);
  });
});

describe('conditions', () => {
  const { cohort, setup } = open(file);

  test('hold all at once, and tell whose value is not known', () => {
    const edited = withEdit(cohort, setup, { row: 1, column: 'age', value: '', why: '' });
    const decided: Setup = {
      ...edited,
      where: [
        { column: 'age', atLeast: 45 },
        { column: 'arm', in: ['A'] },
      ],
    };
    const counts = analysedRows(workingCohort(cohort, decided), decided);
    expect(counts).toMatchObject({ all: 12, excluded: 0, meet: 4, unknown: 1 });
    expect(analysedRows(cohort, { ...setup, where: [{ column: 'age', below: 45 }] })).toMatchObject(
      { meet: 4 },
    );
    expect(
      analysedRows(cohort, { ...setup, where: [{ column: 'sex', missing: true }] }),
    ).toMatchObject({ meet: 0 });
  });

  test('follow merged levels: one holds where all of it held', () => {
    const asked = { ...setup, where: [{ column: 'sex', in: ['femal', 'female'] }] };
    const merged = withMerged(cohort, asked, 'sex', 'F', ['femal', 'female']);
    expect(settled(cohort, asked, merged).where).toEqual([{ column: 'sex', in: ['F'] }]);
    const mixed = withMerged(cohort, asked, 'sex', 'X', ['femal', 'male']);
    expect(settled(cohort, asked, mixed).where).toEqual([{ column: 'sex', in: ['female'] }]);
  });

  test('go where the column is read as something else', () => {
    const asked: Setup = { ...setup, where: [{ column: 'age', atLeast: 45 }] };
    const types = new Map(setup.types).set('age', { ...setup.types.get('age')!, type: 'category' });
    expect(settled(cohort, asked, { ...asked, types }).where).toEqual([]);
  });
});
