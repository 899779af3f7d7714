// The Survival section.
import type { TimeUnit } from '../../../build/wasm/riskset.js';

import { nbsp } from '../../base/rounding.ts';
import { p, rich, strong, type RichText } from '../../base/rich-text.ts';
import { capitalised, counted } from './grammar.ts';
import { singular, unitBehind } from './numbers.ts';
import { survivalFromATime } from './survival-from-a-time.ts';
import { survivalTests } from './survival-tests.ts';

const logRank = 'log\u2011rank';
const armTests = {
  logRank: 'Log\u2011rank test',
  score: 'Score test',
  robustScore: 'Robust score test',
};
const standardErrors = { greenwood: 'Greenwood', curves: 'the curves’' };

/** Why a mean ends where it does. */
const horizons = {
  chosen: 'as chosen',
  tick: 'the last tick that the follow-up of every arm reaches',
  followUp: 'the follow-up of the arm that was watched for the shortest time',
};
const medianIntervals = {
  brookmeyerCrowley: 'medians after Brookmeyer and Crowley',
  spss: 'medians with symmetric intervals by the rule that SPSS is known to follow, not compared with SPSS itself',
};
const horizonsOfOne = {
  chosen: horizons.chosen,
  tick: 'the last tick within the follow-up',
  followUp: 'the longest follow-up',
};

