// Tests of equal survival beside the log-rank test, in the Survival section.
import { nbsp } from '../../base/rounding.ts';
import { p, rich } from '../../base/rich-text.ts';
import { listed } from './grammar.ts';

const logRank = 'log\u2011rank';

export const survivalTests = {
  also: 'Also test',
  kinds: {
    weighted: 'Weighted log-rank tests',
    maxCombo: 'Max-combo test',
    permutation: 'Permutation test',
    trend: 'Trend over the arms',
  },
  missing: {
    weighted: 'A weighted test is missing.',
    maxCombo: 'No max-combo test.',
    permutation: 'No permutation test.',
    trend: 'No test for trend.',
    pairs: 'No tests of pairs.',
  },
  caution:
    'Name the test before you see its result. To choose the one with the smallest p value afterwards is not honest: a difference is then found by chance more often than the p value says.',

  rho: 'Fleming–Harrington, rho',
  gamma: 'Fleming–Harrington, gamma',
  exponentHint: 'From 0 to 10.',
  notAnExponent: (entry: string) => `“${entry}” is not a number from 0 to 10.`,

  label: 'Log-rank family',
  heads: { test: 'Test', chiSquare: 'χ²', z: 'Z', df: 'df', sensitive: 'Most sensitive to' },
  names: {
    logRank: 'Log-rank',
    gehan: 'Gehan–Breslow (Wilcoxon)',
    taroneWare: 'Tarone–Ware',
    petoPeto: 'Peto–Peto',
    modifiedPetoPeto: 'Modified Peto–Peto',
  },
  flemingHarrington: (rho: string, gamma: string) => `Fleming–Harrington (${rho}, ${gamma})`,
  sensitive: {
    logRank: 'a hazard ratio that stays the same',
    gehan: 'early differences; uneven censoring moves its weights',
    taroneWare: 'early differences, less so than Gehan–Breslow',
    petoPeto: 'early differences, whatever the censoring',
    modifiedPetoPeto: 'early differences, a little less where few are at risk',
    early: 'early differences',
    middle: 'differences in the middle of follow-up',
    late: 'late differences',
  },
  zSign: (arm: string) => `Z above 0: more events with ${arm} than expected.`,
  weightedMethod: 'Two-sided tests; tied events together with the hypergeometric variance.',
  unstratified: 'Unstratified.',
  stratified: (columns: string) => `Stratified by ${columns}.`,

  maxComboResult: (statistic: string, pEquals: string, largest: readonly string[]) =>
    rich`Max-combo: largest |Z|${nbsp}=${nbsp}${statistic}, ${p}${pEquals}. The largest was that of Fleming–Harrington ${listed(largest)}.`,
  maxComboMethod:
    'The largest of Fleming–Harrington (0, 0), (1, 0), (0, 1) and (1, 1), two-sided. Its p value takes account of there being four tests and of their correlation; no further correction is needed for them.',
  component: 'Component',

  exactResult: (pEquals: string, labellings: string) =>
    rich`Exact permutation ${logRank} test: ${p}${pEquals}, from all ${labellings} ways to label the patients.`,
  drawnResult: (pEquals: string, bounds: string, draws: string) =>
    rich`Permutation ${logRank} test: ${p}${pEquals}, estimated from ${draws} random relabellings (99%${nbsp}interval of ${p}: ${bounds}).`,
  seed: (seed: number) => `Seed ${seed}: the same draws each time.`,
  permutationMethod:
    'The arms are shuffled among the patients, within strata if there are any. That is fair where patients of all arms are followed up alike.',

  trendResult: (z: string, chiSquare: string, pEquals: string) =>
    rich`Trend over the arms: Z${nbsp}=${nbsp}${z}, χ²${nbsp}=${nbsp}${chiSquare}, 1${nbsp}df, ${p}${pEquals}.`,
  trendMethod: (arms: string) =>
    `${logRank[0]!.toUpperCase()}${logRank.slice(1)} test for trend, scores 1, 2, 3 … in the order ${arms}. It means something only where the arms have this order, such as doses; the order is set in Data. Z above 0: more events in later arms.`,

  pairs: 'Pairs of arms',
  pairKinds: { off: 'Off', holm: 'Holm', BH: 'Benjamini–Hochberg', bonferroni: 'Bonferroni' },
  pairsLabel: 'Log-rank tests of pairs of arms',
  pair: 'Arms',
  pairOf: (a: string, b: string) => `${a} against ${b}`,
  raw: rich`Raw ${p}`,
  adjusted: rich`Adjusted ${p}`,
  adjustments: {
    holm: 'Adjusted after Holm: the chance of any false finding among these pairs is kept.',
    BH: 'Adjusted after Benjamini and Hochberg: the expected share of false findings among those called different is kept.',
    bonferroni:
      'Adjusted after Bonferroni: each p value times the number of pairs; the chance of any false finding among them is kept.',
  },
  pairsMethod: 'Each pair by the log-rank test of its own patients.',

  openMeans: 'See restricted means',
  seeMaxCombo: 'See the max-combo test',
  addMaxCombo: 'Add the max-combo test',
  crossingPicture: (times: string) =>
    `Small picture of the curves; dashed lines where they cross, at about ${times}.`,
};
