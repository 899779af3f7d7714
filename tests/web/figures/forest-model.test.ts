import { describe, expect, test } from 'vitest';

import {
  forestScale,
  markOf,
  mostEvents,
  type ForestRow,
} from '../../../web/figures/forest-model.ts';

function row(ratio: number, lower: number, upper: number, events = 20): ForestRow {
  const effect = { ratio, lower, upper, events, small: false };
  return { kind: 'level', label: '', cells: [], effect, text: '', interval: '', interaction: '' };
}

describe('a forest plot', () => {
  test('has 1 on its axis and equal distances for equal factors', () => {
    const { position, ticks } = forestScale([row(0.4, 0.2, 0.8)]);
    expect(ticks).toContain(1);
    expect(position(2) - position(1)).toBeCloseTo(position(1) - position(0.5));
  });

  test('cuts the interval of a hopeless subgroup and says so', () => {
    const rows = [row(0.4, 0.2, 0.8), row(3, 0.001, 4000)];
    const scale = forestScale(rows);
    const mark = markOf({ ratio: 3, lower: 0.001, upper: 4000, events: 2, small: true }, scale, 20);
    expect(mark.cut).toEqual({ left: true, right: true });
    expect(mark.from).toBe(0);
    expect(mark.to).toBe(100);
  });

  test('gives squares an area in proportion to their events', () => {
    const scale = forestScale([row(1, 0.5, 2)]);
    const side = (events: number) =>
      markOf({ ratio: 1, lower: 0.5, upper: 2, events, small: false }, scale, 40).side;
    expect(side(40) ** 2 / side(20) ** 2).toBeCloseTo(2);
    expect(side(0)).toBeGreaterThan(0);
  });

  test('measures squares against the largest subgroup, not against all patients', () => {
    const all: ForestRow = { ...row(1, 0.5, 2, 100), kind: 'overall' };
    expect(mostEvents([all, row(1, 0.5, 2, 30)])).toBe(30);
  });
});
