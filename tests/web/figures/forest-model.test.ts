import { describe, expect, test } from 'vitest';

import {
  fittingTicks,
  forestScale,
  largestWeight,
  markOf,
  type EffectKind,
  type ForestRow,
} from '../../../web/figures/forest-model.ts';

function row(value: number, lower: number, upper: number, weight = 20): ForestRow {
  const effect = { value, lower, upper, weight, small: false };
  return { kind: 'level', label: '', cells: [], effect, text: '', interval: '', interaction: '' };
}

function scaleOf(rows: ForestRow[], kind: EffectKind = 'ratio') {
  return forestScale({ kind, rows });
}

describe('a forest plot', () => {
  test('has 1 on its axis and equal distances for equal factors', () => {
    const { position, ticks } = scaleOf([row(0.4, 0.2, 0.8)]);
    expect(ticks).toContain(1);
    expect(position(2) - position(1)).toBeCloseTo(position(1) - position(0.5));
  });

  test('cuts the interval of a hopeless subgroup and says so', () => {
    const rows = [row(0.4, 0.2, 0.8), row(3, 0.001, 4000)];
    const scale = scaleOf(rows);
    const mark = markOf({ value: 3, lower: 0.001, upper: 4000, weight: 2, small: true }, scale, 20);
    expect(mark.cut).toEqual({ left: true, right: true });
    expect(mark.from).toBe(0);
    expect(mark.to).toBe(100);
  });

  test('gives squares an area in proportion to their weight', () => {
    const scale = scaleOf([row(1, 0.5, 2)]);
    const side = (weight: number) =>
      markOf({ value: 1, lower: 0.5, upper: 2, weight, small: false }, scale, 40).side;
    expect(side(40) ** 2 / side(20) ** 2).toBeCloseTo(2);
    expect(side(0)).toBeGreaterThan(0);
  });

  test('measures squares against the largest subgroup, not against all patients', () => {
    const all: ForestRow = { ...row(1, 0.5, 2, 100), kind: 'overall' };
    expect(largestWeight([all, row(1, 0.5, 2, 30)])).toBe(30);
  });

  test('draws differences to scale, with no difference on the axis and ticks that stand apart', () => {
    const scale = scaleOf([row(0.25, -0.05, 0.6), row(-0.2, -0.7, 0.3)], 'difference');
    expect(scale.none).toBe(0);
    expect(scale.position(0.5) - scale.position(0.25)).toBeCloseTo(
      scale.position(0.25) - scale.position(0),
    );
    expect(scale.position(-0.7)).toBeGreaterThan(0);
    expect(scale.position(0.6)).toBeLessThan(100);
    const wide = fittingTicks(scale, 400, (words) => 7 * words.length);
    const narrow = fittingTicks(scale, 90, (words) => 7 * words.length);
    expect(wide).toContain(0);
    expect(narrow).toContain(0);
    expect(narrow.length).toBeLessThan(wide.length);
    expect(wide.map(scale.tickText)).toContain('\u221220');
  });

  test('has an axis where every difference lies far to one side', () => {
    const { position, ticks } = scaleOf([row(-0.9, -1, -0.4)], 'difference');
    expect(ticks).toContain(0);
    expect(position(-1)).toBeGreaterThan(0);
    expect(position(0)).toBeLessThan(100);
  });
});
