// The Subgroups section.
import type { TimeUnit } from '../../../build/wasm/riskset.js';

import { count, nbsp } from '../../base/rounding.ts';
import { p, rich, type RichText } from '../../base/rich-text.ts';
import { counted } from './grammar.ts';

export const subgroups = {
  title: 'Subgroups',
  what: 'Subgroups',
  noArm:
    'Subgroups compare two treatment arms within groups of patients. No column is chosen as the treatment arm.',
  chooseArm: 'Choose it in Data',
  noComparison: 'subgroups',
  noFactors: 'Subgroups need at least one covariate with categories.',
  chooseFactors: 'Choose them in Data',
  noneChosen: 'No factor is chosen. Choose one under Options.',
  noSubgroups: 'No subgroups.',
  armField: 'Arm compared with the reference',
  figureTitle: (hazard: string, arm: string, reference: string) =>
    `Hazard ratio for ${hazard}, ${arm} against ${reference}`,
  fileName: 'subgroups',

  patients: 'Patients',
  medianHead: (unit: TimeUnit) => `Median, ${unit}`,
  pair: (arm: string, reference: string) => `${arm} / ${reference}`,
  ratioHead: (coverage: string) => `HR (${coverage}${nbsp}CI)`,
  better: (arm: string) => `${arm} better`,
  all: 'All patients',
  notTested: 'not tested',
  none: 'none',
  notEstimable: (why: string) => `Not estimable: ${why}`,
  oneArm: 'one arm only',
  noEvents: 'no events',
  noEventsInOne: 'no events in one arm',
  noOverlap: 'the arms do not overlap',

  noRatio: 'A hazard ratio can be estimated in no subgroup.',
  /** With several arms the sentence names those that are drawn. */
  opening: (pair: string) => (pair === '' ? 'The hazard ratio' : `The hazard ratio of ${pair}`),
  below: (ratio: string, where: string) => `${ratio} was below 1 in ${where}.`,
  above: (ratio: string, where: string) => `${ratio} was above 1 in ${where}.`,
  /** Where all estimates lie on one side: how many of the subgroups that is. */
  where: (estimated: number, all: number) => {
    if (estimated === all) return 'every subgroup';
    return estimated === 1
      ? `the only subgroup that could be estimated (of ${count(all)})`
      : `all ${count(estimated)} subgroups that could be estimated (of ${count(all)})`;
  },
  belowIn: (ratio: string, below: number, all: number) =>
    `${ratio} was below 1 in ${count(below)} of ${count(all)} subgroups that could be estimated.`,
  noTest: 'No interaction could be tested.',
  notBelow: (ratio: string) => `${ratio} was not below 1 in any subgroup that could be estimated.`,
  noInteraction: rich`No interaction ${p} was below 0.10.`,
  factorWithP: (factor: string, equals: string) => rich`${factor} (${p}${equals})`,
  mayDiffer: (factors: RichText, tests: number) =>
    rich`The effect may differ by ${factors}: ${counted(tests, 'test')}, not corrected.`,

  /** `effect`: which way the hazard ratios below 0.05 point. */
  doNotWrite: (names: string, one: boolean, effect: 'benefit' | 'harm' | 'both') => {
    const only = {
      benefit: one ? 'benefits' : 'benefit',
      harm: one ? 'is harmed' : 'are harmed',
      both: one ? 'is affected' : 'are affected',
    };
    return `Do not write that only ${names} ${only[effect]}.`;
  },
  doNotWriteText: (levels: string, equals: string) =>
    rich`${p} is ${levels}, but the hazard ratios do not differ beyond chance (interaction ${p}${equals}).`,
  pIn: (value: string, level: string) => `${value} in ${level}`,
  doNotWriteSome: 'Do not write that only some of these patients benefit, or only some are harmed.',
  doNotWriteSomeText: (names: string, tests: string) =>
    rich`${p} is below 0.05 in ${names} and not in their counterparts, but the hazard ratios do not differ beyond chance (interaction ${p}${nbsp}=${nbsp}${tests}).`,
  small: (name: string, patients: number, fewest: number, one: string, many: string) =>
    `${name} has ${counted(patients, 'patient')}, with ${counted(fewest, one, many)} in one arm.`,
  smallSeveral: (events: string, names: string) => `Fewer than 5 ${events} in an arm: ${names}.`,
  smallText: (one: boolean) =>
    `${one ? 'Its square is hollow' : 'Their squares are hollow'}: one patient more or less would move ${one ? 'it' : 'them'}.`,

  describe: (hazard: string, arm: string, reference: string) =>
    `Forest plot of the hazard ratio for ${hazard}, ${arm} against ${reference}; below 1 is better with the first.`,
  describeAll: (effect: string) => ` All patients: ${effect}.`,
  describeLevel: (name: string, effect: string) => `${name}: ${effect}.`,
  effect: (ratio: string, bounds: string) => `${ratio} (${bounds})`,
  notEstimableShort: 'not estimable',
  describeTests: (tests: string) => ` Interaction p: ${tests}.`,

  how: (ties: string, coverage: string) =>
    `One Cox model with treatment alone in each level; ${ties} ties, Wald ${coverage} intervals.`,
  marks: (events: string) =>
    `Square area: ${events}. Hollow: fewer than 5 ${events} in an arm. Diamond and dotted line: all patients.`,
  interaction: (tests: number, arms: number) =>
    rich`Interaction ${p}: likelihood-ratio test of treatment × factor${arms > 2 ? ', all arms together' : ''}${tests > 1 ? `, not corrected for ${count(tests)}${nbsp}tests` : ''}.`,
  twoArms: 'Each model holds the patients of the two arms compared.',
  missing: 'Patients without a value of a factor are left out of its rows.',
  notReached: 'NR: not reached.',

  numbers: {
    ratios: 'Subgroups: hazard ratios',
    ratiosCaption: (hazard: string) => `Hazard ratio for ${hazard}`,
    patients: 'Patients',
    n: 'n',
    events: 'Events',
    ratioColumns: ['HR', 'Lower', 'Upper', 'Wald p', 'Log\u2011rank p'],
    arms: 'Subgroups: arms',
    armsCaption: (unit: TimeUnit) => `Events and median, ${unit}, in each arm`,
    arm: 'Arm',
    median: 'Median',
    noPatients: 'no patients',
    tests: 'Interaction tests',
    testsCaption: 'Interaction of arm and factor, likelihood ratio',
    factor: 'Factor',
    testColumns: ['n', 'χ²', 'df', 'p'],
    notEstimable: 'not estimable',
  },

  options: {
    factors: 'Factors shown',
    hint: 'Each factor is one more test. Choose those that were planned.',
    all: (factors: number) => `all ${counted(factors, 'factor')}`,
    some: (shown: number, all: number) => `${count(shown)} of ${counted(all, 'factor')}`,
  },
};
