// What each term on the page means, in plain words, with its source.
import { counted } from './grammar.ts';
import { sources as s } from './terms-sources.ts';

export interface Term {
  name: string;
  /** Other names and abbreviations it is looked for by. */
  also?: string;
  means: string;
  source: string;
}

export interface TermGroup {
  title: string;
  terms: Record<string, Term>;
}

const patients = {
  standardisedDifference: {
    name: 'Standardised difference',
    also: 'SMD',
    means:
      'How far two arms are apart at the start, in standard deviations: unlike p it does not grow with the number of patients. From about 0.1 an imbalance is worth a thought.',
    source: s.austin,
  },
  quartiles: {
    name: 'Quartiles',
    also: 'interquartile range, IQR',
    means:
      'A quarter of the patients is below the first, a quarter above the third. Programs interpolate between two patients in different ways; the median is the same in all.',
    source: s.hyndmanFan,
  },
  rankSum: {
    name: 'Rank-sum test',
    also: 'Wilcoxon, Mann–Whitney, Kruskal–Wallis',
    means:
      'Tests whether the values of one arm tend to be larger, by their ranks: outliers and skewness do no harm. With three arms or more it is the Kruskal–Wallis test.',
    source: s.wilcoxon,
  },
  welch: {
    name: 'Welch’s t test',
    means: 'Compares two means without supposing that both arms vary alike, as Student’s does.',
    source: s.welch,
  },
};

const response = {
  recist: {
    name: 'RECIST 1.1',
    also: 'best response',
    means:
      'Rules for judging on scans how tumours change. Each patient’s best response is CR, PR, SD, PD or NE. Riskset counts the codes in your file; it does not read scans.',
    source: s.recist,
  },
  completeResponse: {
    name: 'CR, complete response',
    means: 'All tumour lesions have gone, and lymph nodes are below 10 mm in their short axis.',
    source: s.recist,
  },
  partialResponse: {
    name: 'PR, partial response',
    means: 'The sum of the target lesions is at least 30% smaller than at the start.',
    source: s.recist,
  },
  stableDisease: {
    name: 'SD, stable disease',
    means: 'Neither shrunk enough for PR nor grown enough for PD.',
    source: s.recist,
  },
  progression: {
    name: 'PD, progression',
    means:
      'The sum of the target lesions is at least 20% and 5 mm above its smallest value so far, or a new lesion appears, or other lesions have clearly worsened.',
    source: s.recist,
  },
  notEvaluable: {
    name: 'NE, not evaluable',
    means:
      'No assessment that could be judged. Among all treated patients NE counts as no response; among evaluable patients it is left out.',
    source: s.recist,
  },
  orr: {
    name: 'ORR, objective response rate',
    means: 'The share of patients whose best response is CR or PR.',
    source: s.recist,
  },
  dcr: {
    name: 'DCR, disease control rate',
    means: 'The share of patients whose best response is CR, PR or SD.',
    source: s.recist,
  },
  cbr: {
    name: 'CBR, clinical benefit rate',
    also: 'durable disease control',
    means:
      'The share of patients whose best response is CR, PR, or SD that lasts, here 24 weeks unless you set another time. Papers define it in many ways, some by symptoms, so say how it was defined.',
    source: s.ohorodnyk,
  },
  duration: {
    name: 'DoR, duration of response',
    also: 'DOR, TTR, time to response',
    means:
      'Of responders: the time from the first CR or PR to progression or death. Time to response is the time until that first CR or PR. Arms cannot be compared by either, because treatment decides who responds.',
    source: s.garnett,
  },
  denominator: {
    name: 'All treated and evaluable',
    also: 'denominator',
    means:
      'Two ways to count a rate. All treated: everybody is in the denominator. Evaluable: only patients with an assessed response. The second is never lower, so say which one is meant.',
    source: s.recist,
  },
};

