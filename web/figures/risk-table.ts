// The numbers under the time axis, and which ticks have room for them: both from one array.
import type { KaplanMeierGroup } from '../../build/wasm/riskset.js';
import { count, tick } from '../format/numbers.ts';
import { text } from '../text/text.ts';
import {
  drawnOf,
  mostBands,
  rowHeight,
  ticksOf,
  type SurvivalFigureData,
} from './kaplan-meier-data.ts';
import { textSize } from './looks.ts';
import type { Measure } from './measure.ts';

type AtTime = KaplanMeierGroup['atTimes'][number];

export interface RiskRow {
  label: string;
  y: number;
  strong: boolean;
  numbers: string[];
}

export interface RiskBlock {
  /** The arm's name, on a line of its own; empty where there is one curve. */
  label: string;
  y: number;
  rows: RiskRow[];
}

interface RowKind {
  label: string;
  strong: boolean;
  numbers: (atTime: AtTime) => string;
}

/** The rows of each arm, from the choice of the reader and the room there is. */
export function riskRows(data: SurvivalFigureData, narrow: boolean): RowKind[] {
  const { atRisk } = drawnOf(data);
  const words = text.figures.atRisk;
  if (data.predictedAt !== undefined) return [];
  if (atRisk === 'atRiskCensored') {
    return [
      {
        label: words.withCensored,
        strong: true,
        numbers: (at) => `${count(at.atRisk)} (${count(at.censoredBefore)})`,
      },
    ];
  }
  const rows: RowKind[] = [
    { label: words.row, strong: true, numbers: (at) => count(at.atRisk) },
    { label: words.censored, strong: false, numbers: (at) => count(at.censoredBefore) },
    { label: data.eventWord, strong: false, numbers: (at) => count(at.eventsBefore) },
  ];
  // Three rows for each arm as long as the table stays shorter than its figure.
  return atRisk === 'all' && !narrow && data.groups.length <= mostBands ? rows : rows.slice(0, 1);
}

/** How wide the widest text is that stands at a tick. */
export function widestAtTick(
  data: SurvivalFigureData,
  rows: readonly RowKind[],
  measure: Measure,
): number {
  const widths = data.groups.flatMap(({ atTimes }) =>
    atTimes.flatMap((atTime) =>
      rows.map(({ numbers, strong }) => measure(numbers(atTime), textSize, strong)),
    ),
  );
  const ofTicks = ticksOf(data).map((time) => measure(tick(time), textSize));
  return [...ofTicks, ...widths].reduce((most, width) => Math.max(most, width), 0);
}

const gapBetweenNumbers = 7;

/** Every how many-th tick is drawn, so that numbers do not touch. */
export function tickStep(across: readonly number[], widest: number): number {
  const fits = (step: number) =>
    across.every(
      (x, index) =>
        index % step > 0 ||
        index < step ||
        x - (across[index - step] ?? 0) >= widest + gapBetweenNumbers,
    );
  let step = 1;
  while (step < across.length && !fits(step)) step += 1;
  return step;
}

export function riskBlocks(
  data: SurvivalFigureData,
  rows: readonly RowKind[],
  names: readonly string[],
  { top, shown }: { top: number; shown: (index: number) => boolean },
): RiskBlock[] {
  let y = top;
  if (rows.length === 0) return [];
  return data.groups.map(({ atTimes }, arm) => {
    const name = names[arm] ?? '';
    const start = y;
    const placed = rows.map(({ label, strong, numbers }, index) => {
      if (index > 0) y += rowHeight - 1;
      else if (name !== '') y += rowHeight;
      return { label, strong, y, numbers: atTimes.filter((_, at) => shown(at)).map(numbers) };
    });
    y += rows.length > 1 ? 28 : 22;
    return { label: name, y: start, rows: placed };
  });
}
