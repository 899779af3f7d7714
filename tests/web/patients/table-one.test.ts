import { describe, expect, test } from 'vitest';

import type {
  TableOne,
  TableOneCell,
  TableOneRow,
  TableOneTest,
} from '../../../build/wasm/riskset.js';
import { plain } from '../../../web/base/rich-text.ts';
import { defaultOptions } from '../../../web/data/options.ts';
import { tableOneModel } from '../../../web/patients/table-one.ts';
import { tableOneWarnings } from '../../../web/patients/table-one-warnings.ts';
import { tableText } from '../../../web/tables/table-text.ts';
import { answer } from '../support/results.ts';

const empty = {
  percent: null,
  mean: null,
  sd: null,
  median: null,
  q1: null,
  q3: null,
  min: null,
  max: null,
};

function cellOf(label: string, n: number, own: Partial<TableOneCell> = {}): TableOneCell {
  return { ...empty, label, n, missing: 0, ...own };
}

const ages = (label: string, n: number, median: number, missing = 0) =>
  cellOf(label, n, { median, q1: 50, q3: 70, mean: 60.25, sd: 10, min: 33, max: 82, missing });

function ageRow(summary: 'median' | 'mean', placebo = 61): TableOneRow {
  return {
    variable: 'age',
    level: '',
    summary,
    overall: ages('all', 10, 61, 1),
    perArm: [ages('Placebo', 4, placebo, 1), ages('Drug', 6, 62)],
  };
}

function level(name: string, of: readonly [number, number]): TableOneRow {
  const [placebo, drug] = of;
  return {
    variable: 'sex',
    level: name,
    summary: 'counts',
    overall: cellOf('all', placebo + drug, { percent: ((placebo + drug) / 11) * 100 }),
    perArm: [
      cellOf('Placebo', placebo, { percent: (placebo / 5) * 100 }),
      cellOf('Drug', drug, { percent: (drug / 6) * 100 }),
    ],
  };
}

function testOf(variable: string, own: Partial<TableOneTest>): TableOneTest {
  return {
    variable,
    name: null,
    statistic: null,
    df: null,
    df2: null,
    p: null,
    adjustedP: null,
    expectedMin: null,
    interval: null,
    ...own,
  };
}

const table: TableOne = {
  n: 11,
  arms: [
    { label: 'Placebo', n: 5 },
    { label: 'Drug', n: 6 },
  ],
  rows: [ageRow('median'), level('Female', [2, 3]), level('Male', [3, 3])],
  tests: [
    testOf('age', { name: 'wilcoxonExact', p: 0.0432, adjustedP: 0.0864 }),
    testOf('sex', { name: 'fisher', p: 1, adjustedP: 1, expectedMin: 2.3 }),
  ],
  smd: [
    { variable: 'age', value: 0.254, pairs: [] },
    { variable: 'sex', value: null, pairs: [] },
  ],
};

const labels = new Map([
  ['age', 'Age'],
  ['sex', 'Sex'],
]);
const labelOf = (column: string) => labels.get(column) ?? column;

function lines(own: TableOne = table, options: Partial<typeof defaultOptions.tableOne> = {}) {
  const model = tableOneModel(own, { ...defaultOptions.tableOne, ...options }, labelOf);
  return tableText(model).replaceAll('\u00a0', ' ').split('\n');
}

