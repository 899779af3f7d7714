// A Kaplan-Meier figure as marks: axes, bands, medians, curves, then everything written.
import { percentNumber, tick } from '../format/numbers.ts';
import { drawnOf, type SurvivalFigureData } from './kaplan-meier-data.ts';
import { layoutSurvival, type SurvivalLayout } from './kaplan-meier-layout.ts';
import { nameMarks, numbersMarks, riskMarks } from './kaplan-meier-words.ts';
import { dashOf } from './line-types.ts';
import { paperOf } from './numbers-box.ts';
import { at, pathMark, rectangle, textMark, type Draw, type Mark } from './scene.ts';
import { areaPath, bandPath, censorTicks, curvePaths } from './steps.ts';

export function drawSurvival(data: SurvivalFigureData): Draw {
  return (width, measure) => {
    const layout = layoutSurvival(data, width, measure);
    return { width, height: layout.height, marks: survivalMarks(data, layout) };
  };
}

export function survivalMarks(data: SurvivalFigureData, layout: SurvivalLayout): Mark[] {
  const { bands, meanArea, censorTicks: censored } = drawnOf(data);
  return [
    ...axisMarks(data, layout),
    ...(bands ? bandMarks(data, layout) : []),
    ...(meanArea ? areaMarks(data, layout) : []),
    ...medianLines(layout),
    ...curveMarks(data, layout),
    ...(censored ? censorMarks(data, layout) : []),
    ...medianValues(layout),
    ...nameMarks(layout),
    ...numbersMarks(layout),
    ...riskMarks(data, layout),
  ];
}

const shares = [0, 0.25, 0.5, 0.75, 1];

function axisMarks(data: SurvivalFigureData, layout: SurvivalLayout): Mark[] {
  const { plot, scales, ticks, box } = layout;
  const bottom = plot.y + plot.height;
  const yTitleX = layout.narrow ? 0 : plot.x - 22;
  return [
    textMark(yTitleX, plot.y - 20, data.yTitle, { look: 'text2' }),
    ...shares
      .filter((share) => share > 0)
      .map((share) => pathMark('grid', `M${at(plot.x)},${at(scales.y(share))}h${at(plot.width)}`)),
    ...(box === null ? [] : [rectangle('paper', paperOf(box))]),
    ...shares.map((share) =>
      textMark(plot.x - 8, scales.y(share) + 4.4, percentNumber(share).replace(/\.0$/, ''), {
        look: 'text2',
        anchor: 'end',
      }),
    ),
    pathMark('axis', `M${at(plot.x)},${at(bottom)}h${at(plot.width)}`),
    ...ticks.flatMap(({ time, x }) => [
      pathMark('axis', `M${at(x)},${at(bottom)}v5`),
      textMark(x, bottom + 20, tick(time), { anchor: 'middle' }),
    ]),
    textMark(plot.x, bottom + 40, layout.xTitle, { look: 'text2' }),
  ];
}

function bandMarks({ groups }: SurvivalFigureData, { scales }: SurvivalLayout): Mark[] {
  return groups.flatMap(({ steps }, arm) => drawnPath('band', bandPath(steps, scales), arm));
}

/** The area of each mean, and a line where all of them end. */
function areaMarks(
  { groups, meansWithin = [] }: SurvivalFigureData,
  { scales, plot }: SurvivalLayout,
): Mark[] {
  const ends = new Set(meansWithin.filter((end) => end !== null));
  return [
    ...groups.flatMap(({ steps }, arm) => {
      const end = meansWithin[arm] ?? null;
      return end === null ? [] : [pathMark('band', areaPath(steps, scales, end), arm)];
    }),
    ...[...ends].map((end) =>
      pathMark('medianLevel', `M${at(scales.x(end))},${at(plot.y)}V${at(plot.y + plot.height)}`),
    ),
  ];
}

function curveMarks({ groups }: SurvivalFigureData, { scales }: SurvivalLayout): Mark[] {
  return groups.flatMap(({ steps }, arm) => {
    const { main, thin } = curvePaths(steps, scales);
    return [
      ...drawnPath('curve', main, arm, dashOf(arm)),
      ...drawnPath('thinCurve', thin, arm, dashOf(arm)),
    ];
  });
}

function censorMarks({ groups }: SurvivalFigureData, { scales }: SurvivalLayout): Mark[] {
  return groups.flatMap(({ steps }, arm) => {
    const ticks = censorTicks(steps, scales).map(({ x, y }) => `M${at(x)},${at(y - 5)}v10`);
    return drawnPath('censored', ticks.join(''), arm);
  });
}

function drawnPath(
  look: 'band' | 'curve' | 'thinCurve' | 'censored',
  d: string,
  arm: number,
  dash?: string,
) {
  return d === '' ? [] : [pathMark(look, d, arm, dash)];
}

function medianLines({ plot, medians }: SurvivalLayout): Mark[] {
  const [first] = medians;
  if (first === undefined) return [];
  const furthest = medians.reduce((most, { x }) => Math.max(most, x), plot.x);
  return [
    pathMark('medianLevel', `M${at(plot.x)},${at(first.y)}H${at(furthest)}`),
    ...medians.map(({ group, x, y }) =>
      pathMark('median', `M${at(x)},${at(y)}V${at(plot.y + plot.height)}`, group),
    ),
  ];
}

function medianValues({ medians }: SurvivalLayout): Mark[] {
  return medians.flatMap(({ group, label }) =>
    label === null
      ? []
      : [
          textMark(label.x, label.y, label.text, {
            look: 'value',
            anchor: label.anchor,
            arm: group,
          }),
        ],
  );
}