const rates = {
  interval: {
    name: 'Confidence interval',
    also: 'CI, coverage, level',
    means:
      'A range computed so that in repeated studies 95% of such ranges hold the true value. A wide one says that the data leave much open.',
    source: s.neyman,
  },
  pValue: {
    name: 'p value',
    means:
      'How often data at least this far from “no difference” would come by chance if there were none. It is not the probability that there is no difference, and it says nothing about size.',
    source: s.asa,
  },
  clopperPearson: {
    name: 'Clopper–Pearson interval',
    also: 'exact interval',
    means:
      'An exact interval for one rate. It covers the true rate at least as often as stated, and is often wider than needed.',
    source: s.clopperPearson,
  },
  wilson: {
    name: 'Wilson interval',
    also: 'score interval',
    means:
      'An interval for one rate whose coverage is on average close to what is stated, in small groups and near 0% and 100% too.',
    source: s.wilson,
  },
  newcombe: {
    name: 'Newcombe interval',
    also: 'difference of rates, percentage points',
    means: 'An interval for the difference of two rates, made of their two Wilson intervals.',
    source: s.newcombe,
  },
  riskRatio: {
    name: 'Risk ratio',
    also: 'RR, relative risk, Katz',
    means: 'One rate divided by the other. 2 means twice as often. Its interval is Katz’s.',
    source: s.katz,
  },
  oddsRatio: {
    name: 'Odds ratio',
    also: 'OR, Woolf',
    means:
      'The odds of one group (with the event : without) divided by those of the other. Where events are common it lies farther from 1 than the risk ratio. Its interval is Woolf’s.',
    source: s.woolf,
  },
  pearson: {
    name: 'Pearson test',
    also: 'chi-square test',
    means:
      'Compares counts with those expected if the groups did not differ. Quoted here, without correction, when every expected count is at least 5.',
    source: s.pearson,
  },
  yates: {
    name: 'Yates test',
    also: 'continuity correction',
    means:
      'Pearson’s test with a correction for small tables; its p is larger. Many programs print it for 2 × 2 tables, so it is shown for comparison.',
    source: s.yates,
  },
  fisher: {
    name: 'Fisher test',
    also: 'exact test',
    means:
      'An exact test of a 2 × 2 table. Two-sided: all tables no more probable than yours are added up. Quoted here when an expected count is below 5.',
    source: s.fisher,
  },
  expected: {
    name: 'Smallest expected count',
    means:
      'The smallest of the four counts that the table would hold if the groups did not differ. Below 5 the Pearson test can be off, and Fisher’s is quoted.',
    source: s.cochran,
  },
  exactStrata: {
    name: 'Exact Cochran–Mantel–Haenszel test',
    also: 'exact conditional test, stratified',
    means:
      'Compares two rates within strata by going through all tables with the same margins. It needs no large numbers, where the usual test does.',
    source: s.mehta,
  },
  kappa: {
    name: 'Cohen’s kappa',
    also: 'agreement, inter-rater, weighted kappa',
    means:
      'How far two ratings of the same patients agree beyond chance: 0 is chance alone, 1 is full agreement. With weights, near misses count as part of an agreement. It falls when one category is rare.',
    source: s.cohen,
  },
};

