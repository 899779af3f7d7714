// How this was checked.
import { count } from '../../base/rounding.ts';
import { rich, strong, type RichText } from '../../base/rich-text.ts';
import { counted, listed } from './grammar.ts';

export const checked = {
  title: 'How this was checked',
  lede: (version: string, cases: number, made: readonly string[]): RichText =>
    rich`Riskset ${version} gives the numbers of R in ${strong(counted(cases, 'reference case'))} (${listed(made)}).`,
  rule: (digits: string): RichText =>
    rich`A case is a data set, an analysis and the numbers that R computes for it, with all their digits. It holds only if every number agrees; the loosest comparison allows a relative difference of ${digits}. What does not exist in R must not exist here. Two things that R prints are not shown, on purpose: tests of a difference that rest on the error of one arm because nobody in the other has had the event, and interaction tests with fewer than two hazard ratios to compare. A case that asks for several methods is counted in each row.`,
  table: {
    title: 'Cases by method',
    head: ['Method', 'In R', 'Cases'] as const,
    /** The method, and what of R it was compared with. */
    methods: {
      kaplanMeier: ['Kaplan–Meier curves, medians, rates, follow-up', 'survival::survfit'],
      landmark: ['Landmark analysis', 'survival::survfit'],
      logRank: ['Log-rank test', 'survival::survdiff'],
      maxCombo: ['Max-combo test', 'mvtnorm::pmvnorm'],
      permutationLogRank: ['Permutation log-rank test', 'every labelling, in R'],
      cox: ['Cox model and its checks', 'survival::coxph, cox.zph, concordance'],
      coxTable: ['Univariable and multivariable table', 'survival::coxph'],
      subgroups: ['Subgroups and interaction', 'survival::coxph, log-likelihood'],
      logistic: ['Logistic regression', 'glm'],
      logisticTable: ['Univariable and multivariable logistic table', 'glm'],
      proportion: ['One rate and its intervals', 'binom.test, prop.test'],
      compareProportions: ['Two rates compared', 'prop.test, chisq.test, fisher.test'],
      contingency: ['Larger tables', 'chisq.test, fisher.test'],
      cochranArmitage: ['Trend of rates', 'prop.trend.test'],
      cochranMantelHaenszel: ['Two groups within strata', 'mantelhaen.test'],
      mcnemar: ['Pairs', 'mcnemar.test, binom.test'],
      tableOne: ['Table 1', 't.test, wilcox.test, kruskal.test, chisq.test, fisher.test'],
      compareNumbers: ['Numbers of groups', 't.test, wilcox.test, oneway.test, bartlett.test'],
      describe: ['Numbers of one group', 'quantile, shapiro.test'],
      cutPoints: ['Numbers cut into groups', 'quantile, cut'],
      correlation: ['Correlation', 'cor.test'],
      standardizedDifference: ['Standardised differences', 'Yang and Dalton’s distance, in R'],
      kappa: ['Agreement of two ratings', 'the delta method, in R'],
      distribution: ['Tails and quantiles', 'pnorm, pt, pchisq, pwilcox'],
      rateSubgroups: [
        'Rates by subgroup and interaction',
        'anova of glm; Firth’s likelihood, in R',
      ],
      responseDuration: ['Time to response and its duration', 'survival::survfit, median'],
      bestResponse: ['Best response, ORR and DCR', 'binom.test, fisher.test'],
      adverseEvents: ['Adverse events', 'aggregate, fisher.test, poisson.test'],
      logRankPower: ['Power of a log-rank test', 'Schoenfeld’s and Freedman’s formulas'],
      sampleSize: ['Size of a trial by the log-rank test', 'the same formulas'],
      twoProportionsPower: ['Power for two rates', 'pnorm, fisher.test on every table'],
      twoProportionsSampleSize: ['Size of a trial of two rates', 'uniroot, power.prop.test'],
      simonTwoStage: ['Simon’s two-stage designs', 'all of them tried, in R'],
      fragility: ['Fragility index', 'fisher.test'],
      eValue: ['E-values', 'the published formulas'],
      adjustP: ['Adjusted p values', 'p.adjust'],
      checkClaim: ['Printed results', 'chisq.test, fisher.test, coxph, printed claims'],
    } as Record<string, readonly [string, string]>,
  },
  tests: {
    title: 'What every change must pass',
    list: [
      'All reference cases in the engine as it stands in this page, and all but those of joined tables in the engine as a program too.',
      'Curves without events, single patients, equal times, collinear and constant columns, events all on one side.',
      'The way from a file to the results in Chromium, Firefox and WebKit, by mouse and by the keyboard alone.',
      'Accessibility rules on every section, light and dark, at the width of a phone, a tablet and a desk.',
      'An attempt to send data out in every way a page has, in the three engines. A copy of the page without its rule must leak wherever the browser is able to, so the test is known to see a leak.',
    ],
  },
  cite: {
    title: 'How to cite',
    text: (version: string, year: string, made: string) =>
      `Riskset, version ${version} (${year}). Statistics for oncology cohorts, computed in the browser. Conventions and reference results: ${made}.`,
    advice:
      'Name the version and the method lines under your numbers in the Methods section, so that a reader can compute them again.',
    copy: 'Copy',
    copied: 'Copied',
    failed: 'The browser did not allow copying. The text is selected: press Ctrl C or Command C.',
  },
  device: {
    title: 'No medical device',
    text: 'Riskset is for research. It is not certified for diagnosis or treatment, and no decision about a patient may rest on it alone. Have a statistician look at what you publish.',
  },
  browsers: {
    title: 'Browsers and licence',
    text: 'Tested in Chromium (Chrome, Edge), Firefox and WebKit (Safari). Free under the MIT licence. The example cohort is synthetic: no real patient is in it.',
  },
  cases: (n: number) => count(n),
};
