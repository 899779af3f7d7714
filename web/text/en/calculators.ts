// The quick calculators on Start.
import { count, nbsp } from '../../base/rounding.ts';
import { p, rich, strong, type RichText } from '../../base/rich-text.ts';
import { counted } from './grammar.ts';

const arms = ['Arm A', 'Arm B'] as const;

export const calculators = {
  link: {
    copy: 'Copy a link to these numbers',
    /** Heard behind it: whose. */
    of: (name: string) => `: ${name}`,
    copied: 'Copied',
    inAddress: 'The link stands in the address bar now.',
  },
  failed: 'The engine stopped. Change a number to start it again.',
  computing: 'Computing…',

  // What is wrong with what was typed.
  fill: (numbers: string) => `Fill in ${numbers} to see the result.`,
  both: 'both numbers',
  four: 'all four numbers',
  notWhole: (text: string) => `“${text}” is not a whole number. Write a count in digits only.`,
  negative: (text: string) => `“${text}” is below 0. A count starts at 0.`,
  tooMany: (most: number) => `This calculator takes up to ${count(most)} patients.`,
  nobody: 'A rate needs at least 1 patient after “of”.',
  nobodyInGroup: 'a rate needs at least 1 patient in all.',
  moreThanAll: (x: number, n: number) =>
    `${count(x)} of ${count(n)} is not possible. Patients with the event cannot outnumber the patients.`,
  inArm: (arm: string, problem: string) => `${arm}: ${problem}`,
  inLine: (line: number, problem: string) => `Line ${count(line)}: ${problem}`,
  emptyCell: 'a cell is empty. Write 0 where nobody was counted.',
  cellsInLine: (cells: number, wanted: string) => `${counted(cells, 'number')}; ${wanted}.`,
  asInFirst: (cells: number) => `the first line has ${count(cells)}`,
  takes: (cells: readonly number[]) => `it takes ${cells.map((n) => count(n)).join(' or ')}`,
  fillLines: (lines: number) => `Fill in at least ${counted(lines, 'line')} to see the result.`,
  mostLines: (lines: number, cells: number) =>
    `This calculator takes up to ${counted(lines, 'line')} and ${counted(cells, 'column')}.`,
  notScore: (text: string) => `“${text}” is not a number.`,
  scoresInAll: 'write a score in every line, or in none.',

  // What is shared by the answers.
  pair: (a: string, b: string) => `${a} and ${b}`,
  estimate: (value: string, bounds: string) => `${value} (${bounds})`,
  pIs: (equals: string): RichText => rich`${p}${equals}`,
  /** A chi-square with its degrees of freedom and p. */
  chiSquare: (chiSquare: string, df: string, equals: string): RichText =>
    rich`χ² = ${chiSquare}, ${df}${nbsp}df, ${p}${equals}`,
  from: (lower: string) => `${lower} to ∞`,
  infinite: 'Infinite',
  notTested: 'Not tested: all or none have the event',
  noInterval: (value: string) => `${value} (no interval: a count is 0)`,

  one: 'One rate',
  withEvent: 'With the event',
  of: 'of',
  patientsOf: (whose: string) => `${whose}, patients in all`,
  rate: 'Rate',
  intervals: {
    clopperPearson: 'Clopper–Pearson',
    wilson: 'Wilson',
    wilsonCorrected: 'Wilson with continuity correction',
    wald: 'Wald',
    agrestiCoull: 'Agresti–Coull',
    jeffreys: 'Jeffreys',
    midP: 'mid-P',
  },
  intervalOf: (level: string, name: string) => `${level} CI, ${name}`,
  moreIntervals: 'Other intervals',
  moreIntervalsSetting: 'Wald, Jeffreys, mid-P and others',
  moreIntervalsMethod:
    'Wald and Agresti–Coull as printed, even below 0% or above 100%. Jeffreys is the Bayesian interval with the prior Beta(½, ½).',
  oneMethod: (n: string): RichText =>
    rich`Clopper–Pearson is exact and never too narrow; Wilson is on average closer to the stated coverage. ${strong(n)}.`,
  against: 'Test against a given rate',
  againstNothing: 'none given',
  againstSetting: (rate: string, equals: string): RichText => rich`${rate}: ${p}${equals}`,
  givenRate: 'Given rate, %',
  twoSided: 'Exact binomial test, two-sided',
  below: (rate: string) => `One-sided: the rate is below ${rate}`,
  above: (rate: string) => `One-sided: the rate is above ${rate}`,
  againstMethod:
    'Two-sided: the probabilities of all counts no more probable than the observed one, added up.',

  two: 'Two rates',
  arms,
  rates: 'Rates',
  difference: (level: string, name: string) => `Difference, ${level} CI, ${name}`,
  differences: {
    newcombe: 'Newcombe',
    miettinenNurminen: 'Miettinen–Nurminen',
    mee: 'Mee',
    wald: 'Wald',
  },
  tests: { pearson: 'Pearson test', yates: 'Yates test', fisher: 'Fisher test' },
  quoted: (test: string): RichText => rich`${test} (quoted)`,
  twoMethod: (rule: string, n: string): RichText =>
    rich`Arm A against arm B; tests two-sided. ${rule} ${strong(n)}.`,
  pearsonRule: (expected: string) =>
    `Quoted: Pearson without correction, as every expected count is at least 5 (smallest ${expected}).`,
  fisherRule: (expected: string) =>
    `Quoted: Fisher’s exact test, as an expected count is below 5 (${expected}).`,

  ratios: 'Ratios and number needed',
  ratiosSetting: (risk: string, odds: string) => `RR ${risk} · OR ${odds}`,
  riskRatio: (level: string, name: string) => `Risk ratio, ${level} CI, ${name}`,
  oddsRatio: (level: string, name: string) => `Odds ratio, ${level} CI, ${name}`,
  ratioNames: {
    katz: 'Katz',
    miettinenNurminen: 'Miettinen–Nurminen',
    woolf: 'Woolf',
    haldane: 'Haldane (½ added)',
    conditional: 'conditional, exact',
  },
  nobodyInB: 'Not estimable: nobody in arm B has the event',
  oddsNone: 'Not estimable: nobody in arm B or everybody in arm A has the event',
  needed: (level: string) => `Number needed to treat, ${level} CI`,
  neededEqual: 'None: the rates are equal',
  /** "4.0 for one event more"; `n` is always above 0. */
  neededFor: (n: string, more: boolean) => `${n} for one event ${more ? 'more' : 'fewer'}`,
  neededOrMore: (n: string, more: boolean) => `${n} or more for one ${more ? 'more' : 'fewer'}`,
  neededOpen: (value: string, sides: readonly string[]) => `${value} (${sides.join(', or ')})`,
  ratiosMethod: (throughInfinity: boolean) =>
    `Risk ratio by logarithm (Katz) and by score; odds ratio by logarithm (Woolf), by score, and given the margins by maximum likelihood with its exact interval. Number needed: patients in arm A instead of B, from Newcombe’s interval of the difference.${
      throughInfinity
        ? ' That interval holds 0, so the number needed runs through infinity and has two sides.'
        : ''
    }`,

  otherIntervals: 'Other intervals',
  otherIntervalsMethod:
    'Miettinen–Nurminen and Mee invert the score test, the first with the variance times N / (N − 1). Wald is too narrow for small counts.',
  inArmRow: (arm: string, what: string) => `${arm}, ${what}`,

  moreTests: 'Mid-P, Barnard and Boschloo',
  furtherTests: {
    fisherMidP: 'Fisher mid-P',
    fisherMidPObserved: 'Fisher mid-P, the observed table alone halved',
    fisherMidPDoubled: 'Fisher mid-P, one tail doubled',
    pearsonNMinus1: 'Pearson with N − 1',
    barnard: 'Barnard’s exact test',
    boschloo: 'Boschloo’s exact test',
  },
  tooLarge: 'Not computed: the arms are too large for this test',
  moreTestsMethod:
    'Mid-P counts half the probability of tables as probable as the observed one. Barnard (pooled z) and Boschloo (Fisher’s p) fix the sizes of the arms only: p is the largest over the common rate.',

  more: 'More calculators',
  counts: 'Counts',
  countsHint: 'Type, or paste cells from a spreadsheet: one row on each line.',

  table: 'A larger table',
  tableWhat: 'more than two groups or outcomes',
  pearson: 'Pearson test',
  smallestExpected: 'Smallest expected count',
  shareBelow5: 'Cells with an expected count below 5',
  cramerV: 'Cramér’s V',
  freemanHalton: 'Fisher–Freeman–Halton test, exact',
  freemanHaltonDrawn: 'Fisher–Freeman–Halton test, Monte Carlo',
  exactTooLarge: 'Not computed: the table is too large for it, and for random tables too',
  drawn: (equals: string, bounds: string): RichText => rich`${p}${equals} (99% CI ${bounds})`,
  expectedTable: 'Counts, and in parentheses the counts expected without association',
  row: (index: number) => `Row ${count(index)}`,
  column: (index: number) => `Column ${count(index)}`,
  cell: (observed: string, expected: string) => `${observed} (${expected})`,
  noTable: 'Fill in at least two rows and two columns with patients to see the result.',
  quotedTest: {
    pearson: 'Quoted: Pearson without correction, as every expected count is at least 5.',
    exact: 'Quoted: the exact test, as an expected count is below 5.',
    none: 'None is quoted: an expected count is below 5, and there is no exact test.',
  },
  tableMethod: (quoted: string, drawn: boolean, n: string): RichText =>
    rich`${quoted} ${
      drawn
        ? 'Too many tables to go through: p is estimated from 100,000 random ones with these margins, always the same ones. '
        : ''
    }Rows and columns without a patient are left out. ${strong(n)}.`,

  trend: 'A trend over ordered groups',
  trendWhat: 'such as doses or stages',
  trendHint:
    'One group on each line: with the event, patients in all and, if the steps are unequal, a score.',
  trendTest: 'Cochran–Armitage test for trend, two-sided',
  trendZ: 'z, above 0 where rates rise',
  trendGroup: (index: number, score: string) => `Group ${count(index)}, score ${score}`,
  trendMethod: (n: string): RichText =>
    rich`Scores 1, 2, 3 … unless they are given; variance with N, not N − 1. ${strong(n)}.`,

  strata: 'Two rates in strata',
  strataWhat: 'such as centres or stages',
  strataHint:
    'One stratum on each line: arm A with the event, arm A in all, arm B with the event, arm B in all.',
  commonOddsRatio: (level: string) => `Common odds ratio, ${level} CI, Mantel–Haenszel`,
  commonRiskRatio: (level: string) => `Common risk ratio, ${level} CI, Mantel–Haenszel`,
  commonOddsNone:
    'Not estimable: in every stratum nobody in arm B or everybody in arm A has the event',
  cmh: 'Cochran–Mantel–Haenszel test',
  cmhCorrected: 'The same with continuity correction',
  breslowDay: 'Homogeneity, Breslow–Day',
  tarone: 'Homogeneity, Breslow–Day with Tarone’s correction',
  notHomogeneous: 'Not tested: it needs two strata and a common odds ratio',
  exactConditional: 'Exact conditional test, two-sided',
  exactOddsRatio: (level: string) => `Common odds ratio, ${level} CI, conditional, exact`,
  exactStrataTooLarge: 'Not computed: the strata are too large for it',
  strataMethod: (n: string): RichText =>
    rich`Arm A against arm B within each stratum; the quoted test is without correction. Interval of the odds ratio by Robins, Breslow and Greenland, of the risk ratio by Greenland and Robins. A small p of homogeneity says that the odds ratio differs between strata. The exact test and its odds ratio are conditional on the margins of every stratum, right in small strata too. ${strong(n)}.`,

  pairs: 'Pairs',
  pairsWhat: 'the same patients twice, such as before and after',
  pairFields: {
    both: 'Yes both times',
    first: 'Yes only the first time',
    second: 'Yes only the second time',
    neither: 'No both times',
  },
  noPairs: 'Fill in at least one pair to see the result.',
  changed: 'Pairs that changed',
  changedOf: (changed: string, n: string) => `${changed} of ${n}`,
  mcnemarExact: 'McNemar, exact',
  mcnemarMidP: 'McNemar, mid-P',
  mcnemar: 'McNemar',
  mcnemarCorrected: 'McNemar with continuity correction',
  pairsOddsRatio: 'Odds ratio, first to second',
  noneChanged: 'Not tested: no pair changed',
  pairsOddsNone: 'Not estimable: nobody is yes only the second time',
  pairsMethod: (n: string): RichText =>
    rich`Two-sided; only pairs that changed count. Quoted: the exact test, never too small. ${strong(n)}.`,

  kappa: 'Agreement of two ratings',
  kappaWhat: 'Cohen’s kappa, of two readers or two methods',
  kappaHint:
    'One category of the first rating on each line, with the counts by category of the second, in the same order.',
  kappaWeights: 'Weights',
  weightings: { none: 'None', linear: 'Linear', quadratic: 'Quadratic' },
  noSquare: 'Fill in at least two lines of two counts to see the result.',
  notSquare: (lines: number, columns: number) =>
    `${counted(lines, 'line')} of ${counted(columns, 'count')}: both ratings need the same categories.`,
  kappaOf: {
    none: (level: string) => `Cohen’s kappa, ${level} CI`,
    linear: (level: string) => `Kappa with linear weights, ${level} CI`,
    quadratic: (level: string) => `Kappa with quadratic weights, ${level} CI`,
  },
  allAgree: (value: string) => `${value} (no interval: all pairs agree)`,
  agreement: {
    none: 'Agreement',
    linear: 'Agreement, weighted',
    quadratic: 'Agreement, weighted',
  },
  expectedAgreement: 'Agreement expected by chance',
  kappaTest: 'Test of kappa = 0, two-sided',
  zTest: (z: string, equals: string): RichText => rich`z = ${z}, ${p}${equals}`,
  kappaMethod: (weights: 'none' | 'linear' | 'quadratic', n: string): RichText =>
    rich`${
      weights === 'none'
        ? 'Every disagreement counts alike.'
        : 'Ordered categories: a disagreement counts the more, the further apart it is.'
    } Standard errors of Fleiss, Cohen and Everitt; the interval is printed as it is, even above 1. The test only asks whether there is any agreement beyond chance. ${strong(n)}.`,
  pairsN: (n: number) => counted(n, 'pair'),
  patientsN: (n: number) => counted(n, 'patient'),
};
