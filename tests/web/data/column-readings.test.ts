import { beforeEach, describe, expect, test, vi } from 'vitest';

vi.mock('../../../web/engine/pool.ts', () => ({
  createPool: () => ({ width: 1, analyze: () => new Promise(() => undefined) }),
}));

const store = await import('../../../web/data/store.ts');
const { codesOf } = await import('../../../web/data/column-codes.ts');
const { readingsOf } = await import('../../../web/data/column-readings.ts');
const { readColumns } = await import('../../../web/data/columns.ts');
const { contentOf } = await import('../../../web/data/setup.ts');
const { dateQuestions } = await import('../../../web/data/section/date-questions.ts');
const { rowsOf } = await import('./support.ts');

const now = () => [store.cohort.value!, store.setup.value] as const;
const questions = () => dateQuestions(...now());
const column = (name: string) => contentOf(...now(), name)!;
const codes = (name: string) =>
  codesOf(...now(), name).codes.map(({ code, rows, counts, why }) => [code, rows, counts, why]);

/** What the engine is given of a column. */
function given(name: string) {
  const file = store.analysisFile.value!;
  const read = readColumns({ ...file, columns: { ...file.columns } }, store.cohort.value!.table);
  if (!read.ok) throw new Error(read.problem.code);
  return read.columns.find((one) => one.name === name)!;
}

describe('the order of day and month', () => {
  const twice = (n: number) => String(1 + (n % 12)).padStart(2, '0');
  const dates = (last: (n: number) => string) =>
    `start_date,last_contact,status\n${rowsOf(
      24,
      (n) => `${twice(n)}/${twice(n + 4)}/2021,${last(n)},${n % 2 ? 'dead' : 'alive'}`,
    )}`;

  test('is asked about once for all columns that leave it open, and the answer holds', () => {
    store.openText(dates((n) => `${twice(n)}/${twice(n + 2)}/2023`));
    expect(questions()).toMatchObject([
      { columns: ['start_date', 'last_contact'], orders: ['dmy', 'mdy'], order: 'dmy' },
    ]);
    store.setDateOrder(['start_date', 'last_contact'], 'mdy');
    expect(questions()).toEqual([]);
    expect(column('start_date').order).toBe('mdy');
    store.undo();
    expect(questions()).toHaveLength(1);
  });

  test('is guessed as another column of the table has it, and still asked about', () => {
    store.openText(dates((n) => `${twice(n)}/${13 + (n % 9)}/2023`));
    expect(questions()).toMatchObject([
      {
        columns: ['start_date'],
        order: 'mdy',
        evidence: 'Guessed from last_contact, where “01/16/2023” leaves no doubt.',
      },
    ]);
  });

  test('is not asked about where the values decide, nor of a column that nothing uses', () => {
    store.openText(
      dates((n) => `${13 + (n % 9)}.${twice(n)}.2023`).replace(/start_date/, 'notes_at'),
    );
    expect(questions()).toEqual([]);
  });
});

describe('codes for missing', () => {
  const table = `os_months,os_event,age,sex,her2\n${rowsOf(40, (n) =>
    [
      `${n}.5`,
      n % 2,
      n === 7 ? 'unknown' : n === 8 ? '999' : 40 + n,
      n % 5 ? (n % 2 ? 'f' : 'm') : n % 10 ? '-' : 'NA',
      n % 2 ? '-' : '+',
    ].join(','),
  )}`;
  beforeEach(() => void store.openText(table));

  test('of each column, with their rows and the evidence', () => {
    expect(codes('age')).toEqual([
      ['999', 1, false, 'outOfScale'],
      ['unknown', 1, true, 'guessed'],
    ]);
    expect(codes('sex')).toEqual([
      ['-', 4, false, 'sign'],
      ['NA', 4, true, 'always'],
    ]);
    expect(codes('her2')).toEqual([]);
  });

  test('are ticked on and off, in this column alone, and the engine reads the same', () => {
    store.setMissing('age', '999', true);
    expect(column('age')).toMatchObject({ missing: 2, summary: { highest: 80 } });
    expect([...given('age').numbers].filter(Number.isNaN)).toHaveLength(2);
    store.setMissing('sex', 'NA', false);
    expect(given('sex').levels.toSorted()).toEqual(['-', 'NA', 'f', 'm']);
    expect(store.setup.value.types.get('sex')).toMatchObject({ missing: [], notMissing: ['NA'] });
    store.setMissing('sex', 'NA', true);
    expect(store.setup.value.types.get('sex')).toMatchObject({ missing: [], notMissing: [] });
  });

  test('go back to the guess by one step, with the type and the role', () => {
    const before = store.setup.value;
    store.setMissing('age', '999', true);
    store.setMissing('age', 'unknown', false);
    store.setType('age', 'category');
    store.setRole('age', 'unused');
    store.backToGuess('age');
    expect(store.setup.value).toEqual(before);
    store.undo();
    expect(column('age').type).toBe('category');
  });

  test('that were guessed for numbers are values again in a category', () => {
    store.setType('age', 'category');
    expect(column('age').values.some(({ value }) => value === 'unknown')).toBe(true);
    store.setType('age', 'number');
    expect(store.setup.value.types.get('age')?.missing).toEqual(['unknown']);
  });
});

