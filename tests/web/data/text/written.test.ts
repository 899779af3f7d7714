import { describe, expect, test } from 'vitest';

import { noSigns, cellReader, type Signs } from '../../../../web/data/text/parse-cell.ts';
import { parseDate, writtenDate } from '../../../../web/data/text/parse-date.ts';
import { writtenNumber } from '../../../../web/data/text/parse-number.ts';
import { isUnit, unitKey } from '../../../../web/data/text/units.ts';

const day = (year: number, month: number, date: number) =>
  Date.UTC(year, month - 1, date) / 86_400_000;

describe('a number with what stands beside it', () => {
  test.each([
    ['12 months', 12, 'months', null, null],
    ['12months', 12, 'months', null, null],
    ['12个月', 12, '个月', null, null],
    ['63 岁', 63, '岁', null, null],
    ['45%', 45, '%', null, null],
    ['45 %', 45, '%', null, null],
    ['45％', 45, '%', null, null],
    ['<1', 1, '', null, 'upper'],
    ['≤ 0.5', 0.5, '', null, 'upper'],
    ['＜1%', 1, '%', null, 'upper'],
    ['>=10', 10, '', null, 'lower'],
    ['>100 U/mL', 100, 'U/mL', null, 'lower'],
    ['大于5', 5, '', null, 'lower'],
    ['12.5+', 12.5, '', null, 'lower'],
    ['12.5 + months', 12.5, 'months', null, 'lower'],
    ['12 months+', 12, 'months', null, 'lower'],
    ['1,234', 1234, '', ',', null],
    ['1,234,567.5', 1_234_567.5, '', ',', null],
    ['1 234', 1234, '', ' ', null],
    ["1'234.5 mg/L", 1234.5, 'mg/L', "'", null],
    ['\u221212 cm', -12, 'cm', null, null],
    ['4.5 x10^9/L', 4.5, 'x10^9/L', null, null],
  ])('%s', (text, value, unit, thousands, limit) => {
    expect(writtenNumber(text)).toEqual({ value, unit, thousands, limit });
  });

  test('with a decimal comma the point stands between thousands', () => {
    expect(writtenNumber('1.234,5 U/l', ',')).toMatchObject({ value: 1234.5, thousands: '.' });
    expect(writtenNumber('12,5+', ',')).toMatchObject({ value: 12.5, limit: 'lower' });
  });

  test.each([
    '',
    'lost',
    '12-15',
    '3/4',
    '1,23',
    '12,34,567',
    '<12+',
    '++',
    'T3',
    '12 / 15',
    '1.2.3',
  ])('refuses %j: it holds no number, or two', (text) => {
    const number = writtenNumber(text);
    expect(number === null || !isUnit(number.unit)).toBe(true);
  });

  test('spellings of one unit are one, letters of stages and names are none', () => {
    expect(
      new Set(['months', 'Month', 'mo.', 'mo', '个月', 'Monate', 'meses'].map(unitKey)),
    ).toEqual(new Set(['months']));
    expect(unitKey('µg/L')).toBe(unitKey('μg/l'));
    expect(unitKey('Cycles')).toBe(unitKey('cycle'));
    for (const unit of [
      'U/L',
      'mg/dL',
      'x10^9/L',
      '10^9/L',
      '/µL',
      'g/l',
      'ml/min/1.73 m2',
      'pack-years',
      '%',
      '岁',
      'cm',
    ])
      expect([unit, isUnit(unit)]).toEqual([unit, true]);
    for (const text of ['A', 'b', 'deaths', 'of 5', 'to 15', 'est', 'N1'])
      expect([text, isUnit(text)]).toEqual([text, false]);
  });

  test('is read only where the column says so', () => {
    const read = (text: string, signs: Partial<Signs>) =>
      cellReader({ type: 'number', order: 'ymd', signs: { ...noSigns, ...signs } }, '.')(text);
    expect(read('12 months', {})).toBeNull();
    expect(read('12 mo', { unit: 'months' })).toBe(12);
    expect(read('12 days', { unit: 'months' })).toBeNull();
    expect(read('1,234', {})).toBeNull();
    expect(read('1,234', { thousands: ',' })).toBe(1234);
    expect(read('<5', {})).toBeNull();
    expect(read('<5', { inexact: 'missing' })).toBeNaN();
    expect(read('<5', { inexact: 'approximate' })).toBe(5);
  });
});

