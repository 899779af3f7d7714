// A forest plot as marks, for a file: the rows of the table on the page, with the same scale.
import { p, plain, type RichText } from '../base/rich-text.ts';
import { text } from '../text/text.ts';
import { axisMarks, referenceLines } from './forest-axis.ts';
import { forestColumns, type ForestColumns } from './forest-layout.ts';
import {
  forestHeads,
  forestScale,
  largestWeight,
  type ForestData,
  type ForestRow,
  type ForestScale,
} from './forest-model.ts';
import { forestMark } from './forest-marks.ts';
import { textSize } from './looks.ts';
import { fitted, inTwoLines, type Measure } from './measure.ts';
import { at, pathMark, textMark, type Draw, type Mark } from './scene.ts';

const lineHeight = 21;
const stackedMarkHeight = 18;
const lineOfHead = 16;

export function drawForest(data: ForestData): Draw {
  return (width, measure) => {
    const columns = forestColumns(data, width, measure);
    const scale = forestScale(data);
    const head = columns.stacked
      ? stackedHead(data, width)
      : tableHead(data, columns, width, measure);
    const rows: Mark[] = [];
    let y = head.bottom;
    for (const row of data.rows) {
      const height = heightOf(row, columns);
      // In one column a subgroup's words stand over the plot: the lines run beside its mark only.
      if (height > lineHeight) {
        rows.push(...referenceLines(data, columns, scale, y + lineHeight, y + height));
      }
      rows.push(...rowMarks(row, y, columns, measure), ...plotMarks(data, row, y, columns, scale));
      y += height;
    }
    const axis = axisMarks(data, { columns, scale, width, y: y + 4, measure });
    const height = y + 54;
    return {
      width,
      height,
      marks: [
        ...head.marks,
        ...(columns.stacked ? [] : referenceLines(data, columns, scale, head.bottom, y + 4)),
        ...rows,
        ...axis,
        pathMark('tableRule', `M0,${at(height - 1)}H${at(width)}`),
      ],
    };
  };
}

interface Head {
  marks: Mark[];
  bottom: number;
}

function stackedHead(data: ForestData, width: number): Head {
  return {
    marks: [
      pathMark('tableRule', `M0,1H${at(width)}`),
      textMark(width, 17, data.effectHead, { look: 'strong', anchor: 'end' }),
      pathMark('tableHeadRule', `M0,25H${at(width)}`),
    ],
    bottom: 29,
  };
}

function tableHead(
  data: ForestData,
  columns: ForestColumns,
  width: number,
  measure: Measure,
): Head {
  const bold = (own: string) => measure(own, textSize, true);
  const heads = data.groups.map(({ head }, group) => {
    const { from, to } = columns.groups[group]!;
    // Over the labels there is no head: a long one may begin there, or right after the one before.
    const free = group === 0 ? 0 : columns.groups[group - 1]!.to + 8;
    const lines = inTwoLines(head, to - free, bold);
    return { lines, from: Math.min(from, to - Math.max(...lines.map(bold))), to };
  });
  const rule = 8 + lineOfHead * Math.max(1, ...heads.map(({ lines }) => lines.length));
  const spanners = heads.flatMap(({ lines, from, to }) => [
    ...lines.map((words, line) =>
      textMark((from + to) / 2, rule - 7 - lineOfHead * (lines.length - 1 - line), words, {
        look: 'strong',
        anchor: 'middle',
      }),
    ),
    pathMark('hairline', `M${at(from)},${rule}H${at(to)}`),
  ]);
  const words = text.figures.forest;
  const base = rule + 15;
  return {
    marks: [
      pathMark('tableRule', `M0,1H${at(width)}`),
      ...spanners,
      ...forestHeads(data).map(({ head }, column) =>
        textMark(columns.cells[column] ?? 0, base, head, { look: 'text2', anchor: 'end' }),
      ),
      textMark(columns.plot.x + columns.plot.width + 18, base, data.effectHead, { look: 'strong' }),
      textMark(width, base, [`${words.interaction} `, p], { look: 'strong', anchor: 'end' }),
      pathMark('tableHeadRule', `M0,${base + 8}H${at(width)}`),
    ],
    bottom: base + 12,
  };
}

function heightOf(row: ForestRow, { stacked }: ForestColumns): number {
  return stacked && row.effect !== null ? lineHeight + stackedMarkHeight : lineHeight;
}

function rowMarks(row: ForestRow, top: number, columns: ForestColumns, measure: Measure): Mark[] {
  const y = top + 15;
  const level = row.kind === 'level';
  const look = level ? 'text' : 'strong';
  const x = level ? columns.indent : 0;
  const interaction: RichText =
    row.interaction !== '' && columns.stacked
      ? [`${text.figures.forest.interactionInRow} `, p, ` ${row.interaction}`]
      : [row.interaction];
  const beside = columns.stacked ? measure(plain(interaction), textSize) + 12 : 0;
  const reason = row.effect === null && columns.stacked ? measure(row.text, textSize) + 12 : 0;
  const room =
    columns.stacked && row.effect === null
      ? columns.interactionEnd - beside - reason
      : columns.labelRoom - x;
  return [
    textMark(
      x,
      y,
      fitted(row.label, room, (own) => measure(own, textSize, !level)),
      { look },
    ),
    ...columns.cells.map((end, column) =>
      textMark(end, y, row.cells[column] ?? '', { anchor: 'end' }),
    ),
    ...(row.effect === null
      ? [noRatio(row, y, columns)]
      : [
          textMark(columns.ratioEnd, y, row.text, { anchor: 'end' }),
          textMark(columns.ratioEnd + 5, y, row.interval, { look: 'text2' }),
        ]),
    textMark(columns.interactionEnd, y, interaction, { anchor: 'end' }),
  ].filter((mark) => mark.text.some((piece) => piece !== ''));
}

function noRatio(row: ForestRow, y: number, { stacked, plot, interactionEnd }: ForestColumns) {
  return stacked
    ? textMark(interactionEnd, y, row.text, { look: 'text2', anchor: 'end' })
    : textMark(plot.x + plot.width + 18, y, row.text, { look: 'text2' });
}

function plotMarks(
  data: ForestData,
  row: ForestRow,
  top: number,
  { stacked, plot }: ForestColumns,
  scale: ForestScale,
): Mark[] {
  const y = stacked ? top + lineHeight + stackedMarkHeight / 2 - 2 : top + lineHeight / 2;
  return row.effect === null
    ? []
    : forestMark(row.kind, row.effect, { plot, scale, y, most: largestWeight(data.rows) });
}
