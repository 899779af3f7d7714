import { expect, test } from 'vitest';

import { timeTicks } from '../../../web/figures/ticks.ts';

test('months are counted in halves and whole years', () => {
  expect(timeTicks(36.7, 'months')).toEqual([0, 6, 12, 18, 24, 30, 36]);
  expect(timeTicks(11.2, 'months')).toEqual([0, 2, 4, 6, 8, 10]);
  expect(timeTicks(60, 'months')).toEqual([0, 12, 24, 36, 48, 60]);
});

test('days are counted in months and years', () => {
  expect(timeTicks(1022, 'days')).toEqual([0, 180, 360, 540, 720, 900]);
});

test('there are never more ticks than counts fit under on a phone, nor ticks past the data', () => {
  for (const unit of ['days', 'weeks', 'months', 'years'] as const) {
    for (const longest of [0.3, 1, 7, 40, 365, 3000, 40_000]) {
      const ticks = timeTicks(longest, unit);
      expect(ticks.length).toBeLessThanOrEqual(8);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBeLessThanOrEqual(longest);
    }
  }
});

test('without follow-up there is one tick', () => {
  expect(timeTicks(0, 'months')).toEqual([0]);
  expect(timeTicks(NaN, 'months')).toEqual([0]);
});
