// What a statistician would look at before computing: contradictions and gaps, each with its rows.
// None of them computes a statistic.
import type { AnalysisResult } from '../../../build/wasm/riskset.js';

import { withoutExcluded } from '../changes/kept-rows.ts';
import type { Cohort } from '../cohort.ts';
import { countsDeath } from '../dated-events.ts';
import type { Setup } from '../setup.ts';
import { identifiers, missing, repeated, unreadable } from './column-checks.ts';
import { alikeLevels, levelsWithoutEvents, misspeltLevels, smallLevels } from './level-checks.ts';
import { readings } from './reading-checks.ts';
import { otherDeaths } from './state-checks.ts';
import { readTiesOf, ties } from './ties.ts';
import { timesOfEventsAlone } from './times-of-events.ts';
import { missingCodes } from './missing-codes.ts';
import {
  contradictedResponses,
  deathsWithoutEvent,
  earlyCensoring,
  followUp,
  longerThanOverall,
  negativeTimes,
  otherDayOfDeath,
  zeroTimes,
} from './endpoint-checks.ts';
import {
  datesInFuture,
  datesOutOfOrder,
  eventsOnUnknownDays,
  monthsOfDates,
} from './date-checks.ts';
import type { Checks, Finding } from './finding.ts';
import { followUpByArm } from './follow-up-by-arm.ts';
import { groupsAfterStart } from './immortal-time.ts';
import { identicalRows, readRows } from './identical-rows.ts';
import { unreadTimes } from './unread-times.ts';
import { impossibleValues } from './value-checks.ts';

/**
 * Each check by itself: together they would hold the page where the table is large. `today` in days
 * since 1970-01-01: no date of a patient lies after it. `results`: what the engine has answered of
 * this cohort, as far as it has.
 */
export function checksOf(
  whole: Cohort,
  setup: Setup,
  today = presentDay(),
  results: ReadonlyMap<string, AnalysisResult> = new Map(),
): (() => Finding)[] {
  const cohort = withoutExcluded(whole, setup.exclude);
  const endpoints = setup.endpoints.map((endpoint) => followUp(cohort, setup, endpoint));
  const overall = endpoints.find(({ endpoint }) => endpoint.name === 'OS');
  const composite = endpoints.filter(({ endpoint }) => countsDeath(endpoint.name));
  return [
    () => unreadable(cohort, setup),
    () => unreadTimes(cohort, setup),
    () => readings(cohort, setup),
    () => missing(cohort, setup),
    () => timesOfEventsAlone(cohort, setup, endpoints),
    () => missingCodes(cohort, setup),
    () => negativeTimes(cohort, endpoints),
    () => zeroTimes(cohort, endpoints),
    () => datesOutOfOrder(cohort, setup),
    () => eventsOnUnknownDays(cohort, setup),
    () => datesInFuture(cohort, setup, today),
    () => otherDayOfDeath(cohort, overall),
    () => monthsOfDates(cohort, setup),
    ...composite.map((one) => () => longerThanOverall(cohort, one, overall)),
    ...composite.map((one) => () => deathsWithoutEvent(cohort, one, overall)),
    ...endpoints
      .filter(({ endpoint }) => endpoint.name === 'PFS')
      .map((one) => () => contradictedResponses(cohort, setup, one)),
    () => otherDeaths(cohort, setup),
    () => groupsAfterStart(cohort, setup),
    () => impossibleValues(cohort, setup),
    () => repeated(cohort, setup),
    () => readRows(cohort, setup),
    () => identicalRows(cohort, setup),
    () => alikeLevels(cohort, setup),
    () => misspeltLevels(cohort, setup),
    () => earlyCensoring(cohort, setup, overall),
    () => followUpByArm(cohort, setup, overall, results),
    ...endpoints.map((one) => () => readTiesOf(one)),
    () => ties(cohort, endpoints),
    () => smallLevels(cohort, setup),
    () => levelsWithoutEvents(cohort, setup, endpoints),
    () => identifiers(setup),
  ];
}

export function checkCohort(...asked: Parameters<typeof checksOf>): Checks {
  return asChecks(checksOf(...asked).map((check) => check()));
}

export function asChecks(findings: readonly Finding[]): Checks {
  return {
    found: findings.flatMap((finding) => (Array.isArray(finding) ? finding : [])),
    passed: findings.flatMap((finding) =>
      finding !== null && 'passed' in finding ? [finding.passed] : [],
    ),
  };
}

function presentDay(): number {
  return Math.floor(Date.now() / 86_400_000);
}
