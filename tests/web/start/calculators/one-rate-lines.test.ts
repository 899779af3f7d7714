import { describe, expect, it } from 'vitest';

import { plain } from '../../../../web/base/rich-text.ts';
import type { Line } from '../../../../web/start/calculators/lines.ts';
import {
  againstLines,
  againstSetting,
  oneRateLines,
  oneRateMethod,
  otherIntervalLines,
} from '../../../../web/start/calculators/one-rate-lines.ts';
import { proportionGroup } from '../../support/results.ts';

const said = (lines: Line[]) => lines.map(({ name, value }) => `${plain(name)}: ${plain(value)}`);
const group = proportionGroup('1', 15, 49);

describe('one rate', () => {
  it('says the rate and two intervals, the others one press away', () => {
    const { clopperPearson, wilson } = {
      clopperPearson: { lower: 0.18252, upper: 0.45415 },
      wilson: { lower: 0.19523, upper: 0.44543 },
    };
    const own = { ...group, intervals: { ...group.intervals, clopperPearson, wilson } };
    expect(said(oneRateLines(own, 0.95))).toEqual([
      'Rate: 30.6%',
      '95% CI, Clopper–Pearson: 18.3% to 45.4%',
      '95% CI, Wilson: 19.5% to 44.5%',
    ]);
    expect(plain(oneRateMethod(own))).toContain('15/49');
    const others = otherIntervalLines(own, 0.95).map(({ name }) => plain(name));
    expect(new Set(others).size + 2, 'each of the engine once').toBe(
      Object.keys(group.intervals).length,
    );
  });

  it('names the coverage that was asked for', () => {
    expect(said(oneRateLines(group, 0.9))[1]).toContain('90% CI, Clopper–Pearson');
  });

  it('is tested against a rate only when one is given', () => {
    expect(againstLines(group)).toEqual([]);
    expect(plain(againstSetting(group))).toBe('none given');
    // R: binom.test(15, 49, 0.2), two-sided and greater.
    const exactTest = { null: 0.2, p: 0.07319562, less: 0.975, greater: 0.05174648 };
    expect(said(againstLines({ ...group, exactTest }))).toEqual([
      'Exact binomial test, two-sided: p\u00a0=\u00a00.073',
      'One-sided: the rate is above 20.0%: p\u00a0=\u00a00.052',
      'One-sided: the rate is below 20.0%: p\u00a0=\u00a00.98',
    ]);
    expect(plain(againstSetting({ ...group, exactTest }))).toBe('20.0%: p\u00a0=\u00a00.073');
  });
});
