import { describe, expect, test } from 'vitest';

import { joinTables, sharingRows } from '../../../../web/data/tables/join.ts';
import { tableOf } from '../../../../web/data/text/text-table.ts';
import { cellsOf } from '../support.ts';

const link = { name: 'events', patient: 'subject', cohortPatient: 'id' };
const cohort = tableOf(
  ['id', 'arm'],
  [
    ['007', 'A'],
    ['7', 'B'],
    ['P 3', 'A'],
    ['NA', 'B'],
  ],
);

function joined(events: readonly string[][], among = cohort) {
  return joinTables(among, tableOf(['subject', 'term'], events), link);
}

describe('a further table beside the cohort', () => {
  test('has its own rows first, then the patients without one', () => {
    const join = joined([
      [' P 3', 'rash'],
      ['7', 'nausea'],
      ['7', 'rash'],
    ]);
    if (!join.ok) throw new Error(join.problem.code);
    const { table, cohortRows, further } = join.joined;
    expect(table.header).toEqual(['id', 'arm', 'events.subject', 'events.term']);
    expect(cellsOf(table)).toEqual([
      ['P 3', 'A', 'P 3', 'rash'],
      ['7', 'B', '7', 'nausea'],
      ['7', 'B', '7', 'rash'],
      ['007', 'A', '', ''],
      ['NA', 'B', '', ''],
    ]);
    expect([...cohortRows]).toEqual([3, 2, 2, 1, 4]);
    expect(further).toBe(3);
  });

  test('leaves what belongs to nobody without a patient', () => {
    const join = joined([
      ['P9', 'rash'],
      ['', 'rash'],
      ['NA', 'rash'],
      ['7', 'rash'],
    ]);
    if (!join.ok) throw new Error(join.problem.code);
    expect(cellsOf(join.joined.table).slice(0, 3)).toEqual([
      ['', '', 'P9', 'rash'],
      ['', '', '', 'rash'],
      ['', '', 'NA', 'rash'],
    ]);
    expect([...join.joined.cohortRows]).toEqual([0, 0, 0, 2, 1, 3, 4]);
  });

  test('without rows is the cohort alone', () => {
    const join = joined([]);
    if (!join.ok) throw new Error(join.problem.code);
    expect([...join.joined.cohortRows]).toEqual([1, 2, 3, 4]);
  });

  test('is refused where a patient stands in two rows of the cohort', () => {
    const twice = tableOf(['id'], [['1'], ['2'], ['1'], [''], [''], ['1']]);
    const join = joined([['2', 'rash']], twice);
    expect(join).toMatchObject({
      ok: false,
      problem: { code: 'patientNotUnique', column: 'id', detail: '1' },
    });
    expect(join.ok ? [] : [...join.problem.rows]).toEqual([3, 6]);
  });

  test('passes over excluded rows, unless the patient stands in no other', () => {
    const twice = tableOf(['id'], [['1'], ['2'], ['1'], ['3']]);
    const events = tableOf(
      ['subject', 'term'],
      [
        ['1', 'rash'],
        ['3', 'nausea'],
      ],
    );
    const rows = (excluded: readonly number[]) => {
      const join = joinTables(twice, events, link, excluded);
      return join.ok ? [...join.joined.cohortRows] : join.problem.code;
    };
    expect(rows([3])).toEqual([1, 4, 2, 3]);
    expect(rows([1])).toEqual([3, 4, 1, 2]);
    expect(rows([1, 3])).toEqual([1, 4, 2, 3]);
    expect(rows([2, 4])).toBe('patientNotUnique');
    // Only a row that shares its patient moves anybody.
    expect(sharingRows(twice, link, [4, 3, 2, 9])).toEqual([3]);
  });

  test('is refused where no identifier is in the cohort, or a column is not there', () => {
    expect(joined([['8', 'rash']])).toMatchObject({ problem: { code: 'noPatientMatched' } });
    const other = tableOf(['patient'], [['7']]);
    expect(joinTables(cohort, other, link)).toMatchObject({
      problem: { code: 'columnMissing', column: 'events.subject' },
    });
    expect(joinTables(other, cohort, link)).toMatchObject({
      problem: { code: 'columnMissing', column: 'id' },
    });
  });
});
