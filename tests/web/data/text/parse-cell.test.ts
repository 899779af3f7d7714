import { describe, expect, test } from 'vitest';

import { parseDate, parseNumber } from '../../../../web/data/text/parse-cell.ts';

describe('parseNumber', () => {
  test.each([
    ['12', 12],
    ['-1.5', -1.5],
    ['+3', 3],
    ['.5', 0.5],
    ['7.', 7],
    ['1e3', 1000],
    ['\u22122.5', -2.5],
  ])('reads %s', (text, number) => {
    expect(parseNumber(text)).toBe(number);
  });

  test.each([
    '',
    '12abc',
    '12,,4',
    '1,5',
    '1 000',
    '0x10',
    'Infinity',
    'NaN',
    '1e999',
    '--1',
    '5%',
  ])('refuses %j: part of a text is no number', (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  test('reads a decimal comma where that is how the file writes, and then no point', () => {
    expect(parseNumber('12,5', ',')).toBe(12.5);
    expect(parseNumber('1.234', ',')).toBeNull();
  });

  test('reads back every number that it is given', () => {
    for (const number of [0, 0.1, 1 / 3, 1e-7, 123456.789, -2.5e10]) {
      expect(parseNumber(String(number))).toBe(number);
      expect(parseNumber(String(number).replace('.', ','), ',')).toBe(number);
    }
  });
});

describe('parseDate', () => {
  test.each([
    ['2022-12-12', 'ymd'],
    ['2022/12/12', 'ymd'],
    ['20221212', 'ymd'],
    ['2022-12-12 08:30:00', 'ymd'],
    ['2022-12-12T00:00:00Z', 'ymd'],
    ['12.12.2022', 'dmy'],
    ['12/12/2022 00:00', 'mdy'],
    ['12-Dec-2022', 'ymd'],
    ['12 December 2022', 'mdy'],
  ] as const)('reads %s (%s) as the same day', (text, order) => {
    expect(parseDate(text, order)).toBe(Date.UTC(2022, 11, 12) / 86_400_000);
  });

  test('takes day and month in the order that is said', () => {
    expect(parseDate('03/04/2023', 'dmy')).toBe(Date.UTC(2023, 3, 3) / 86_400_000);
    expect(parseDate('03/04/2023', 'mdy')).toBe(Date.UTC(2023, 2, 4) / 86_400_000);
    expect(parseDate('03/04/2023', 'ymd')).toBeNull();
  });

  test.each([
    '31/02/2023',
    '2023-13-01',
    '12/12/22',
    '2023-1',
    'yesterday',
    '0012-01-01',
    '12-Foo-2022',
  ])('refuses %s: no such day, or a year that cannot be known', (text) => {
    expect(parseDate(text, 'dmy')).toBeNull();
  });

  test('counts a day more for the next day, over leap days and the turn of a century', () => {
    for (const day of ['1900-02-28', '2000-02-28', '2024-02-29', '1969-12-31']) {
      const from = parseDate(day, 'ymd')!;
      const next = new Date((from + 1) * 86_400_000).toISOString().slice(0, 10);
      expect(parseDate(next, 'ymd')).toBe(from + 1);
    }
  });
});
