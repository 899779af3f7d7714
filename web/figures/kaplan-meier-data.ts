// What a Kaplan-Meier figure is drawn from, and the sizes its parts share.
import type { KaplanMeierGroup, TimeUnit } from '../../build/wasm/riskset.js';

export type SurvivalGroup = Pick<
  KaplanMeierGroup,
  'label' | 'n' | 'events' | 'median' | 'atTimes' | 'steps'
>;

export interface BoxRow {
  label: string;
  value: string;
  /** The figure's one key number stands in 600. */
  key?: boolean;
}

export interface SurvivalFigureData {
  /** In the order they are drawn and listed; the first has the first colour. */
  groups: readonly SurvivalGroup[];
  unit: TimeUnit;
  /** "95%" */
  level: string;
  yTitle: string;
  xTitle: string;
  /** What the event is called in a count: "Died". */
  eventWord: string;
  /** Hazard ratio and log-rank test, for the numbers box. */
  comparison: readonly BoxRow[];
}

export const textSize = 12.5;
export const rowHeight = 20;
/** A line of the curve's type, and the space after it. */
export const swatch = 36;
