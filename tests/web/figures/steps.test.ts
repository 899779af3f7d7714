import { describe, expect, test } from 'vitest';

import {
  areaPath,
  bandPath,
  censorTicks,
  curvePaths,
  readingAt,
} from '../../../web/figures/steps.ts';
import { curve } from '../support/results.ts';

/** One px per unit of time, 100 px for the whole of survival. */
const scales = { x: (time: number) => time, y: (share: number) => 100 - 100 * share };

describe('the curve', () => {
  test('is a staircase from 100% at time 0', () => {
    const { steps } = curve(
      'A',
      [
        [2, 0.75],
        [5, 0.5],
      ],
      { n: 20 },
    );
    expect(curvePaths(steps, scales)).toEqual({ main: 'M0,0H2V25H5V50', thin: '' });
  });

  test('is thin from where fewer than 5 patients remain', () => {
    const points = [
      [1, 0.83],
      [2, 0.67],
      [3, 0.5],
    ] as const;
    const { steps } = curve('A', points, { n: 6 });
    const { main, thin } = curvePaths(steps, scales);
    expect(main).toBe('M0,0H1V17H2V33');
    expect(thin).toBe('M2,33H3V50');
  });
});

describe('the band', () => {
  test('has the edges of the steps and none where a limit does not exist', () => {
    const { steps } = curve(
      'A',
      [
        [1, 0.5],
        [3, 0],
      ],
      { n: 2 },
    );
    expect(bandPath(steps, scales)).toBe('M1,40H3V60H1Z');
  });
});

describe('the area under a curve', () => {
  const { steps } = curve(
    'A',
    [
      [2, 0.75],
      [5, 0.5],
    ],
    { n: 20 },
  );

  test('ends where the mean does, also between two steps or on one', () => {
    expect(areaPath(steps, scales, 4)).toBe('M0,100V0H2V25H4V100Z');
    expect(areaPath(steps, scales, 5)).toBe('M0,100V0H2V25H5V100Z');
    expect(areaPath(steps, scales, 9)).toBe('M0,100V0H2V25H5V50H9V100Z');
  });
});

describe('censor ticks', () => {
  const { steps } = curve(
    'A',
    [
      [1, 0.9],
      [2, 0.9],
    ],
    { n: 300 },
  );

  test('stand where patients left', () => {
    const left = { ...steps, censored: Int32Array.from([0, 3]) };
    expect(censorTicks(left, scales)).toEqual([{ x: 2, y: expect.closeTo(10) }]);
  });

  test('are left out where they would hide the curve', () => {
    expect(censorTicks({ ...steps, censored: Int32Array.from([1, 200]) }, scales)).toEqual([]);
  });
});

describe('reading a curve', () => {
  const { steps } = curve(
    'A',
    [
      [2, 0.75],
      [5, 0.5],
    ],
    { n: 4 },
  );

  test('before the first step everybody is alive and at risk', () => {
    expect(readingAt(steps, 4, 1)).toEqual({ survival: 1, lower: 1, upper: 1, atRisk: 4 });
  });

  test('patients whose event falls on the time are still at risk', () => {
    expect(readingAt(steps, 4, 2)).toMatchObject({ survival: 0.75, atRisk: 4 });
    expect(readingAt(steps, 4, 3)).toMatchObject({ survival: 0.75, atRisk: 3 });
  });

  test('nothing is read after the last follow-up, unless all have died', () => {
    expect(readingAt(steps, 4, 6)).toBeNull();
    const { steps: dead } = curve(
      'A',
      [
        [2, 0.5],
        [5, 0],
      ],
      { n: 2 },
    );
    expect(readingAt(dead, 2, 6)).toMatchObject({ survival: 0, atRisk: 0 });
  });
});
