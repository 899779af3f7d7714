// Where the columns and rows of a forest plot stand in a file. On the page the forest is a table,
// whose columns the browser lays out.
import { text } from '../text/text.ts';
import { forestHeads, type ForestData, type ForestRow } from './forest-model.ts';
import { textSize } from './looks.ts';
import type { Measure } from './measure.ts';

export interface ForestColumns {
  /** In one column of a journal a subgroup takes two lines: its numbers, then its mark. */
  stacked: boolean;
  indent: number;
  labelRoom: number;
  /** Right edges of the columns before the plot. */
  cells: number[];
  /** From where to where each group of them reaches. */
  groups: { from: number; to: number }[];
  plot: { x: number; width: number };
  /** Ratios end here, their intervals begin after it. */
  ratioEnd: number;
  interactionEnd: number;
}

const gap = 18;
const narrowestPlot = 120;
const indent = 16;
const gapInRatio = 5;

export function forestColumns(data: ForestData, width: number, measure: Measure): ForestColumns {
  const bold = (own: string) => measure(own, textSize, true);
  const widest = (texts: readonly string[]) =>
    texts.reduce((most, own) => Math.max(most, measure(own, textSize)), 0);
  const estimated = data.rows.filter(({ effect }) => effect !== null);
  const ratio = widest(estimated.map((row) => row.text));
  const interval = widest(estimated.map((row) => row.interval));
  const stackedColumns: ForestColumns = {
    stacked: true,
    indent: 0,
    labelRoom: width - ratio - gapInRatio - interval - gap,
    cells: [],
    groups: [],
    plot: { x: 8, width: width - 16 },
    ratioEnd: width - interval - gapInRatio,
    interactionEnd: width,
  };

  const labels = Math.max(0, ...data.rows.map((row) => labelWidth(row, measure)));
  const cells = forestHeads(data).map(({ head }, column) =>
    widest([head, ...data.rows.map((row) => row.cells[column] ?? '')]),
  );
  const interaction = Math.max(
    bold(text.figures.forest.interactionHead),
    widest(data.rows.map((row) => row.interaction)),
  );
  // The reason why there is no ratio goes on under the column of interactions, empty in its row.
  const reasons = widest(
    data.rows
      .filter(({ effect, kind }) => effect === null && kind === 'level')
      .map((row) => row.text),
  );
  const ratioWidth = Math.max(
    ratio + gapInRatio + interval,
    bold(data.effectHead),
    reasons - gap - interaction,
  );
  const cellsWidth = cells.reduce((sum, cell) => sum + cell + gap, 0);
  const rest = width - cellsWidth - gap - ratioWidth - gap - interaction - gap;
  const labelRoom = Math.min(labels, rest - narrowestPlot);
  if (labelRoom < Math.min(labels, 110)) return stackedColumns;

  let x = labelRoom;
  const cellEnds = cells.map((cell) => (x += gap + cell));
  let column = 0;
  const groups = data.groups.map(({ columns: own }) => {
    const first = column;
    column += own.length;
    return { from: cellEnds[first]! - cells[first]!, to: cellEnds[column - 1]! };
  });
  const plotX = x + gap;
  const plotWidth = Math.min(width - plotX - gap - ratioWidth - gap - interaction, 0.36 * width);
  const ratioX = plotX + plotWidth + gap;
  return {
    stacked: false,
    indent,
    labelRoom,
    cells: cellEnds,
    groups,
    plot: { x: plotX, width: plotWidth },
    ratioEnd: ratioX + ratio,
    interactionEnd: width,
  };
}

function labelWidth({ kind, label }: ForestRow, measure: Measure): number {
  return kind === 'level' ? indent + measure(label, textSize) : measure(label, textSize, true);
}
