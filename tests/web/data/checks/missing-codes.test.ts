import { expect, test } from 'vitest';

import { impossibleValues } from '../../../../web/data/checks/value-checks.ts';

import { missingCodes } from '../../../../web/data/checks/missing-codes.ts';
import { open, rowsOf } from '../support.ts';

function codesOf(column: string, value: (n: number) => string | number): string[] {
  const { cohort, setup } = open(
    `id,arm,${column}\n${rowsOf(40, (n) => `P${n},${n % 2 ? 'Chemo' : 'Immuno'},${value(n)}`)}`,
  );
  const found = missingCodes(cohort, setup);
  return Array.isArray(found) ? (found[0]?.uncountable ?? []) : [];
}

const twice = (n: number) => n === 5 || n === 6;

test('asks about nines that lie far outside the other values', () => {
  expect(codesOf('age', (n) => (twice(n) ? 999 : 40 + n))).toEqual(['999']);
  expect(codesOf('ecog', (n) => (twice(n) ? 9 : n % 3))).toEqual(['9']);
  expect(codesOf('weight', (n) => (twice(n) ? -99 : 50 + n))).toEqual(['-99']);
});

test.each([
  ['ecog', '99', ['0', '1', '2']],
  ['ECOG PS', '9', ['0', '1', '2', '3', '4']],
  ['sex', '9', ['1', '2']],
  ['worst_grade', '9', ['0', '1', '2', '3', '4', '5']],
  ['ae_rash', '9', ['0', '1', '2', '3']],
  ['line of therapy', '-1', ['1', '2', '3']],
  ['smoking', '-9', ['0', '1', '2']],
  ['her2', '888', ['0', '1', '2', '3']],
  ['liver metastases', '9', ['0', '1']],
  ['liver metastases', '99', ['1', '2']],
  ['best_response', '9', ['CR', 'PR', 'SD', 'PD']],
  ['stage', '99', ['1', '2', '3', '4']],
  ['stage', '9', ['II', 'IIIA', 'IIIB', 'IV']],
  ['stage', 'X', ['II', 'IIIA', 'IIIB', 'IV']],
  ['cN', 'NX', ['N0', 'N1', 'N2']],
  ['cT', 'Tx', ['T1a', 'T2', 'pT3', 'T4']],
])('asks whether in %s %j is a value beside the others', (column, code, values) => {
  const written = (n: number) => (twice(n) ? code : values[n % values.length]!);
  expect(codesOf(column, written)).toEqual([code]);
  expect(codesOf(column, (n) => values[n % values.length]!)).toEqual([]);
});

test.each([
  ['nausea', '9', ['0', '1', '2', '3']],
  ['best_response', '9', ['1', '2', '3', '4']],
  ['pleural effusion', '88', ['0', '1', '2']],
  ['nausea', '99', ['0', '1', '2', '3', '4', '5']],
  ['nausea', '-9', ['0', '1', '2', '3']],
])('asks whether in %s, read as numbers, %j is a value', (column, code, values) => {
  const written = (n: number) => (twice(n) ? code : values[n % values.length]!);
  const { setup } = open(`id,arm,${column}\n${rowsOf(40, (n) => `P${n},A,${written(n)}`)}`);
  expect(setup.types.get(column)?.type).toBe('number');
  expect(codesOf(column, written)).toEqual([code]);
  expect(codesOf(column, (n) => values[n % values.length]!)).toEqual([]);
});

test('asks about both of two codes among numbers', () => {
  const written = (n: number) => (n === 5 ? 8 : n === 6 ? 9 : n % 4);
  expect(codesOf('nausea', written)).toEqual(['8', '9']);
});

test.each([
  'number of metastatic sites',
  'n_lesions',
  'lymph_nodes',
  'cycles',
  'Anzahl Herde',
  '转移灶个数',
])('takes 9 in %s for a number', (column) => {
  expect(codesOf(column, (n) => (twice(n) ? 9 : n % 4))).toEqual([]);
});

test('takes 9 beside other values above 5, or beside few rows, for a number', () => {
  expect(codesOf('nausea', (n) => (twice(n) ? 9 : n % 8))).toEqual([]);
  expect(codesOf('nausea', (n) => (twice(n) ? 9 : n < 5 ? n : ''))).toEqual([]);
});

test('takes 8 for a code only beside 9', () => {
  const lines = (n: number) => (twice(n) ? 8 : 1 + (n % 3));
  expect(codesOf('line', lines)).toEqual([]);
  expect(codesOf('line', (n) => (n === 9 ? 9 : lines(n)))).toEqual(['8', '9']);
});

test('of a grade that is none tells either that it may be a code or that it is impossible', () => {
  const { cohort, setup } = open(
    `id,arm,ecog,worst_grade,ae_rash\n${rowsOf(40, (n) => `P${n},${n % 2 ? 'A' : 'B'},${n === 5 ? 9 : n === 6 ? 7 : n % 3},${n === 7 ? 9 : n % 4},${n === 8 ? 6 : n % 4}`)}`,
  );
  expect(setup.grade).toBe('worst_grade');
  const told = [missingCodes(cohort, setup), impossibleValues(cohort, setup)].flat();
  expect(told.map((one) => one !== null && 'rows' in one && [one.id, one.rows])).toEqual([
    ['code:worst_grade', [7]],
    ['ecog:ecog', [5, 6]],
    ['grade:ae_rash', [8]],
  ]);
});

test('asks about words for not known', () => {
  expect(codesOf('smoker', (n) => (twice(n) ? 'n.a.' : n % 3 ? 'yes' : 'no'))).toEqual(['n.a.']);
  expect(codesOf('smoker', (n) => (twice(n) ? 'Unknown' : n % 3 ? 'yes' : 'no'))).toEqual([
    'Unknown',
  ]);
  expect(codesOf('Raucher', (n) => (twice(n) ? 'n.b.' : n % 3 ? 'ja' : 'nein'))).toEqual(['n.b.']);
});

test('does not ask twice: in a column of numbers a word is told as what cannot be read', () => {
  expect(codesOf('age', (n) => (twice(n) ? '未知' : 40 + n))).toEqual([]);
});

test('leaves values of the scale alone', () => {
  expect(codesOf('age', (n) => (twice(n) ? 99 : 60 + n))).toEqual([]);
  expect(codesOf('platelets', (n) => (twice(n) ? 999 : 100 + 20 * n))).toEqual([]);
  expect(codesOf('her2', (n) => (n % 3 ? '-' : '+'))).toEqual([]);
  expect(codesOf('age', (n) => (twice(n) ? 88 : 40 + (n % 4)))).toEqual([]);
  expect(codesOf('base_excess', (n) => (twice(n) ? -1 : n / 8))).toEqual([]);
  expect(codesOf('ecog', (n) => (twice(n) ? 4 : n % 2))).toEqual([]);
  expect(codesOf('worst_grade', (n) => (twice(n) ? 5 : n % 2))).toEqual([]);
  expect(codesOf('gleason', (n) => (twice(n) ? 9 : 6 + (n % 2)))).toEqual([]);
  expect(codesOf('chromosome', (n) => (twice(n) ? 'X' : n % 2 ? '7' : '12'))).toEqual([]);
});
