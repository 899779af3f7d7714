// Rates and their comparison, as Response and Safety show them.
import { count, nbsp } from '../../base/rounding.ts';
import { p, rich, type RichText } from '../../base/rich-text.ts';

export const comparison = {
  allPatients: 'All patients',
  patients: (n: string) => `n${nbsp}=${nbsp}${n}`,
  differenceHead: (coverage: string) => `Difference (${coverage} CI)`,
  effectHead: (coverage: string) => `Effect (${coverage} CI)`,
  testsHead: [p, ', two-sided'] as RichText,
  against: (arm: string, reference: string) => `${arm} against ${reference}`,
  eachAgainst: 'each arm against the reference',
  heading: (name: string, arm: string) => `${name}, ${arm}`,

  difference: 'Difference',
  differenceNewcombe: 'Difference, Newcombe',
  riskRatio: 'Risk ratio',
  oddsRatio: 'Odds ratio',
  tests: {
    pearson: 'Pearson',
    yates: 'Pearson with Yates’s correction',
    fisher: 'Fisher’s exact',
  },
  fisher: 'Fisher',
  smallestExpected: 'Smallest expected count',
  allArms: 'Pearson, all arms together',
  quoted: 'quoted',
  noInterval: '(no interval: a rate is 0% or 100%)',
  referenceIsNone: 'Not estimable: the reference rate is 0%',
  armIsAll: 'Not estimable: the rate compared is 100%',
  notTested: 'Not tested: every rate is 0%, or every rate 100%',
  degreesOfFreedom: (df: string) => `(${df}${nbsp}df)`,

  /** The end of a sentence about two arms. */
  differed: (points: string, coverage: string, bounds: string, test: string, equals: string) =>
    rich`: a difference of ${points} (${coverage}${nbsp}CI ${bounds}; ${test} ${p}${equals})`,
  differedAmongAll: (equals: string) => rich` (Pearson, all arms, ${p}${equals})`,

  chosenRule:
    'Pearson’s test without correction is quoted where every expected count is at least 5, Fisher’s exact test elsewhere.',
  pearsonChosen: (name: string, smallest: string) =>
    `${name}: Pearson’s test without correction is quoted, because every expected count is at least 5 (smallest ${smallest}).`,
  fisherChosen: (name: string, smallest: string) =>
    `${name}: Fisher’s exact test is quoted, because an expected count is below 5 (${smallest}).`,
  effectIntervals:
    'Difference: Newcombe interval. Risk ratio: log interval (Katz); odds ratio: log interval (Woolf).',
  fewExpected: (names: string) => `An expected count is below 5: ${names}.`,
  fewIn: (name: string, smallest: string) => `${name} (${smallest})`,
  fewInSome: (name: string, few: number, all: number, smallest: string) =>
    `${name} (${count(few)} of ${count(all)} comparisons, smallest ${smallest})`,
  fewExpectedText:
    'Pearson’s test is not reliable there, so Fisher’s exact test is quoted. All three tests are shown.',

  interval: {
    clopperPearson: 'Clopper–Pearson',
    wilson: 'Wilson',
    wald: 'Wald',
  },
  intervalField: 'Interval of a rate',
  intervalHint: 'Wald can pass below 0% and is too narrow for small counts.',
  intervalMethod: {
    clopperPearson: (coverage: string) => `Rates: exact ${coverage} intervals (Clopper–Pearson).`,
    wilson: (coverage: string) => `Rates: Wilson ${coverage} intervals, without correction.`,
    wald: (coverage: string) => `Rates: Wald ${coverage} intervals.`,
  },

  notARate: (text: string) => `“${text}” is not a rate. Write a number from 0 to 100.`,

  numbers: {
    rates: (name: string) => `${name}: rates`,
    ratesCaption: (name: string, coverage: string) =>
      `${name}: rates and their ${coverage} intervals`,
    arm: 'Arm',
    patients: 'Patients',
    rate: 'Rate',
    effects: (names: string) => `${names}: effects`,
    effectsCaption: (coverage: string) => `Effects and their ${coverage} intervals`,
    reference: 'Against the reference',
    newcombe: 'Newcombe',
    katz: 'Katz',
    woolf: 'Woolf',
    tests: (names: string) => `${names}: tests`,
    testsCaption: 'Tests, two-sided',
    pearson: 'Pearson χ²',
    yates: 'Yates χ²',
    fisher: 'Fisher p',
    p: 'p',
  },
  allNumbers: 'All numbers',
  allNumbersSetting: 'rates with three intervals, effects, tests',
};
