// The numbers of a survival figure on free paper inside its plot.
import type { TimeUnit } from '../../build/wasm/riskset.js';
import { count, time, withInterval } from '../format/numbers.ts';
import {
  rowHeight,
  swatch,
  textSize,
  type BoxRow,
  type SurvivalFigureData,
  type SurvivalGroup,
} from './kaplan-meier-data.ts';
import { clearance, type Box } from './labels.ts';
import type { Measure } from './measure.ts';
import { medianBoxes, type MedianMark } from './medians.ts';
import type { Scales } from './steps.ts';

export interface NumbersBox extends Box {
  countsRight: number;
  head: { counts: string; median: string };
  arms: { label: string; counts: string; median: string; y: number }[];
  ruleY: number;
  rows: (BoxRow & { y: number })[];
}

export function boxHeight(data: SurvivalFigureData): number {
  return (1 + data.groups.length + data.comparison.length) * rowHeight + 14;
}

/** The numbers on free paper: upper right, else lower left, else nowhere inside the plot. */
export function numbersBox(
  data: SurvivalFigureData,
  { plot, scales, medians }: { plot: Box; scales: Scales; medians: readonly MedianMark[] },
  measure: Measure,
): NumbersBox | null {
  const upper = boxAt(data, plot, plot.y + 6, 'right', measure);
  const lower = boxAt(data, plot, plot.y + plot.height - boxHeight(data) - 14, 'left', measure);
  const lines = data.groups.flatMap(({ steps }) =>
    Array.from(steps.time, (at, index) => {
      const before = index === 0 ? 1 : (steps.survival[index - 1] ?? 1);
      const from = scales.x(index === 0 ? 0 : (steps.time[index - 1] ?? 0));
      const top = scales.y(before);
      const bottom = scales.y(steps.survival[index] ?? before);
      return { x: from, y: top, width: scales.x(at) - from, height: bottom - top };
    }),
  );
  const marks = medianBoxes(medians, plot, measure);
  return (
    [upper, lower].find((box) => clearance(box, lines) > 8 && clearance(box, marks) > 4) ?? null
  );
}

export function boxAt(
  data: SurvivalFigureData,
  plot: Box,
  y: number,
  side: 'left' | 'right',
  measure: Measure,
): NumbersBox {
  const arms = data.groups.map((group, index) => ({
    label: group.label,
    counts: `${count(group.events)}/${count(group.n)}`,
    median: medianWithInterval(group, data.unit),
    y: y + 14 + (index + 1) * rowHeight,
  }));
  const head = {
    counts: `${data.eventWord} / n`,
    median: `Median (${data.level} CI)`,
  };
  const widest = (texts: readonly string[]) =>
    Math.max(0, ...texts.map((text) => measure(text, textSize)));
  const labels = widest(arms.map((arm) => arm.label));
  const counts = widest([head.counts, ...arms.map((arm) => arm.counts)]);
  const medians = widest([head.median, ...arms.map((arm) => arm.median)]);
  const comparison = Math.max(
    0,
    ...data.comparison.map(
      (row) => measure(row.label, textSize) + measure(row.value, textSize, true) + 24,
    ),
  );
  const width = Math.max(swatch + labels + 14 + counts + 22 + medians, comparison);
  const x = side === 'right' ? plot.x + plot.width - width : plot.x + 14;
  const ruleY = y + 14 + data.groups.length * rowHeight + 9;
  return {
    x,
    y,
    width,
    height: boxHeight(data),
    countsRight: x + width - medians - 22,
    head,
    arms,
    ruleY,
    rows: data.comparison.map((row, index) => ({ ...row, y: ruleY + 17 + index * rowHeight })),
  };
}

function medianWithInterval(group: SurvivalGroup, unit: TimeUnit): string {
  const { value } = group.median;
  const median = value === null ? 'NR' : time(value, unit);
  return withInterval(median, group.median, (x) => time(x, unit));
}

export function moved(box: NumbersBox, down: number): NumbersBox {
  return {
    ...box,
    y: box.y + down,
    ruleY: box.ruleY + down,
    arms: box.arms.map((arm) => ({ ...arm, y: arm.y + down })),
    rows: box.rows.map((row) => ({ ...row, y: row.y + down })),
  };
}
