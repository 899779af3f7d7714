// At which times a survival curve is read: the ticks of its axis, the times whose rates are compared,
// the end of the restricted mean. They are chosen from the follow-up of the rows, before anything is
// computed, unless the user has said them.
import type { TimeUnit } from '../../../build/wasm/riskset.js';
import { everyTick, timeTicks } from '../../figures/ticks.ts';
import { followUp } from '../checks/endpoint-checks.ts';
import { analysedCohort } from '../changes/kept-rows.ts';
import type { Cohort } from '../cohort.ts';
import { divisorOf } from '../endpoint-dates.ts';
import { levelTexts } from '../row-values.ts';
import type { EndpointSetup, Setup } from '../setup.ts';

export interface SurvivalTimes {
  /** From 0; the numbers at risk stand under the same. */
  ticks: number[];
  landmarks: number[];
  /** null: there is no follow-up to take a mean of. */
  horizon: number | null;
  /** The longest follow-up. */
  longest: number;
  /** The tick that parts the events most evenly; null: there is none with events enough on both sides. */
  middle: number | null;
}

export function survivalTimes(
  cohort: Cohort,
  setup: Setup,
  endpoint: EndpointSetup,
): SurvivalTimes {
  const { survival } = setup.options;
  const watched = watchedOf(cohort, setup, endpoint);
  const { longest } = watched;
  const { unit } = endpoint;
  const usual = timeTicks(longest, unit);
  const { tickEvery } = survival;
  return {
    ticks: tickEvery === null ? usual : everyTick(longest, tickEvery, unit),
    landmarks: [...(survival.landmarks ?? defaultLandmarks(watched, usual, unit))],
    horizon: survival.horizon ?? defaultHorizon(watched, usual),
    longest,
    middle: watched.middle,
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
function defaultLandmarks(watched: Watched, ticks: readonly number[], unit: TimeUnit): number[] {
  const enough = (time: number) => time > 0 && time <= watched.quotable;
  const quoted = customary[unit].filter(enough);
  return quoted.length > 0 ? quoted : ticks.filter(enough).slice(-1);
}

/**
 * The last tick that the follow-up of every arm reaches; before the first one, that follow-up, with
 * the one decimal that times are printed with.
 */
function defaultHorizon({ longestOfArm }: Watched, ticks: readonly number[]): number | null {
  const common = Math.min(...longestOfArm.filter((longest) => longest > 0));
  if (!Number.isFinite(common)) return null;
  return ticks.findLast((tick) => tick > 0 && tick <= common) ?? printedBefore(common);
}

/** With fewer events in a part of the follow-up its hazard ratio is not worth telling. */
const enoughEvents = 10;

function middleOf(eventTimes: readonly number[], ticks: readonly number[]): number | null {
  const smaller = ticks.map((tick) => {
    const before = eventTimes.filter((time) => time <= tick).length;
    return { tick, events: Math.min(before, eventTimes.length - before) };
  });
  const best = smaller.reduce((most, one) => (one.events > most.events ? one : most), {
    tick: 0,
    events: enoughEvents - 1,
  });
  return best.tick > 0 ? best.tick : null;
}

function printedBefore(time: number): number {
  const shown = Math.floor(10 * time + 1e-9) / 10; // 2.3 is a little less than 23 tenths
  return shown > 0 ? shown : time;
}

interface Watched {
  longest: number;
  longestOfArm: number[];
  middle: number | null;
  /** Until then some arm has patients enough. */
  quotable: number;
}

interface Known extends Pick<Setup, 'arm' | 'types' | 'armLevels'> {
  cohort: Cohort;
  watched: Watched;
}

const known = new WeakMap<EndpointSetup, Known>();

/** Reading a million rows for each change of an option would be felt. */
function watchedOf(whole: Cohort, setup: Setup, endpoint: EndpointSetup): Watched {
  const cohort = analysedCohort(whole, setup);
  const { arm, armLevels, types } = setup;
  const last = known.get(endpoint);
  if (
    last !== undefined &&
    last.cohort === cohort &&
    last.arm === arm &&
    last.armLevels === armLevels &&
    last.types === types
  ) {
    return last.watched;
  }
  const watched = readWatched(cohort, setup, endpoint);
  known.set(endpoint, { cohort, arm, armLevels, types, watched });
  return watched;
}

/** The rows that can be analysed: with a time, an event value and an arm. */
function readWatched(cohort: Cohort, setup: Setup, endpoint: EndpointSetup): Watched {
  const divisor = divisorOf(endpoint);
  const places = new Map(setup.armLevels.map((level, place) => [level, place]));
  const arms = setup.arm === null ? null : levelTexts(cohort, setup, setup.arm);
  const rows = followUp(cohort, setup, endpoint);
  const ofArm = (arms === null ? [null] : setup.armLevels).map(() => longestFew());
  const eventTimes: number[] = [];
  rows.times.forEach((time, row) => {
    const place = arms === null ? 0 : places.get(arms[row] ?? '');
    if (time === null || place === undefined || rows.events[row] === null) return;
    ofArm[place]!.add(time / divisor);
    if (rows.events[row] === true) eventTimes.push(time / divisor);
  });
  const longestOfArm = ofArm.map(({ few }) => Math.max(0, few[0]!));
  const longest = Math.max(0, ...longestOfArm);
  return {
    longest,
    longestOfArm,
    middle: middleOf(eventTimes, timeTicks(longest, endpoint.unit)),
    quotable: Math.max(...ofArm.map(({ few }) => few.at(-1)!)),
  };
}

/** The longest times, the longest first: the last of them is when `enoughAtRisk` are still watched. */
function longestFew() {
  const few = Array.from({ length: enoughAtRisk }, () => -Infinity);
  const add = (time: number) => {
    if (time <= few.at(-1)!) return;
    const place = few.findIndex((other) => time > other);
    few.splice(place, 0, time);
    few.pop();
  };
  return { few, add };
}
