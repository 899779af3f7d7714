// What a Kaplan-Meier figure is drawn from, and the sizes its parts share.
import type { KaplanMeierGroup, TimeUnit } from '../../build/wasm/riskset.js';
import type { Curve } from './steps.ts';

export type SurvivalGroup = Pick<
  KaplanMeierGroup,
  'label' | 'n' | 'events' | 'median' | 'atTimes'
> & { steps: Curve };

export interface BoxRow {
  label: string;
  value: string;
  /** The figure's one key number stands in 600. */
  key?: boolean;
}

/** What of a figure is drawn, as its reader chose. */
export interface CurveChoice {
  bands: boolean;
  censorTicks: boolean;
  medians: boolean;
  /** The area under each curve that is its mean, in place of the bands: both are tints. */
  meanArea: boolean;
  /** What stands under the axis: three rows, "39 (4)", or the patients at risk alone. */
  atRisk: 'all' | 'atRiskCensored' | 'atRisk';
}

export const everything: CurveChoice = {
  bands: true,
  censorTicks: true,
  medians: true,
  meanArea: false,
  atRisk: 'all',
};

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
  /** Where the restricted mean of each arm ends; null where it has none. */
  meansWithin?: readonly (number | null)[];
  /** Everything, where nobody chose. */
  drawn?: CurveChoice;
  /** Curves that a model predicts count nobody: no numbers at risk, no box; the ticks are given. */
  predictedAt?: readonly number[];
}

/** The ticks of the time axis; the numbers at risk stand under them. */
export function ticksOf({ predictedAt, groups }: SurvivalFigureData): readonly number[] {
  return predictedAt ?? (groups[0]?.atTimes ?? []).map((at) => at.time);
}

/** With more arms their bands, one over the other, would hide the curves. */
export const mostBands = 4;

export const rowHeight = 20;
/** A line of the curve's type, and the space after it. */
export const swatch = 36;
/** Below this a figure is laid out for a phone, or for one column of a journal. */
export const narrowBelow = 560;

export function drawnOf({ drawn, groups, meansWithin }: SurvivalFigureData): CurveChoice {
  const chosen = drawn ?? everything;
  const few = groups.length <= mostBands;
  const meanArea = chosen.meanArea && few && meansWithin?.some((end) => end !== null) === true;
  return { ...chosen, meanArea, bands: chosen.bands && few && !meanArea };
}
