import { describe, expect, it } from 'vitest';

import { plain } from '../../../../web/base/rich-text.ts';
import { adjustedRows, eValueLines, readPValues } from '../../../../web/start/calculators/doubt.ts';
import type { Line } from '../../../../web/start/calculators/lines.ts';
import {
  logRankPower,
  logRankSize,
  ratesPower,
  ratesSize,
  twoStage,
} from '../../../../web/start/calculators/trial-plans.ts';

const said = (lines: Line[]) =>
  lines.map(({ name, value }) => `${plain(name)}: ${plain(value)}`.replaceAll('\u00a0', ' '));
const logRank = { hr: 0.7, events: 0.7, power: 0.8, alpha: 0.05, allocation: 0.5 };

describe('trials by the log-rank test', () => {
  const size = {
    eventsUnrounded: 246.8,
    events: 247,
    power: 0.8003,
    patientsUnrounded: 352.6,
    patients: 353,
    patientsForWholeEvents: 353,
  };

  it('say events and patients of both formulas', () => {
    const freedman = { ...size, events: 253, patientsForWholeEvents: 362 };
    expect(said(logRankSize.lines({ schoenfeld: size, freedman }, logRank))).toEqual([
      'Events, Schoenfeld: 247',
      'Patients, Schoenfeld: 353',
      'Events, Freedman: 253',
      'Patients, Freedman: 362',
      'Power of 247 events: 80.0%',
    ]);
  });

  it('say power and what could be detected', () => {
    const value = {
      power: 0.7519,
      freedmanPower: 0.7208,
      detectable: { lower: 0.479, upper: 2.09 },
    };
    expect(said(logRankPower.lines(value, logRank))).toEqual([
      'Power, Schoenfeld: 75.2%',
      'Power, Freedman: 72.1%',
      'Hazard ratio detected with 80.0% power: 0.48 or below, 2.09 or above',
    ]);
  });

  it('refuse what no trial can show', () => {
    expect(logRankSize.wrong({ ...logRank, hr: 1 })).toContain('no difference');
    expect(logRankSize.wrong({ ...logRank, power: 0.02 })).toBe('Power has to be above α.');
    expect(logRankSize.wrong(logRank)).toBeNull();
  });
});

describe('trials of rates', () => {
  const rates = { p1: 0.1, p2: 0.3, power: 0.8, alpha: 0.05, allocation: 0.5 };

  it('say sizes for the approximate and the exact test', () => {
    const size = { n1Unrounded: 61.3, n1: 62, n2: 62, n: 124, power: 0.804, fisherPower: 0.733 };
    const corrected = { ...size, n1: 72, n2: 72, n: 144, fisherPower: null };
    expect(said(ratesSize.lines({ uncorrected: size, corrected }, rates))).toEqual([
      'For Pearson’s test: 62 and 62, 124 in all',
      'Power of Fisher’s exact test at that size: 73.3%',
      'Corrected, for Fisher’s or Yates’s test: 72 and 72, 144 in all',
      'Power of Fisher’s exact test at that size: Not computed: too many tables',
    ]);
    expect(ratesPower.wrong({ p1: 0.2, p2: 0.2, n1: 3, n2: 4, alpha: 0.05 })).toContain('differ');
  });

  it('say when a single-arm trial stops', () => {
    const design = {
      r1: 0,
      n1: 9,
      r: 2,
      n: 17,
      expectedSize: 11.96,
      stopProbability: 0.6302,
      alpha: 0.0466,
      power: 0.8122,
    };
    const minimax = { ...design, r1: 1, n1: 12 };
    const numbers = { p0: 0.05, p1: 0.25, alpha: 0.05, power: 0.8 };
    expect(said(twoStage.lines({ optimal: design, minimax, exhaustive: true }, numbers))).toEqual([
      'Optimal: stop at 0 of 9; no further study at 2 or fewer of 17',
      'Optimal: expected patients, chance to stop early, α, power: 12.0, 63.0%, 4.7%, 81.2%',
      'Minimax: stop at 1 or fewer of 12; no further study at 2 or fewer of 17',
      'Minimax: expected patients, chance to stop early, α, power: 12.0, 63.0%, 4.7%, 81.2%',
    ]);
    expect(twoStage.wrong({ ...numbers, p1: 0.05 })).toContain('above');
  });
});

describe('doubting a result', () => {
  it('says E-values of the estimate and of the nearer limit', () => {
    const riskRatio = { value: 3.9, lower: 1.8, upper: 8.7 };
    expect(said(eValueLines({ riskRatio, value: 7.263, limit: 3 }))).toEqual([
      'E-value of the estimate: 7.26',
      'E-value of the limit nearer to 1: 3.00',
      'As a risk ratio: 3.90 (1.80–8.70)',
    ]);
  });

  it('reads p values one on each line', () => {
    expect(readPValues('0.01\n\n< 0,001\n1e-5')).toEqual({
      values: [0.01, 0.001, 0.00001],
      problem: null,
    });
    expect(readPValues('0.01\n1.2').problem).toBe(
      'Line 2: “1.2” is no p value. Write a number from 0 to 1.',
    );
    expect(readPValues(' ').problem).toContain('at least one');
  });

  it('shows each with what six methods make of it', () => {
    const all = [0.02];
    const value = {
      bonferroni: [0.04],
      holm: all,
      hochberg: all,
      hommel: all,
      BH: all,
      BY: [null],
    };
    expect(adjustedRows([0.02], value)).toEqual([
      ['0.0200', '0.0400', '0.0200', '0.0200', '0.0200', '0.0200', 'not tested'],
    ]);
  });
});
