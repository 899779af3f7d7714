// Curves, follow-up, log-rank test and hazard ratio of an endpoint. Comparisons with one arm are left
// to the engine: its answer says why there is none.
import { timeTicks } from '../../figures/ticks.ts';
import type { Cohort } from '../cohort.ts';
import type { EndpointSetup, Setup } from '../setup.ts';
import { type Analysis, byArm } from './analysis.ts';
import { countAlike, rowOptions } from './row-options.ts';
import { survivalTimes } from './survival-times.ts';
import { testAnalyses } from './tests.ts';

/** The columns to stratify by: categories among the covariates, beside the arm. */
export function possibleStrata({ arm, covariates, types }: Setup): string[] {
  return covariates.filter((name) => name !== arm && types.get(name)?.type === 'category');
}

/** What was chosen stays chosen while the column has another role, but is not followed then. */
export function chosenStrata(setup: Setup): string[] {
  const possible = possibleStrata(setup);
  return setup.options.survival.strata.filter((column) => possible.includes(column));
}

export function survivalAnalyses(
  cohort: Cohort,
  setup: Setup,
  endpoint: EndpointSetup,
): Analysis[] {
  const { name } = endpoint;
  const { arm, options } = setup;
  const { interval, landmarkAt, aliveAt } = options.survival;
  const rows = rowOptions(setup);
  const { ticks, landmarks, horizon, longest, middle } = survivalTimes(cohort, setup, endpoint);
  const shared = { endpoint: name, level: options.level };
  const curve = { ...shared, method: 'kaplanMeier', interval, ...rows } as const;
  const analyses: Analysis[] = [
    {
      ...curve,
      id: `survival:${name}`,
      ...byArm(setup),
      times: [...new Set([...ticks, ...landmarks])].toSorted((a, b) => a - b),
      ...(horizon !== null && { restrictTo: horizon }),
      ...(aliveAt !== null && { conditionalOn: aliveAt }),
      ...(setup.armLevels.length === 2 && !('cluster' in rows) && { differenceCurve: true }),
    },
    { ...curve, id: `followup:${name}`, ...byArm(setup), reverse: true },
  ];
  if (landmarkAt !== null && landmarkAt < longest) {
    analyses.push({
      ...curve,
      id: `landmark:${name}`,
      method: 'landmark',
      ...byArm(setup),
      at: landmarkAt,
      times: timeTicks(longest - landmarkAt, endpoint.unit),
    });
  }
  if (arm === null) return analyses;
  const model = { ...shared, method: 'cox' as const, terms: [arm], ...rows };
  const test = { ...shared, method: 'logRank', by: arm } as const;
  analyses.push(
    { ...curve, id: `followup-all:${name}`, reverse: true },
    {
      ...model,
      id: `hr:${name}`,
      hazardRatioOverTime: true,
      ...(middle !== null && setup.armLevels.length === 2 && { splitAt: middle }),
    },
  );
  if (!countAlike(rows)) return analyses;
  analyses.push({ ...test, id: `logrank:${name}` });
  const strata = chosenStrata(setup);
  if (strata.length > 0) {
    analyses.push(
      { ...test, id: `logrank-stratified:${name}`, strata },
      { ...model, id: `hr-stratified:${name}`, strata },
    );
  }
  return [...analyses, ...testAnalyses(setup, { ...test, ...(strata.length > 0 && { strata }) })];
}
