// The Response section.
import { count, nbsp } from '../../base/rounding.ts';
import { p, rich, strong, type RichText } from '../../base/rich-text.ts';
import { counted } from './grammar.ts';
import { responseDuration } from './response-duration.ts';
import { responseSubgroups } from './response-subgroups.ts';

export const response = {
  title: 'Response',
  subgroups: responseSubgroups,
  duration: responseDuration,
  empty: 'Response needs a column with each patient’s best response.',
  chooseInData: 'Choose it in Data',
  sayInData: 'Say it in Data',
  noRates: 'No response rates.',
  noBenefit: 'No clinical benefit rate.',
  noTest: 'No test against the given rate.',

  orr: 'Objective response',
  dcr: 'Disease control',
  cbr: 'Clinical benefit',
  orrRow: 'Objective response (CR + PR)',
  dcrRow: 'Disease control (CR + PR + SD)',
  cbrRow: (weeks: string) => `Clinical benefit (CR + PR + SD of ${weeks} weeks or more)`,
  categories: {
    CR: 'Complete response (CR)',
    PR: 'Partial response (PR)',
    SD: 'Stable disease (SD)',
    PD: 'Progressive disease (PD)',
    NE: 'Not evaluable (NE)',
    missing: 'Not recorded',
  },

  denominator: 'Denominator',
  denominators: { all: 'All treated', evaluable: 'Evaluable only' },
  evaluablePatients: (n: number) => `${counted(n, 'patient')} with an evaluable best response.`,
  allEvaluable: (n: number) => `All ${counted(n, 'treated patient')}; all are evaluable.`,
  allTreated: (n: number, unknown: number) =>
    `All ${counted(n, 'treated patient')}; ${count(unknown)} not evaluable or not recorded ${unknown === 1 ? 'counts' : 'count'} as non-response.`,

  against: 'Test objective response against, %',
  againstHint: 'Such as the rate of an earlier study. Empty: no test.',
  againstSetting: (rate: string) => `against ${rate}`,
  benefitWeeks: 'Stable disease counts as clinical benefit from, weeks',
  benefitHint: '24 weeks are usual; some papers take 16 or 26.',
  benefitSetting: (weeks: string) => `benefit from ${weeks}${nbsp}weeks`,
  notWeeks: 'Write a number of weeks above 0 and up to 520, such as 24.',
  againstGroup: (rate: string, denominator: string) =>
    rich`Objective response against ${rate}, ${p} (${denominator})`,
  exactTest: 'Exact binomial test, two-sided',

  table: 'Best response',
  tableUnit: 'all treated patients',
  countsGroup: 'Best response, n (%)',
  ratesGroup: {
    all: (coverage: string) => `Rates of all treated patients (${coverage} CI)`,
    evaluable: (coverage: string) => `Rates of evaluable patients (${coverage} CI)`,
  },
  nobodyEvaluable: 'nobody is evaluable',

  comparison: 'Comparison of response rates',
  tests: 'tests',

  /** `arm`: "rechallenge", where of the others nobody is evaluable; else empty. */
  ofAll: (rate: string, arm: string, patients: string, coverage: string, bounds: string) =>
    rich`${strong(rate)} of patients responded${arm === '' ? '' : ` with ${arm}`} (${patients}; ${coverage}${nbsp}CI ${bounds}).`,
  patients: (events: string, n: string) => `${events} of ${n}`,
  inArm: (rate: string, first: boolean, arm: string) =>
    rich`${strong(rate)}${first ? ' of patients responded' : ''} with ${arm}`,
  controlled: (rates: RichText) => rich`Disease was controlled in ${rates}.`,

  how: 'Best response as recorded.',
  howBenefit: (weeks: string, unknown: number) =>
    `Clinical benefit: CR, PR, or SD without progression or death for ${weeks} weeks, by the times of PFS.${
      unknown === 0
        ? ''
        : ` Of ${counted(unknown, 'patient')} with SD who ${unknown === 1 ? 'was' : 'were'} followed for less, nobody knows: no benefit among all treated, left out of the evaluable.`
    }`,
  howAll:
    'Sentence and comparison: of all treated patients, who without an evaluable response count as non-responders.',
  howEvaluable: 'Sentence and comparison: of evaluable patients only.',
};
