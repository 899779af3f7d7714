// Curves, follow-up, log-rank test and hazard ratio of an endpoint. Comparisons with one arm are left
// to the engine: its answer says why there is none.
import { timeTicks } from '../../figures/ticks.ts';
import type { Cohort } from '../cohort.ts';
import { type Setup, timesOf } from '../setup.ts';
import { type Analysis, byArm, type CompleteEndpoint } from './analysis.ts';

export function survivalAnalyses(
  cohort: Cohort,
  setup: Setup,
  endpoint: CompleteEndpoint,
): Analysis[] {
  const { name } = endpoint;
  const { arm } = setup;
  const by = byArm(setup);
  const analyses: Analysis[] = [
    {
      id: `survival:${name}`,
      method: 'kaplanMeier',
      endpoint: name,
      ...by,
      times: ticksOf(cohort, setup, endpoint),
    },
    { id: `followup:${name}`, method: 'kaplanMeier', endpoint: name, ...by, reverse: true },
  ];
  if (arm !== null) {
    analyses.push(
      { id: `logrank:${name}`, method: 'logRank', endpoint: name, by: arm },
      { id: `hr:${name}`, method: 'cox', endpoint: name, terms: [arm] },
    );
  }
  return analyses;
}

function ticksOf(cohort: Cohort, setup: Setup, endpoint: CompleteEndpoint): number[] {
  const known = timesOf(cohort, setup, endpoint).filter((time) => time !== null);
  const longest = known.reduce((most, time) => Math.max(most, time), 0);
  return timeTicks(
    endpoint.time === null ? longest / daysPer[endpoint.unit] : longest,
    endpoint.unit,
  );
}

/** As the engine turns the distance of two dates into a time. */
const daysPer = { days: 1, weeks: 7, months: 30.4375, years: 365.25 } as const;
