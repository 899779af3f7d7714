// Where everything of a Kaplan-Meier figure stands, for one width. Redrawn at each width, never
// scaled: text keeps its size on a phone.
import { scaleLinear } from 'd3-scale';

import { textSize, labelSize } from './looks.ts';
import {
  drawnOf,
  narrowBelow,
  swatch,
  ticksOf,
  type SurvivalFigureData,
} from './kaplan-meier-data.ts';
import { keyRows, namesFor, type KeyRow } from './kaplan-meier-names.ts';
import { placeLabels, type Box } from './labels.ts';
import { medianBoxes, medianMarks, type MedianMark } from './medians.ts';
import { boxAt, boxHeight, moved, numbersBox, type NumbersBox } from './numbers-box.ts';
import { fitted, type Measure } from './measure.ts';
import { riskBlocks, riskRows, tickStep, widestAtTick, type RiskBlock } from './risk-table.ts';
import type { Scales } from './steps.ts';

export interface SurvivalLayout {
  width: number;
  height: number;
  narrow: boolean;
  plot: Box;
  scales: Scales;
  /** The end of the time axis. */
  end: number;
  xTitle: string;
  ticks: { time: number; x: number }[];
  /** The key above the plot, where names do not fit beside their curves. */
  key: KeyRow[] | null;
  /** The names beside their curves. */
  labels: { text: string; box: Box }[] | null;
  medians: MedianMark[];
  box: NumbersBox | null;
  risk: RiskBlock[];
}

export function layoutSurvival(
  data: SurvivalFigureData,
  width: number,
  measure: Measure,
): SurvivalLayout {
  const named = data.groups.some((group) => group.label !== '');
  if (width < narrowBelow) return frame(data, width, measure, { keyed: named, boxAbove: false });

  let layout = frame(data, width, measure, { keyed: false, boxAbove: false });
  const counts = data.predictedAt === undefined;
  let box = counts ? numbersBox(data, layout, measure) : null;
  if (counts && box === null) {
    layout = frame(data, width, measure, { keyed: false, boxAbove: true });
    box = boxAt(data, layout.plot, layout.plot.y - boxHeight(data) - 22, 'right', measure);
  }
  if (!named) return { ...layout, box };

  const names = namesFor(data, width * 0.4, labelSize, measure);
  const places = placeLabels(
    data.groups.map((group, arm) => ({
      curve: group.steps,
      width: measure(names[arm] ?? '', labelSize, true) + 4,
    })),
    {
      scales: layout.scales,
      plot: layout.plot,
      taken: [...(box === null ? [] : [box]), ...medianBoxes(layout.medians, layout.plot, measure)],
    },
  );
  if (places !== null) {
    const labels = places.map((place, arm) => ({ text: names[arm] ?? '', box: place }));
    return { ...layout, labels, box };
  }
  const boxAbove = box !== null && box.y < layout.plot.y;
  const keyed = frame(data, width, measure, { keyed: true, boxAbove });
  return { ...keyed, box: box === null ? null : moved(box, keyed.plot.y - layout.plot.y) };
}

interface FrameParts {
  keyed: boolean;
  /** Room is left for the numbers box above the plot. */
  boxAbove: boolean;
}

function frame(
  data: SurvivalFigureData,
  width: number,
  measure: Measure,
  { keyed, boxAbove }: FrameParts,
): SurvivalLayout {
  const narrow = width < narrowBelow;
  const key = keyed ? keyRows(data, width, narrow, measure) : null;
  const keyHeight = key === null ? 0 : (key.at(-1)?.y ?? 0) + 10;
  const rows = riskRows(data, narrow);
  const widest = widestAtTick(data, rows, measure);
  const rowHeads = narrow ? 0 : Math.max(0, ...rows.map((row) => headWidth(row, measure)));
  const beside = narrow || rows.length === 0 ? 34 : width < 800 ? 96 : 140;
  const left = Math.max(beside, rowHeads + 12 + widest / 2);
  const right = Math.max(narrow ? 10 : 8, widest / 2);
  const plot: Box = {
    x: left,
    y: keyHeight + (boxAbove ? boxHeight(data) + 12 : 0) + 32,
    width: Math.max(width - left - right, 80),
    height: narrow ? 230 : 330,
  };
  const { scales, end, ticks } = axes(data, plot);
  const step = tickStep(
    ticks.map(({ x }) => x),
    widest,
  );
  const shown = (index: number) => index % step === 0;
  const names = namesFor(data, width - swatch, textSize, measure);
  const top = plot.y + plot.height + (narrow ? 84 : 64);
  const risk = riskBlocks(data, rows, names, { top, shown });
  const lastRow = risk.at(-1)?.rows.at(-1)?.y ?? plot.y + plot.height + 48;
  return {
    width,
    height: Math.ceil(lastRow + 10),
    narrow,
    plot,
    scales,
    end,
    xTitle: fitted(data.xTitle, width - left, (title) => measure(title, textSize)),
    ticks: ticks.filter((_, index) => shown(index)),
    key,
    labels: null,
    medians: drawnOf(data).medians ? medianMarks(data, scales, plot, measure) : [],
    box: null,
    risk,
  };
}

function headWidth({ label, strong }: { label: string; strong: boolean }, measure: Measure) {
  return measure(label, textSize, strong);
}

function axes(data: SurvivalFigureData, plot: Box) {
  const ticks = ticksOf(data);
  const longest = Math.max(0, ...data.groups.map((group) => group.steps.time.at(-1) ?? 0));
  const end = Math.max(longest * 1.02, ticks.at(-1) ?? 0) || 1;
  const x = scaleLinear([0, end], [plot.x, plot.x + plot.width]);
  const y = scaleLinear([0, 1], [plot.y + plot.height, plot.y]);
  const scales: Scales = { x: (at) => x(at), y: (share) => y(share) };
  return { scales, end, ticks: ticks.map((at) => ({ time: at, x: x(at) })) };
}
