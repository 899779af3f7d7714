// Axes, their titles and a key: what the smaller figures share.
import { scaleLinear } from 'd3-scale';

import { narrowBelow, rowHeight, swatch } from './kaplan-meier-data.ts';
import type { Box } from './labels.ts';
import { textSize } from './looks.ts';
import { fitted, type Measure } from './measure.ts';
import { tickStep } from './risk-table.ts';
import { at, pathMark, textMark, type Mark } from './scene.ts';

export interface Axis {
  title: string;
  from: number;
  to: number;
  ticks: readonly { at: number; text: string }[];
}

export interface KeyEntry {
  label: string;
  /** A sample of the mark, 27 px wide, beside a text whose baseline is `y`. */
  sample: (x: number, y: number) => Mark;
}

export interface PlotFrame {
  plot: Box;
  height: number;
  x: (value: number) => number;
  y: (value: number) => number;
  /** Drawn before the data. */
  axes: Mark[];
}

const lineOfText = 18;

export function plotFrame(
  { x: across, y: up, key }: { x: Axis; y: Axis; key: readonly KeyEntry[] },
  width: number,
  measure: Measure,
): PlotFrame {
  const own = (words: string) => measure(words, textSize);
  const widestOf = (axis: Axis) =>
    axis.ticks.reduce((most, tick) => Math.max(most, own(tick.text)), 0);
  const keyed = keyMarks(key, width, own);
  const left = Math.max(34, widestOf(up) + 10);
  const plot: Box = {
    x: left,
    y: keyed.height + 32,
    width: Math.max(width - left - Math.max(10, widestOf(across) / 2), 80),
    height: width < narrowBelow ? 210 : 260,
  };
  const bottom = plot.y + plot.height;
  const x = scaleLinear([across.from, across.to], [plot.x, plot.x + plot.width]);
  const y = scaleLinear([up.from, up.to], [bottom, plot.y]);
  const step = tickStep(
    across.ticks.map((tick) => x(tick.at)),
    widestOf(across),
  );
  return {
    plot,
    height: bottom + 50,
    x: (value) => x(value),
    y: (value) => y(value),
    axes: [
      ...keyed.marks,
      textMark(0, plot.y - 16, fitted(up.title, width, own), { look: 'text2' }),
      ...standingApart(up.ticks, y).flatMap((tick) => [
        pathMark('grid', `M${at(plot.x)},${at(y(tick.at))}h${at(plot.width)}`),
        textMark(plot.x - 8, y(tick.at) + 4.4, tick.text, { look: 'text2', anchor: 'end' }),
      ]),
      pathMark('axis', `M${at(plot.x)},${at(bottom)}h${at(plot.width)}`),
      ...across.ticks
        .filter((_, index) => index % step === 0)
        .flatMap((tick) => [
          pathMark('axis', `M${at(x(tick.at))},${at(bottom)}v5`),
          textMark(x(tick.at), bottom + 20, tick.text, { anchor: 'middle' }),
        ]),
      textMark(plot.x, bottom + 40, fitted(across.title, width - plot.x, own), { look: 'text2' }),
    ],
  };
}

/** Ticks in the order of their importance, without those that would touch one before them. */
function standingApart(ticks: Axis['ticks'], y: (value: number) => number): Axis['ticks'] {
  const kept: { at: number; text: string }[] = [];
  for (const tick of ticks) {
    if (kept.every((other) => Math.abs(y(tick.at) - y(other.at)) >= lineOfText)) kept.push(tick);
  }
  return kept;
}

function keyMarks(
  key: readonly KeyEntry[],
  width: number,
  own: (words: string) => number,
): { marks: Mark[]; height: number } {
  let x = 0;
  let y = 10;
  const marks = key.flatMap(({ label, sample }) => {
    const words = fitted(label, width - swatch, own);
    const needed = swatch + own(words);
    if (x > 0 && x + needed > width) {
      x = 0;
      y += rowHeight;
    }
    const placed = [sample(x, y), textMark(x + swatch, y, words)];
    x += needed + 24;
    return placed;
  });
  return { marks, height: key.length === 0 ? 0 : y + 10 };
}