const survival = {
  os: {
    name: 'OS, overall survival',
    means:
      'Time from the start of treatment to death from any cause. Patients alive are censored at their last contact.',
    source: s.fda,
  },
  pfs: {
    name: 'PFS, progression-free survival',
    means:
      'Time from the start of treatment to progression or death from any cause, whichever is first. A death without progression is an event.',
    source: s.fda,
  },
  censoring: {
    name: 'Censored',
    also: 'censoring, last contact',
    means:
      'The event had not happened when the patient was last seen. The patient counts up to that day. This is fair only if patients do not leave because they are getting better or worse.',
    source: s.kaplanMeier,
  },
  kaplanMeier: {
    name: 'Kaplan–Meier curve',
    also: 'KM, product limit, survival curve',
    means:
      'The share of patients without the event at each time. It steps down at each event by the share of those then at risk, so censored patients are used as long as they were seen.',
    source: s.kaplanMeier,
  },
  band: {
    name: 'Band of the curve',
    also: 'Greenwood, log, log-log, plain interval',
    means:
      'The confidence interval of the curve at each time, from Greenwood’s variance. The scale on which it is computed (log, log–log or plain) is an option; it must be named in a paper.',
    source: s.greenwood,
  },
  atRisk: {
    name: 'Number at risk',
    means:
      'Patients who have neither had the event nor been censored before that time. Where few are at risk a curve means little: it is drawn thin below 5.',
    source: s.kmunicate,
  },
  median: {
    name: 'Median survival',
    also: 'Brookmeyer–Crowley',
    means:
      'The time at which the curve comes down to 50%. Its interval runs between the times at which the band crosses 50% (Brookmeyer–Crowley).',
    source: s.brookmeyerCrowley,
  },
  notReached: {
    name: 'Not reached',
    also: 'NR',
    means:
      'The curve, or a bound of its band, does not come down to 50% within the follow-up. This is a result: a longer follow-up may give a number.',
    source: s.brookmeyerCrowley,
  },
  landmark: {
    name: 'Rate at a time',
    also: 'landmark, 12-month survival',
    means: 'The height of the curve at a chosen time, “alive at 12 months”, with its interval.',
    source: s.kaplanMeier,
  },
  restrictedMean: {
    name: 'Restricted mean survival',
    also: 'RMST',
    means:
      'The mean time lived within a stated span: the area under the curve up to that time. Its difference keeps its meaning when hazards are not proportional or curves cross.',
    source: s.roystonParmar,
  },
  followUp: {
    name: 'Median follow-up',
    also: 'reverse Kaplan–Meier',
    means:
      'How long patients would have been watched had none had the event: a Kaplan–Meier curve with events and censoring exchanged. The median of all times would be too short, because deaths end it.',
    source: s.schemperSmith,
  },
  logRank: {
    name: 'Log-rank test',
    also: 'Mantel, Peto',
    means:
      'Tests whether curves differ, by comparing at every event who had it with who would be expected to. It has most power when hazards are proportional, and can miss curves that cross.',
    source: s.mantel,
  },
  weightedLogRank: {
    name: 'Weighted log-rank tests',
    also: 'Gehan, Breslow, Wilcoxon, Tarone, Ware, Peto, modified Peto, Fleming, Harrington, rho, gamma',
    means:
      'Log-rank tests in which some events count more. Gehan–Breslow weights by the number at risk, Tarone–Ware by its square root, Peto–Peto and its modification by a survival estimate: all favour early differences. Fleming–Harrington weights by S^rho (1 − S)^gamma: rho favours early differences, gamma late ones.',
    source: s.fleming,
  },
  maxCombo: {
    name: 'Max-combo test',
    also: 'crossing curves, non-proportional hazards',
    means:
      'Takes the largest of several Fleming–Harrington tests of two arms. Its p value takes account of there being several and of how they go together.',
    source: s.karrison,
  },
  permutationTest: {
    name: 'Permutation log-rank test',
    also: 'exact, resampling, seed',
    means:
      'Shuffles the arms among the patients and counts how often the difference is at least as large. Exact where every way to shuffle is counted; otherwise an estimate from random shuffles, with an interval for the p value itself.',
    source: s.phipson,
  },
  trendTest: {
    name: 'Log-rank test for trend',
    also: 'ordered groups, Tarone',
    means:
      'Tests whether survival rises or falls steadily over three or more arms in their order, such as doses.',
    source: s.klein,
  },
  pairwise: {
    name: 'Adjusted pairs',
    also: 'Holm, Bonferroni, Benjamini–Hochberg, BH, multiple comparisons',
    means:
      'With several arms every pair can be tested; one of them is then easily significant by chance. Bonferroni and Holm limit the chance of any false finding, Benjamini–Hochberg the expected share of false ones among the findings.',
    source: s.holm,
  },
  lateEntry: {
    name: 'Late entry',
    also: 'left truncation, delayed entry, observed from',
    means:
      'Patients who could only be counted once they were observed, such as from the sequencing of their tumour on, are at risk from then on and not from time 0. Counted from time 0 they seem to live longer, because those who died before are not in the file.',
    source: s.tsai,
  },
  robust: {
    name: 'Robust standard error',
    also: 'sandwich variance, clusters, weights, inverse probability of treatment, IPTW',
    means:
      'A standard error that stays right where rows are weighted or belong together, such as several rows of one patient. It is made of what each patient or cluster adds to the estimate.',
    source: s.linWei,
  },
  immortal: {
    name: 'Immortal time',
    also: 'responders against non-responders',
    means:
      'A group that is formed by something after the start, such as responders, cannot have died before it. Comparing it from the start favours it without reason.',
    source: s.suissa,
  },
};

