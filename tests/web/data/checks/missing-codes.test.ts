import { expect, test } from 'vitest';

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
});