describe('limits', () => {
  test('count as missing until they are taken as they stand', () => {
    store.openText(
      `arm,os_months,os_event,afp\n${rowsOf(30, (n) => `${n % 2},${n}.5,${n % 3 ? 1 : 0},${n < 4 ? '<2.5' : n}`)}`,
    );
    expect(column('afp')).toMatchObject({ missing: 3, summary: { lowest: 4 } });
    expect(readingsOf(...now(), 'afp')).toMatchObject([
      { kind: 'limit', rows: [1, 2, 3], value: null },
    ]);
    expect([...given('afp').numbers].slice(0, 4)).toEqual([NaN, NaN, NaN, 4]);
    store.setSigns('afp', { inexact: 'approximate' });
    expect(column('afp')).toMatchObject({ missing: 0, summary: { lowest: 2.5 } });
    expect([...given('afp').numbers].slice(0, 4)).toEqual([2.5, 2.5, 2.5, 4]);
  });

  test('of times say who is censored, where no column does', () => {
    const times = (event: string) =>
      `arm,os_months${event && ',os_event'}\n${rowsOf(30, (n) => `${n % 2},${n}.5${n % 3 ? '' : '+'}${event && `,${n % 3 ? 1 : 0}`}`)}`;
    store.openText(times(''));
    expect(store.setup.value.endpoints).toMatchObject([
      { name: 'OS', time: 'os_months', event: 'os_months censoring', eventLevels: ['event'] },
    ]);
    expect(store.cohort.value!.notes).toEqual([
      'os_months has times such as “12.5+” (10\u00a0rows): they are read as censored then, all others as events. The column os_months censoring says which.',
    ]);
    const file = store.analysisFile.value!;
    expect(file.columns!['os_months censoring']).toMatchObject({ censoringOf: 'os_months' });
    // The file alone makes the column again, as the headless runner does.
    const { table } = store.cohort.value!;
    const bare = { ...table, header: table.header.slice(0, 2), columns: table.columns.slice(0, 2) };
    const read = readColumns(file, bare);
    expect(read.ok && read.columns.find(({ name }) => name === 'os_months censoring')).toEqual(
      given('os_months censoring'),
    );
    store.openText(times('yes'));
    expect(store.setup.value.endpoints).toMatchObject([{ time: 'os_months', event: 'os_event' }]);
    expect(store.cohort.value!.table.header).toEqual(['arm', 'os_months', 'os_event']);
    expect(column('os_months')).toMatchObject({ missing: 0 });
  });
});

test('a unit that shall not be read leaves its values unread, until one goes back to the guess', () => {
  store.openText(
    `os_time,os_event\n${rowsOf(30, (n) => `${n}.5${n % 3 ? ' months' : ''},${n % 2}`)}`,
  );
  expect(store.setup.value.endpoints[0]).toMatchObject({ time: 'os_time', unit: 'months' });
  expect(readingsOf(...now(), 'os_time')).toMatchObject([{ kind: 'unit', value: 1.5 }]);
  const before = store.setup.value;
  store.setSigns('os_time', { unit: null });
  expect(column('os_time').unreadable.rows).toHaveLength(20);
  store.backToGuess('os_time');
  expect(store.setup.value).toEqual(before);
});

describe('times in several units', () => {
  const times = ['12 months', '1.5 years', '200 days', '9 months', '26 wks', '30 Monate', '4'];
  const csv = `arm,os,os_event\n${times.map((time, n) => `${n % 2 ? 'A' : 'B'},${time},${n % 2}`).join('\n')}`;

  test('are told in the unit of most, with their rows', () => {
    store.openText(csv);
    expect(column('os').signs).toMatchObject({
      unit: 'months',
      otherUnits: { days: 1 / 30.4375, weeks: 7 / 30.4375, years: 12 },
    });
    const numbers = [...given('os').numbers];
    expect(numbers.map((number) => number.toFixed(4))).toEqual(
      [12, 18, 200 / 30.4375, 9, 182 / 30.4375, 30, 4].map((number) => number.toFixed(4)),
    );
    expect(
      readingsOf(...now(), 'os')!.map(({ kind, rows, example, value }) => [
        kind,
        rows,
        example,
        value,
      ]),
    ).toEqual([
      ['unit', [1, 4, 6], '12 months', 12],
      ['otherUnit', [2, 3, 5], '1.5 years', 18],
    ]);
  });

  test('cannot be read where nobody says how many of one the other is', () => {
    store.openText(csv);
    store.setSigns('os', { otherUnits: null });
    expect(column('os').unreadable.rows).toEqual([2, 3, 5]);
    store.backToGuess('os');
    expect(column('os').unreadable.rows).toEqual([]);
  });

  test('of other quantities are not mixed', () => {
    store.openText(`arm,dose\n${rowsOf(12, (n) => `A,${n === 5 ? '2 g' : `${n}50 mg`}`)}`);
    expect(column('dose').signs.otherUnits).toBeNull();
  });
});
