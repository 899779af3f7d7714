import { describe, expect, test } from 'vitest';

import { readColumns } from '../../../web/data/columns.ts';
import { cellText, tableOf } from '../../../web/data/text/text-table.ts';

const table = tableOf(
  ['arm', 'os_months', 'status', 'started', 'other'],
  [
    ['A', ' 1 ', '1', '03.04.2023', 'x'],
    ['B', '1.0', '0', '05.04.2023', 'y'],
    [' A', 'NA', '', '', '7'],
    ['', '2.5', '9', '2023-04-06', 'z'],
  ],
);

function columns(file: unknown, from = table) {
  const read = readColumns(file, from);
  if (!read.ok) throw new Error(read.problem.code);
  return new Map(read.columns.map((column) => [column.name, column]));
}

describe('readColumns', () => {
  test('reads numbers, missing where a cell is empty or NA', () => {
    const column = columns({ columns: { os_months: { type: 'number' } } }).get('os_months')!;
    expect([...column.numbers]).toEqual([1, 1, NaN, 2.5]);
    expect(column).toMatchObject({ type: 'number', guessed: false, problem: null, levels: [] });
  });

  test('reads categories in the order in which they appear, trimmed', () => {
    const column = columns({ columns: { arm: { type: 'category' } } }).get('arm')!;
    expect(column.levels).toEqual(['A', 'B']);
    expect([...column.codes]).toEqual([0, 1, 0, -1]);
  });

  test('reads dates in the order that is said; a date with the year first reads in any', () => {
    const column = columns({ columns: { started: { type: 'date', order: 'dmy' } } }).get(
      'started',
    )!;
    const first = Date.UTC(2023, 3, 3) / 86_400_000;
    expect([...column.numbers]).toEqual([first, first + 2, NaN, first + 3]);
  });

  test('names the column, the rows and the first texts that are no numbers', () => {
    const rows = ['12', 'n/a', '12,,4', 'lost', 'dead', '3'].map((text) => [text]);
    const column = columns({ columns: { os: { type: 'number' } } }, tableOf(['os'], rows)).get(
      'os',
    )!;
    expect(column.problem).toMatchObject({
      code: 'notANumber',
      column: 'os',
      detail: "'n/a', '12,,4', 'lost'",
    });
    expect([...column.problem!.rows]).toEqual([2, 3, 4, 5]);
  });

  test('names the rows of a date column that hold no date', () => {
    const column = columns(
      { columns: { started: { type: 'date', order: 'mdy' } } },
      tableOf(['started'], [['04/30/2023'], ['30/04/2023']]),
    ).get('started')!;
    expect(column.problem?.code).toBe('notADate');
    expect([...column.problem!.rows]).toEqual([2]);
  });

  test('takes missing codes of the file, and in one column its own beside them', () => {
    const file = {
      read: { missing: ['NA'] },
      columns: { status: { type: 'category', missing: [9] }, os_months: { type: 'number' } },
    };
    const read = columns(file);
    expect(read.get('status')!.levels).toEqual(['1', '0']);
    expect([...read.get('status')!.codes]).toEqual([0, 1, -1, -1]);
    expect([...read.get('os_months')!.numbers]).toEqual([1, 1, NaN, 2.5]);
  });

  test.each(['NE', 'ND', '-', 'n/a', 'unknown', '999'])(
    'keeps %s as a value: it is one in some column',
    (code) => {
      const column = columns(
        { columns: { c: { type: 'category' } } },
        tableOf(['c'], [[code]]),
      ).get('c')!;
      expect(column.levels).toEqual([code]);
    },
  );

  test('reads a decimal comma where the file says so', () => {
    const german = tableOf(['t'], [['1,5'], ['2']]);
    const file = { read: { decimal: ',' }, columns: { t: { type: 'number' } } };
    expect([...columns(file, german).get('t')!.numbers]).toEqual([1.5, 2]);
  });

  test('guesses the type of a column that is named but not declared, from all values', () => {
    const read = columns({ arm: 'arm', endpoints: { OS: { time: 'os_months', event: 'other' } } });
    expect([...read.keys()]).toEqual(['arm', 'os_months', 'other']);
    expect(read.get('os_months')).toMatchObject({ type: 'number', guessed: true });
    expect(read.get('other')).toMatchObject({ type: 'category', guessed: true });
  });

  test('applies edits before it reads', () => {
    const file = {
      columns: { os_months: { type: 'number' } },
      edits: [{ row: 3, column: 'os_months', value: 64, why: 'typing error' }],
    };
    expect([...columns(file).get('os_months')!.numbers]).toEqual([1, 1, 64, 2.5]);
    expect(cellText(table, 3, 1)).toBe('NA');
  });

  test.each([
    [{ row: 5, column: 'arm', value: 'A' }, 'rowOutOfRange'],
    [{ row: 0, column: 'arm', value: 'A' }, 'rowOutOfRange'],
    [{ row: 1, column: 'age', value: '64' }, 'columnMissing'],
  ])('refuses the edit %o', (edit, code) => {
    expect(readColumns({ edits: [edit] }, table)).toMatchObject({ ok: false, problem: { code } });
  });

  test('reads columns whose names mean something to JavaScript', () => {
    const names = ['__proto__', 'constructor', 'hasOwnProperty'];
    const file = JSON.parse(
      '{"columns":{"__proto__":{"type":"number"},"constructor":{"type":"number"}},"arm":"hasOwnProperty"}',
    ) as unknown;
    const read = columns(file, tableOf(names, [['1', '2', 'a']]));
    expect([...read.values()].map(({ type, guessed }) => [type, guessed])).toEqual([
      ['number', false],
      ['number', false],
      ['category', true],
    ]);
  });

  test.each([
    null,
    5,
    'text',
    [],
    { columns: 7, edits: 'x', read: [] },
    { columns: { arm: 3 }, read: { missing: 'NA' } },
  ])('leaves the refusal of %o to the engine', (file) => {
    expect(readColumns(file, table).ok).toBe(true);
  });

  test('holds each row in one place: as many numbers or codes as rows, in every column', () => {
    const file = {
      columns: Object.fromEntries(table.header.map((name) => [name, { type: 'category' }])),
    };
    for (const { codes, levels } of columns(file).values()) {
      expect(codes).toHaveLength(table.rows);
      expect(Math.max(...codes)).toBe(levels.length - 1);
    }
  });
});
