import { describe, expect, it } from 'vitest';

import type { Answers } from '../../../../build/wasm/riskset.js';
import { plain } from '../../../../web/base/rich-text.ts';
import type { Line } from '../../../../web/start/calculators/lines.ts';
import {
  expectedTable,
  pairsLines,
  pairsMethod,
  strataLines,
  tableLines,
  tableMethod,
} from '../../../../web/start/calculators/tables-lines.ts';

import { answerToCounts } from '../../support/engine.ts';

const said = (lines: Line[]) =>
  lines.map(({ name, value }) => `${plain(name)}: ${plain(value)}`.replaceAll('\u00a0', ' '));
const quoted = (lines: Line[]) =>
  lines.filter(({ key }) => key === true).map(({ name }) => plain(name));

// R: chisq.test and fisher.test of best response by arm of the example cohort, evaluable patients.
const counts = [
  [1, 14, 0, 26, 7],
  [0, 2, 0, 11, 18],
];
const table: Answers['contingency'] = {
  chiSquare: 18.101053,
  df: 3,
  p: 0.0004192,
  table: [Int32Array.of(1, 14, 26, 7), Int32Array.of(0, 2, 11, 18)],
  expected: [
    Float64Array.of(0.6075949, 9.721519, 22.4810127, 15.1898734),
    Float64Array.of(0.3924051, 6.278481, 14.5189873, 9.8101266),
  ],
  residuals: [],
  expectedMin: 0.3924051,
  shareBelow5: 0.25,
  cramerV: 0.4786724,
  rowLevels: [],
  columnLevels: [],
  fisher: null,
};
const exact = { ...table, fisher: { p: 0.0001973676, monteCarlo: false, interval: null } };

describe('a larger table', () => {
  it('quotes the exact test where an expected count is small', () => {
    expect(said(tableLines(table, exact))).toEqual([
      'Pearson test: χ² = 18.101, 3 df, p < 0.001',
      'Fisher–Freeman–Halton test, exact: p < 0.001',
      'Smallest expected count: 0.4',
      'Cells with an expected count below 5: 25.0%',
      'Cramér’s V: 0.48',
    ]);
    expect(quoted(tableLines(table, exact))).toEqual(['Fisher–Freeman–Halton test, exact']);
    expect(quoted(tableLines({ ...table, expectedMin: 5 }, exact))).toEqual(['Pearson test']);
  });

  it('shows what is there while the exact test is computed', () => {
    expect(said(tableLines(table, null))[1]).toBe('Fisher–Freeman–Halton test, exact: Computing…');
  });

  it('says where the engine gives the exact test up', () => {
    expect(said(tableLines(table, table))[1]).toContain('Not computed: the table is too large');
    expect(quoted(tableLines(table, table))).toEqual([]);
    expect(plain(tableMethod(table, table, counts))).toContain('None is quoted');
  });

  it('calls a drawn p by its name, with its interval', () => {
    const interval = { lower: 0.0321, upper: 0.0351 };
    const drawn = { ...table, fisher: { p: 0.0336, monteCarlo: true, interval } };
    expect(said(tableLines(table, drawn))[1]).toBe(
      'Fisher–Freeman–Halton test, Monte Carlo: p = 0.034 (99% CI 0.0321 to 0.0351)',
    );
    const none = { ...drawn, fisher: { ...drawn.fisher, interval: { lower: 0, upper: 5.3e-5 } } };
    expect(said(tableLines(table, none))[1]).toContain('(99% CI 0 to 5.3e-5)');
    expect(plain(tableMethod(table, drawn, counts))).toContain('100,000 random ones');
    expect(plain(tableMethod(table, exact, counts))).not.toContain('random');
  });

  it('shows expected counts under the numbers that rows and columns were typed with', () => {
    expect(expectedTable(counts, table)).toEqual({
      columns: ['Column 1', 'Column 2', 'Column 4', 'Column 5'],
      rows: [
        ['Row 1', '1 (0.6)', '14 (9.7)', '26 (22.5)', '7 (15.2)'],
        ['Row 2', '0 (0.4)', '2 (6.3)', '11 (14.5)', '18 (9.8)'],
      ],
    });
  });
});

