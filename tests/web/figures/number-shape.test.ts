import { describe, expect, test } from 'vitest';

import {
  dotStep,
  drawableSpline,
  drawResiduals,
  drawSpline,
  mostDots,
  readResiduals,
  readSpline,
  type ResidualData,
  type SplineData,
} from '../../../web/figures/number-shape.ts';
import type { DotMark, Mark, PathMark } from '../../../web/figures/scene.ts';
import { boxesOf, measure, outside, overlaps } from '../support/boxes.ts';

const paths = (marks: readonly Mark[], look: string) =>
  marks.filter((mark): mark is PathMark => mark.kind === 'path' && mark.look === look);
/** Below the key. */
const dots = (marks: readonly Mark[]) =>
  marks.filter((mark): mark is DotMark => mark.kind === 'dot' && mark.y > 30);

const residuals: ResidualData = {
  form: {
    value: Float64Array.of(40, 75, 52, 61),
    residual: Float64Array.of(-2.1, 0.8, 0.4, -0.2),
    smooth: {
      value: Float64Array.of(40, 57.5, 75),
      residual: Float64Array.of(-1.5, 0.004, 0.6),
    },
  },
  label: 'Age',
};

describe('martingale residuals against a number', () => {
  test('are a point for each patient, events without expectation above', () => {
    const { marks } = drawResiduals(residuals)(700, measure);
    const [least, most] = dots(marks);
    expect(dots(marks)).toHaveLength(4);
    expect(least!.x).toBeLessThan(most!.x);
    expect(least!.y).toBeGreaterThan(most!.y);
    expect(paths(marks, 'curve')).toHaveLength(2); // the line, and its sample in the key
  });

  test('are read at the ends and in the middle of their line', () => {
    expect(readResiduals(residuals)).toEqual(['−1.50 at 40', '0.00 at 57.5', '+0.60 at 75']);
  });

  test('have no line where the engine gives none', () => {
    const bare = { ...residuals, form: { ...residuals.form, smooth: null } };
    expect(paths(drawResiduals(bare)(700, measure).marks, 'curve')).toEqual([]);
    expect(readResiduals(bare)).toEqual([]);
  });

  test('of very many patients are drawn of some', () => {
    const value = Float64Array.from({ length: 2 * mostDots + 1 }, (_, at) => at);
    const many = { ...residuals, form: { value, residual: value.map(() => 0.5), smooth: null } };
    expect(dotStep(many)).toBe(3);
    expect(dots(drawResiduals(many)(700, measure).marks)).toHaveLength(Math.ceil(value.length / 3));
  });

  test('stay on their paper at each width, for a number that is the same for all', () => {
    const same = {
      ...residuals,
      form: { ...residuals.form, value: Float64Array.of(5, 5, 5, 5), smooth: null },
    };
    for (const data of [residuals, same]) {
      for (const width of [318, 700]) {
        const { marks, height } = drawResiduals(data)(width, measure);
        expect(overlaps(boxesOf(marks))).toEqual([]);
        expect(outside(boxesOf(marks), width, height)).toEqual([]);
        expect(JSON.stringify(marks)).not.toMatch(/NaN|Infinity|undefined|null/);
      }
    }
  });
});

const spline: SplineData = {
  curve: {
    value: Float64Array.of(40, 55, 60, 80),
    hr: [0.25, 0.8, 1, 1.5],
    lower: [0.1, 0.6, 1, null],
    upper: [0.6, 1.1, 1, 40],
    reference: 60,
  },
  label: 'Age',
  hazard: 'death',
  level: '95%',
};

describe('the hazard ratio along a spline', () => {
  test('is 1 at its reference value', () => {
    const { marks } = drawSpline(spline)(700, measure);
    const across = Number(/,([\d.]+)h/.exec(paths(marks, 'none')[0]!.d)?.[1]);
    const reference = Number(/^M([\d.]+),/.exec(paths(marks, 'medianLevel').at(-1)!.d)?.[1]);
    const curve = paths(marks, 'curve')
      .at(-1)!
      .d.slice(1)
      .split('L')
      .map((point) => point.split(',').map(Number));
    expect(curve[2]).toEqual([reference, across]);
    expect(curve[0]![1]).toBeGreaterThan(across);
    expect(curve[3]![1]).toBeLessThan(across);
  });

  test('is said in ratios, and left out where there is none', () => {
    expect(readSpline(spline)).toEqual(['0.25 at 40', '1.00 at 60', '1.50 at 80']);
    const none = [null, null, null, null];
    expect(drawableSpline({ ...spline, curve: { ...spline.curve, hr: none } })).toBe(false);
    expect(drawableSpline(spline)).toBe(true);
  });

  test('stays on its paper at each width', () => {
    for (const width of [318, 700, 984]) {
      const { marks, height } = drawSpline(spline)(width, measure);
      expect(overlaps(boxesOf(marks))).toEqual([]);
      expect(outside(boxesOf(marks), width, height)).toEqual([]);
      expect(JSON.stringify(marks)).not.toMatch(/NaN|Infinity|undefined|null/);
    }
  });
});