const regression = {
  hazardRatio: {
    name: 'Hazard ratio',
    also: 'HR, hazard',
    means:
      'The rate of events among those still at risk, in one group over the other. 0.50 means half the rate at any time. It is not a ratio of medians, nor of risks.',
    source: s.cox,
  },
  cox: {
    name: 'Cox model',
    also: 'proportional hazards regression, multivariable, univariable',
    means:
      'Estimates hazard ratios without assuming the shape of the curves. Univariable: one factor alone. Multivariable: each factor with the others held equal.',
    source: s.cox,
  },
  reference: {
    name: 'Reference',
    means: 'The group that the others are compared with. Its hazard ratio is 1 by definition.',
    source: s.cox,
  },
  efron: {
    name: 'Efron’s ties',
    also: 'Breslow, tied times',
    means:
      'How a Cox model treats events on the same day. Efron’s method is close to exact and R’s default; Breslow’s is the default of SAS, SPSS and Stata and pulls hazard ratios towards 1 when ties are many.',
    source: s.efron,
  },
  proportional: {
    name: 'Proportional hazards test',
    also: 'Schoenfeld residuals, cox.zph, Grambsch–Therneau',
    means:
      'Tests whether a hazard ratio stays the same over time. A small p says that one number does not describe the curves; the picture shows how it changes. A large p is no proof that it stays.',
    source: s.grambschTherneau,
  },
  dfbeta: {
    name: 'dfbeta',
    also: 'influence, dfbetas, leave one out',
    means:
      'By how much a coefficient of a Cox model would change if one patient were left out, to first order; here in standard errors of the coefficient. It tells which rows to look at, not whom to leave out.',
    source: s.cainLange,
  },
  adjustedCurve: {
    name: 'Adjusted curve',
    also: 'predicted survival, covariate values',
    means:
      'The survival that a Cox model predicts for one patient with stated values of the other covariates, for each level of one of them. It is not the mean over the patients of the cohort, and it rests on the model, proportional hazards included.',
    source: s.tsiatis,
  },
  martingale: {
    name: 'Martingale residual',
    also: 'functional form',
    means:
      'A patient’s events, 0 or 1, less those the model expects within the patient’s follow-up. Of a model without a number, against that number, they show the shape of its effect.',
    source: s.therneau,
  },
  spline: {
    name: 'Restricted cubic spline',
    also: 'RCS, natural spline, knots, non-linearity',
    means:
      'Lets the effect of a number bend: cubic between chosen values, its knots, and straight outside them. The test of non-linearity compares it with a straight line.',
    source: s.harrellBook,
  },
  concordance: {
    name: 'Concordance',
    also: 'C index, Harrell',
    means:
      'Of two patients who can be compared, how often the model gives the higher risk to the one with the earlier event. 0.5 is a coin, 1 is perfect.',
    source: s.harrell,
  },
  eventsPerVariable: {
    name: 'Events per variable',
    also: 'EPV',
    means:
      'Events, in a logistic model patients with the rarer outcome, divided by the coefficients of the model. Below 10, estimates and intervals become unreliable; the rule is rough.',
    source: s.peduzzi,
  },
  logistic: {
    name: 'Logistic regression',
    also: 'odds ratio, binary outcome, logit',
    means:
      'Models the odds of an outcome that a patient has or has not, such as response. Its odds ratios multiply; they are no ratios of rates, unless the outcome is rare.',
    source: s.coxLogistic,
  },
  profileLikelihood: {
    name: 'Profile likelihood',
    also: 'likelihood-ratio interval',
    means:
      'An interval of all values of a coefficient that the likelihood-ratio test does not reject. In small groups it follows the skewed likelihood, where Wald’s estimate ± errors cannot.',
    source: s.heinzeLogistic,
  },
  cStatistic: {
    name: 'c-statistic',
    also: 'area under the ROC curve, AUC',
    means:
      'Of two patients, one with the outcome and one without, how often the model gives the higher odds to the one with it. 0.5 is a coin, 1 is perfect. In the patients the model was made of it is too high.',
    source: s.harrell,
  },
  separation: {
    name: 'Separation',
    also: 'infinite odds ratio, Firth',
    means:
      'A level, or terms together, tell the patients with the outcome from those without. The odds ratio then runs to 0 or infinity, and no number is printed for it; Firth’s penalty gives a finite one.',
    source: s.heinzeLogistic,
  },
  monotone: {
    name: 'Monotone likelihood',
    also: 'infinite hazard ratio',
    means:
      'At every event the patient who has it stands at the same end of a factor, mostly because one of its levels has no event. Its hazard ratio then runs to 0 or infinity, and no number is printed for it.',
    source: s.heinzeSchemper,
  },
};

