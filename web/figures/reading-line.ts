// A reading of the curves as marks: a line, hollow dots, and one line of text above the plot. On a
// phone each arm's reading stands in its row of the key.
import type { SurvivalFigureData } from './kaplan-meier-data.ts';
import type { SurvivalLayout } from './kaplan-meier-layout.ts';
import { swatchMark } from './line-types.ts';
import { textSize } from './looks.ts';
import type { Measure } from './measure.ts';
import { rectangle, pathMark, at, textMark, type Mark } from './scene.ts';
import type { ArmReading, CurveReading } from './reading.ts';

const beforeText = 34;
const betweenReadings = 28;
const betweenCrowded = 12;

export function readingMarks(
  data: SurvivalFigureData,
  layout: SurvivalLayout,
  reading: CurveReading,
  measure: Measure,
): Mark[] {
  const { scales, plot } = layout;
  const x = scales.x(reading.time);
  return [
    pathMark('reader', `M${at(x)},${at(plot.y)}v${at(plot.height)}`),
    ...reading.arms.flatMap<Mark>(({ survival }, arm) =>
      survival === null
        ? []
        : [{ kind: 'dot', look: 'readerDot', x, y: scales.y(survival), r: 4, arm }],
    ),
    ...(layout.narrow
      ? inKey(layout, reading, measure)
      : aboveThePlot(data, layout, reading, measure)),
  ];
}

function inKey(layout: SurvivalLayout, { when, arms }: CurveReading, measure: Measure): Mark[] {
  const { width, plot, key } = layout;
  const [only] = arms;
  const head = key === null && only !== undefined ? `${when}: ${only.long}` : when;
  return [
    ...onPaper(width, plot.y - 20, head, 'strong', measure),
    ...(key ?? []).flatMap((row, arm) =>
      onPaper(width, row.y, arms[arm]?.short ?? '', 'text', measure),
    ),
  ];
}

/** A text that ends at `right`, on paper of its own: it may lie on the end of a long name. */
function onPaper(
  right: number,
  y: number,
  words: string,
  look: 'text' | 'strong',
  measure: Measure,
): Mark[] {
  const width = measure(words, textSize, look === 'strong') + 6;
  return [
    rectangle('paper', { x: right - width, y: y - 12, width, height: 16 }),
    textMark(right, y, words, { look, anchor: 'end' }),
  ];
}

type Form = (arm: ArmReading) => string;

function aboveThePlot(
  { groups }: SurvivalFigureData,
  { width, plot }: SurvivalLayout,
  { when, arms }: CurveReading,
  measure: Measure,
): Mark[] {
  const y = plot.y - 20;
  const named = groups.length > 1;
  const whenWidth = measure(when, textSize, true);
  const widthOf = (form: Form, before: number) =>
    arms.reduce(
      (sum, arm) => sum + before + betweenReadings + measure(form(arm), textSize, !before),
      whenWidth,
    );
  const forms: Form[] = [(arm) => arm.long, (arm) => arm.short, (arm) => arm.share];
  const fitting = forms.find((own) => widthOf(own, beforeText) <= width);
  // Without room for a piece of each line its colour alone says whose share it is.
  const crowded = fitting === undefined;
  const form = fitting ?? ((arm: ArmReading) => arm.share);
  const before = crowded || !named ? 0 : beforeText;
  const between = crowded ? betweenCrowded : betweenReadings;
  const widths = arms.map((arm) => measure(form(arm), textSize, crowded));
  const all = widths.reduce((sum, own) => sum + before + between + own, whenWidth);
  let x = Math.max(0, width - all);
  const marks: Mark[] = [
    rectangle('paper', { x: x - 6, y: y - 12, width: all + 6, height: 16 }),
    textMark(x, y, when, { look: 'strong' }),
  ];
  x += whenWidth;
  arms.forEach((arm, index) => {
    x += between;
    if (before > 0) marks.push(swatchMark(index, x, y));
    x += before;
    marks.push(textMark(x, y, form(arm), { look: crowded ? 'value' : 'text', arm: index }));
    x += widths[index] ?? 0;
  });
  return marks;
}
