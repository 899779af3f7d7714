// At which times a survival curve is read: the ticks of its axis, the times whose rates are compared,
// the end of the restricted mean. They are chosen from the follow-up of the rows, before anything is
// computed, unless the user has said them.
import type { TimeUnit } from '../../../build/wasm/riskset.js';
import { everyTick, timeTicks } from '../../figures/ticks.ts';
import { type Cohort, columnTexts } from '../cohort.ts';
import { defaultMissing } from '../columns.ts';
import { type ColumnSetup, type EndpointSetup, levelTexts, type Setup, timesOf } from '../setup.ts';

export interface SurvivalTimes {
  /** From 0; the numbers at risk stand under the same. */
  ticks: number[];
  landmarks: number[];
  /** null: there is no follow-up to take a mean of. */
  horizon: number | null;
  /** The longest follow-up. */
  longest: number;
}

export function survivalTimes(
  cohort: Cohort,
  setup: Setup,
  endpoint: EndpointSetup,
): SurvivalTimes {
  const { survival } = setup.options;
  const followUp = followUpOf(cohort, setup, endpoint);
  const { longest } = followUp;
  const { unit } = endpoint;
  const ticks =
    survival.tickEvery === null
      ? timeTicks(longest, unit)
      : everyTick(longest, survival.tickEvery, unit);
  return {
    ticks,
    landmarks: [...(survival.landmarks ?? defaultLandmarks(followUp, ticks, unit))],
    horizon: survival.horizon ?? defaultHorizon(followUp, ticks),
    longest,
  };
}

/** What papers quote: one, two, three and five years. */
const customary: Record<TimeUnit, readonly number[]> = {
  days: [365, 730, 1095, 1825],
  weeks: [52, 104, 156, 260],
  months: [12, 24, 36, 60],
  years: [1, 2, 3, 5],
};

const enoughAtRisk = 5;

/**
 * The customary times at which some arm still has patients enough to be quoted; without one, the
 * last tick of which that is true. Time 0 says nothing.
 */
function defaultLandmarks(followUp: FollowUp, ticks: readonly number[], unit: TimeUnit): number[] {
  const watched = (time: number) =>
    time > 0 && atRisk(followUp, time).some((patients) => patients >= enoughAtRisk);
  const quoted = customary[unit].filter(watched);
  return quoted.length > 0 ? quoted : ticks.filter(watched).slice(-1);
}

/** The last tick that the follow-up of every arm reaches; before the first one, that follow-up. */
function defaultHorizon(followUp: FollowUp, ticks: readonly number[]): number | null {
  const common = Math.min(...followUp.longestOfArm);
  if (!(common > 0) || !Number.isFinite(common)) return null;
  return ticks.findLast((tick) => tick > 0 && tick <= common) ?? common;
}

interface FollowUp {
  times: Float64Array;
  /** The place of each row's arm among the arms. */
  arms: Uint8Array;
  longest: number;
  longestOfArm: number[];
}

function atRisk({ times, arms, longestOfArm }: FollowUp, time: number): number[] {
  const counts = longestOfArm.map(() => 0);
  times.forEach((own, row) => {
    if (own >= time) counts[arms[row]!]! += 1;
  });
  return counts;
}

interface Known extends Pick<Setup, 'arm' | 'types' | 'armLevels'> {
  cohort: Cohort;
  followUp: FollowUp;
}

const known = new WeakMap<EndpointSetup, Known>();

/** Reading a million rows for each change of an option would be felt. */
function followUpOf(cohort: Cohort, setup: Setup, endpoint: EndpointSetup): FollowUp {
  const { arm, armLevels, types } = setup;
  const last = known.get(endpoint);
  if (
    last !== undefined &&
    last.cohort === cohort &&
    last.arm === arm &&
    last.armLevels === armLevels &&
    last.types === types
  ) {
    return last.followUp;
  }
  const followUp = readFollowUp(cohort, setup, endpoint);
  known.set(endpoint, { cohort, arm, armLevels, types, followUp });
  return followUp;
}

/** As the engine turns the distance of two dates into a time. */
const daysPer = { days: 1, weeks: 7, months: 30.4375, years: 365.25 } as const;

/** The rows that can be analysed: with a time, an event value and an arm. */
function readFollowUp(cohort: Cohort, setup: Setup, endpoint: EndpointSetup): FollowUp {
  const divisor = endpoint.time === null ? daysPer[endpoint.unit] : 1;
  const places = new Map(setup.armLevels.map((level, place) => [level, place]));
  const armTexts = setup.arm === null ? null : levelTexts(cohort, setup, setup.arm);
  const eventTexts = endpoint.event === null ? null : columnTexts(cohort, endpoint.event);
  const unknown = missingOf(endpoint.event === null ? undefined : setup.types.get(endpoint.event));
  const times: number[] = [];
  const arms: number[] = [];
  const longestOfArm = armTexts === null ? [0] : setup.armLevels.map(() => 0);
  timesOf(cohort, setup, endpoint).forEach((time, row) => {
    const place = armTexts === null ? 0 : places.get(armTexts[row] ?? '');
    const event = eventTexts?.[row] ?? '';
    if (time === null || place === undefined || event === '' || unknown.has(event)) return;
    times.push(time / divisor);
    arms.push(place);
    longestOfArm[place] = Math.max(longestOfArm[place]!, time / divisor);
  });
  return {
    times: Float64Array.from(times),
    arms: Uint8Array.from(arms),
    longest: Math.max(0, ...longestOfArm),
    longestOfArm,
  };
}

function missingOf(column: ColumnSetup | undefined): Set<string> {
  return new Set([...defaultMissing, ...(column?.missing ?? [])]);
}
