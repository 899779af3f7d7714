// Rates at the chosen times and means within the chosen horizon, and what two arms differ by.
import type { KaplanMeierGroup, RestrictedMean } from '../../build/wasm/riskset.js';
import { answered } from '../panels/outcomes.ts';
import type { SurvivalAnswers } from './answers.ts';

export interface Difference {
  value: number | null;
  lower: number | null;
  upper: number | null;
  p: number | null;
}

/** The rate of an arm at a time; null after its last follow-up. */
export function rateAt(
  group: KaplanMeierGroup,
  at: number,
): KaplanMeierGroup['atTimes'][number] | null {
  const there = group.atTimes.find(({ time }) => time === at);
  return there === undefined || there.beyondFollowUp ? null : there;
}

/** The mean of an arm within the horizon; null where its follow-up ends before. */
export function meanOf({ restrictedMean }: KaplanMeierGroup): RestrictedMean | null {
  const [mean] = restrictedMean;
  return mean === undefined || mean.value === null ? null : mean;
}

/** Treatment minus reference at a time; null where it was not, or could not be, computed. */
export function differenceAt({ curves }: SurvivalAnswers, at: number): Difference | null {
  const value = answered(curves)?.value;
  const errors = value?.groups.map((group) => rateAt(group, at)?.stdError);
  return existing(
    value?.differences.find(({ time }) => time === at),
    errors,
  );
}

export function meanDifference({ curves }: SurvivalAnswers): Difference | null {
  const value = answered(curves)?.value;
  const errors = value?.groups.map((group) => meanOf(group)?.stdError);
  return existing(value?.restrictedMeanContrast[0]?.difference, errors);
}

export function meanRatio({ curves }: SurvivalAnswers): Difference | null {
  const value = answered(curves)?.value;
  const errors = value?.groups.map((group) => meanOf(group)?.stdError);
  return existing(value?.restrictedMeanContrast[0]?.ratio, errors);
}

/**
 * An error of 0 says that nobody in an arm has had the event, not that its curve is known. R's
 * packages then test with the error of the other arm alone, far too readily: such a test is not
 * shown.
 */
function existing(
  difference: Difference | undefined,
  errors: readonly (number | null | undefined)[] = [],
): Difference | null {
  if (difference === undefined || difference.value === null) return null;
  return errors.includes(0) ? { ...difference, lower: null, upper: null, p: null } : difference;
}
