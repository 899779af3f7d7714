// Small results as the engine gives them, for what the page says and draws.
import { optionalReals } from '../../../web/engine/optional-reals.ts';
import type { RowOptions } from '../../../web/data/analyses/row-options.ts';
import type {
  AnalysisResult,
  Answer,
  ArmEffect,
  ClaimCheck,
  CoxModel,
  CoxValue,
  CoxRow,
  CoxTableRow,
  KaplanMeierGroup,
  Method,
  ProportionComparison,
  ProportionGroup,
  Refusal,
  ResponseGroup,
  SubgroupRow,
  TwoProportions,
} from '../../../build/wasm/riskset.js';
import { defaultOptions, type Options } from '../../../web/data/options.ts';
import type { EndpointSetup } from '../../../web/data/setup.ts';

export const overallSurvival: EndpointSetup = {
  name: 'OS',
  title: 'Overall survival',
  verb: 'died',
  time: 'os_months',
  start: null,
  end: null,
  eventDates: [],
  censoringDates: [],
  newTherapy: null,
  cutoff: null,
  longestGap: null,
  eventsAtStart: 'atZero',
  daysPerMonth: 30.4375,
  entry: null,
  event: 'os_event',
  eventLevels: ['1'],
  unit: 'months',
  confirmed: true,
};

export const progressionFree: EndpointSetup = {
  ...overallSurvival,
  name: 'PFS',
  title: 'Progression-free survival',
  verb: 'progressed or died',
};

/** Curves in months up to 36, read at one and two years. */
export function reading(options: Partial<Options> = {}) {
  return {
    options: { ...defaultOptions, ...options },
    rows: {} as RowOptions,
    times: {
      ticks: [0, 12, 24, 36],
      landmarks: [12, 24],
      horizon: 24,
      longest: 36.67,
      middle: 12,
    },
  };
}

export function answer<M extends Method>(
  id: string,
  method: M,
  value: Answer<M>['value'],
  rest: Partial<Answer<M>> = {},
): Answer<M> {
  return {
    id,
    method,
    ok: true,
    used: 83,
    excluded: [],
    warnings: [],
    value,
    ...rest,
  } as Answer<M>;
}

export function refusal(id: string, problem: Partial<Refusal['problem']>): Refusal {
  return {
    id,
    method: 'cox',
    ok: false,
    problem: { code: 'noEvents', column: '', rows: new Int32Array(), detail: '', ...problem },
  };
}

export function resultsOf(...results: AnalysisResult[]): ReadonlyMap<string, AnalysisResult> {
  return new Map(results.map((result) => [result.id, result]));
}

/** A curve through the points [time, survival], one death at each and nobody censored. */
export function curve(
  label: string,
  points: readonly (readonly [number, number])[],
  rest: Partial<KaplanMeierGroup> = {},
): KaplanMeierGroup {
  const n = rest.n ?? points.length;
  return {
    label,
    n,
    events: points.length,
    censored: n - points.length,
    median: { value: null, lower: null, upper: null },
    spssMedian: { value: null, stdError: null, lower: null, upper: null },
    quantiles: [],
    atTimes: [],
    restrictedMean: [],
    conditional: [],
    steps: {
      time: Float64Array.from(points, ([time]) => time),
      atRisk: Int32Array.from(points, (_, index) => n - index),
      events: new Int32Array(points.length).fill(1),
      censored: new Int32Array(points.length),
      survival: Float64Array.from(points, ([, survival]) => survival),
      stdError: optionalReals(points.map(() => 0.1)),
      lower: optionalReals(points.map(([, survival]) => (survival > 0 ? survival * 0.8 : null))),
      upper: optionalReals(
        points.map(([, survival]) => (survival > 0 ? Math.min(1, survival * 1.2) : null)),
      ),
      cumulativeHazard: new Float64Array(points.length),
      cumulativeHazardStdError: optionalReals(points.map(() => 0.1)),
      weightedAtRisk: new Float64Array(),
      weightedEvents: new Float64Array(),
    },
    ...rest,
  };
}

/** `survival` null: the last follow-up of the arm was before. */
export function atTime(
  time: number,
  survival: number | null,
  atRisk: number,
): KaplanMeierGroup['atTimes'][number] {
  const value = survival ?? 0.5;
  return {
    time,
    atRisk,
    weightedAtRisk: null,
    eventsBefore: 0,
    censoredBefore: 0,
    survival: value,
    stdError: 0.05,
    lower: value - 0.1,
    upper: value + 0.1,
    beyondFollowUp: survival === null,
  };
}

export function coxRow(row: Partial<CoxRow>): CoxRow {
  return {
    name: 'arm',
    level: '',
    reference: false,
    coef: null,
    se: null,
    z: null,
    p: null,
    hr: null,
    lower: null,
    upper: null,
    aliased: false,
    diverging: false,
    extreme: false,
    robustSe: null,
    profileLower: null,
    profileUpper: null,
    profileP: null,
    ...row,
  };
}

export function coxModel(terms: CoxRow[], rest: Partial<CoxModel> = {}): CoxValue {
  return {
    n: 83,
    events: 66,
    terms,
    covariance: [],
    logLikNull: -200,
    logLik: -190,
    tests: { likelihoodRatio: null, wald: null, score: null, robustScore: null },
    termTests: [],
    concordance: null,
    aic: 0,
    bic: 0,
    converged: true,
    iterations: 4,
    proportionalHazards: null,
    unpenalisedLogLik: null,
    baseline: [],
    predicted: [],
    residuals: null,
    splines: [],
    piecewise: null,
    adjusted: null,
    functionalForm: null,
    ...rest,
  };
}

