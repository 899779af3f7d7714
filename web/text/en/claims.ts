// Check a paper.
import { type RichText, rich, strong } from '../../base/rich-text.ts';
import { nbsp } from '../../base/rounding.ts';
import { counted, listed } from './grammar.ts';

const results = (n: number) => counted(n, 'printed result');

export const claims = {
  title: 'Check a paper',
  /** A saved or shared paper. */
  opened: {
    claim: (name: string) => `${name} is opened.`,
    text: 'Verdicts are computed again on this computer. Go on with it as with your own; Undo brings back what was here.',
  },
  what: 'Whether printed numbers can be true together: percentages of n, p values of counts, ratios with their intervals. No patient’s row is needed.',
  paste: 'Paste an abstract, a paragraph or the rows of a table',
  pasteHint:
    'Numbers are read as they are printed: trailing zeros count. The text stays on this computer.',
  example: 'Try an example',
  /** Of a trial that nobody made, in the way abstracts are written. */
  exampleText:
    'Among 83 patients, 49 patients received rechallenge and 34 patients received chemotherapy. The objective response rate was higher with rechallenge (30.6% vs. 6.0%), and so was the disease control rate (83.7% vs. 38.2%; P < 0.001). Median overall survival was 12.4 vs. 5.3 months (hazard ratio, 0.43; 95% CI, 0.26 to 0.72; P = 0.001). Grade 3 or higher adverse events occurred in 26.5% and 35.3%, respectively (P = 0.049).',
  clear: 'Start anew',
  none: 'No printed result was found in this text. Riskset looks for percentages, counts such as 15/49, p values, hazard, odds and risk ratios with an interval, and medians. Add one by hand below.',
  marked: 'The text, marked',
  found: 'Printed results',
  excerpt: 'The text is long: only the lines around printed results are shown.',
  many: (most: number) => `The first ${results(most)} of this text are shown.`,
  long: 'Only the first million letters of this text are read.',
  markOf: (number: number, verdict: string) => ` (${number}: ${verdict})`,
  lede: (all: number, flagged: number, agree: number, open: number): RichText => {
    if (agree + flagged === 0) return [`None of ${results(all)} can be checked as printed.`];
    const head =
      flagged === 0
        ? rich`${strong(`${agree}`)} of ${results(all)} ${agree === 1 ? 'agrees' : 'agree'} with the numbers printed beside ${agree === 1 ? 'it' : 'them'}`
        : rich`${strong(`${flagged}`)} of ${results(all)} ${flagged === 1 ? 'does' : 'do'} not follow from the numbers printed beside ${flagged === 1 ? 'it' : 'them'}`;
    const rest = [
      ...(flagged > 0 && agree > 0 ? [`${agree} ${agree === 1 ? 'agrees' : 'agree'}`] : []),
      ...(open > 0 ? [`${open} cannot be checked`] : []),
    ];
    return [...head, ...(rest.length > 0 ? [`; ${listed(rest)}`] : []), '.'];
  },
  computing: (all: number) => `Checking ${results(all)} …`,
  announce: (all: number, flagged: number) =>
    `${results(all)}; ${flagged === 0 ? 'none' : flagged} ${flagged === 1 ? 'does' : 'do'} not follow from the other numbers.`,
  nothingFound: 'No printed result found.',
  how: 'A printed number stands for every value that rounds to it; only what no such value gives is said not to follow. Other reasons than a slip are common: a different denominator, adjusted or weighted analyses, another test. Ask the authors before you conclude.',

  /** Completes "6.0% of 34: …". */
  verdicts: {
    consistent: 'agrees',
    otherTest: 'agrees, by another test',
    oneSided: 'agrees, by a one-sided test',
    otherTabulation: 'agrees, tabulated in another way',
    truncated: 'agrees, digits cut off',
    lastDigit: 'last digit off',
    inconsistent: 'does not follow',
    decisionError: 'does not follow, and lies across 0.05',
    impossible: 'not possible',
    cannotCheck: 'cannot be checked',
  },
  checking: 'is being checked',
  notChecked: 'not checked',
  failed: 'The engine broke off at this result. Change it, or reload the page.',
  open: {
    n: 'Of how many patients? Correct it to say which group this is of.',
    percent: 'The percentage is missing.',
    interval: 'An interval with both limits is needed.',
    value: 'The estimate is missing.',
    counts: 'Counts or percentages of both groups are needed.',
    statistic: 'The test statistic is missing.',
    df: 'How many degrees of freedom? A table of two by two has 1.',
    p: 'The p value is missing.',
    events: 'The number of events is missing.',
  },
  ofCurve:
    'A rate at a time is read from a survival curve; no count of patients has to give it. If it is a plain share, correct it to say of how many.',

  correct: 'Correct',
  close: 'Close',
  remove: 'Remove',
  /** For screen readers: "Correct 6.0% of 34". */
  ofClaim: (action: string, claim: string) => `${action} ${claim}`,
  corrected: 'corrected by hand',
  byHand: 'added by hand',
  addTitle: 'Add a printed result by hand',
  addSetting: 'a form for each kind',
  add: 'Add it',
  added: 'Added to the list.',
  kind: 'Kind',
  kinds: {
    percentOfN: 'Percentage of n',
    twoArmCounts: 'Two groups and p',
    ratioWithInterval: 'Ratio with interval',
    proportionWithInterval: 'Percentage with interval',
    medianWithInterval: 'Median with interval',
    twoMedians: 'Two medians',
    standardizedDifference: 'Standardised difference',
    testStatistic: 'Test statistic and p',
    eventsAndRatio: 'Hazard ratio and events',
    pValue: 'p alone',
  },
  fields: {
    count: 'Count',
    n: 'Of n',
    percent: '%',
    measure: 'Ratio',
    value: 'Estimate',
    lower: 'Lower limit',
    upper: 'Upper limit',
    unit: 'Unit',
    statistic: 'Statistic',
    df: 'Degrees of freedom',
    events: 'Events',
    test: 'Test, if named',
    p: 'p as printed',
  },
  levelsHint: 'Several levels of one variable: with spaces between, 12 9 11.',
  median: 'Median',
  groups: ['First group', 'Second group'] as const,
  inGroup: (group: string, field: string) => `${group}: ${field}`,

  /** How a claim is called. */
  name: {
    of: (count: string, n: string) => `${count} of ${n}`,
    percent: (percent: string) => `${percent}%`,
    percentOf: (percent: string, n: string) => `${percent}% of ${n}`,
    withPercent: (said: string, percent: string) => `${said} (${percent}%)`,
    interval: (value: string, lower: string, upper: string) => `${value} (${lower} to ${upper})`,
    intervalAt: (value: string, level: string, lower: string, upper: string) =>
      `${value} (${level} CI ${lower} to ${upper})`,
    vs: (a: string, b: string) => `${a} vs ${b}`,
    p: (p: string) =>
      /^[<>≤≥]/.test(p) ? `p${nbsp}${p.slice(0, 1)}${nbsp}${p.slice(1)}` : `p${nbsp}=${nbsp}${p}`,
    withP: (said: string, p: string) => `${said}, ${p}`,
    unknown: '?',
    median: (value: string) => `median ${value}`,
    difference: (value: string) => `standardised difference ${value}`,
    statistic: (test: string | null, value: string) => `${test ?? 'χ²'} = ${value}`,
    events: (events: string) => `${events} events`,
  },

  recomputed: {
    share: (count: string, n: string, percent: string) => `${count}/${n} = ${percent}`,
    tests: {
      pearson: 'Pearson',
      yates: 'Yates',
      fisher: 'Fisher',
      likelihoodRatio: 'likelihood ratio',
      fisherOneSided: 'Fisher, one-sided',
    },
    from: (table: string) => `From ${table}: `,
    vs: (a: string, b: string) => `${a} vs ${b}`,
    waldP: (equals: string, range: string) => `Wald p${equals} (${range})`,
    symmetric: 'centre of the interval',
    pOf: 'p of the statistic',
    between: (lower: string, upper: string) => `${lower} to ${upper}`,
    midpoint: 'middle of the interval',
    ratioOfMedians: 'ratio of hazards, were both curves exponential',
    intervals: {
      clopperPearson: 'Clopper–Pearson',
      wilson: 'Wilson',
      wilsonCorrected: 'Wilson, corrected',
      wald: 'Wald',
      waldCorrected: 'Wald, corrected',
      agrestiCoull: 'Agresti–Coull',
      jeffreys: 'Jeffreys',
      midP: 'mid-P',
    },
    differences: {
      meanVariance: 'mean variance',
      firstVariance: 'variance of the first group',
      secondVariance: 'variance of the second group',
    },
    leastP: 'least p that so many events allow',
  },

  table: {
    name: 'Printed results',
    fold: 'All results as a table',
    setting: 'with the marked text: to copy, save or share',
    file: 'Printed results',
    printed: 'Printed',
    verdict: 'Verdict',
    why: 'What the numbers give',
  },

  line: {
    title: 'Check a printed result',
    what: 'Write or paste a sentence of a paper. You learn whether its numbers can be true together.',
    label: 'Printed result',
    example: 'Grade ≥ 3 adverse events 13/49 (26.5%) vs 12/34 (35.3%), p = 0.049',
    none: 'No result that can be checked is found here. Write it as papers do: 15/49 vs 2/34, p = 0.007; or 6.0% of 34; or HR 0.43 (0.26–0.72), p = 0.001.',
    more: 'Check a whole abstract',
    /** Takes what was checked along. */
    moreOfPaper: 'Check more of a paper',
  },

  steps: {
    text: 'text of the paper',
    corrected: 'corrected a printed result',
    added: 'added a printed result',
    removed: 'removed a printed result',
    cleared: 'emptied Check a paper',
  },
};
