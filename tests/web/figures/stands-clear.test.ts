import { describe, expect, test } from 'vitest';

import type { CurveChoice, SurvivalFigureData } from '../../../web/figures/kaplan-meier-data.ts';
import { layoutSurvival, type SurvivalLayout } from '../../../web/figures/kaplan-meier-layout.ts';
import { survivalMarks } from '../../../web/figures/kaplan-meier-scene.ts';
import { clearance, type Box } from '../../../web/figures/labels.ts';
import { medianBoxes } from '../../../web/figures/medians.ts';
import { readCurves } from '../../../web/figures/reading.ts';
import { readingMarks } from '../../../web/figures/reading-line.ts';
import type { Scales } from '../../../web/figures/steps.ts';
import type { Mark, TextMark } from '../../../web/figures/scene.ts';
import { boxesOf, isText, measure, outside, overlaps } from '../support/boxes.ts';
import { chances, madeFigure, type CohortShape } from '../support/cohorts.ts';

/** Phones, a desk, and the two widths of a journal in the units of its files. */
const widths = [288, 358, 394, 560, 720, 824, 984];

/** What does not stand as it should: one line for each fault. */
function faults(data: SurvivalFigureData, width: number): string[] {
  const layout = layoutSurvival(data, width, measure);
  const marks = survivalMarks(data, layout);
  const boxes = boxesOf(marks);
  const lines = medianBoxes(layout.medians, layout.plot, measure);
  const curves = data.groups.flatMap((group) => linesOf(group, layout.scales));
  const written = [...(layout.labels ?? []).map(({ box }) => box), layout.box ?? []].flat();
  return [
    ...overlaps(boxes),
    ...outside(boxes, width, layout.height).map((words) => `“${words}” leaves the figure`),
    ...(/NaN|Infinity|undefined|null/.test(JSON.stringify(marks)) ? ['not a number'] : []),
    ...layout.ticks
      .filter(({ x, time }) => Math.abs(x - layout.scales.x(time)) > 0.01)
      .map(({ time }) => `the tick at ${time} is elsewhere`),
    ...layout.risk.flatMap(({ rows }) => rows.flatMap((row) => farFromTicks(row.y, marks, layout))),
    ...written
      .filter((box) => clearance(box, [...lines, ...curves]) <= 0)
      .map(({ x, y }) => `a line runs through the words at ${x}, ${y}`),
  ];
}

function farFromTicks(y: number, marks: readonly Mark[], { ticks }: SurvivalLayout): string[] {
  const numbers = marks.filter((mark) => isText(mark) && mark.y === y && mark.anchor === 'middle');
  const middles = numbers.map((mark) => (mark as TextMark).x);
  return middles.join() === ticks.map(({ x }) => x).join()
    ? []
    : [`numbers at ${y} off their ticks`];
}

/** The curve as it is drawn, piece by piece. */
function linesOf({ steps }: SurvivalFigureData['groups'][number], { x, y }: Scales): Box[] {
  let left = x(0);
  let top = y(1);
  return Array.from(steps.time, (time, index) => {
    const right = x(time);
    const bottom = y(steps.survival[index]!);
    const pieces = [
      { x: left, y: top, width: right - left, height: 0 },
      { x: right, y: top, width: 0, height: bottom - top },
    ];
    left = right;
    top = bottom;
    return pieces;
  }).flat();
}

const shape: CohortShape = {
  arms: 2,
  patients: 80,
  months: 36,
  events: 'some',
  names: 'short',
};

const shapes: Record<string, Partial<CohortShape>> = {
  'one arm': { arms: 1 },
  'two arms': {},
  'four arms': { arms: 4 },
  'eight arms': { arms: 8 },
  'long names': { arms: 3, names: 'long' },
  'long names that begin alike': { arms: 4, names: 'alike' },
  'eight long names': { arms: 8, names: 'long' },
  '5 patients': { patients: 5 },
  '5,000 patients': { patients: 5000 },
  '5,000 patients in four arms': { patients: 5000, arms: 4 },
  '20,000 patients, all of whom die': { arms: 1, patients: 20_000, events: 'all' },
  'no events': { events: 'none' },
  'no events in eight arms': { events: 'none', arms: 8 },
  'all events at one time': { events: 'all at once', arms: 4 },
  'one patient': { arms: 1, patients: 1 },
  'one patient in each arm': { patients: 1, arms: 4 },
  'half a month': { months: 0.5 },
  '30 years': { months: 360 },
};

describe.each(Object.entries(shapes))('%s', (_, own) => {
  test.each(widths)('stands clear at %i', (width) => {
    expect(faults(madeFigure({ ...shape, ...own }), width)).toEqual([]);
  });
});

test('cohorts made by chance stand clear at every width', () => {
  const chance = chances(2026);
  const one = <T>(choices: readonly T[]): T => choices[Math.floor(chance() * choices.length)]!;
  for (let round = 0; round < 150; round += 1) {
    const made = madeFigure(
      {
        arms: one([1, 2, 2, 3, 4, 6, 8]),
        patients: one([1, 2, 5, 20, 80, 300]),
        months: one([0.5, 3, 14, 36, 120, 360]),
        events: one(['some', 'some', 'some', 'none', 'all at once', 'all'] as const),
        names: one(['short', 'long', 'alike'] as const),
      },
      round,
    );
    const drawn: CurveChoice = {
      bands: chance() < 0.5,
      censorTicks: chance() < 0.5,
      medians: chance() < 0.8,
      meanArea: chance() < 0.3,
      atRisk: one(['all', 'atRiskCensored', 'atRisk'] as const),
    };
    expect(faults({ ...made, drawn }, Math.round(288 + 700 * chance()))).toEqual([]);
  }
});

test('ticks chosen too close together are thinned, with the numbers under them', () => {
  const made = madeFigure({ ...shape, patients: 5000 });
  const groups = made.groups.map((group) => ({
    ...group,
    atTimes: Array.from({ length: 37 }, (_, time) => ({ ...group.atTimes[0]!, time })),
  }));
  expect(faults({ ...made, groups }, 358)).toEqual([]);
  const { ticks } = layoutSurvival({ ...made, groups }, 358, measure);
  expect(ticks.length).toBeGreaterThan(3);
  expect(ticks.length).toBeLessThan(12);
});

describe('a reading of the curves', () => {
  test.each([
    ['two arms', shape, 984],
    ['two arms on a phone', shape, 358],
    ['eight arms', { ...shape, arms: 8 }, 984],
    ['eight arms on a tablet', { ...shape, arms: 8, names: 'long' as const }, 700],
    ['eight arms on a small tablet', { ...shape, arms: 8 }, 568],
  ])('of %s is one line inside the figure', (_, own, width) => {
    const data = madeFigure(own);
    const layout = layoutSurvival(data, width, measure);
    const boxes = boxesOf(readingMarks(data, layout, readCurves(data, 7), measure));
    expect(overlaps(boxes)).toEqual([]);
    expect(outside(boxes, width, layout.height)).toEqual([]);
    const above = boxes.filter((box) => layout.key === null || box.y > (layout.key.at(-1)?.y ?? 0));
    expect(new Set(above.map(({ y }) => Math.round(y))).size).toBeLessThanOrEqual(1);
  });
});
