// A forest plot: one row per subgroup, its ratio on a log scale that all rows share.
import { scaleLog } from 'd3-scale';

export interface ForestEffect {
  ratio: number;
  lower: number;
  upper: number;
  events: number;
  /** Fewer than 5 events in an arm: drawn hollow. */
  small: boolean;
}

export interface ForestRow {
  kind: 'overall' | 'factor' | 'level';
  label: string;
  /** Under the columns that stand before the plot; empty on a factor's row. */
  cells: readonly string[];
  effect: ForestEffect | null;
  /** "0.43" and "(0.26–0.72)"; or why there is no number. */
  text: string;
  interval: string;
  /** The interaction p, on a factor's row. */
  interaction: string;
}

export interface ForestColumnGroup {
  head: string;
  columns: readonly ForestColumn[];
}

export interface ForestColumn {
  head: string;
  /** What a shortened head stands for. */
  whole?: string;
}

export interface ForestData {
  rows: readonly ForestRow[];
  /** Heads of `cells`, some under one that spans them. */
  groups: readonly ForestColumnGroup[];
  ratioHead: string;
  /** What lies left and right of 1. */
  better: { left: string; right: string };
}

export function forestHeads({ groups }: ForestData): ForestColumn[] {
  return groups.flatMap(({ columns }) => columns);
}

export interface Mark {
  /** All in per cent of the plot's width. */
  at: number;
  from: number;
  to: number;
  /** The interval goes on beyond the axis. */
  cut: { left: boolean; right: boolean };
  /** Side of the square in px: its area is in proportion to the events. */
  side: number;
}

export interface ForestScale {
  /** Where a ratio stands, in per cent of the plot's width. */
  position: (ratio: number) => number;
  ticks: number[];
}

const tickLadder = [0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 10, 20, 50];
/** A wide interval of a small subgroup must not press all others together. */
const widest = { from: 0.05, to: 20 };
const largestSide = 13;
const smallestSide = 5;

export function forestScale(rows: readonly ForestRow[]): ForestScale {
  const effects = rows.flatMap(({ effect }) => (effect === null ? [] : [effect]));
  const from = Math.max(widest.from, Math.min(0.5, ...effects.map(({ lower }) => lower)));
  const to = Math.min(widest.to, Math.max(2, ...effects.map(({ upper }) => upper)));
  const scale = scaleLog([from / 1.1, to * 1.1], [0, 100]);
  return {
    position: (ratio) => Math.min(Math.max(scale(ratio), 0), 100),
    ticks: tickLadder.filter((tick) => tick >= from / 1.1 && tick <= to * 1.1),
  };
}

/** Rarest last: where ticks would touch, the later ones are left out. */
const byImportance = [1, 0.5, 2, 0.1, 10, 0.25, 4, 0.05, 20, 0.02, 50];
const gapBetweenTicks = 5;

/** The ticks whose texts stand apart on an axis of this width. */
export function fittingTicks(
  { position, ticks }: ForestScale,
  width: number,
  measure: (text: string) => number,
): number[] {
  const kept: number[] = [];
  for (const tick of byImportance.filter((own) => ticks.includes(own))) {
    const apart = kept.every((other) => {
      const distance = (Math.abs(position(tick) - position(other)) * width) / 100;
      const needed = (measure(String(tick)) + measure(String(other))) / 2 + gapBetweenTicks;
      return distance >= needed;
    });
    if (apart) kept.push(tick);
  }
  return kept.sort((a, b) => a - b);
}

export function markOf(effect: ForestEffect, { position }: ForestScale, most: number): Mark {
  const share = most > 0 ? Math.sqrt(effect.events / most) : 0;
  const from = position(effect.lower);
  const to = position(effect.upper);
  return {
    at: position(effect.ratio),
    from,
    to,
    cut: { left: from <= 0, right: to >= 100 },
    side: Math.max(smallestSide, largestSide * share),
  };
}

export function mostEvents(rows: readonly ForestRow[]): number {
  return Math.max(
    0,
    ...rows.flatMap(({ kind, effect }) =>
      kind === 'level' && effect !== null ? [effect.events] : [],
    ),
  );
}
