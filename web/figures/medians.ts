// Where the dotted medians stand and their values fit.
import { time } from '../format/numbers.ts';
import type { SurvivalFigureData } from './kaplan-meier-data.ts';
import { clearance, type Box } from './labels.ts';
import { textSize } from './looks.ts';
import type { Measure } from './measure.ts';
import type { Scales } from './steps.ts';

export interface MedianMark {
  group: number;
  x: number;
  y: number;
  /** null where it would run into another median's; its value stands in the table. */
  label: { x: number; y: number; text: string; anchor: 'start' | 'end' } | null;
}

export function medianMarks(
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
export function medianBoxes(medians: readonly MedianMark[], plot: Box, measure: Measure): Box[] {
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