describe('a date', () => {
  test.each([
    '2021-03-05',
    '2021/3/5',
    '2021.03.05',
    '20210305',
    '2021年3月5日',
    '2021年03月05号',
    '2021 年 3 月 5 日',
    '２０２１／０３／０５',
    '5 Mar 2021',
    '05-MAR-2021',
    '05MAR2021',
    '5th March 2021',
    'Mar 5, 2021',
    'March 5th, 2021',
    '2021-Mar-05',
    '5. März 2021',
    '5 Mrz 2021',
    '5 mars 2021',
    '5 de marzo de 2021',
    '2021-03-05 00:00:00',
  ])('%s is one day in every order', (text) => {
    for (const order of ['ymd', 'dmy', 'mdy'] as const)
      expect([order, parseDate(text, order)]).toEqual([order, day(2021, 3, 5)]);
  });

  test.each([
    ['1er janvier 2021', 1],
    ['2 févr. 2021', 2],
    ['3 août 2021', 8],
    ['4 Okt 2021', 10],
    ['5 Dez. 2021', 12],
    ['6 dic 2021', 12],
    ['7 ene 2021', 1],
    ['8 sept 2021', 9],
    ['9 juillet 2021', 7],
    ['10 Mai 2021', 5],
  ])('%s', (text, month) => {
    expect(parseDate(text)).toBe(day(2021, month, Number.parseInt(text, 10)));
  });

  test('years of two digits as Excel takes them, where the column says so', () => {
    expect(writtenDate('05/03/21', 'dmy')).toMatchObject({
      days: day(2021, 3, 5),
      shortYear: true,
    });
    expect(writtenDate('05/03/21', 'mdy')).toMatchObject({ days: day(2021, 5, 3) });
    expect(writtenDate('21-03-05', 'ymd')).toMatchObject({ days: day(2021, 3, 5) });
    expect(writtenDate('5-Mar-29', 'ymd')).toMatchObject({ days: day(2029, 3, 5) });
    expect(writtenDate('5-Mar-30', 'ymd')).toMatchObject({ days: day(1930, 3, 5) });
    expect(writtenDate('5-Mar-60', 'ymd', 1970)).toMatchObject({ days: day(2060, 3, 5) });
    expect(parseDate('05/03/21', 'dmy')).toBeNull();
  });

  test('Excel’s days: 61 is 1 March 1900, and of a time of day the day counts', () => {
    expect(writtenDate('61', 'ymd')).toMatchObject({ days: day(1900, 3, 1), serial: true });
    expect(writtenDate('44260', 'ymd')).toMatchObject({ days: day(2021, 3, 5) });
    expect(writtenDate('44260.75', 'ymd')).toMatchObject({ days: day(2021, 3, 5) });
    expect(parseDate('44260')).toBeNull();
  });

  test.each([
    ['2021-03', 'month', day(2021, 3, 15)],
    ['2021/3', 'month', day(2021, 3, 15)],
    ['03/2021', 'month', day(2021, 3, 15)],
    ['2021-03-XX', 'month', day(2021, 3, 15)],
    ['UN/03/2021', 'month', day(2021, 3, 15)],
    ['2021年3月', 'month', day(2021, 3, 15)],
    ['Mar 2021', 'month', day(2021, 3, 15)],
    ['marzo de 2021', 'month', day(2021, 3, 15)],
    ['2021', 'year', day(2021, 7, 1)],
    ['2021年', 'year', day(2021, 7, 1)],
  ])('%s is no day', (text, part, days) => {
    expect(writtenDate(text, 'dmy')).toMatchObject({ part, days });
    expect(parseDate(text, 'dmy')).toBeNull();
  });

  test.each([
    '2021年2月30日',
    '30 Feb 2021',
    '5 Foo 2021',
    '13-2021',
    '2021-13',
    'Mar',
    '31/04/21',
  ])('refuses %s', (text) => {
    expect(writtenDate(text, 'dmy')).toBeNull();
  });
});
