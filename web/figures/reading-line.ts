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

function aboveThePlot(
  { groups }: SurvivalFigureData,
  { width, plot }: SurvivalLayout,
  { when, arms }: CurveReading,
  measure: Measure,
): Mark[] {
  const y = plot.y - 20;
  const before = groups.length > 1 ? beforeText : 0;
  const widthOf = (form: (arm: ArmReading) => string) =>
    arms.reduce(
      (sum, arm) => sum + before + betweenReadings + measure(form(arm), textSize),
      measure(when, textSize, true),
    );
  const forms = [
    (arm: ArmReading) => arm.long,
    (arm: ArmReading) => arm.short,
    (arm: ArmReading) => arm.share,
  ];
  const form = forms.find((own) => widthOf(own) <= width) ?? ((arm: ArmReading) => arm.share);
  const all = widthOf(form);
  let x = Math.max(0, width - all);
  const marks: Mark[] = [
    rectangle('paper', { x: x - 6, y: y - 12, width: all + 6, height: 16 }),
    textMark(x, y, when, { look: 'strong' }),
  ];
  x += measure(when, textSize, true);
  arms.forEach((arm, index) => {
    x += betweenReadings;
    if (before > 0) marks.push(swatchMark(index, x, y));
    x += before;
    marks.push(textMark(x, y, form(arm)));
    x += measure(form(arm), textSize);
  });
  return marks;
}
