// Table 1 of the Patients section.
import type { Adjustment, GroupTestChoice, GroupTestName } from '../../../build/wasm/riskset.js';

import { p, rich } from '../../base/rich-text.ts';
import { nbsp } from '../../base/rounding.ts';
import { counted, listed } from './grammar.ts';

/** What each test is called in a footnote. */
const tests: Record<GroupTestName, string> = {
  welch: 'Welch’s t test',
  student: 'Student’s t test',
  wilcoxonExact: 'Wilcoxon rank-sum test, exact',
  wilcoxonCorrected: 'Wilcoxon rank-sum test with continuity correction',
  wilcoxonUncorrected: 'Wilcoxon rank-sum test',
  anova: 'analysis of variance',
  welchAnova: 'Welch’s analysis of variance',
  kruskalWallis: 'Kruskal–Wallis test',
  pearson: 'Pearson’s chi-square test without correction',
  yates: 'chi-square test with Yates’s correction',
  fisher: 'Fisher’s exact test',
};

const adjustments: Record<Adjustment, string> = {
  none: 'None',
  bonferroni: 'Bonferroni',
  holm: 'Holm',
  hochberg: 'Hochberg',
  hommel: 'Hommel',
  BH: 'Benjamini–Hochberg',
  BY: 'Benjamini–Yekutieli',
};

/** Beside "by rule", what can be chosen for a row. */
const choices: Record<GroupTestChoice, string> = {
  auto: 'Test by rule',
  none: 'No test',
  welch: 'Welch’s t',
  student: 'Student’s t',
  wilcoxon: 'Wilcoxon, as R decides',
  wilcoxonExact: 'Wilcoxon, exact',
  wilcoxonCorrected: 'Wilcoxon, corrected',
  wilcoxonUncorrected: 'Wilcoxon, uncorrected',
  anova: 'Analysis of variance',
  welchAnova: 'Welch’s ANOVA',
  kruskalWallis: 'Kruskal–Wallis',
  pearson: 'Chi-square, uncorrected',
  yates: 'Chi-square, Yates',
  fisher: 'Fisher’s exact',
};

export const tableOne = {
  label: 'Table 1, patients by arm',
  name: 'Table 1',
  rest: (several: boolean) => (several ? 'patients by arm' : 'all patients'),
  all: 'All patients',
  n: (n: string) => `n${nbsp}=${nbsp}${n}`,
  p: rich`${p}`,
  adjusted: rich`Adjusted ${p}`,
  difference: 'SMD',
  variable: (label: string, how: string) => `${label}, ${how}`,
  how: { median: 'median [quartiles]', mean: 'mean (SD)', counts: 'n (%)' },
  median: (median: string, q1: string, q3: string, dash: boolean) =>
    dash ? `${median} [${q1}–${q3}]` : `${median} [${q1} to ${q3}]`,
  mean: (mean: string, sd: string) => `${mean} (${sd})`,
  oneValue: (mean: string) => `${mean} (one value)`,
  range: 'Range',
  fromTo: (from: string, to: string, dash: boolean) =>
    dash ? `${from}–${to}` : `${from} to ${to}`,
  missing: 'Missing, n',
  nobody: 'nobody',

  tests,
  /** Behind a test whose p comes from random tables. */
  estimated: (test: string, lower: string, upper: string) =>
    `${test}, from 100,000 random tables (99% interval ${lower} to ${upper})`,
  notes: {
    percent: 'Percentages are of the patients whose value is known.',
    difference: (a: string, b: string) =>
      `SMD: standardised difference, ${a} against ${b}; of two values that of the second, of more a distance without sign.`,
    differences: 'SMD: the largest standardised difference between two arms, without sign.',
    adjusted: (adjustment: string, n: number) =>
      `Adjusted by ${adjustment} for ${counted(n, 'test')}.`,
  },

  refused: 'No Table 1.',
  describes: {
    claim: rich`The ${p} values of Table 1 only describe.`,
    unlessDrawn: rich`Unless treatment was drawn by lot, arms differ because doctors chose, and ${p} says more about the number of patients than about the difference.`,
    differ: (variables: readonly string[]) =>
      `Look at the standardised difference: it is 0.10 or more in ${listed(variables)}. Consider these as covariates in Regression.`,
    alike: 'Look at the standardised difference: it is below 0.10 in every row.',
    of: (variable: string, difference: string) => `${variable} (${difference})`,
    more: (n: number) => counted(n, 'other row'),
  },
  small: {
    claim: (variables: readonly string[]) =>
      `Small counts: Fisher’s exact test for ${listed(variables)}.`,
    text: 'An expected count is below 5, where the chi-square test is not reliable.',
  },

  method: {
    quartiles: {
      r: 'as R computes them',
      spss: 'as SPSS and Prism compute them',
      sas: 'as SAS and Stata compute them',
    },
    shown: (quartiles: string) => `Table 1: quartiles ${quartiles}. `,
    notShown: (columns: string) =>
      `Not in the table, because of values that are no numbers (see Data): ${columns}. `,
    two: 'Medians are compared by Wilcoxon’s rank-sum test (exact without ties and below 50 patients in each arm), means by Welch’s t test, ',
    more: 'Medians are compared by the Kruskal–Wallis test, means by analysis of variance, ',
    counts:
      'counts by Pearson’s chi-square test where every expected count is at least 5, else by Fisher’s exact test. ',
    chosen: (variables: string, n: number) =>
      `The ${n === 1 ? 'test' : 'tests'} of ${variables} ${n === 1 ? 'was' : 'were'} chosen by hand. `,
    difference:
      'Standardised difference: difference of means over the root of the mean variance; of shares likewise, of several by Yang and Dalton’s distance. ',
  },

  rows: {
    name: 'Rows of Table 1',
    setting: (n: number) => counted(n, 'row'),
    label: 'Rows of Table 1, in their order',
    hint: 'Drag a row by its grip, or use Alt and an arrow key, to move it. Under Values the values of a column are ordered, named and merged.',
    grip: (row: string, position: number, of: number) => `Move ${row}, place ${position} of ${of}`,
    up: (row: string) => `Move ${row} up`,
    down: (row: string) => `Move ${row} down`,
    moved: (row: string, position: number, of: number) =>
      `${row} is now at place ${position} of ${of}.`,
    dropBefore: (row: string) => `Let go to put it before ${row}`,
    dropLast: 'Let go to put it last',
    shownBy: (row: string) => `How ${row} is shown`,
    ways: { median: 'Median', mean: 'Mean', counts: 'Counts' },
    testOf: (row: string) => `Test of ${row}`,
    tests: choices,
    values: 'Values',
    valuesOf: (row: string) => `Values of ${row}`,
    rename: 'Name',
    renameRow: (row: string) => `Name of ${row}`,
    nameOf: (column: string) => `Name of ${column} in tables`,
    nameNeeded: 'Write a name.',
    remove: 'Remove',
    removeRow: (row: string) => `Remove ${row}`,
    removed: (row: string) => `${row} is removed.`,
    added: (row: string) => `${row} is added as the last row.`,
    add: 'Add a row',
    choose: 'Choose a column',
    none: 'No row. Add one below.',
  },
  options: {
    columns: 'Columns and rows',
    tests: 'p values',
    differences: 'Standardised differences',
    range: 'Range of numbers',
    adjust: 'Adjusted for several tests',
    adjustments,
    quartiles: 'Quartiles as in',
    packages: { r: 'R', spss: 'SPSS, Prism', sas: 'SAS, Stata' },
    unadjusted: 'not adjusted',
  },
};
