// The influence of single patients on a coefficient: a stem for each, by row, the farthest named.
import { scaleLinear } from 'd3-scale';

import { count, tick } from '../format/numbers.ts';
import { text } from '../text/text.ts';
import { clearance, type Box } from './labels.ts';
import { dot, level, rangeWith } from './lines.ts';
import { textSize } from './looks.ts';
import type { Measure } from './measure.ts';
import { plotFrame, type PlotFrame } from './plot-frame.ts';
import { at, pathMark, textBox, textMark, type Draw, type Mark, type TextMark } from './scene.ts';

interface Stem {
  row: number;
  scaled: number;
}

export interface InfluenceData {
  /** In the order of the rows. */
  patients: readonly Stem[];
  /** Those that are named, as long as their names stand clear. */
  named: readonly Stem[];
}

/** More stems than this are one dark area: the smallest are left out. */
export const mostStems = 1000;

const words = text.modelChecks.influence;

export function drawInfluence({ patients, named }: InfluenceData): Draw {
  const heights = patients.map(({ scaled }) => scaled);
  const range = rangeWith(heights, -0.1, 0.1);
  // The names of the farthest stand beyond them.
  const room = 0.06 * (range.to - range.from);
  const from = range.from - room;
  const to = range.to + room;
  const rows = patients.map(({ row }) => row);
  const first = rows[0] ?? 1;
  const last = Math.max(rows.at(-1) ?? 1, first + 1);
  return (width, measure) => {
    const frame = plotFrame(
      {
        x: {
          title: words.xTitle,
          from: first - 0.01 * (last - first),
          to: last + 0.01 * (last - first),
          ticks: scaleLinear([first, last], [0, 1])
            .ticks(8)
            .filter(Number.isInteger)
            .map((row) => ({ at: row, text: count(row) })),
        },
        y: {
          title: words.yTitle,
          from,
          to,
          ticks: scaleLinear([from, to], [0, 1])
            .ticks(6)
            .map((value) => ({ at: value, text: tick(value) })),
        },
        key: [],
      },
      width,
      measure,
    );
    const stems = patients.map(
      ({ row, scaled }) => `M${at(frame.x(row))},${at(frame.y(0))}V${at(frame.y(scaled))}`,
    );
    const marks: Mark[] = [
      ...frame.axes,
      level('none', 0, frame),
      pathMark('event', stems.join('')),
      ...patients.map(({ row, scaled }) => dot(frame.x(row), frame.y(scaled))),
      ...names({ patients, named }, frame, measure),
    ];
    return { width, height: frame.height, marks };
  };
}

/** Beyond the end of each stem, inside the plot; one that would touch another or a stem is left out. */
function names({ patients, named }: InfluenceData, frame: PlotFrame, measure: Measure): TextMark[] {
  const { plot } = frame;
  const zero = frame.y(0);
  const taken: Box[] = patients.map(({ row, scaled }) => {
    const end = frame.y(scaled);
    return { x: frame.x(row), y: Math.min(end, zero), width: 0, height: Math.abs(end - zero) };
  });
  const marks: TextMark[] = [];
  for (const { row, scaled } of named) {
    const label = words.row(count(row));
    const half = measure(label, textSize) / 2;
    const x = Math.min(Math.max(frame.x(row), plot.x + half), plot.x + plot.width - half);
    const y = frame.y(scaled) + (scaled > 0 ? -7 : 16);
    const mark = textMark(x, y, label, { anchor: 'middle' });
    const box = textBox(mark, measure);
    if (clearance(box, taken) <= 2) continue;
    taken.push(box);
    marks.push(mark);
  }
  return marks;
}
