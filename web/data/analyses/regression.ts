// Univariable and multivariable models, and the subgroups, of an endpoint.
import type { Cohort } from '../cohort.ts';
import { univariableTerms } from '../guess/covariates.ts';
import { contents, type Setup } from '../setup.ts';
import { type Analysis, armTerms, type CompleteEndpoint } from './analysis.ts';

export function regressionAnalyses(
  cohort: Cohort,
  setup: Setup,
  { name }: CompleteEndpoint,
): Analysis[] {
  const { factors } = setup;
  const arms = armTerms(setup);
  const univariable = univariableTerms(contents(cohort, setup), factors, cohort.table.rows.length);
  const analyses: Analysis[] = [];
  if (arms.length + univariable.length > 0) {
    analyses.push({
      id: `table:${name}`,
      method: 'coxTable',
      endpoint: name,
      terms: [...arms, ...univariable],
      entry: 'chosen',
      chosen: [...arms, ...factors],
    });
  }
  if (arms.length + factors.length > 0) {
    analyses.push({
      id: `model:${name}`,
      method: 'cox',
      endpoint: name,
      terms: [...arms, ...factors],
    });
  }
  return analyses;
}

export function subgroupAnalyses(setup: Setup, { name }: CompleteEndpoint): Analysis[] {
  const { arm, covariates } = setup;
  if (arm === null) return [];
  const factors = covariates.filter((column) => setup.types.get(column)?.type === 'category');
  return [{ id: `subgroups:${name}`, method: 'subgroups', endpoint: name, factors }];
}
