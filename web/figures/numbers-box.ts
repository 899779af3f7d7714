// The numbers of a survival figure on free paper inside its plot.
import type { TimeUnit } from '../../build/wasm/riskset.js';
import { notReachedShort, ofTotal, time, withInterval } from '../format/numbers.ts';
import { text } from '../text/text.ts';
import {
  rowHeight,
  swatch,
  type BoxRow,
  type SurvivalFigureData,
  type SurvivalGroup,
} from './kaplan-meier-data.ts';
import { namesFor } from './kaplan-meier-names.ts';
import { clearance, type Box } from './labels.ts';
import { textSize } from './looks.ts';
import { fitted, type Measure } from './measure.ts';
import { medianBoxes, type MedianMark } from './medians.ts';
import type { Scales } from './steps.ts';

export interface NumbersBox extends Box {
  countsRight: number;
  head: { counts: string; median: string };
  arms: { label: string; counts: string; median: string; y: number }[];
  ruleY: number;
  rows: (BoxRow & { y: number })[];
}

const gapBeforeCounts = 14;
const gapBeforeMedians = 22;

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
    [upper, lower].find(
      (box) => clearance(paperOf(box), lines) > 3 && clearance(paperOf(box), marks) > 3,
    ) ?? null
  );
}

/** The box with its margins; the grid stops here. */
export function paperOf({ x, y, width, height }: NumbersBox): Box {
  return { x: x - 14, y: y - 4, width: width + 15, height: height + 4 };
}

export function boxAt(
  data: SurvivalFigureData,
  plot: Box,
  y: number,
  side: 'left' | 'right',
  measure: Measure,
): NumbersBox {
  const head = {
    counts: text.figures.numbersBox.counts(data.eventWord),
    median: text.figures.numbersBox.median(data.level),
  };
  const widest = (texts: readonly string[]) =>
    texts.reduce((most, own) => Math.max(most, measure(own, textSize)), 0);
  const countTexts = data.groups.map(({ events, n }) => ofTotal(events, n));
  const medianTexts = data.groups.map((group) => medianWithInterval(group, data.unit));
  const counts = widest([head.counts, ...countTexts]);
  const medians = widest([head.median, ...medianTexts]);
  const beside = swatch + gapBeforeCounts + counts + gapBeforeMedians + medians;
  const widestBox = plot.width - 14;
  const room = Math.min(0.4 * plot.width, widestBox - beside);
  const names = namesFor(data, room, textSize, measure);
  const comparison = data.comparison.map((row) => {
    const taken = measure(row.value, textSize, true) + 24;
    return { ...row, label: fitted(row.label, widestBox - taken, (own) => measure(own, textSize)) };
  });
  const comparisonWidths = comparison.map(
    (row) => measure(row.label, textSize) + measure(row.value, textSize, true) + 24,
  );
  const width = Math.max(beside + widest(names), ...comparisonWidths);
  const x = side === 'right' ? plot.x + plot.width - width : plot.x + 14;
  const ruleY = y + 14 + data.groups.length * rowHeight + 9;
  return {
    x,
    y,
    width,
    height: boxHeight(data),
    countsRight: x + width - medians - gapBeforeMedians,
    head,
    arms: data.groups.map((_, index) => ({
      label: names[index] ?? '',
      counts: countTexts[index] ?? '',
      median: medianTexts[index] ?? '',
      y: y + 14 + (index + 1) * rowHeight,
    })),
    ruleY,
    rows: comparison.map((row, index) => ({ ...row, y: ruleY + 17 + index * rowHeight })),
  };
}

function medianWithInterval(group: SurvivalGroup, unit: TimeUnit): string {
  const { value } = group.median;
  const median = value === null ? notReachedShort : time(value, unit);
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
