import { describe, expect, test } from 'vitest';

import type { GroupTestChoice } from '../../../build/wasm/riskset.js';

import {
  possibleVariables,
  tableOneAnalyses,
  tableOneVariables,
  testsFor,
  unreadableVariables,
  waysToShow,
} from '../../../web/data/analyses/table-one.ts';
import { buildAnalysisFile } from '../../../web/data/analysis-file.ts';
import type { Options } from '../../../web/data/options.ts';
import type { Setup } from '../../../web/data/setup.ts';
import { open, rowsOf } from './support.ts';

const { cohort, setup } = open(
  `patient_id,arm,start_date,age,sex,ecog,weight,months,death\n${rowsOf(
    30,
    (n) =>
      `P${n},${n % 2 ? 'A' : 'B'},2021-03-0${(n % 9) + 1},${40 + n},${n % 3 ? 'F' : 'M'},${n % 2},${60 + n}.5,${n}.5,${n % 4 ? 1 : 0}`,
  )}`,
);

function having(tableOne: Partial<Options['tableOne']>): Setup {
  const { options } = setup;
  return { ...setup, options: { ...options, tableOne: { ...options.tableOne, ...tableOne } } };
}

describe('the variables of Table 1', () => {
  test('are what describes the patients, grades and categories by their counts', () => {
    expect(tableOneVariables(cohort, setup)).toEqual([
      { column: 'age', summary: 'median' },
      { column: 'sex', summary: 'counts' },
      { column: 'ecog', summary: 'counts' },
      { column: 'weight', summary: 'median' },
    ]);
  });

  test('keep the order and the ways that a person chose', () => {
    const own = having({ variables: ['weight', 'arm', 'sex', 'gone', 'age'], mean: ['age'] });
    expect(tableOneVariables(cohort, own)).toEqual([
      { column: 'weight', summary: 'median' },
      { column: 'sex', summary: 'counts' },
      { column: 'age', summary: 'mean' },
    ]);
  });

  test('can be any column but the arm, dates and identifiers', () => {
    const possible = possibleVariables(cohort, setup);
    expect(possible).toContain('months');
    for (const name of ['arm', 'start_date', 'patient_id']) expect(possible).not.toContain(name);
  });

  test('that are numbers of few values can be counted, others not', () => {
    expect(waysToShow(cohort, setup, 'weight')).toEqual(['median', 'mean']);
    expect(waysToShow(cohort, setup, 'sex')).toEqual(['counts']);
  });

  test('leave out a column with values that are no numbers, and name it', () => {
    const odd = open(
      `arm,age,months,death\n${rowsOf(30, (n) => `${n % 2 ? 'A' : 'B'},${n === 7 ? 'old' : 40 + n},${n}.5,1`)}`,
    );
    expect(tableOneVariables(odd.cohort, odd.setup)).toEqual([]);
    expect(unreadableVariables(odd.cohort, odd.setup)).toEqual(['age']);
    expect(unreadableVariables(cohort, setup)).toEqual([]);
    expect(tableOneAnalyses(odd.cohort, odd.setup)).toEqual([]);
  });
});

describe('the test of a variable', () => {
  const chosen = (column: string, named: GroupTestChoice) =>
    having({ chosenTests: [{ column, test: named }] });
  const testOf = (own: Setup, name: string) =>
    tableOneVariables(cohort, own).find(({ column }) => column === name)?.test;

  test('is the one that a person chose by name', () => {
    expect(testOf(chosen('age', 'welch'), 'age')).toBe('welch');
    expect(testOf(chosen('sex', 'yates'), 'sex')).toBe('yates');
    expect(testOf(chosen('age', 'none'), 'age')).toBe('none');
  });

  test('is left to the rule where the chosen one does not fit', () => {
    expect(testOf(chosen('sex', 'welch'), 'sex')).toBeUndefined();
    expect(testOf(chosen('age', 'kruskalWallis'), 'age')).toBeUndefined();
    const three = { ...chosen('age', 'welch'), armLevels: ['A', 'B', 'C'] };
    expect(testOf(three, 'age')).toBeUndefined();
  });

  test('can be chosen among those of the variable and the number of arms', () => {
    expect(testsFor(cohort, setup, 'sex', 'counts')).toEqual([
      'auto',
      'pearson',
      'yates',
      'fisher',
      'none',
    ]);
    const three = { ...setup, armLevels: ['A', 'B', 'C'] };
    expect(testsFor(cohort, three, 'sex', 'counts')).not.toContain('yates');
    expect(testsFor(cohort, three, 'age', 'mean')).toEqual([
      'auto',
      'anova',
      'welchAnova',
      'kruskalWallis',
      'none',
    ]);
    expect(testsFor(cohort, { ...setup, arm: null, armLevels: [] }, 'age', 'mean')).toEqual([]);
  });
});

describe('the analysis of Table 1', () => {
  test('asks for what the options say', () => {
    const own = having({ adjust: 'holm', quartiles: 'sas', variables: ['age'] });
    expect(tableOneAnalyses(cohort, own)).toEqual([
      {
        id: 'tableOne',
        method: 'tableOne',
        by: 'arm',
        variables: [{ column: 'age', summary: 'median' }],
        smd: true,
        adjust: 'holm',
        quantileType: 2,
      },
    ]);
  });

  test('declares the columns that only it uses', () => {
    const file = buildAnalysisFile(cohort, having({ variables: ['age', 'months'] }));
    expect(Object.keys(file.columns ?? {})).toContain('months');
  });
});
