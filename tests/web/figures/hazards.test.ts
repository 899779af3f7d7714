import { describe, expect, test } from 'vitest';

import {
  describeHazardOverTime,
  drawable,
  drawHazardOverTime,
  type HazardOverTimeData,
} from '../../../web/figures/hazard-over-time.ts';
import { drawableLogLog, drawLogLog } from '../../../web/figures/log-log.ts';
import type { DotMark, Mark, PathMark } from '../../../web/figures/scene.ts';
import { plain } from '../../../web/base/rich-text.ts';
import { boxesOf, measure, outside, overlaps } from '../support/boxes.ts';
import { curve } from '../support/results.ts';

const times = [1, 2, 4, 8, 12, 20];

function hazard(rest: Partial<HazardOverTimeData> = {}): HazardOverTimeData {
  const value = times.map((time) => Math.log(0.2) + 0.1 * time);
  return {
    curve: {
      time: times,
      value,
      smooth: {
        time: times,
        value,
        lower: value.map((own) => own - 0.5),
        upper: value.map((own) => own + 0.5),
      },
    },
    term: 'rechallenge against chemotherapy',
    hazard: 'death',
    overall: 0.43,
    unit: 'months',
    xTitle: 'Months since start',
    ...rest,
  };
}

const dots = (marks: readonly Mark[]) =>
  marks.filter((mark): mark is DotMark => mark.kind === 'dot' && mark.x > 60);
const paths = (marks: readonly Mark[], look: string) =>
  marks.filter((mark): mark is PathMark => mark.kind === 'path' && mark.look === look);
const words = (marks: readonly Mark[]) =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [plain(mark.text)] : []));

describe('the hazard ratio over time', () => {
  const { marks } = drawHazardOverTime(hazard())(700, measure);

  test('has a point for each event, and higher ratios stand higher', () => {
    const drawn = dots(marks).filter(({ y }) => y > 60);
    expect(drawn).toHaveLength(times.length);
    expect(drawn.at(-1)!.y).toBeLessThan(drawn[0]!.y);
  });

  test('has a solid line at 1 and a dotted line at the model’s ratio, where the axis has them', () => {
    const at = (look: string) => Number(/,([\d.]+)h/.exec(paths(marks, look).at(-1)!.d)?.[1]);
    const tickOf = (own: string) =>
      marks.find(
        (mark) => mark.kind === 'text' && mark.look === 'text2' && plain(mark.text) === own,
      );
    expect((tickOf('1') as { y: number }).y - 4.4).toBeCloseTo(at('none'), 1);
    expect(at('medianLevel')).toBeGreaterThan(at('none'));
    expect(words(marks)).toContain('Whole follow-up: 0.43');
  });

  test('is said in words, in hazard ratios and not in their logarithms', () => {
    expect(describeHazardOverTime(hazard())).toContain('The line reads 0.22 at 1.0\u00a0months');
  });

  test('skips values that do not exist and is not drawn from almost nothing', () => {
    const holes = hazard();
    const broken = { ...holes.curve, value: [...times.map(() => 0.1).slice(1), null] };
    expect(
      JSON.stringify(drawHazardOverTime({ ...holes, curve: broken })(400, measure)),
    ).not.toMatch(/NaN|Infinity|undefined/);
    const empty = { time: [], value: [], smooth: { time: [], value: [], lower: [], upper: [] } };
    expect(drawable(hazard({ curve: empty }))).toBe(false);
    expect(drawable(hazard({ curve: { ...holes.curve, smooth: null } }))).toBe(false);
    expect(drawable(hazard())).toBe(true);
  });
});

describe('log(−log S) against log time', () => {
  const falling = (rate: number) => times.map((time) => [time, Math.exp(-rate * time)] as const);
  const data = {
    groups: [curve('A', falling(0.05), { n: 6 }), curve('B', falling(0.1), { n: 6 })],
    unit: 'months' as const,
    xTitle: 'Months',
  };

  test('of proportional hazards is two curves at one distance everywhere', () => {
    const curves = paths(drawLogLog(data)(700, measure).marks, 'curve').filter(({ d }) =>
      d.includes('V'),
    );
    const heights = curves.map(({ d }) =>
      [...d.matchAll(/V([\d.]+)/g)].map((found) => Number(found[1])),
    );
    const distances = heights[0]!.map((own, index) => own - heights[1]![index]!);
    for (const distance of distances) expect(distance).toBeCloseTo(distances[0]!, 1);
    expect(distances[0]).toBeGreaterThan(0);
  });

  test('has no place for steps at 0% and 100%, and is not drawn from them alone', () => {
    const flat = curve('A', [[3, 1]], { n: 1 });
    const dead = curve('B', [[3, 0]], { n: 1 });
    expect(drawableLogLog({ ...data, groups: [flat, dead] })).toBe(false);
    expect(JSON.stringify(drawLogLog({ ...data, groups: [flat, dead] })(400, measure))).not.toMatch(
      /NaN|Infinity|null/,
    );
    expect(drawableLogLog(data)).toBe(true);
  });
});

describe.each([288, 394, 700, 984])('at %i', (width) => {
  test.each([
    ['the hazard ratio over time', drawHazardOverTime(hazard())],
    ['a hazard ratio of months and of 1 in 1000', drawHazardOverTime(hazard({ overall: 0.001 }))],
    [
      'log-log curves of eight arms',
      drawLogLog({
        groups: Array.from({ length: 8 }, (_, arm) =>
          curve(
            `A regimen with a long name, schedule ${arm}`,
            [
              [1, 0.9],
              [30, 0.2],
            ],
            { n: 9 },
          ),
        ),
        unit: 'months',
        xTitle: 'Months since the start of the first treatment after progression',
      }),
    ],
  ])('%s stands clear', (_, draw) => {
    const { marks, height } = draw(width, measure);
    const boxes = boxesOf(marks);
    expect(overlaps(boxes)).toEqual([]);
    expect(outside(boxes, width, height)).toEqual([]);
  });
});
