// Where everything of a Kaplan-Meier figure stands, for one width. Redrawn at each width, never
// scaled: text keeps its size on a phone.
import { scaleLinear } from 'd3-scale';

import type { KaplanMeierGroup, TimeUnit } from '../../build/wasm/riskset.js';
import { count, time } from '../format/numbers.ts';
import { clearance, placeLabels, type Box } from './labels.ts';
import { boxAt, boxHeight, moved, numbersBox, type NumbersBox } from './numbers-box.ts';
import type { Measure } from './measure.ts';
import type { Scales } from './steps.ts';

export type SurvivalGroup = Pick<
  KaplanMeierGroup,
  'label' | 'n' | 'events' | 'median' | 'atTimes' | 'steps'
>;

export interface BoxRow {
  label: string;
  value: string;
  /** The figure's one key number stands in 600. */
  key?: boolean;
}

export interface SurvivalFigureData {
  /** In the order they are drawn and listed; the first has the first colour. */
  groups: readonly SurvivalGroup[];
  unit: TimeUnit;
  /** "95%" */
  level: string;
  yTitle: string;
  xTitle: string;
  /** What the event is called in a count: "Died". */
  eventWord: string;
  /** Hazard ratio and log-rank test, for the numbers box. */
  comparison: readonly BoxRow[];
}

/** With more arms their bands, one over the other, would hide the curves. */
export const mostBands = 4;

export const textSize = 12.5;
export const labelSize = 13.5;
export const rowHeight = 20;
const narrowBelow = 560;
export const swatch = 36;

export interface RiskRow {
  label: string;
  y: number;
  strong: boolean;
  numbers: string[];
}

export interface RiskBlock {
  label: string;
  y: number;
  rows: RiskRow[];
}

export interface MedianMark {
  group: number;
  x: number;
  y: number;
  /** null where it would run into another median's; its value stands in the table. */
  label: { x: number; y: number; text: string; anchor: 'start' | 'end' } | null;
}

export interface SurvivalLayout {
  width: number;
  height: number;
  narrow: boolean;
  plot: Box;
  scales: Scales;
  /** The end of the time axis. */
  end: number;
  ticks: { time: number; x: number }[];
  /** The key above the plot, where names do not fit beside their curves. */
  key: { label: string; x: number; y: number }[] | null;
  labels: Box[] | null;
  medians: MedianMark[];
  box: NumbersBox | null;
  risk: RiskBlock[];
}

export function layoutSurvival(
  data: SurvivalFigureData,
  width: number,
  measure: Measure,
): SurvivalLayout {
  const narrow = width < narrowBelow;
  const named = data.groups.some((group) => group.label !== '');
  const left = narrow ? 34 : width < 800 ? 96 : 140;
  const right = narrow ? 10 : 8;
  const plotHeight = narrow ? 230 : 330;

  const draw = (keyed: boolean, boxAbove: boolean): SurvivalLayout => {
    const key = keyed && named ? keyRows(data, width, narrow, measure) : null;
    const keyHeight = key === null ? 0 : (key.at(-1)?.y ?? 0) + 10;
    const boxSpace = boxAbove ? boxHeight(data) + 12 : 0;
    const plot: Box = {
      x: left,
      y: keyHeight + boxSpace + 32,
      width: Math.max(width - left - right, 80),
      height: plotHeight,
    };
    const { scales, end, ticks } = axes(data, plot);
    const medians = medianMarks(data, scales, plot, measure);
    const risk = riskTable(data, plot, narrow);
    const lastRow = risk.at(-1)?.rows.at(-1)?.y ?? plot.y + plot.height + 48;
    return {
      width,
      height: Math.ceil(lastRow + 10),
      narrow,
      plot,
      scales,
      end,
      ticks,
      key,
      labels: null,
      medians,
      box: null,
      risk,
    };
  };

  if (narrow) return draw(true, false);

  let layout = draw(false, false);
  let box = numbersBox(data, layout, measure);
  if (box === null) {
    layout = draw(false, true);
    box = boxAt(data, layout, layout.plot.y - boxHeight(data) - 22, 'right', measure);
  }
  if (!named) return { ...layout, box };

  const labels = placeLabels(
    data.groups.map((group) => ({
      curve: group.steps,
      width: measure(group.label, labelSize, true) + 4,
    })),
    { scales: layout.scales, plot: layout.plot, taken: [box, ...medianBoxes(layout, measure)] },
  );
  if (labels !== null) return { ...layout, labels, box };

  const above = box.y < layout.plot.y;
  const keyed = draw(true, above);
  const shift = keyed.plot.y - layout.plot.y;
  return { ...keyed, box: moved(box, shift) };
}

