// A forest plot: one row per subgroup, its effect on a scale that all rows share, of ratios (log) or
// of differences in rates.
import { scaleLinear, scaleLog } from 'd3-scale';

import { fixed, shifted } from '../base/rounding.ts';

export interface ForestEffect {
  value: number;
  lower: number;
  upper: number;
  /** What the square's area is in proportion to: events, or patients. */
  weight: number;
  /** Too few patients or events to lean on: drawn hollow. */
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

export type EffectKind = 'ratio' | 'difference';

export interface ForestData {
  /** A difference is one of two shares, drawn in percentage points. */
  kind: EffectKind;
  rows: readonly ForestRow[];
  /** Heads of `cells`, some under one that spans them. */
  groups: readonly ForestColumnGroup[];
  effectHead: string;
  /** What lies left and right of no effect. */
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
  /** Side of the square in px: its area is in proportion to the weight. */
  side: number;
}

export interface ForestScale {
  /** Where an effect stands, in per cent of the plot's width. */
  position: (effect: number) => number;
  /** No effect: a ratio of 1, a difference of 0. */
  none: number;
  /** The most important first: where ticks would touch, the later ones are left out. */
  ticks: number[];
  tickText: (tick: number) => string;
}

const largestSide = 13;
const smallestSide = 5;

export function forestScale({ kind, rows }: Pick<ForestData, 'kind' | 'rows'>): ForestScale {
  const effects = rows.flatMap(({ effect }) => (effect === null ? [] : [effect]));
  return kind === 'ratio' ? ratioScale(effects) : differenceScale(effects);
}

const ratioTicks = [1, 0.5, 2, 0.1, 10, 0.25, 4, 0.05, 20, 0.02, 50];
/** A wide interval of a small subgroup must not press all others together. */
const widest = { from: 0.05, to: 20 };

function ratioScale(effects: readonly ForestEffect[]): ForestScale {
  const from = Math.max(widest.from, Math.min(0.5, ...effects.map(({ lower }) => lower)));
  const to = Math.min(widest.to, Math.max(2, ...effects.map(({ upper }) => upper)));
  const scale = scaleLog([from / 1.1, to * 1.1], [0, 100]);
  return {
    position: within(scale),
    none: 1,
    ticks: ratioTicks.filter((tick) => tick >= from / 1.1 && tick <= to * 1.1),
    tickText: String,
  };
}

/** In shares: a difference lies between -1 and 1. */
function differenceScale(effects: readonly ForestEffect[]): ForestScale {
  const from = Math.min(-0.1, ...effects.map(({ lower }) => lower)) - 0.02;
  const to = Math.max(0.1, ...effects.map(({ upper }) => upper)) + 0.02;
  const scale = scaleLinear([from, to], [0, 100]);
  const ticks = scale.ticks(6);
  const step = ticks[1]! - ticks[0]!;
  return {
    position: within(scale),
    none: 0,
    ticks: ticks.toSorted((a, b) => halvings(b / step) - halvings(a / step)),
    tickText: (tick) => fixed(shifted(tick, 2), 0),
  };
}

/** How often a whole number can be halved: 0 stands on every axis, the odd ones on the finest. */
function halvings(number: number): number {
  const whole = Math.round(number);
  return whole === 0 ? Infinity : whole % 2 === 0 ? 1 + halvings(whole / 2) : 0;
}

function within(scale: (effect: number) => number): ForestScale['position'] {
  return (effect) => Math.min(Math.max(scale(effect), 0), 100);
}

const gapBetweenTicks = 5;

/** The ticks whose texts stand apart on an axis of this width. */
export function fittingTicks(
  { position, ticks, tickText }: ForestScale,
  width: number,
  measure: (text: string) => number,
): number[] {
  const kept: number[] = [];
  for (const tick of ticks) {
    const apart = kept.every((other) => {
      const distance = (Math.abs(position(tick) - position(other)) * width) / 100;
      const needed = (measure(tickText(tick)) + measure(tickText(other))) / 2 + gapBetweenTicks;
      return distance >= needed;
    });
    if (apart) kept.push(tick);
  }
  return kept.sort((a, b) => a - b);
}

export function markOf(effect: ForestEffect, { position }: ForestScale, most: number): Mark {
  const share = most > 0 ? Math.sqrt(effect.weight / most) : 0;
  const from = position(effect.lower);
  const to = position(effect.upper);
  return {
    at: position(effect.value),
    from,
    to,
    cut: { left: from <= 0, right: to >= 100 },
    side: Math.max(smallestSide, largestSide * share),
  };
}

export function largestWeight(rows: readonly ForestRow[]): number {
  return Math.max(
    0,
    ...rows.flatMap(({ kind, effect }) =>
      kind === 'level' && effect !== null ? [effect.weight] : [],
    ),
  );
}