describe('Table 1', () => {
  test('has the arms, the reference last, then all, test and difference', () => {
    expect(lines()).toEqual([
      'Table 1. patients by arm',
      '\tDrug n = 6\tPlacebo n = 5\tAll patients n = 11\tp\tSMD',
      'Age, median [quartiles]\t62 [50–70]\t61 [50–70]\t61 [50–70]\t0.043 a\t+0.25',
      'Missing, n\t0\t1\t1\t\t',
      'Sex, n (%)\t\t\t\t> 0.99 b\tNot estimable',
      'Female\t3 (50.0%)\t2 (40.0%)\t5 (45.5%)\t\t',
      'Male\t3 (50.0%)\t3 (60.0%)\t6 (54.5%)\t\t',
      'a Wilcoxon rank-sum test, exact.',
      'b Fisher’s exact test.',
      'SMD: standardised difference, drug against placebo; of two values that of the second, of more a distance without sign.',
    ]);
  });

  test('gives numbers the decimals that their spread asks for', () => {
    expect(lines({ ...table, rows: [ageRow('median', 61.5)] })[2]).toContain(
      '62.0 [50.0–70.0]\t61.5 [50.0–70.0]',
    );
    expect(lines({ ...table, rows: [ageRow('mean')] })[2]).toBe(
      'Age, mean (SD)\t60.3 (10.0)\t60.3 (10.0)\t60.3 (10.0)\t0.043 a\t+0.25',
    );
  });

  test('gives no sign to the distance of several values, or between several arms', () => {
    const grades = ['1', '2', '3'].map((name) => ({ ...level(name, [1, 2]), variable: 'grade' }));
    const own = lines({
      ...table,
      rows: grades,
      tests: [testOf('grade', { name: 'fisher', p: 0.5 })],
      smd: [{ variable: 'grade', value: 0.31, pairs: [] }],
    });
    expect(own[2]).toBe('grade, n (%)\t\t\t\t0.50 a\t0.31');
    const third = { label: 'Other', n: 3 };
    const several = lines({ ...table, arms: [...table.arms, third] });
    expect(several.find((line) => line.startsWith('Age'))).toMatch(/\t0\.25\t?$/);
    expect(several.at(-1)).toBe(
      'SMD: the largest standardised difference between two arms, without sign.',
    );
  });

  test('shows the range when it is asked for', () => {
    expect(lines(table, { range: true })).toContain('Range\t33–82\t33–82\t33–82\t\t');
  });

  test('has no column that was put away, and no footnote for it', () => {
    const own = lines(table, { tests: false, differences: false });
    expect(own[1]).toBe('\tDrug n = 6\tPlacebo n = 5\tAll patients n = 11');
    expect(own).toHaveLength(7);
  });

  test('has adjusted p values beside the others', () => {
    const own = lines(table, { adjust: 'holm' });
    expect(own[1]).toContain('\tp\tAdjusted p\tSMD');
    expect(own[2]).toContain('0.043 a\t0.086\t+0.25');
    expect(own).toContain('Adjusted by Holm for 2 tests.');
  });

  test('describes a single arm without tests', () => {
    const own = lines({ ...table, arms: [], tests: [], smd: [] });
    expect(own[1]).toBe('\tAll patients n = 11');
    expect(own[2]).toBe('Age, median [quartiles]\t61 [50–70]');
    expect(own).toHaveLength(7);
  });

  test('says where nobody has a value, or a test does not exist', () => {
    const none: TableOneRow = {
      ...ageRow('median'),
      overall: cellOf('all', 0, { missing: 11 }),
      perArm: [cellOf('Placebo', 0, { missing: 5 }), cellOf('Drug', 0, { missing: 6 })],
    };
    const own = lines({
      ...table,
      rows: [none],
      tests: [testOf('age', {})],
      smd: [{ variable: 'age', value: null, pairs: [] }],
    });
    expect(own[2]).toBe(
      'Age, median [quartiles]\tnobody\tnobody\tnobody\tnot tested\tNot estimable',
    );
  });

  test('names a p that comes from random tables', () => {
    const interval = { lower: 0.031, upper: 0.034 };
    const own = lines({
      ...table,
      tests: [table.tests[0]!, testOf('sex', { name: 'fisher', p: 0.0325, interval })],
    });
    expect(own).toContain(
      'b Fisher’s exact test, from 100,000 random tables (99% interval 0.031 to 0.034).',
    );
  });

  test('says of which patients percentages are', () => {
    const female = level('Female', [2, 3]);
    const rows = [{ ...female, overall: { ...female.overall, missing: 1 } }];
    expect(lines({ ...table, rows })).toContain(
      'Percentages are of the patients whose value is known.',
    );
  });
});

describe('the statistician beside Table 1', () => {
  const small = { code: 'smallExpectedCounts' as const, column: 'sex', detail: '2.3', levels: [] };
  const warned = (own: TableOne = table, options: Partial<typeof defaultOptions.tableOne> = {}) =>
    tableOneWarnings(
      answer('tableOne', 'tableOne', own, { warnings: [{ ...small, rows: new Int32Array() }] }),
      { ...defaultOptions.tableOne, ...options },
      labelOf,
    );

  test('says that p values describe, and where arms differ', () => {
    const [describes] = warned();
    expect(plain(describes!.claim)).toBe('The p values of Table 1 only describe.');
    expect(plain(describes!.text)).toMatch(/it is 0\.10 or more in Age \(\+0\.25\)\. Consider/);
  });

  test('names the largest differences first, and counts the rest', () => {
    const smd = [0.11, -0.9, 0.5, 0.3, 0.4, 0.2, 0.05].map((value, at) => ({
      variable: `v${at}`,
      value,
      pairs: [],
    }));
    expect(plain(warned({ ...table, smd })[0]!.text).replaceAll('\u00a0', ' ')).toContain(
      'in v1 (−0.90), v2 (+0.50), v4 (+0.40), v3 (+0.30), v5 (+0.20) and 1 other row.',
    );
  });

  test('says so where the arms are alike', () => {
    const smd = [{ variable: 'age', value: -0.04, pairs: [] }];
    expect(plain(warned({ ...table, smd })[0]!.text)).toContain('below 0.10 in every row');
  });

  test('names where small expected counts changed the test', () => {
    expect(plain(warned()[1]!.claim)).toBe('Small counts: Fisher’s exact test for Sex.');
  });

  test('has nothing to say of one arm, or where no p is shown', () => {
    expect(warned({ ...table, arms: [] })).toEqual([]);
    expect(warned(table, { tests: false })).toEqual([]);
  });
});

test('the head of the p column is a letter in italics', () => {
  const model = tableOneModel(table, defaultOptions.tableOne, labelOf);
  expect(model.columns.map(({ head }) => plain(head)).at(-2)).toBe('p');
  expect(model.columns.at(-2)?.head).toEqual([{ term: 'p' }]);
});