function axes(data: SurvivalFigureData, plot: Box) {
  const ticks = (data.groups[0]?.atTimes ?? []).map((at) => at.time);
  const longest = Math.max(0, ...data.groups.map((group) => group.steps.time.at(-1) ?? 0));
  const end = Math.max(longest * 1.02, ticks.at(-1) ?? 0) || 1;
  const x = scaleLinear([0, end], [plot.x, plot.x + plot.width]);
  const y = scaleLinear([0, 1], [plot.y + plot.height, plot.y]);
  const scales: Scales = { x: (at) => x(at), y: (share) => y(share) };
  return { scales, end, ticks: ticks.map((at) => ({ time: at, x: x(at) })) };
}

function keyRows(data: SurvivalFigureData, width: number, narrow: boolean, measure: Measure) {
  let x = 0;
  let y = 10;
  return data.groups.map(({ label }) => {
    const needed = swatch + measure(label, textSize) + 24;
    if (x > 0 && (narrow || x + needed > width)) {
      x = 0;
      y += rowHeight;
    }
    const row = { label, x, y };
    x += needed;
    return row;
  });
}

function riskTable(data: SurvivalFigureData, plot: Box, narrow: boolean): RiskBlock[] {
  // Three rows per arm as long as the table stays shorter than its figure.
  const extended = !narrow && data.groups.length <= mostBands;
  let y = plot.y + plot.height + (narrow ? 84 : 64);
  return data.groups.map((group) => {
    const start = y;
    const rows: RiskRow[] = [];
    const add = (label: string, numbers: number[], strong: boolean) => {
      y += rows.length === 0 ? (group.label === '' ? 0 : rowHeight) : rowHeight - 1;
      rows.push({ label, y, strong, numbers: numbers.map(count) });
    };
    add(
      'At risk',
      group.atTimes.map((at) => at.atRisk),
      true,
    );
    if (extended) {
      add(
        'Censored',
        group.atTimes.map((at) => at.censoredBefore),
        false,
      );
      add(
        data.eventWord,
        group.atTimes.map((at) => at.eventsBefore),
        false,
      );
    }
    y += extended ? 28 : 22;
    return { label: group.label, y: start, rows };
  });
}

function medianMarks(
  data: SurvivalFigureData,
  scales: Scales,
  plot: Box,
  measure: Measure,
): MedianMark[] {
  const marks: MedianMark[] = [];
  const taken: Box[] = [];
  const bottom = plot.y + plot.height - 6;
  data.groups.forEach((group, index) => {
    const median = group.median.value;
    if (median === null) return;
    const text = time(median, data.unit);
    const width = measure(text, textSize, true);
    const x = scales.x(median);
    const place = (level: number, anchor: 'start' | 'end') => ({
      x: anchor === 'start' ? x + 4 : x - 4 - width,
      y: bottom - level * 15 - 11,
      width,
      height: 13,
    });
    const tries = Array.from({ length: data.groups.length }, (_, level) => level).flatMap(
      (level) => [
        { level, anchor: 'start' as const },
        { level, anchor: 'end' as const },
      ],
    );
    const fits = (at: (typeof tries)[number]) => {
      const box = place(at.level, at.anchor);
      return clearance(box, taken) > 2 && box.x + width <= plot.x + plot.width && box.x >= plot.x;
    };
    const found = tries.find(fits);
    taken.push({ x, y: scales.y(0.5), width: 0, height: bottom - scales.y(0.5) });
    if (found === undefined) {
      marks.push({ group: index, x, y: scales.y(0.5), label: null });
      return;
    }
    const { level, anchor } = found;
    taken.push(place(level, anchor));
    const label = { x: anchor === 'start' ? x + 4 : x - 4, y: bottom - level * 15, text, anchor };
    marks.push({ group: index, x, y: scales.y(0.5), label });
  });
  return marks;
}

/** What the medians occupy: their dotted lines and their values. */
export function medianBoxes({ medians, plot }: SurvivalLayout, measure: Measure): Box[] {
  const bottom = plot.y + plot.height;
  const across = Math.max(plot.x, ...medians.map((median) => median.x));
  const boxes = medians.flatMap(({ x, y, label }) => {
    const line = { x, y, width: 0, height: bottom - y };
    if (label === null) return [line];
    const width = measure(label.text, textSize, true);
    const start = label.anchor === 'start' ? label.x : label.x - width;
    return [line, { x: start, y: label.y - 11, width, height: 13 }];
  });
  const [first] = medians;
  if (first !== undefined) {
    boxes.push({ x: plot.x, y: first.y, width: across - plot.x, height: 0 });
  }
  return boxes;
}
