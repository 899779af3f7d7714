// The Regression section.
import type { TimeUnit } from '../../../build/wasm/riskset.js';

import { count, nbsp } from '../../base/rounding.ts';
import { p, rich, strong, type RichText } from '../../base/rich-text.ts';
import { capitalised, counted } from './grammar.ts';
import { logistic } from './logistic.ts';

/** What a model estimates for each coefficient: a ratio of hazards, or of odds. */
type RatioKind = 'hazard' | 'odds';

const ratioShort: Record<RatioKind, string> = { hazard: 'HR', odds: 'OR' };

export const regression = {
  title: 'Regression',
  logistic,
  binary: 'Binary outcome',
  orBinary: 'Odds ratios of a binary outcome',
  sideBySide: 'Side by side',
  endpoint: 'Endpoint',
  what: 'Regression',
  empty: 'Regression needs a treatment arm or covariates.',
  chooseInData: 'Choose them in Data',
  noModels: (endpoint: string) => `No models for ${endpoint}.`,

  unadjusted: 'Without adjustment',
  adjusted: (terms: string) => `After adjustment for ${terms}`,
  opening: (adjustment: string, effect: RichText) => rich`${adjustment}, ${effect}.`,
  associated: (
    ratio: RatioKind,
    arm: string,
    lower: boolean,
    several: boolean,
    effects: RichText,
  ) => {
    const direction = lower ? 'lower' : 'higher';
    const raised = {
      hazard: several ? `${direction} hazards` : `a ${direction} hazard`,
      odds: `${direction} odds`,
    };
    return rich`${arm} was associated with ${raised[ratio]} ${effects}`;
  },
  ofOutcome: (ratio: RatioKind, outcome: string, value: string, bounds: string) =>
    rich`of ${outcome} (${ratioShort[ratio]}${nbsp}${strong(value)}, ${bounds})`,
  ratioWas: (ratio: RatioKind, arm: string, reference: string, effects: RichText) =>
    rich`the ${ratio} ratio of ${arm} against ${reference} was ${effects}`,
  forOutcome: (value: string, bounds: string, outcome: string) =>
    rich`${strong(value)} (${bounds}) for ${outcome}`,
  ratiosWere: (ratio: RatioKind, outcome: string, reference: string, effects: RichText) =>
    rich`the ${ratio} ratio for ${outcome} against ${reference} was ${effects}`,
  ratiosAlsoWere: (outcome: string, effects: RichText) => rich`For ${outcome} it was ${effects}.`,
  withArm: (value: string, bounds: string, arm: string) =>
    rich`${strong(value)} (${bounds}) with ${arm}`,
  bounds: (coverage: string, bounds: string) =>
    coverage === '' ? bounds : `${coverage}${nbsp}CI ${bounds}`,
  nobodyEntered: 'No covariate has entered the multivariable model.',
  armNotEntered: 'Treatment has not entered the multivariable model.',
  holds: (terms: number, names: string) =>
    `The multivariable model holds ${counted(terms, 'term')}: ${names}.`,

  table: { hazard: 'Cox models', odds: 'Logistic models' },
  endpointHead: (title: string, n: number, one: string, many: string) =>
    `${title} (${counted(n, one, many)})`,
  univariable: 'Univariable',
  multivariable: 'Multivariable',
  ratioHead: (ratio: RatioKind, coverage: string) => `${ratioShort[ratio]} (${coverage}${nbsp}CI)`,
  notTested: 'not tested',
  notEntered: 'not entered',
  follows: 'Not estimable: constant, or follows from other terms',
  runsToInfinity: 'Not estimable: it runs to 0 or infinity',
  noEventsInLevel: (events: string) => `Not estimable: no ${events}`,
  units: { year: 'year', unit: 'unit' },
  per: (label: string, unit: string) => `${label}, per ${unit}`,

  changes: (term: string, where: string) =>
    `The effect of ${term} may change during follow-up ${where}`.trimEnd(),
  inBoth: 'in both models',
  inModel: (endpoint: string) => `in the model for ${endpoint}`,
  changesText: (tests: RichText, others: RichText) =>
    rich`(proportional-hazards test ${tests}). Its hazard ratio is then an average.${others}`,
  pEquals: (value: string) => rich`${p}${value}`,
  /** The smallest p among the terms that are not spoken of. */
  noOtherSign: (terms: number, least: string) =>
    terms === 1
      ? rich` Of the other term ${p} is ${least}.`
      : rich` Of the other ${counted(terms, 'term')} the smallest ${p} is ${least}.`,
  globalChanges: (endpoint: string) =>
    `The hazards in the model for ${endpoint} may not be proportional`,
  globalText: (equals: string) =>
    rich`(test of all terms together ${p}${equals}), though no single term stands out.`,
  seePlots: 'See the plots',
  seeTests: 'See the tests',
  fewEvents: (perTerm: string, events: string, endpoint: string) =>
    `${perTerm} ${events} per coefficient is few${endpoint === '' ? '' : ` for ${endpoint}`}; 10 is usual.`,
  /** With one term there is none to take out. */
  fewEventsText: (several: boolean) =>
    several
      ? 'Take terms out under Options. As they are, hazard ratios and intervals are unreliable.'
      : 'The hazard ratio and its interval are unreliable.',
  runsOff: (term: string) => `The hazard ratio of ${term} is not estimable.`,
  runsOffText:
    'The estimate runs to zero or infinity: alone or with other terms, this one singles out the patient with the event every time. Firth’s penalty gives a finite estimate; or merge levels in Data, or take the term out.',
  noEvents: (events: string, n: number, term: string, endpoint: string) =>
    `No ${events} among the ${counted(n, 'patient')} with ${term}${inModelOf(endpoint)}: the hazard ratio is not estimable.`,
  noEventsInReference: (events: string, n: number, term: string, endpoint: string) =>
    `No ${events} among the ${counted(n, 'patient')} with ${term}, the reference${inModelOf(endpoint)}: no hazard ratio against them is estimable.`,
  noEventsText: (events: string) =>
    `Without ${events} on one side the estimate runs to zero or infinity, and its interval with it. Firth’s penalty gives a finite estimate; or merge levels in Data, or take the term out.`,
  useFirth: 'Use Firth’s penalty',
  noMultivariable: (endpoint: string) => `No multivariable model for ${endpoint}.`,
  notFitted: 'not fitted',

  how: (ties: string, coverage: string) =>
    `Cox models, ${ties} ties, Wald ${coverage} intervals and tests.`,
  howPenalised: (ties: string, coverage: string) =>
    `Cox models with Firth’s penalty, ${ties} ties, profile ${coverage} intervals and tests of the penalised likelihood.`,
  ties: { efron: 'Efron', breslow: 'Breslow', exact: 'Exact' },
  tiesInSentence: { efron: 'Efron', breslow: 'Breslow', exact: 'exact' },
  howUnivariable: 'Univariable: every patient whose term is known.',
  notTestedAtAll: (covariates: string) => `Not in the table: ${covariates}.`,
  whyNotTested: {
    unreadable: (label: string) => `${label} (holds values that are no numbers)`,
    missing: (label: string) => `${label} (not known for more than a tenth of the patients)`,
    constant: (label: string) => `${label} (one value in all of these patients)`,
    small: (label: string) => `${label} (a level of fewer than 5 patients)`,
    sameAs: (label: string, factor: string) => `${label} (measures the same as ${factor})`,
  },
  oneEntered: 'The one term was entered into the multivariable model.',
  allEntered: 'All terms were entered into the multivariable model.',
  someEntered: (terms: number, all: number) =>
    `${count(terms)} of ${count(all)} terms ${terms === 1 ? 'was' : 'were'} entered into the multivariable model`,
  entered: {
    chosen: ', chosen by hand.',
    guessed: ', as many as leave 10 events for each coefficient; choose others under Options.',
    guessedForOdds: ', as guessed; choose others under Options.',
    all: '.',
  },
  enteredBelow: (limit: string) =>
    `, those with a univariable likelihood-ratio p below ${limit}; p and intervals after such a choice are too small.`,
  perTerm: (perTerm: string, events: string) => `${perTerm} ${events} per coefficient`,
  concordance: (value: string) => `concordance ${value}`,
  facts: (title: string, facts: string) => `${title}: ${facts}.`,
  usedFor: (title: string) => `${title}: `,

  allNumbers: 'All numbers',
  allNumbersSetting: 'coefficients, standard errors, tests of the models',
  profileNote: 'Limits and p: profile of the penalised likelihood. SE and z: Wald.',
  modelOf: (title: string) => `${title}: multivariable model`,
  testsOf: (title: string) => `${title}: tests of the model`,
  testsCaption: (title: string) =>
    `${title}: tests of all terms together, and of each (likelihood ratio)`,
  hazardsOf: (title: string) => `${title}: proportional hazards`,
  term: 'Term',
  test: 'Test',
  allTerms: 'All terms',
  hazards: 'Check the proportional-hazards assumption',
  hazardsSetting: (values: RichText) => rich`all terms: ${values}`,
  hazardsText: rich`A small ${p} says that the effect of a term changes during follow-up: its hazard ratio is then an average over it.`,
  curveField: 'Effect drawn',
  /** The band of the smooth is 2 standard errors to each side. */
  since: (unit: TimeUnit, start: string) => `${capitalised(unit)} since ${start}`,
  hazardsMethod: 'Score test of Grambsch and Therneau, as in R’s cox.zph.',

  options: {
    entry: 'Who enters the multivariable model',
    chosen: 'The covariates chosen below',
    all: 'All terms of the table',
    below: (limit: string) => `Univariable p below ${limit}`,
    entryHint:
      'A choice by p makes the final p values too small; choosing before looking does not.',
    covariates: 'Covariates in the multivariable model',
    ties: 'Tied times',
    tiesHint: 'Exact takes time as counted in whole steps, as months are; many ties take it long.',
    penalty: 'Penalty',
    penalties: { none: 'None', firth: 'Firth' },
    penaltyHint: 'Firth’s keeps hazard ratios finite where a level has no event.',
    reference: (column: string) => `Reference of ${column}`,
    settings: {
      chosen: (terms: number) => `${counted(terms, 'covariate')} by hand`,
      guessed: (terms: number) => `${counted(terms, 'covariate')}`,
      all: 'all terms',
      below: (limit: string) => `p below ${limit}`,
      ties: (ties: string) => `ties: ${ties}`,
      firth: 'Firth’s penalty',
    },
  },
};

function inModelOf(endpoint: string): string {
  return endpoint === '' ? '' : ` in the model for ${endpoint}`;
}