describe('strata', () => {
  it('without a common odds ratio say so', () => {
    const none = { value: null, lower: null, upper: null };
    const value: Answers['cochranMantelHaenszel'] = {
      test: { chiSquare: 7.3703048, df: 1, p: 0.006630969 },
      testCorrected: { chiSquare: 5.96, df: 1, p: 0.01466254 },
      oddsRatio: none,
      riskRatio: none,
      homogeneity: null,
      a: '1',
      b: '2',
      strata: [],
      exact: null,
    };
    const lines = said(strataLines(value, null, 0.95));
    expect(lines[0]).toContain('Not estimable: in every stratum');
    expect(lines[2]).toBe('Cochran–Mantel–Haenszel test: χ² = 7.370, 1 df, p = 0.007');
    expect(lines[4]).toContain('Not tested: it needs two strata');
    expect(lines[6]).toBe('Exact conditional test, two-sided: Computing…');
  });

  // R: mantelhaen.test(exact = TRUE), which finds 66.21 for the upper limit, to 1e-4 of its inverse.
  it('have the exact test and its odds ratio, also where that is infinite', () => {
    const exactLines = (stratified: number[][][]) => {
      const result = answerToCounts({
        id: 'strata',
        method: 'cochranMantelHaenszel',
        counts: stratified,
        level: 0.95,
        exact: true,
      });
      const value = (result.ok ? result.value : null) as Answers['cochranMantelHaenszel'];
      return said(strataLines(value, value, 0.95)).slice(-2);
    };
    const stratum = (x1: number, n1: number, x2: number, n2: number) => [
      [x1, n1 - x1],
      [x2, n2 - x2],
    ];
    expect(exactLines([stratum(9, 25, 1, 17), stratum(6, 24, 1, 17)])).toEqual([
      'Exact conditional test, two-sided: p = 0.006',
      'Common odds ratio, 95% CI, conditional, exact: 6.83 (1.42–66.13)',
    ]);
    const [, infinite] = exactLines([stratum(5, 9, 0, 9), stratum(3, 8, 0, 7)]);
    expect(infinite).toMatch(/exact: Infinite \(\d\.\d\d to ∞\)$/);
  });
});

describe('pairs', () => {
  // R: mcnemar.test without and with correction, binom.test(9, 12).
  const value: Answers['mcnemar'] = {
    test: { chiSquare: 3, df: 1, p: 0.08326452 },
    testCorrected: { chiSquare: 2.0833333, df: 1, p: 0.1489147 },
    exactP: 0.1459961,
    midP: 0.0922852,
    oddsRatio: 3,
    levels: [],
    table: [],
  };

  it('say every test, the exact one quoted', () => {
    const lines = pairsLines(value, { both: 20, first: 9, second: 3, neither: 17 });
    expect(said(lines)).toEqual([
      'Pairs that changed: 12 of 49',
      'McNemar, exact: p = 0.15',
      'McNemar, mid-P: p = 0.092',
      'McNemar: χ² = 3.000, 1 df, p = 0.083',
      'McNemar with continuity correction: χ² = 2.083, 1 df, p = 0.15',
      'Odds ratio, first to second: 3.00',
    ]);
    expect(quoted(lines)).toEqual(['McNemar, exact']);
  });

  it('of whom none changed are not tested', () => {
    const still = {
      ...value,
      test: null,
      testCorrected: null,
      exactP: 1,
      midP: 1,
      oddsRatio: null,
    };
    const pairs = { both: 3, first: 0, second: 0, neither: 1 };
    const lines = said(pairsLines(still, pairs)).slice(1);
    for (const line of lines) expect(line).toContain('Not tested: no pair changed');
    expect(plain(pairsMethod(pairs))).toContain('4\u00a0pairs');
  });
});