export const survival = {
  title: 'Survival',
  /** What an endpoint is needed for. */
  needs: 'Survival',
  byArm: (title: string) => `${title} by arm`,

  definition: {
    span: (start: string, end: string, unit: TimeUnit) => `From ${start} to ${end}, in ${unit}.`,
    deathFromAnyCause: 'death from any cause',
    counts: (happened: string, patients: string, rest: string) =>
      `${happened} in ${patients}; ${rest}.`,
    alive: (patients: string) => `${patients} alive at last contact`,
    eventFree: (patients: string) => `${patients} without the event at last contact`,
  },

  lede: {
    one: (endpoint: string, median: string, level: string, bounds: string, patients: string) =>
      rich`Median ${endpoint} was ${strong(median)} (${level}${nbsp}CI ${bounds}) in ${patients}.`,
    oneAlone: (endpoint: string, median: string, patients: string) =>
      rich`Median ${endpoint} was ${strong(median)} in ${patients}.`,
    oneNotReached: (endpoint: string, patients: string) =>
      rich`Median ${endpoint} was ${strong('not reached')} in ${patients}.`,
    noneReached: (endpoint: string, arms: number) =>
      rich`Median ${endpoint} was ${strong('not reached')} ${arms === 2 ? 'in either arm' : 'in any arm'}`,
    medians: (endpoint: string, medians: RichText) => rich`Median ${endpoint} was ${medians}`,
    medianOf: (median: string, arm: string) => rich`${strong(median)} with ${arm}`,
    hazardRatio: (hazard: string, value: string, level: string, bounds: string) =>
      rich`HR for ${hazard} ${strong(value)}, ${level}${nbsp}CI ${bounds}`,
    armTest: {
      logRank: (pEquals: string) => rich`${logRank} ${p}${pEquals}`,
      score: (pEquals: string) => rich`score test ${p}${pEquals}`,
      robustScore: (pEquals: string) => rich`robust score test ${p}${pEquals}`,
    },
    fewerThanHalf: (had: string) => `Fewer than half of the patients ${had}.`,
    /** `arms`: "rechallenge", "rechallenge or chemotherapy". */
    fewerThanHalfWith: (arms: string, had: string) =>
      `With ${arms} fewer than half of the patients ${had}.`,
    haveDied: 'have died',
    haveHadTheEvent: 'have had the event',
    rates: (at: string, unit: TimeUnit, rates: string) =>
      `The ${at}-${singular(unit)} rate is ${rates}.`,
    rateWith: (rate: string, arm: string) => `${rate} with ${arm}`,
  },

  description: {
    one: (endpoint: string, level: string, last: string, unit: TimeUnit) =>
      `Kaplan–Meier curve of ${endpoint} with its ${level} interval, from 0 to ${last} ${unit}.`,
    several: (endpoint: string, arms: number, level: string, last: string, unit: TimeUnit) =>
      `Kaplan–Meier curves of ${endpoint} in ${arms} arms with ${level} intervals, from 0 to ${last} ${unit}.`,
    medianNotReached: 'median not reached',
    median: (median: string, unit: TimeUnit) => `median ${median} ${unit}`,
    rate: (rate: string, at: string, unit: TimeUnit, atRisk: string) =>
      `${rate} at ${at} ${unitBehind(at, unit)}, ${atRisk} at risk`,
    died: (events: string, n: string) => `${events} of ${n} died`,
    hadTheEvent: (events: string, n: string) => `${events} of ${n} had the event`,
    armTest: (kind: keyof typeof armTests, pEquals: string) =>
      rich`${armTests[kind]}: ${p}${pEquals}.`,
    hazardRatio: (hazard: string, arms: string, value: string, bounds: string) =>
      `Hazard ratio for ${hazard}, ${arms}: ${value} (${bounds}).`,
    against: (arm: string, reference: string) => `${arm} against ${reference}`,
  },

  table: {
    caption: (unit: TimeUnit, level: string) => `${unit}; intervals are ${level}`,
    effect: 'Difference or ratio',
    counted: (happened: string) => `${happened}, n (%)`,
    hazardOf: (hazard: string) => `Hazard of ${hazard}`,
    hazardRatio: (ratio: string) => `HR ${ratio}`,
    wald: 'Wald test against the reference',
    testOfAll: (kind: keyof typeof armTests) => `${armTests[kind]}, all arms`,
    chiSquare: (value: string, df: number) => `χ²${nbsp}=${nbsp}${value}, ${df}${nbsp}df`,
    median: 'Median',
    freeAt: (free: string, at: string, unit: TimeUnit) =>
      `${free} at ${at}${nbsp}${unitBehind(at, unit)}`,
    meanWithin: (what: string, tau: string, unit: TimeUnit) =>
      `Mean ${what} within ${tau}${nbsp}${unitBehind(tau, unit)}`,
    /** What the restricted mean is of, where it is not overall survival. */
    eventFreeTime: (free: string) => `${free} time`,
    survivalTime: 'survival',
    followUp: 'Median follow-up',
    notTested: 'not tested',
    afterFollowUp: 'after the last follow-up',
    noEventsInOneArm: 'Not estimable: no events in one arm',
    runsToInfinity: 'Not estimable: it runs to 0 or infinity',
    noEventBefore: '(no interval: no event by then)',
    nobodyLeft: '(no interval: nobody is left)',
    allAtOneTime: '(no interval: all events at one time)',
  },

  figure: {
    /** Part of the name of a saved figure. */
    fileName: 'kaplan-meier',
    since: (unit: TimeUnit, start: string) => `${capitalised(unit)} since ${start}`,
    hazardRatio: (hazard: string) => `Hazard ratio for ${hazard}`,
    armTest: armTests,
    armTestP: (pEquals: string) => `p${pEquals}`,
    bands: (level: string) => `Bands: ${level} CI.`,
    bandsOff: (level: string) => `${level} intervals are in the data table.`,
    tooManyBands: 'Intervals are in the data table: bands of so many arms would hide the curves.',
    meanArea: (what: string, within: string) =>
      `Shaded up to ${within}: the area under a curve is its mean ${what} within that time, and what lies between two curves is what their means differ by.`,
    ticksUpTo: (most: number) => `Censored patients have ticks up to ${most} in an arm.`,
    ticks: 'Ticks: censored.',
    thin: 'Thin line: fewer than 5 patients at risk.',
    medians: 'Dotted: medians.',
    totals: (happened: string) => `Censored and ${happened}: totals before that time.`,
    censoredTotals: 'In brackets: censored before that time.',
    notReached: 'NR: not reached.',
  },

  warnings: {
    hazardsChange: 'One hazard ratio does not describe these curves well.',
    notConstant: (pEquals: string) =>
      rich`The proportional-hazards test speaks against an effect that is constant over time (${p}${pEquals}).`,
    byPeriod: (
      early: { hr: string; bounds: string },
      late: { hr: string; bounds: string },
      until: string,
      average: string,
    ) =>
      rich`The hazard ratio is ${strong(early.hr)} (${early.bounds}) up to ${until} and ${strong(late.hr)} (${late.bounds}) after; ${average} is an average over the follow-up.`,
    eachAverage: 'Each hazard ratio is an average over the follow-up.',
    average: (hr: string) =>
      `The hazard ratio of ${hr} is an average over the follow-up: read it beside the curves.`,
    averageOnly: (hr: string) => `The hazard ratio of ${hr} is an average over the follow-up.`,
    reportMean: (what: string, horizon: string, difference: string, bounds: string) =>
      rich`Report the difference in mean ${what} within ${horizon}, ${strong(difference)} (${bounds}), beside it.`,
    seeTest: 'See the test',
    cross: 'The curves cross.',
    crossAt: (at: string) => `They change their order at about ${at}.`,
    pairCrosses: (arms: string, at: string) => `Those of ${arms} do at about ${at}.`,
    neither:
      'Which arm is ahead depends on when one looks, and neither the log\u2011rank test nor one hazard ratio says so.',
    reportInstead: (what: string) => `Report ${what} instead.`,
    meanDifference: (what: string, horizon: string, difference: string, bounds: string) =>
      `the difference in mean ${what} within ${horizon}, ${difference} (${bounds})`,
    rateDifference: (at: string, difference: string, bounds: string) =>
      `the difference at ${at}, ${difference} (${bounds})`,
    ratesOfArms: 'the rates at chosen times and the means of each arm',
  },

  problems: {
    noCurve: 'No curve.',
    noLogRank: 'No log-rank test.',
    noHazardRatio: 'No hazard ratio.',
    compared: 'log\u2011rank test and hazard ratio',
  },

  method: {
    curves: (interval: string, level: string, median: keyof typeof medianIntervals) =>
      `Kaplan–Meier; ${level} intervals ${interval}; ${medianIntervals[median]}.`,
    intervals: {
      log: 'on the log scale, as in R',
      logLog: 'on the log–log scale',
      plain: 'on the plain scale',
      logit: 'on the logit scale',
      arcsine: 'on the arcsine scale',
    },
    tests: 'Log-rank test, two-sided, unstratified. Cox model, Efron ties, Wald interval and test.',
    testsOfRows:
      'Cox model, Efron ties, Wald interval and test; its score test stands for the log-rank test, which takes neither weights nor rows that belong together.',
    means: (horizon: string, why: keyof typeof horizons) =>
      `Means are restricted to ${horizon}, ${horizons[why]}.`,
    meansOfOne: (horizon: string, why: keyof typeof horizonsOfOne) =>
      `The mean is restricted to ${horizon}, ${horizonsOfOne[why]}.`,
    differences: (errors: keyof typeof standardErrors) =>
      `Differences of rates and means: against the reference arm, ${standardErrors[errors]} standard errors, normal interval and test.`,
    notCompared:
      'A difference is not tested where no patient of an arm has had the event or none is left: the error of the other arm alone is not that of a difference.',
    /** `arms`: whose limit it is; empty where there is one curve. */
    limitOutOfRange: (arms: string, horizon: string) =>
      `A limit of the mean${arms === '' ? '' : ` with ${arms}`} lies below 0 or above ${horizon}, where no mean can be: the interval is normal and not cut off, as in R’s survRM2.`,
    followUp: 'Follow-up by reverse Kaplan–Meier.',
    ticks: 'Counts at a tick include patients whose event falls on it.',
  },

  options: {
    interval: 'Intervals of curves and medians',
    intervals: {
      log: 'Log',
      logLog: 'Log–log',
      plain: 'Plain',
      logit: 'Logit',
      arcsine: 'Arcsine',
    },
    intervalsSet: {
      log: 'log intervals',
      logLog: 'log–log intervals',
      plain: 'plain intervals',
      logit: 'logit intervals',
      arcsine: 'arcsine intervals',
    },
    median: 'Interval of a median',
    medianIntervals: { brookmeyerCrowley: 'Brookmeyer–Crowley', spss: 'As SPSS prints it' },
    medianHint: 'SPSS: the median plus and minus an error.',
    medianSet: 'medians as SPSS prints them',
    tickEvery: 'Ticks every',
    tickAutomatic: 'Chosen by the page',
    ticksSet: (step: string) => `ticks every ${step}`,
    landmarks: (unit: TimeUnit) => `Rates at, ${unit}`,
    landmarksNone: 'Empty: chosen by the page.',
    landmarksSet: (times: string) => `rates at ${times}`,
    horizon: (unit: TimeUnit) => `Mean within, ${unit}`,
    horizonSet: (horizon: string) => `mean within ${horizon}`,
    automatic: (time: string) => `Empty: ${time}, chosen by the page.`,
    notATime: (entry: string, unit: TimeUnit) =>
      `“${entry}” is not a number of ${unit} above 0. Write numbers such as 12, 24.`,
    notOneTime: (entry: string, unit: TimeUnit) =>
      `“${entry}” is not one number of ${unit} above 0. Write a number such as 24.`,
    tooMany: (most: number) => `More than ${most} times are too many for the table. Take some out.`,
    beyond: (longest: string) => `The longest follow-up is ${longest}. Choose a time within it.`,
    figure: 'In the figure',
    bands: 'Interval bands',
    censorTicks: 'Censor ticks',
    medians: 'Medians',
    ticksOn: 'censor ticks on',
    ticksOff: 'censor ticks off',
    meanArea: 'Area of the mean',
    meanAreaSet: 'area of the mean',
    bandsOff: 'bands off',
    mediansOff: 'medians off',
    atRisk: 'Under the axis',
    atRiskKinds: (happened: string) => ({
      all: `At risk, censored, ${happened}`,
      atRiskCensored: 'At risk (censored)',
      atRisk: 'At risk',
    }),
    atRiskSet: (happened: string) => ({
      all: `at risk, censored and ${happened}`,
      atRiskCensored: 'at risk and censored',
      atRisk: 'at risk',
    }),
  },

  otherTests: {
    name: 'Other tests',
    none: 'weighted, stratified, permutation',
    setting: (columns: string) => `stratified by ${columns}`,
    strata: 'Stratify by',
    explain:
      'A stratified test compares patients only with those who are alike in the chosen columns.',
    noColumns: 'The table has no column of categories to stratify by besides the arm.',
    label: 'Stratified and unstratified tests',
    heads: ['Test', 'Unstratified', 'Stratified'] as const,
    logRank: 'Log-rank',
    hazardRatio: (arm: string) => `Hazard ratio, ${arm}`,
    n: 'Patients used',
    method: (columns: string) =>
      `Stratified by ${columns}: log-rank test and Cox model (Efron ties) with one stratum for each combination that occurs; patients without one of these values are left out.`,
  },

  tests: survivalTests,
  chosenTime: survivalFromATime,

  check: {
    name: 'Check the proportional-hazards assumption',
    label: 'Test of proportional hazards',
    term: 'Term',
    allTerms: 'All terms',
    explain: rich`A small ${p} says that the hazard ratio changes during follow-up: then one number is an average over it. A large ${p} in a small cohort says little.`,
    transforms: {
      km: 'the Kaplan–Meier scale',
      rank: 'the ranks of time',
      identity: 'time',
      log: 'the logarithm of time',
    },
    method: (transform: string) =>
      `Score test of Grambsch and Therneau on ${transform}, as in R’s cox.zph.`,
    periods: (until: string, before: number, after: number) =>
      `Hazard ratios up to ${until} (${counted(before, 'event')}) and after (${counted(after, 'event')}): one Cox model with a coefficient in each period, Efron ties, Wald intervals. Follow-up is parted at the tick of the axis that parts the events most evenly, not where the hazard ratios differ most.`,
  },

  numbers: {
    name: 'All numbers',
    setting: 'medians, tests, hazard ratio, survival at the ticks',
    allPatients: 'All patients',
    arm: 'Arm',
    quantiles: 'Quantiles',
    quantilesCaption: (unit: TimeUnit) =>
      `Time by which a share of the patients had the event, ${unit}`,
    share: 'Share',
    time: 'Time',
    timeIn: (unit: TimeUnit) => `Time, ${unit}`,
    lower: 'Lower',
    upper: 'Upper',
    logRank: 'Log\u2011rank',
    coxModel: (test: string) => `Cox model: ${test}`,
    tests: 'Tests of equal survival',
    test: 'Test',
    observedExpected: 'Observed and expected events',
    observedExpectedCaption: 'Log-rank test: events observed and expected',
    n: 'n',
    observed: 'Observed',
    expected: 'Expected',
    hazardRatios: 'Hazard ratios',
    hazardRatiosCaption: (hazard: string) => `Hazard ratio for ${hazard}`,
    atTicks: 'Survival at the ticks',
    atTicksCaption: 'Survival at the ticks of the axis and the chosen times',
    atRisk: 'At risk',
    survival: 'Survival',
    se: 'SE',
    events: 'Events',
    censored: 'Censored',
    curveOf: (arm: string) => `Curve of ${arm}`,
    firstOf: (shown: number, all: string) => `The first ${shown} of ${all} times.`,
    p: 'p',
    difference: 'Difference',
    differences: 'Differences of survival',
    differencesCaption: (arms: string) => `Difference of survival, ${arms}`,
    means: 'Restricted means',
    meansCaption: (horizon: string) => `Mean within ${horizon}`,
    mean: 'Mean',
    ratio: 'Ratio',
  },
};
