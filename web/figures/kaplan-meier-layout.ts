// Where everything of a Kaplan-Meier figure stands, for one width. Redrawn at each width, never
// scaled: text keeps its size on a phone.
import { scaleLinear } from 'd3-scale';

import { count } from '../format/numbers.ts';
import { rowHeight, swatch, textSize, type SurvivalFigureData } from './kaplan-meier-data.ts';
import { placeLabels, type Box } from './labels.ts';
import { medianBoxes, medianMarks, type MedianMark } from './medians.ts';
import { boxAt, boxHeight, moved, numbersBox, type NumbersBox } from './numbers-box.ts';
import { fitted, type Measure } from './measure.ts';
import type { Scales } from './steps.ts';

/** With more arms their bands, one over the other, would hide the curves. */
export const mostBands = 4;

export const labelSize = 13.5;
const narrowBelow = 560;

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

/** Arms with names that a figure of this width has room for; tables and sentences have the whole. */
export function withShortNames(
  data: SurvivalFigureData,
  width: number,
  measure: Measure,
): SurvivalFigureData {
  const room = width < narrowBelow ? width - swatch - 8 : width * 0.4;
  const bold = (text: string) => measure(text, labelSize, true);
  return {
    ...data,
    groups: data.groups.map((group) => ({ ...group, label: fitted(group.label, room, bold) })),
  };
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
    box = boxAt(data, layout.plot, layout.plot.y - boxHeight(data) - 22, 'right', measure);
  }
  if (!named) return { ...layout, box };

  const labels = placeLabels(
    data.groups.map((group) => ({
      curve: group.steps,
      width: measure(group.label, labelSize, true) + 4,
    })),
    {
      scales: layout.scales,
      plot: layout.plot,
      taken: [box, ...medianBoxes(layout.medians, layout.plot, measure)],
    },
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
