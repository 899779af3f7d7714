import { describe, expect, it } from 'vitest';

import type { ProportionComparison, ProportionGroup } from '../../../../build/wasm/riskset.js';
import { plain } from '../../../../web/base/rich-text.ts';
import type { Line } from '../../../../web/start/calculators/lines.ts';
import {
  furtherIntervalLines,
  furtherTestLines,
  ratioLines,
  ratiosSetting,
  twoRatesLines,
  twoRatesMethod,
} from '../../../../web/start/calculators/two-rates-lines.ts';
import { comparison, proportionGroup } from '../../support/results.ts';

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
  numberNeeded: { value: 1 / 0.2473, lower: 1 / 0.3929, upper: 1 / 0.0749, throughInfinity: false },
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

describe('two rates', () => {
  it('says both, their difference and the three usual tests, the quoted one named', () => {
    expect(said(twoRatesLines(compared, 0.95))).toEqual([
      'Rates: 30.6% and 5.9%',
      'Difference, 95% CI, Newcombe: +24.7\u00a0points (7.5 to 39.3)',
      'Pearson test (quoted): p\u00a0=\u00a00.006',
      'Yates test: p\u00a0=\u00a00.013',
      'Fisher test: p\u00a0=\u00a00.006',
    ]);
    const method = plain(twoRatesMethod(compared));
    expect(method).toContain('every expected count is at least 5 (smallest 7.0)');
    expect(method).toContain('15/49 and 2/34');
  });

  it('quotes Fisher where an expected count is small', () => {
    const small = { ...compared, expectedMin: 3.2, chosen: 'fisher' as const };
    expect(said(twoRatesLines(small, 0.95)).at(-1)).toBe(
      'Fisher test (quoted): p\u00a0=\u00a00.006',
    );
    expect(plain(twoRatesMethod(small))).toContain('an expected count is below 5 (3.2)');
  });

  it('keeps ratios and the number needed one press away', () => {
    expect(said(ratioLines(compared, 0.95))).toEqual([
      'Risk ratio, 95% CI, Katz: 5.20 (1.27–21.27)',
      'Risk ratio, 95% CI, Miettinen–Nurminen: 5.20 (1.47–19.91)',
      'Odds ratio, 95% CI, Woolf: 7.06 (1.50–33.33)',
      'Odds ratio, 95% CI, Miettinen–Nurminen: 7.06 (1.63–29.83)',
      'Odds ratio, 95% CI, conditional, exact: 6.92 (1.43–67.13)',
      'Odds ratio, 95% CI, Haldane (½ added): 5.84 (1.41–24.14)',
      'Number needed to treat, 95% CI: 4.0 for one event more (2.5 to 13.4)',
    ]);
    expect(ratiosSetting(compared)).toBe('RR 5.20 · OR 7.06');
  });

  it('gives each other interval of the difference and of both arms its name', () => {
    expect(said(furtherIntervalLines(compared, 0.95))).toEqual([
      'Difference, 95% CI, Miettinen–Nurminen: +24.7\u00a0points (8.1 to 40.0)',
      'Difference, 95% CI, Mee: +24.7\u00a0points (8.2 to 39.9)',
      'Difference, 95% CI, Wald: +24.7\u00a0points (9.6 to 39.9)',
      'Arm A, 95% CI, Clopper–Pearson: 18.3% to 45.4%',
      'Arm A, 95% CI, Wilson: 19.5% to 44.5%',
      'Arm B, 95% CI, Clopper–Pearson: 0.7% to 19.7%',
      'Arm B, 95% CI, Wilson: 1.6% to 19.1%',
    ]);
  });

  it('says why a ratio, an interval or a test does not exist', () => {
    const nobody: ProportionComparison = {
      ...compared,
      riskRatio: { value: null, katz: null, miettinenNurminen: { lower: 1.3, upper: null } },
      oddsRatio: { ...usual.oddsRatio, value: 0, woolf: null, miettinenNurminen: null },
      tests: { ...usual.tests, pearson: null, yates: null, barnard: null, boschloo: null },
      chosen: 'fisher',
    };
    const [katz, score, woolf] = said(ratioLines(nobody, 0.95));
    expect(katz).toContain('Not estimable: nobody in arm B has the event');
    expect(score).toContain('Infinite (1.30 to ∞)');
    expect(woolf).toContain('no interval: a count is 0');
    const conditional = { value: null, lower: 0, upper: null };
    const noEvent = { ...nobody, oddsRatio: { ...nobody.oddsRatio, value: null, conditional } };
    expect(said(ratioLines(noEvent, 0.95))[4]).toContain('exact: Not estimable');
    expect(said(twoRatesLines(nobody, 0.95))[3]).toBe(
      'Yates test: Not tested: all or none have the event',
    );
    expect(said(furtherTestLines(nobody)).at(-1)).toContain('the arms are too large');
    expect(ratiosSetting(nobody)).toBe('RR not estimable · OR 0');
  });
});

// Altman 1998 (doi:10.1136/bmj.317.7168.1309): an interval of the difference that holds 0 leaves a
// number needed that runs from its lower end through infinity to the other side.
describe('the number needed to treat', () => {
  const needed = (numberNeeded: ProportionComparison['numberNeeded']) =>
    said(ratioLines({ ...compared, numberNeeded }, 0.95))
      .at(-1)
      ?.replace(/^.*?: /, '');

  it('says for what, on either side of no difference', () => {
    const fewer = { value: -4, lower: -13.4, upper: -2.5, throughInfinity: false };
    expect(needed(fewer)).toBe('4.0 for one event fewer (2.5 to 13.4)');
  });

  it('has two sides where the interval of the difference holds 0', () => {
    expect(needed({ value: 25, lower: 8, upper: -20, throughInfinity: true })).toBe(
      '25.0 for one event more (8.0 or more for one more, or 20.0 or more for one fewer)',
    );
    expect(needed({ value: -2500, lower: 9, upper: -98, throughInfinity: true })).toBe(
      '2500 for one event fewer (98.0 or more for one fewer, or 9.0 or more for one more)',
    );
    expect(needed({ value: null, lower: null, upper: null, throughInfinity: true })).toBe(
      'None: the rates are equal',
    );
  });
});
