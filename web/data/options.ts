// What the user can choose about methods and figures. It is part of the setup: undone, saved and
// opened with it. `null` leaves a choice to the page, which follows the data.
import type { Adjustment, GroupTestChoice, SurvivalInterval } from '../../build/wasm/riskset.js';

export interface Options {
  /** Coverage of every interval on the page. */
  level: 0.9 | 0.95 | 0.99;
  /** How rows count in curves and Cox models: columns, or each as one and on its own. */
  rows: {
    weights: string | null;
    cluster: string | null;
  };
  tableOne: {
    /** The variables in their order; null: what describes the patients. */
    variables: readonly string[] | null;
    /** Columns of numbers that are shown otherwise than the page would. */
    mean: readonly string[];
    median: readonly string[];
    counts: readonly string[];
    /** Tests that a person chose by name, in place of the rule. */
    chosenTests: readonly ChosenTest[];
    /** The smallest and the largest value of each number. */
    range: boolean;
    /** The column of p values. */
    tests: boolean;
    /** The column of standardised differences. */
    differences: boolean;
    adjust: Adjustment;
    /** Whose quartiles: those of R, of SPSS and Prism, or of SAS and Stata. */
    quartiles: 'r' | 'spss' | 'sas';
  };
  survival: {
    interval: SurvivalInterval;
    /** How the interval of a median comes about. */
    median: 'brookmeyerCrowley' | 'spss';
    /** Steps of the time axis and of the numbers at risk. */
    tickEvery: number | null;
    /** Times at which rates are compared. */
    landmarks: readonly number[] | null;
    /** End of the restricted mean. */
    horizon: number | null;
    /** From where a landmark analysis begins; null: there is none. */
    landmarkAt: number | null;
    /** Survival of those who are alive at this time; null: not asked for. */
    aliveAt: number | null;
    /** Columns of a stratified log-rank test beside the unstratified. */
    strata: readonly string[];
  };
  /** Tests beside the log-rank test; none is computed unless it is chosen. */
  tests: {
    /** Weighted log-rank tests, with the exponents of Fleming and Harrington's. */
    weighted: boolean;
    rho: number;
    gamma: number;
    maxCombo: boolean;
    permutation: boolean;
    trend: boolean;
    /** Two arms at a time, and how their p values are adjusted. */
    pairs: 'off' | 'holm' | 'BH' | 'bonferroni';
  };
  curves: {
    bands: boolean;
    censorTicks: boolean;
    medians: boolean;
    /** The area under each curve up to the end of the restricted mean. */
    meanArea: boolean;
    /** What stands under the axis. */
    atRisk: 'all' | 'atRiskCensored' | 'atRisk';
  };
  response: {
    interval: RateInterval;
    /** The patients a rate is of, where a sentence or figure can show one. */
    denominator: 'all' | 'evaluable';
    /** What each arm's objective response is tested against; null: not asked for. */
    against: number | null;
    /** Stable disease that lasts so long is clinical benefit. */
    benefitWeeks: number;
    /** What is compared by subgroup, and what of it is drawn. */
    subgroupRate: 'orr' | 'dcr';
    effect: 'difference' | 'oddsRatio';
  };
  regression: {
    ties: 'efron' | 'breslow' | 'exact';
    /** Firth's penalty, for hazard ratios that run to 0 or infinity. It has no exact ties. */
    firth: boolean;
    /** Who enters the multivariable model: the factors of the setup, all, or by univariable p. */
    entry: 'chosen' | 'all' | number;
  };
  /** Odds ratios of a binary outcome, in the place of hazard ratios. */
  logistic: {
    /** They are computed only while they are shown. */
    shown: boolean;
    /** A rate of response, or a column with two levels. */
    outcome: 'orr' | 'dcr' | 'column';
    column: string | null;
    /** The level of it that is the outcome. */
    level: string | null;
    interval: 'wald' | 'profile';
    /** Firth's penalty, for odds ratios that run to 0 or infinity. */
    firth: boolean;
  };
  subgroups: {
    factors: readonly string[] | null;
  };
  safety: {
    interval: RateInterval;
    /** Columns of adverse events that are listed. */
    terms: readonly string[] | null;
    order: 'frequency' | 'difference' | 'name' | 'file';
    /** Column of each patient's time under observation; null: rates by time are not asked for. */
    exposure: string | null;
  };
}

export interface ChosenTest {
  column: string;
  test: GroupTestChoice;
}

/** The intervals of a rate that the engine gives. */
export type RateInterval = 'clopperPearson' | 'wilson' | 'wald';

export const defaultOptions: Options = {
  level: 0.95,
  rows: { weights: null, cluster: null },
  tableOne: {
    variables: null,
    mean: [],
    median: [],
    counts: [],
    chosenTests: [],
    range: false,
    tests: true,
    differences: true,
    adjust: 'none',
    quartiles: 'r',
  },
  survival: {
    interval: 'log',
    median: 'brookmeyerCrowley',
    tickEvery: null,
    landmarks: null,
    horizon: null,
    landmarkAt: null,
    aliveAt: null,
    strata: [],
  },
  tests: {
    weighted: false,
    rho: 0,
    gamma: 1,
    maxCombo: false,
    permutation: false,
    trend: false,
    pairs: 'off',
  },
  curves: { bands: true, censorTicks: true, medians: true, meanArea: false, atRisk: 'all' },
  response: {
    interval: 'clopperPearson',
    denominator: 'all',
    against: null,
    benefitWeeks: 24,
    subgroupRate: 'orr',
    effect: 'difference',
  },
  regression: { ties: 'efron', firth: false, entry: 'chosen' },
  logistic: {
    shown: false,
    outcome: 'orr',
    column: null,
    level: null,
    interval: 'wald',
    firth: false,
  },
  subgroups: { factors: null },
  safety: { interval: 'clopperPearson', terms: null, order: 'frequency', exposure: null },
};
