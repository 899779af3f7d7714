import { describe, expect, it } from 'vitest';

import type { ProportionComparison, ProportionGroup } from '../../../build/wasm/riskset.js';
import { plain } from '../../../web/base/rich-text.ts';
import {
  furtherLines,
  furtherSetting,
  type Line,
  oneRateLines,
  oneRateMethod,
  twoRatesLines,
  twoRatesMethod,
} from '../../../web/start/rates.ts';
import { comparison, proportionGroup } from '../support/results.ts';

const usual = comparison();
const group = proportionGroup('1', 15, 49);

// R: prop.test, binom.test, fisher.test of 15 of 49 and 2 of 34.
const a: ProportionGroup = {
  ...group,
  label: '1',
  events: 15,
  n: 49,
  rate: 15 / 49,
  intervals: {
    ...group.intervals,
    clopperPearson: { lower: 0.18252, upper: 0.45418 },
    wilson: { lower: 0.19523, upper: 0.44543 },
    wald: { lower: 0.17707, upper: 0.43517 },
  },
};
const b: ProportionGroup = {
  ...group,
  label: '2',
  events: 2,
  n: 34,
  rate: 2 / 34,
  intervals: {
    ...group.intervals,
    clopperPearson: { lower: 0.0072, upper: 0.1968 },
    wilson: { lower: 0.0163, upper: 0.1909 },
    wald: { lower: -0.0203, upper: 0.1379 },
  },
};
const compared: ProportionComparison = {
  ...usual,
  a: '1',
  b: '2',
  difference: {
    ...usual.difference,
    value: 0.2473,
    wald: { lower: 0.0958, upper: 0.3988 },
    newcombe: { lower: 0.0749, upper: 0.3929 },
  },
  riskRatio: { ...usual.riskRatio, value: 5.204, katz: { lower: 1.273, upper: 21.27 } },
  oddsRatio: { ...usual.oddsRatio, value: 7.059, woolf: { lower: 1.495, upper: 33.33 } },
  tests: {
    ...usual.tests,
    pearson: { chiSquare: 7.55, df: 1, p: 0.00602 },
    yates: { chiSquare: 6.11, df: 1, p: 0.01344 },
    fisher: { ...usual.tests.fisher, p: 0.0063 },
  },
  expectedMin: 6.96,
  chosen: 'pearson',
  groups: [b, a], // the reference first, as the engine lists them
  others: [],
  overall: null,
};

const said = (lines: Line[]) => lines.map(({ name, value }) => `${plain(name)}: ${plain(value)}`);

describe('one rate', () => {
  it('says the rate and both intervals', () => {
    expect(said(oneRateLines(a, 0.95))).toEqual([
      'Rate: 30.6%',
      '95% CI, Wilson: 19.5% to 44.5%',
      '95% CI, Clopper–Pearson: 18.3% to 45.4%',
    ]);
    expect(plain(oneRateMethod(a))).toContain('15/49');
  });

  it('names the coverage that was asked for', () => {
    expect(said(oneRateLines(a, 0.9))[1]).toContain('90% CI, Wilson');
  });
});

describe('two rates', () => {
  it('says both, their difference and the test that is quoted', () => {
    expect(said(twoRatesLines(compared, 0.95))).toEqual([
      'Rates: 30.6% and 5.9%',
      'Difference, 95% CI, Newcombe: +24.7\u00a0points (7.5 to 39.3)',
      'Pearson test, smallest expected count 7.0: p\u00a0=\u00a00.006',
    ]);
    const method = plain(twoRatesMethod(compared));
    expect(method).toContain('every expected count is at least 5');
    expect(method).toContain('15/49 and 2/34');
  });

  it('quotes Fisher where an expected count is small', () => {
    const small = { ...compared, expectedMin: 3.2, chosen: 'fisher' as const };
    expect(said(twoRatesLines(small, 0.95))[2]).toBe(
      'Fisher test, smallest expected count 3.2: p\u00a0=\u00a00.006',
    );
    expect(plain(twoRatesMethod(small))).toContain('an expected count is below 5');
  });

  it('keeps ratios, intervals of each arm and the other tests one press away', () => {
    expect(said(furtherLines(compared, 0.95))).toEqual([
      'Risk ratio, 95% CI, Katz: 5.20 (1.27–21.27)',
      'Odds ratio, 95% CI, Woolf: 7.06 (1.50–33.33)',
      'Arm A, 95% CI, Wilson: 19.5% to 44.5%',
      'Arm A, 95% CI, Clopper–Pearson: 18.3% to 45.4%',
      'Arm B, 95% CI, Wilson: 1.6% to 19.1%',
      'Arm B, 95% CI, Clopper–Pearson: 0.7% to 19.7%',
      'Yates test: p\u00a0=\u00a00.013',
      'Fisher test: p\u00a0=\u00a00.006',
    ]);
    expect(furtherSetting(compared)).toBe('RR 5.20 · OR 7.06');
  });

  it('says why a ratio, an interval or a test does not exist', () => {
    const nobody: ProportionComparison = {
      ...compared,
      riskRatio: { ...usual.riskRatio, value: null, katz: null },
      oddsRatio: { ...usual.oddsRatio, value: 0, woolf: null },
      tests: { ...usual.tests, pearson: null, yates: null, fisher: { p: 1, less: 1, greater: 1 } },
      chosen: 'fisher',
    };
    const lines = said(furtherLines(nobody, 0.95));
    expect(lines[0]).toContain('Not estimable: nobody in arm B has the event');
    expect(lines[1]).toContain('no interval: a count is 0');
    expect(lines.at(-1)).toBe('Yates test: Not tested: all or none have the event');
    expect(furtherSetting(nobody)).toBe('RR not estimable · OR 0');
  });
});