const subgroups = {
  forest: {
    name: 'Forest plot',
    means:
      'One effect with its interval for each subgroup: a hazard ratio, or in Response a difference or an odds ratio. Larger squares have more events or patients; hollow ones have too few to lean on, as the line under the figure says.',
    source: s.lewisClarke,
  },
  interaction: {
    name: 'Interaction test',
    means:
      'Tests whether the effect differs between the subgroups of one factor. “Significant in one, not in the other” does not show a difference; this test can.',
    source: s.altmanBland,
  },
};

const safety = {
  grade: {
    name: 'CTCAE grade',
    also: 'adverse event, toxicity',
    means:
      'How severe an adverse event was: 1 mild, 2 moderate, 3 severe, 4 life-threatening, 5 death. Grade 3 or higher includes 4 and 5.',
    source: s.ctcae,
  },
  worst: {
    name: 'Worst grade',
    means:
      'Each patient is counted once, with the highest grade. The tables therefore count patients, not events. By term, a patient with several kinds of event counts in several rows.',
    source: s.ctcae,
  },
  exposureRate: {
    name: 'Rate by time under observation',
    also: 'exposure-adjusted incidence rate, EAIR',
    means:
      'Patients with the event, divided by the time that all patients were under observation. It makes arms comparable that were treated for different times, if the risk does not change over time. The interval takes the count as a Poisson count.',
    source: s.garwood,
  },
};

