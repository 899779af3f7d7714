// What is written in a Kaplan-Meier figure: names of curves, the numbers box, the at-risk table.
import { p, type RichText } from '../base/rich-text.ts';
import { text } from '../text/text.ts';
import { drawnOf, swatch, type SurvivalFigureData } from './kaplan-meier-data.ts';
import type { SurvivalLayout } from './kaplan-meier-layout.ts';
import { swatchMark } from './line-types.ts';
import { at, pathMark, textMark, type Mark } from './scene.ts';

export function nameMarks({ key, labels }: SurvivalLayout): Mark[] {
  return [
    ...(key ?? []).flatMap(({ label, x, y }, arm) => [
      swatchMark(arm, x, y),
      textMark(x + swatch, y, label),
    ]),
    ...(labels ?? []).map(({ text: name, box }, arm) =>
      textMark(box.x + 2, box.y + 13.5, name, { look: 'name', arm }),
    ),
  ];
}

export function numbersMarks({ box }: SurvivalLayout): Mark[] {
  if (box === null) return [];
  const right = box.x + box.width;
  const headY = box.y + 14;
  const end = { anchor: 'end' } as const;
  return [
    textMark(box.countsRight, headY, box.head.counts, { look: 'text3', ...end }),
    textMark(right, headY, box.head.median, { look: 'text3', ...end }),
    ...box.arms.flatMap(({ label, counts, median, y }, arm) => [
      swatchMark(arm, box.x, y),
      textMark(box.x + swatch, y, label),
      textMark(box.countsRight, y, counts, end),
      textMark(right, y, median, end),
    ]),
    ...(box.rows.length > 0
      ? [pathMark('hairline', `M${at(box.x)},${at(box.ruleY)}H${at(right)}`)]
      : []),
    ...box.rows.flatMap(({ label, value, key, y }) => [
      textMark(box.x, y, label),
      textMark(right, y, withTerm(value), { look: key === true ? 'strong' : 'text', ...end }),
    ]),
  ];
}

/** The letter p at the beginning stands in italics. */
function withTerm(value: string): RichText {
  return value.startsWith('p') ? [p, value.slice(1)] : [value];
}

export function riskMarks(data: SurvivalFigureData, layout: SurvivalLayout): Mark[] {
  const { risk, narrow, ticks } = layout;
  const words = text.figures.atRisk;
  const [first] = risk;
  const head = drawnOf(data).atRisk === 'atRiskCensored' ? words.headWithCensored : words.head;
  return [
    ...(narrow && first !== undefined ? [textMark(0, first.y - 20, head, { look: 'text2' })] : []),
    ...risk.flatMap(({ label, y, rows }, arm) => [
      ...(label === ''
        ? []
        : [swatchMark(arm, 0, y), textMark(32, y, label, { look: 'value', arm })]),
      ...rows.flatMap((row) => {
        const look = row.strong ? 'strong' : 'text2';
        return [
          ...(narrow ? [] : [textMark(0, row.y, row.label, { look })]),
          ...row.numbers.map((number, index) =>
            textMark(ticks[index]?.x ?? 0, row.y, number, { look, anchor: 'middle' }),
          ),
        ];
      }),
    ]),
  ];
}
