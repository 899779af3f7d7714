// Univariable and multivariable models, and the subgroups, of an endpoint.
import { analysedRows } from '../changes/conditions.ts';
import type { Cohort } from '../cohort.ts';
import { univariableTerms, type WhyNotTested, whyNotTested } from '../guess/covariates.ts';
import type { Options } from '../options.ts';
import { contents, type EndpointSetup, type Setup } from '../setup.ts';
import { rowOptions } from './row-options.ts';
import { type Analysis, armTerms } from './analysis.ts';

export function regressionAnalyses(
  cohort: Cohort,
  setup: Setup,
  { name }: EndpointSetup,
): Analysis[] {
  const { ties, firth } = setup.options.regression;
  const { level } = setup.options;
  const entering = modelTerms(cohort, setup);
  if (entering.terms.length === 0) return [];
  return [
    {
      id: `table:${name}`,
      method: 'coxTable',
      endpoint: name,
      ...entering,
      ties,
      ...(firth && { penalty: 'firth' as const }),
      ...rowOptions(setup),
      level,
      hazardRatioOverTime: true,
    },
  ];
}

/** The terms of a table of models and who of them enters the multivariable one, by the options. */
export function modelTerms(
  cohort: Cohort,
  setup: Setup,
): { terms: string[]; entry: Options['regression']['entry']; chosen?: string[] } {
  const { entry } = setup.options.regression;
  const arms = armTerms(setup);
  const tested = testedCovariates(cohort, setup);
  const chosen = setup.factors.filter((factor) => tested.includes(factor));
  return {
    terms: [...arms, ...tested],
    entry,
    ...(entry === 'chosen' && { chosen: [...arms, ...chosen] }),
  };
}

/** The covariates that have a univariable model. */
export function testedCovariates(cohort: Cohort, setup: Setup): string[] {
  const { meet } = analysedRows(cohort, setup);
  return univariableTerms(contents(cohort, setup), setup.factors, meet).filter((name) =>
    describesPatients(setup, name),
  );
}

/** A weight or a cluster is none of the patient's features. */
function describesPatients(setup: Setup, column: string): boolean {
  const { weights, cluster } = rowOptions(setup);
  return column !== weights && column !== cluster;
}

/** The covariates that have none, each with the reason. */
export function untestedCovariates(
  cohort: Cohort,
  setup: Setup,
): { column: string; why: WhyNotTested }[] {
  const { meet } = analysedRows(cohort, setup);
  return contents(cohort, setup).flatMap((content) => {
    if (!describesPatients(setup, content.name)) return [];
    const why = whyNotTested(content, setup.factors, meet);
    return why === null ? [] : [{ column: content.name, why }];
  });
}

/** The categories whose levels can be subgroups. */
export function possibleSubgroups(setup: Setup): string[] {
  const { covariates, types } = setup;
  return covariates.filter(
    (column) => types.get(column)?.type === 'category' && describesPatients(setup, column),
  );
}

/** Those of them that are shown. */
export function shownSubgroups(setup: Setup): string[] {
  const { factors } = setup.options.subgroups;
  const possible = possibleSubgroups(setup);
  return factors === null ? possible : possible.filter((column) => factors.includes(column));
}

export function subgroupAnalyses(setup: Setup, { name }: EndpointSetup): Analysis[] {
  if (setup.arm === null) return [];
  const { level, regression } = setup.options;
  const factors = shownSubgroups(setup);
  const { ties } = regression;
  return [{ id: `subgroups:${name}`, method: 'subgroups', endpoint: name, factors, ties, level }];
}