const planning = {
  eventsNeeded: {
    name: 'Events needed for a hazard ratio',
    also: 'sample size, log-rank, Schoenfeld',
    means:
      'A log-rank test gets its power from events, not from patients. The number of patients is the number of events divided by the share of patients who will have one.',
    source: s.schoenfeld,
  },
  freedmanSize: {
    name: 'Freedman’s formula',
    means:
      'A second formula for the events of a log-rank test, from the hazard ratio itself and not its logarithm. It asks for more events where the ratio is far from 1.',
    source: s.freedman,
  },
  continuitySize: {
    name: 'Size corrected for continuity',
    also: 'sample size for two proportions, Fisher',
    means:
      'More patients than the normal approximation asks for, because exact tests of two rates are stricter.',
    source: s.fleissTytunUry,
  },
  simonDesign: {
    name: 'Simon’s two-stage design',
    also: 'phase II, optimal, minimax',
    means:
      'A single-arm trial that stops after the first stage if too few respond. The optimal design treats the fewest patients on average if the drug is of no interest; the minimax design has the smallest size in all.',
    source: s.simon,
  },
  eValue: {
    name: 'E-value',
    also: 'unmeasured confounding, sensitivity analysis',
    means:
      'How strongly, as a risk ratio, an unmeasured confounder would have to be associated with both treatment and outcome to explain an estimate away. It says how much confounding would be needed, not whether there is any.',
    source: s.vanderWeele,
  },
  fragility: {
    name: 'Fragility index',
    means:
      'The number of patients in the arm with the lower rate who would have to have had the event for p of Fisher’s exact test to be no longer below 0.05. Divided by all patients it is the fragility quotient.',
    source: s.walsh,
  },
  adjustedP: {
    name: 'Adjusted p values',
    also: 'multiplicity, Hochberg, Hommel, Benjamini-Yekutieli, false discovery rate',
    means:
      'p values of several tests, made larger so that each can be compared with α as if it were alone.',
    source: s.severalTests,
  },
};

const printed = {
  grim: {
    name: 'GRIM',
    also: 'granularity, possible percentages',
    means:
      'Of n patients only n + 1 percentages exist. A printed one that no count of patients rounds to is not possible for that n: 6.0% of 34 lies between 2/34 = 5.9% and 3/34 = 8.8%. Riskset first tries whether fewer patients or the other arm explain it.',
    source: s.grim,
  },
  recomputedP: {
    name: 'p computed again',
    also: 'statcheck, decision error',
    means:
      'The p that printed counts or a printed statistic give, with what rounding leaves open. Where it lies on the other side of 0.05 than the printed one, the conclusion rests on it.',
    source: s.statcheck,
  },
  pFromInterval: {
    name: 'p from an interval',
    means:
      'The limits of a ratio on the log scale give its standard error, and this Wald’s p. A log-rank or likelihood-ratio test of the same patients gives another p, not far from it.',
    source: s.pFromInterval,
  },
};

export const terms = {
  title: 'Terms',
  find: 'Find a term',
  found: (n: number) => `${counted(n, 'term')}.`,
  none: (word: string) => `No term holds “${word}”. Try a shorter word.`,
  close: 'Close',
  source: (source: string) => `Source: ${source}`,
  about: (name: string) => `${name}: what it means`,
  keys: {
    title: 'Keys',
    enabled: 'The ? key opens this list',
    list: [
      ['?', 'Opens this list, outside of fields'],
      ['Esc', 'Closes this list or the section menu'],
      ['Ctrl Z, ⌘ Z', 'Undoes the last change'],
      ['Ctrl Shift Z, ⌘ Shift Z', 'Does it again'],
      ['Tab', 'Goes to the next thing one can press; with Shift to the one before'],
      ['← → ↑ ↓', 'Move within a choice, and along a curve that has the focus'],
    ] as readonly (readonly [string, string])[],
  },
  groups: {
    patients: { title: 'Patients', terms: patients },
    response: { title: 'Response', terms: response },
    rates: { title: 'Rates and tests', terms: rates },
    survival: { title: 'Survival', terms: survival },
    regression: { title: 'Regression', terms: regression },
    subgroups: { title: 'Subgroups', terms: subgroups },
    safety: { title: 'Safety', terms: safety },
    planning: { title: 'Planning and doubting', terms: planning },
    printed: { title: 'Printed results', terms: printed },
  },
};
