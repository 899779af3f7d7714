// The axis of a forest in a file: the line of no difference, all patients, ticks, directions.
import { text } from '../text/text.ts';
import type { ForestColumns } from './forest-layout.ts';
import { fittingTicks, type ForestData, type ForestScale } from './forest-model.ts';
import { textSize } from './looks.ts';
import { fitted, type Measure } from './measure.ts';
import { at, pathMark, textMark, type Mark } from './scene.ts';

export function referenceLines(
  data: ForestData,
  { plot }: ForestColumns,
  scale: ForestScale,
  from: number,
  to: number,
): Mark[] {
  const overall = data.rows.find(({ kind }) => kind === 'overall')?.effect?.value;
  const line = (look: 'none' | 'overall', effect: number) =>
    pathMark(
      look,
      `M${at(plot.x + (plot.width * scale.position(effect)) / 100)},${at(from)}V${at(to)}`,
    );
  return [...(overall === undefined ? [] : [line('overall', overall)]), line('none', scale.none)];
}

interface AxisPlace {
  columns: ForestColumns;
  scale: ForestScale;
  width: number;
  y: number;
  measure: Measure;
}

export function axisMarks(
  { better }: ForestData,
  { columns, scale, width, y, measure }: AxisPlace,
): Mark[] {
  const { plot } = columns;
  const across = (effect: number) => plot.x + (plot.width * scale.position(effect)) / 100;
  const none = across(scale.none);
  const own = (words: string) => measure(words, textSize);
  const words = text.figures.forest;
  return [
    pathMark('none', `M${at(plot.x)},${at(y)}h${at(plot.width)}`),
    ...fittingTicks(scale, plot.width, own).flatMap((tick) => [
      pathMark('none', `M${at(across(tick))},${at(y)}v5`),
      textMark(across(tick), y + 18, scale.tickText(tick), { anchor: 'middle' }),
    ]),
    textMark(none - 8, y + 36, fitted(words.left(better.left), none - 8, own), {
      look: 'text2',
      anchor: 'end',
    }),
    textMark(none + 8, y + 36, fitted(words.right(better.right), width - none - 8, own), {
      look: 'text2',
    }),
  ];
}
