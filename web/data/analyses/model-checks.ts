// What is looked at beside a multivariable model. None of it is part of the run: a question is asked
// while its part of the page is open.
import type { Setup } from '../setup.ts';
import type { Analysis } from './analysis.ts';
import { rowOptions } from './row-options.ts';

interface Model {
  /** The name of the endpoint. */
  endpoint: string;
  /** The terms of the multivariable model. */
  terms: readonly string[];
}

/** The fitted model. With exact ties there are no residuals: those of Efron are closest. */
function modelOf(setup: Setup, { endpoint, terms }: Model) {
  const { options } = setup;
  const { ties } = options.regression;
  return {
    method: 'cox' as const,
    endpoint,
    terms: [...terms],
    ties: ties === 'exact' ? ('efron' as const) : ties,
    ...rowOptions(setup),
    level: options.level,
  };
}

/** How far each patient moves each coefficient. */
export function influenceAnalysis(setup: Setup, model: Model): Analysis {
  return {
    ...modelOf(setup, model),
    id: `influence:${model.endpoint}`,
    residuals: ['dfbeta', 'dfbetas', 'hrWithout'],
  };
}

/** Survival by a category among the terms; `values` of the others where they are chosen. */
export function adjustedAnalysis(
  setup: Setup,
  model: Model,
  by: string,
  values: Readonly<Record<string, string>>,
): Analysis {
  const own = Object.entries(values).filter(([name]) => name !== by && model.terms.includes(name));
  return {
    ...modelOf(setup, model),
    id: `adjusted:${model.endpoint}`,
    adjustedBy: by,
    ...(own.length > 0 && { at: Object.fromEntries(own) }),
  };
}

/** Fewer knots bend too little to tell a shape, more follow chance. */
export const splineKnots = 4;

/** The residuals of the model without a number, and the model in which it enters by a spline. */
export function formAnalyses(setup: Setup, model: Model, number: string): Analysis[] {
  const others = model.terms.filter((name) => name !== number);
  const shared = modelOf(setup, model);
  return [
    {
      ...shared,
      id: `form:${model.endpoint}`,
      terms: [...others, number],
      functionalForm: number,
    },
    {
      ...shared,
      id: `spline:${model.endpoint}`,
      terms: [...others, { spline: number, knots: splineKnots }],
    },
  ];
}

export const tieRules = ['efron', 'breslow', 'exact'] as const;

/** The same model under each rule for ties. */
export function tiesAnalyses(setup: Setup, model: Model): Analysis[] {
  return tieRules.map((ties) => ({
    ...modelOf(setup, model),
    id: `ties:${ties}:${model.endpoint}`,
    ties,
  }));
}
