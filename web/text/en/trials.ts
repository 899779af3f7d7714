// The calculators on Start that plan a trial, and those that ask what it takes to overturn a result.
import { count } from '../../base/rounding.ts';
import { p, rich, strong, type RichText } from '../../base/rich-text.ts';
import { counted } from './grammar.ts';

export const trials = {
  title: 'Planning a trial, and doubting a result',

  fill: 'Fill in every field to see the result.',
  notANumber: (field: string, text: string) =>
    `${field}: “${text}” is not a number. Write digits with a decimal point.`,
  notAboveZero: (field: string) => `${field}: a number above 0 is needed.`,
  notAPercentage: (field: string) => `${field}: a percentage above 0 and below 100 is needed.`,
  atMostAll: (field: string) => `${field}: a percentage above 0 and at most 100 is needed.`,
  notWhole: (field: string, text: string) => `${field}: “${text}” is not a whole number.`,
  tooMany: (field: string, most: number) => `${field}: up to ${count(most)} can be computed.`,

  hazardRatio: 'Hazard ratio, second arm to first',
  ratioIsOne: 'A hazard ratio of 1 is no difference, which no trial can show.',
  alpha: 'Two-sided α, %',
  power: 'Power, %',
  powerBy: (formula: string) => `Power, ${formula}`,
  powerTooLow: 'Power has to be above α.',
  allocation: 'Patients in the first arm, %',
  eventProbability: 'Patients who will have the event, %',
  events: 'Events',
  wantedPower: 'Power of a detectable ratio, %',
  firstRate: 'Rate in the first arm, %',
  secondRate: 'Rate in the second arm, %',
  ratesAreEqual: 'The two rates have to differ.',
  firstSize: 'Patients in the first arm',
  secondSize: 'Patients in the second arm',

  logRankSize: 'Patients for a hazard ratio',
  logRankSizeWhat: 'events and patients of a log-rank test',
  eventsBy: (formula: string) => `Events, ${formula}`,
  patientsBy: (formula: string) => `Patients, ${formula}`,
  schoenfeld: 'Schoenfeld',
  freedman: 'Freedman',
  powerAt: (events: string) => `Power of ${events} events`,
  logRankSizeMethod:
    'Proportional hazards are assumed. Schoenfeld’s formula takes the logarithm of the hazard ratio, Freedman’s the ratio itself; far from 1 they differ. Patients are as many as the rounded-up events need.',

  logRankPower: 'Power of a number of events',
  logRankPowerWhat: 'and the hazard ratio that could be detected',
  detectable: (power: string) => `Hazard ratio detected with ${power} power`,
  orBeyond: (lower: string, upper: string) => `${lower} or below, ${upper} or above`,
  logRankPowerMethod:
    'Before a study it says what the events can show. After one, the confidence interval of the hazard ratio says more.',

  ratesSize: 'Patients for two rates',
  ratesSizeWhat: 'by the normal approximation and corrected for exact tests',
  uncorrected: 'For Pearson’s test',
  corrected: 'Corrected, for Fisher’s or Yates’s test',
  sizes: (first: string, second: string, all: string) => `${first} and ${second}, ${all} in all`,
  fisherPower: 'Power of Fisher’s exact test at that size',
  tooManyTables: 'Not computed: too many tables',
  ratesSizeMethod:
    'Normal approximation with the common rate where both are equal, as R’s power.prop.test; the correction is Fleiss, Tytun and Ury’s. The power of Fisher’s exact test is the probability of every table in which its p is below α.',

  ratesPower: 'Power for two rates',
  ratesPowerWhat: 'of a given number of patients',
  pearsonPower: 'Pearson’s test, approximately',
  fisherPowerExact: 'Fisher’s exact test',
  ratesPowerMethod:
    'Fisher’s by adding up the probability of every table in which its p is below α.',

  twoStage: 'Simon’s two-stage design',
  twoStageWhat: 'a single-arm phase II trial that can stop early',
  poorRate: 'Response rate of no interest, %',
  goodRate: 'Wanted response rate, %',
  oneSidedAlpha: 'One-sided α, %',
  goodAbovePoor: 'The wanted rate has to be above the one of no interest.',
  optimal: 'Optimal',
  minimax: 'Minimax',
  rule: (r1: number, n1: number, r: number, n: number) =>
    `stop at ${r1 === 0 ? '0' : `${count(r1)} or fewer`} of ${count(n1)}; no further study at ${count(r)} or fewer of ${count(n)}`,
  properties: 'expected patients, chance to stop early, α, power',
  propertiesOf: (size: string, stop: string, alpha: string, power: string) =>
    `${size}, ${stop}, ${alpha}, ${power}`,
  twoStageMethod: (exhaustive: boolean) =>
    `Exact binomial search. Optimal: fewest patients expected if the treatment is of no interest. Minimax: fewest patients in all. Expected patients and the chance to stop early are at the rate of no interest.${exhaustive ? '' : ' The search ended at 500 patients: a larger trial might have a smaller expected size.'}`,
  noDesign: 'No design of up to 500 patients keeps these. Widen the difference of the rates.',

  eValue: 'E-value',
  eValueWhat: 'how strong unmeasured confounding would have to be',
  measure: 'Ratio',
  measures: {
    HR: 'Hazard ratio, common outcome',
    rareHR: 'Hazard ratio, outcome below 15%',
    OR: 'Odds ratio, common outcome',
    rareOR: 'Odds ratio, outcome below 15%',
    RR: 'Risk ratio',
  },
  estimate: 'Estimate',
  lower: 'Lower limit',
  upper: 'Upper limit',
  limitsOutOfOrder: 'The estimate has to lie between its limits.',
  asRiskRatio: 'As a risk ratio',
  eValueOf: 'E-value of the estimate',
  eValueOfLimit: 'E-value of the limit nearer to 1',
  /** `limit`: null where the interval includes 1 without any confounding. */
  eValueMethod: (value: string, limit: string | null): RichText =>
    rich`An unmeasured confounder associated with both treatment and outcome by a risk ratio of ${strong(value)} each, beyond the measured ones, could explain the estimate away; a weaker one could not. ${limit === null ? 'The interval includes 1 as it is.' : rich`For the interval to include 1, ${strong(limit)} each would be enough.`} VanderWeele and Ding.`,

  unmeasured: {
    name: 'Unmeasured confounding',
    setting: 'how strong it would have to be',
    text: 'A model adjusts for the columns that are in it, and for nothing that was not recorded. The E-value says how strongly something unrecorded would have to be associated with both the choice of treatment and the outcome to explain the ratio of the arms away.',
    ratio: (kind: 'hazard' | 'odds', ratio: string) =>
      `${kind === 'hazard' ? 'Hazard' : 'Odds'} ratio of the arms ${ratio}:`,
    link: (outcome: string) => `E-value for ${outcome}`,
  },

  adjustLink: 'Adjust these p values for being several',
  adjusted: 'Several p values',
  adjustedWhat: 'Bonferroni, Holm, Hochberg, Hommel, Benjamini–Hochberg, Benjamini–Yekutieli',
  pValues: rich`${p} values, one on each line`,
  notAP: (text: string) => `“${text}” is no p value. Write a number from 0 to 1.`,
  inLine: (line: number, problem: string) => `Line ${count(line)}: ${problem}`,
  fillP: 'Write at least one p value to see the result.',
  mostP: (most: number) => `This calculator takes up to ${counted(most, 'p value')}.`,
  adjustedTable: 'p values adjusted for being several',
  given: 'p',
  adjustments: ['Bonferroni', 'Holm', 'Hochberg', 'Hommel', 'BH', 'BY'],
  adjustedMethod: (n: number): RichText =>
    rich`Adjusted for ${counted(n, 'test')}; each can be compared with α as it stands. Bonferroni and Holm hold the chance of any false finding under all circumstances, Hochberg and Hommel if the tests are independent or positively dependent. BH (Benjamini–Hochberg) and BY (Benjamini–Yekutieli) hold the expected share of false findings among all; BY under any dependence. As R’s p.adjust.`,
};