export function coxTableRow(row: Partial<CoxTableRow>): CoxTableRow {
  return {
    name: 'arm',
    level: '',
    reference: false,
    n: 40,
    events: 30,
    univariable: null,
    multivariable: null,
    ...row,
  };
}

export function effect(hr: number | null, lower: number | null, upper: number | null, p = 0.2) {
  return {
    reference: false,
    hr,
    lower,
    upper,
    p: hr === null ? null : p,
    aliased: false,
    diverging: false,
  };
}

const intervals = {
  clopperPearson: { lower: 0.183, upper: 0.454 },
  wilson: { lower: 0.195, upper: 0.445 },
  wilsonCorrected: { lower: 0.187, upper: 0.456 },
  wald: { lower: 0.177, upper: 0.435 },
  agrestiCoull: { lower: 0.194, upper: 0.446 },
  jeffreys: { lower: 0.191, upper: 0.443 },
  midP: { lower: 0.19, upper: 0.445 },
};

export function rate(events: number, n: number) {
  return { events, n, rate: events / n, intervals };
}

export function proportionGroup(label: string, events: number, n: number): ProportionGroup {
  return { label, ...rate(events, n), exactTest: null };
}

export function pair(rest: Partial<TwoProportions> = {}): TwoProportions {
  return {
    a: 'Rechallenge',
    b: 'Chemotherapy',
    difference: {
      value: 0.2473,
      wald: { lower: 0.09, upper: 0.4 },
      newcombe: { lower: 0.0748, upper: 0.3931 },
      miettinenNurminen: { lower: 0.0806, upper: 0.3998 },
      mee: { lower: 0.0818, upper: 0.3989 },
    },
    riskRatio: {
      value: 5.2041,
      katz: { lower: 1.2712, upper: 21.3046 },
      miettinenNurminen: { lower: 1.4697, upper: 19.9083 },
    },
    oddsRatio: {
      value: 7.0588,
      woolf: { lower: 1.4944, upper: 33.3425 },
      miettinenNurminen: { lower: 1.6322, upper: 29.8349 },
      conditional: { value: 6.919, lower: 1.431, upper: 67.1281 },
      haldane: { value: 5.8406, lower: 1.413, upper: 24.1425 },
    },
    numberNeeded: { value: 4.0437, lower: 2.5012, upper: 12.4002, throughInfinity: false },
    tests: {
      pearson: { chiSquare: 7.5488, df: 1, p: 0.006 },
      pearsonNMinus1: { chiSquare: 7.4463, df: 1, p: 0.0064 },
      yates: { chiSquare: 6.0873, df: 1, p: 0.0136 },
      fisher: { p: 0.006, less: 0.9994, greater: 0.0049 },
      fisherMidP: { p: 0.0039 },
      fisherMidPObserved: { p: 0.0039 },
      fisherMidPDoubled: { p: 0.0055 },
      barnard: null,
      boschloo: null,
    },
    expectedMin: 6.96,
    chosen: 'pearson',
    ...rest,
  };
}

export function comparison(rest: Partial<ProportionComparison> = {}): ProportionComparison {
  return { ...pair(), groups: [], others: [], overall: null, ...rest };
}

export function responseGroup(
  label: string,
  [CR, PR, SD, PD, NE]: readonly [number, number, number, number, number],
): ResponseGroup {
  const n = CR + PR + SD + PD + NE;
  return {
    label,
    n,
    counts: { CR, PR, SD, PD, NE, missing: 0 },
    orr: rate(CR + PR, n),
    dcr: rate(CR + PR + SD, n),
    cbr: null,
    benefitUnknown: 0,
  };
}

export function armEffect(rest: Partial<ArmEffect> = {}): ArmEffect {
  return {
    a: 'Rechallenge',
    b: 'Chemotherapy',
    ratio: 0.43,
    lower: 0.26,
    upper: 0.72,
    p: 0.001,
    logRankP: 0.001,
    small: false,
    ...rest,
  };
}

export function subgroup(
  factor: string,
  level: string,
  rest: Partial<SubgroupRow> = {},
): SubgroupRow {
  return {
    ...armEffect(),
    factor,
    level,
    n: 40,
    events: 30,
    perArm: [
      { label: 'Chemotherapy', n: 20, events: 16, median: 5.33 },
      { label: 'Rechallenge', n: 20, events: 14, median: 12.4 },
    ],
    others: [],
    ...rest,
  };
}

/** A printed result that is consistent, with nothing recomputed but what `rest` says. */
export function claimCheck(
  rest: Partial<Omit<ClaimCheck, 'recomputed'>> & {
    recomputed?: Partial<ClaimCheck['recomputed']>;
  } = {},
): ClaimCheck {
  return {
    verdict: 'consistent',
    reproducedBy: [],
    sentence: '30.6% is 15 of 49.',
    ...rest,
    recomputed: {
      percentages: [],
      tables: [],
      ratio: null,
      intervals: [],
      median: null,
      differences: [],
      statistic: null,
      events: null,
      medians: null,
      ...rest.recomputed,
    },
  };
}
