import { describe, expect, test } from 'vitest';

import { numbersIn } from '../../../web/engine/optional-reals.ts';
import type { SurvivalFigureData } from '../../../web/figures/kaplan-meier-data.ts';
import { drawSurvival } from '../../../web/figures/kaplan-meier-scene.ts';
import { censorTicks, curvePaths } from '../../../web/figures/steps.ts';
import { dataToSee, stepsToSee } from '../../../web/figures/steps-to-see.ts';
import { curve } from '../support/results.ts';

const many = 20_000;
const points = Array.from(
  { length: many },
  (_, at) => [(at + 1) / 500, 1 - (at + 1) / many] as const,
);
const long = curve('A', points, { n: many });
const measure = (words: string) => words.length * 6;

function figure(group = long): SurvivalFigureData {
  return {
    groups: [group],
    unit: 'months',
    level: '95%',
    yTitle: 'Alive',
    xTitle: 'Months',
    eventWord: 'Died',
    comparison: [],
  };
}

function pathsOf(data: SurvivalFigureData): string[] {
  return drawSurvival(data)(800, measure).marks.flatMap((mark) =>
    mark.kind === 'path' && mark.look === 'curve' ? [mark.d] : [],
  );
}

/** How high the curve is at each pixel of a path "M..H..V..". */
function heights(path: string): Map<number, number> {
  const found = new Map<number, number>();
  for (const [, x = '', y = ''] of path.matchAll(/H([\d.]+)V([\d.]+)/g)) {
    found.set(Math.floor(Number(x)), Number(y));
  }
  return found;
}

describe('a curve of many thousand steps', () => {
  test('is drawn with as many as the pixels can show, none higher or lower than it is', () => {
    const [whole = ''] = pathsOf(figure());
    const [seen = ''] = pathsOf(dataToSee(figure(), 800));
    expect(whole.match(/H/g)?.length).toBeGreaterThan(19_000);
    expect(seen.match(/H/g)?.length).toBeLessThan(1_700);
    const exact = heights(whole);
    for (const [x, y] of heights(seen)) expect(Math.abs(y - exact.get(x)!)).toBeLessThan(0.6);
  });

  test('ends where it ends, and counts all who left', () => {
    const { steps } = dataToSee(figure(), 800).groups[0]!;
    expect(steps.time.at(-1)).toBe(40);
    expect(steps.survival.at(-1)).toBe(0);
    expect(steps.atRisk[0]).toBe(many);
    expect(steps.events.reduce((sum, one) => sum + one, 0)).toBe(many);
  });

  test('that is short stays as it is', () => {
    const data = figure(curve('A', points.slice(0, 83), { n: 83 }));
    expect(dataToSee(data, 800)).toBe(data);
  });
});

describe('steps of one piece of time', () => {
  const { steps } = curve(
    'A',
    [
      [0.1, 0.9],
      [0.2, 0.8],
      [1.5, 0.7],
      [2.5, 0.6],
    ],
    { n: 10 },
  );
  const scales = { x: (time: number) => time, y: (share: number) => 100 - 100 * share };

  test('become their last', () => {
    const seen = stepsToSee({ ...steps, censored: Int32Array.of(3, 2, 0, 0) }, 1);
    expect([...seen.time]).toEqual([0.2, 1.5, 2.5]);
    expect([...seen.survival]).toEqual([0.8, 0.7, 0.6]);
    expect(numbersIn(seen.lower)).toEqual([0.8 * 0.8, 0.7 * 0.8, 0.6 * 0.8]);
    expect([...seen.events]).toEqual([2, 1, 1]);
    expect([...seen.censored]).toEqual([5, 0, 0]);
    expect(censorTicks(seen, scales)).toEqual([{ x: 0.2, y: 20 }]);
  });

  test('leave the curve thin from where few remain', () => {
    const seen = stepsToSee({ ...steps, atRisk: Int32Array.of(6, 5, 4, 3) }, 1);
    expect(curvePaths(seen, scales).thin).toMatch(/^M0\.2,20/);
  });

  test('of a curve that counts nobody stay without counts', () => {
    const seen = stepsToSee({ ...steps, atRisk: new Int32Array() }, 1);
    expect(seen.atRisk).toHaveLength(0);
  });
});
