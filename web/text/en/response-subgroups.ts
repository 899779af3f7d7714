// Response by subgroup, in the Response section.
import { count, nbsp } from '../../base/rounding.ts';
import { p, rich } from '../../base/rich-text.ts';
import { counted } from './grammar.ts';

export const responseSubgroups = {
  name: 'By subgroup',
  none: 'no covariate with categories',
  noFactors: 'Choose a covariate with categories in Data, and under Options of Subgroups.',
  noTestSetting: 'no interaction tested',
  lowest: (value: string, tests: number) =>
    rich`lowest interaction ${p}${nbsp}${value} of ${counted(tests, 'test')}`,
  missing: 'No rates by subgroup.',

  rate: 'Rate',
  rateInSentence: { orr: 'objective response', dcr: 'disease control' },
  effect: 'Effect',
  effects: { difference: 'Difference', oddsRatio: 'Odds ratio' },
  figureTitle: {
    difference: (rate: string, arm: string, reference: string) =>
      `Difference in ${rate}, ${arm} against ${reference}`,
    oddsRatio: (rate: string, arm: string, reference: string) =>
      `Odds ratio of ${rate}, ${arm} against ${reference}`,
  },
  fileName: 'by subgroup',
  with: { orr: 'Responders / patients', dcr: 'Controlled / patients' },
  effectHead: {
    difference: (coverage: string) => `Points (${coverage}${nbsp}CI)`,
    oddsRatio: (coverage: string) => `OR (${coverage}${nbsp}CI)`,
  },
  oneArm: 'one arm only',
  nobody: 'nobody',
  everybody: 'everybody',
  nobodyInOne: 'nobody in one arm',
  everybodyInOne: 'everybody in one arm',

  describe: {
    difference: (rate: string, arm: string, reference: string) =>
      `Forest plot of the difference in ${rate}, ${arm} against ${reference}, in percentage points; above 0 is better with the first.`,
    oddsRatio: (rate: string, arm: string, reference: string) =>
      `Forest plot of the odds ratio of ${rate}, ${arm} against ${reference}; above 1 is better with the first.`,
  },

  /** What follows a contrast between subgroups that no test supports. */
  doNotWrite: (names: string, one: boolean) =>
    `Do not write that only ${names} ${one ? 'responds' : 'respond'} better.`,
  doNotWriteText: (levels: string, equals: string) =>
    rich`${p} is ${levels}, but the odds ratios do not differ beyond chance (interaction ${p}${equals}).`,
  doNotWriteSome: 'Do not write that only some of these patients respond better.',
  doNotWriteSomeText: (names: string, tests: string) =>
    rich`${p} is below 0.05 in ${names} and not in their counterparts, but the odds ratios do not differ beyond chance (interaction ${p}${nbsp}=${nbsp}${tests}).`,

  how: {
    difference: 'Newcombe intervals of the difference.',
    oddsRatio: 'Log intervals of the odds ratio (Woolf).',
  },
  marks:
    'Square area: patients. Hollow: an expected count below 5. Diamond and dotted line: all patients.',
  interaction: (tests: number, arms: number) =>
    rich`Interaction ${p}: likelihood-ratio test of treatment × factor in a logistic model, that is, of equal odds ratios${arms > 2 ? ', all arms together' : ''}${tests > 1 ? `, not corrected for ${count(tests)}${nbsp}tests` : ''}.`,
  firth: (factors: string) =>
    `With Firth’s penalty for ${factors}, where an arm of some level has one outcome only.`,
  notTested:
    'Not tested: fewer than two levels have two arms and both outcomes, so there are no two odds ratios to compare.',
  missingValues: 'Patients without a value of a factor are left out of its rows.',

  numbers: {
    effects: 'Response by subgroup: effects',
    effectsCaption: (rate: string) => `Effects on ${rate}`,
    patients: 'Patients',
    columns: [
      'Difference',
      'Lower',
      'Upper',
      'Odds ratio',
      'Lower',
      'Upper',
      'Pearson p',
      'Fisher p',
    ],
    arms: 'Response by subgroup: arms',
    armsCaption: (rate: string, interval: string) => `${rate} in each arm, ${interval}`,
    arm: 'Arm',
    armColumns: ['n', 'With', 'Rate', 'Lower', 'Upper'],
    tests: 'Response by subgroup: interaction tests',
    testsCaption: 'Interaction of arm and factor, likelihood ratio',
    factor: 'Factor',
    testColumns: ['n', 'χ²', 'df', 'p'],
    penalty: 'Likelihood',
    penalties: { none: 'maximum', firth: 'penalised (Firth)' },
    notTested: 'not tested',
  },
};
