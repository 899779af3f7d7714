import { describe, expect, test } from 'vitest';

import type { SurvivalFigureData } from '../../../web/figures/kaplan-meier-data.ts';
import { layoutSurvival } from '../../../web/figures/kaplan-meier-layout.ts';
import { clearance, type Box } from '../../../web/figures/labels.ts';
import { atTime, curve } from '../support/results.ts';

const measure = (text: string, size: number) => text.length * size * 0.55;

function arm(label: string, months: number) {
  const points = Array.from(
    { length: 30 },
    (_, index) => [(months * (index + 1)) / 15, 1 - (index + 1) / 30] as const,
  );
  return curve(label, points, {
    n: 30,
    median: { value: months, lower: months - 2, upper: months + 3 },
    atTimes: [0, 6, 12, 18, 24].map((time) => atTime(time, 0.5, 12)),
  });
}

function figure(groups: SurvivalFigureData['groups']): SurvivalFigureData {
  return {
    groups,
    unit: 'months',
    level: '95%',
    yTitle: 'Alive (%)',
    xTitle: 'Months since start',
    eventWord: 'Died',
    comparison: [{ label: 'Hazard ratio for death', value: '0.43 (0.26–0.72)', key: true }],
  };
}

const two = figure([arm('Rechallenge', 12.4), arm('Chemotherapy', 5.3)]);

describe('a Kaplan-Meier figure', () => {
  test('has its at-risk numbers under the ticks it draws', () => {
    const { ticks, risk, scales } = layoutSurvival(two, 984, measure);
    expect(ticks.map(({ time }) => time)).toEqual([0, 6, 12, 18, 24]);
    for (const { time, x } of ticks) expect(x).toBeCloseTo(scales.x(time));
    for (const { rows } of risk) {
      for (const { numbers } of rows) expect(numbers).toHaveLength(ticks.length);
    }
  });

  test('at a desk names its curves beside them and shows three rows per arm', () => {
    const layout = layoutSurvival(two, 984, measure);
    expect(layout.key).toBeNull();
    expect(layout.labels).toHaveLength(2);
    expect(layout.risk[0]?.rows.map(({ label }) => label)).toEqual(['At risk', 'Censored', 'Died']);
    const [first, second] = layout.labels!.map(({ box }) => box) as [Box, Box];
    expect(clearance(first, [second, layout.box as Box])).toBeGreaterThan(0);
  });

  test('on a phone keeps the ticks, puts the key above and drops the numbers box', () => {
    const layout = layoutSurvival(two, 358, measure);
    expect(layout.narrow).toBe(true);
    expect(layout.ticks).toHaveLength(5);
    expect(layout.key).toHaveLength(2);
    expect(layout.box).toBeNull();
    expect(layout.risk[0]?.rows.map(({ label }) => label)).toEqual(['At risk']);
    expect(layout.plot.x + layout.plot.width).toBeLessThanOrEqual(358);
  });

  test('moves the numbers box where no curve runs through it', () => {
    const high = curve(
      'High',
      [
        [20, 0.95],
        [40, 0.9],
      ],
      {
        n: 40,
        atTimes: [0, 12, 24, 36].map((time) => atTime(time, 0.9, 30)),
      },
    );
    const { box, scales } = layoutSurvival(figure([high]), 984, measure);
    expect(box?.y).toBeGreaterThan(scales.y(0.9));
  });

  test('draws a cohort without arms without a name', () => {
    const layout = layoutSurvival(figure([arm('', 10)]), 984, measure);
    expect(layout.labels).toBeNull();
    expect(layout.key).toBeNull();
    expect(layout.risk).toHaveLength(1);
  });

  test('has no median line where the median is not reached', () => {
    const flat = curve('', [[3, 0.9]], { n: 10, atTimes: [atTime(0, 1, 10)] });
    expect(layoutSurvival(figure([flat]), 984, measure).medians).toEqual([]);
  });

  test('keeps the values of near medians apart', () => {
    const near = figure([arm('A', 12.3), arm('B', 12.4), arm('C', 12.5)]);
    const { medians } = layoutSurvival(near, 984, measure);
    const boxes = medians.flatMap(({ label }) => {
      if (label === null) return [];
      const width = measure(label.text, 12.5);
      return [
        {
          x: label.anchor === 'start' ? label.x : label.x - width,
          y: label.y - 11,
          width,
          height: 13,
        },
      ];
    });
    boxes.forEach((box, index) =>
      expect(
        clearance(
          box,
          boxes.filter((_, other) => other !== index),
        ),
      ).toBeGreaterThan(0),
    );
  });

  test('survives eight arms, long names and nobody at all', () => {
    const eight = figure(
      'ABCDEFGH'.split('').map((name, index) => arm(`A rather long regimen ${name}`, 4 + index)),
    );
    for (const width of [320, 358, 720, 984]) {
      const layout = layoutSurvival(eight, width, measure);
      expect(layout.height).toBeGreaterThan(0);
      expect(layout.risk).toHaveLength(8);
    }
    expect(layoutSurvival(figure([]), 984, measure).ticks).toEqual([]);
  });
});
