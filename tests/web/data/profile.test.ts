import { describe, expect, test } from 'vitest';

import { guessDecimal, profileColumn } from '../../../web/data/profile.ts';
import { column } from './support.ts';

const numbers = Array.from({ length: 30 }, (_, at) => String(at + 1));

describe('profileColumn', () => {
  test.each([
    ['age', numbers, 'number'],
    ['os_event', ['0', '1', '1'], 'category'],
    ['ecog', ['0', '1', '2', '2'], 'category'],
    ['metastatic_sites', ['1', '2', '3', '4'], 'number'],
    ['x', ['1', '1.0', '0'], 'number'],
    ['start', ['2022-12-12', '2023-01-01'], 'date'],
    ['start_date', ['20221212', '20230101', '20230105'], 'date'],
    ['record', ['007', '008', '9'], 'category'],
    ['record', ['123456789012345678', '12'], 'category'],
    ['sex', ['Male', 'Female'], 'category'],
    ['her2', ['0', '1', 'unknown'], 'category'],
    ['empty', ['', 'NA'], 'category'],
  ])('reads the type of %s from all of %j', (name, texts, type) => {
    expect(profileColumn(name, column(texts)).type).toBe(type);
  });

  test('does not stop at a sample: one odd text in the last of many rows is found and named', () => {
    const texts = [...Array.from({ length: 15_000 }, (_, at) => String(at)), '12,,4'];
    const { type, unreadable } = profileColumn('platelets', column(texts));
    expect(type).toBe('number');
    expect(unreadable).toEqual({ rows: [15_001], texts: ['12,,4'] });
  });

  test('finds the order of day and month from the dates that leave no choice', () => {
    expect(profileColumn('visit', column(['03/04/2023', '25/04/2023'])).order).toBe('dmy');
    expect(profileColumn('visit', column(['03/04/2023', '04/25/2023'])).order).toBe('mdy');
    expect(profileColumn('visit', column(['03.04.2023', '05.04.2023'])).order).toBe('dmy');
  });

  test('accounts for every row: as a value or as missing', () => {
    const texts = ['a', 'b', 'a', '', 'NA', 'c'];
    const { values, missing } = profileColumn('x', column(texts));
    expect(values.reduce((sum, { count }) => sum + count, missing)).toBe(texts.length);
  });

  test('summarises numbers, each in one bin', () => {
    const { summary } = profileColumn('age', column(['4', '1', '3', '2', 'NA', '10.5']));
    expect(summary).toMatchObject({ lowest: 1, median: 3, highest: 10.5 });
    expect(summary!.bins.reduce((sum, count) => sum + count, 0)).toBe(5);
    expect(profileColumn('age', column(['7', '7', '7', '7.0'])).summary!.bins[0]).toBe(4);
  });
});

describe('guessDecimal', () => {
  test.each([
    [',', ['1,5', '2,25', '3']],
    ['.', ['1.5', '2,25', '3.5']],
    ['.', ['1', '2', '12.04.2023']],
  ])('finds %j', (decimal, cells) => {
    expect(guessDecimal({ header: ['a'], rows: cells.length, columns: [column(cells)] })).toBe(
      decimal,
    );
  });
});
