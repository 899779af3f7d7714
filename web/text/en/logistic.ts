// Odds ratios of a binary outcome, in the Regression section.
import { count } from '../../base/rounding.ts';
import { p, rich, type RichText } from '../../base/rich-text.ts';
import { counted } from './grammar.ts';

export const logistic = {
  outcome: 'Outcome',
  column: 'Another column',
  whichColumn: 'Column with two levels',
  whichLevel: 'Counts as the outcome',
  none: 'Choose a column',
  choose: 'Choose the column that says who had the outcome.',
  noColumns:
    'No column has two levels. Merge the levels of one in Data, or say there which column holds the best response.',

  /** A column whose level says no more than that the outcome is there, and one whose level says what it is. */
  withLevel: (column: string, level: string) => `${column} ${level}`,
  names: {
    orr: {
      outcome: 'Objective response',
      inSentence: 'objective response',
      defined: 'Objective response (CR + PR)',
      had: 'responded',
      head: 'Responded',
      with: 'responders',
      without: 'non-responders',
    },
    dcr: {
      outcome: 'Disease control',
      inSentence: 'disease control',
      defined: 'Disease control (CR + PR + SD)',
      had: 'had disease control',
      head: 'Controlled',
      with: 'patients with disease control',
      without: 'patients without disease control',
    },
  },
  namesOf: (outcome: string) => ({
    had: `had ${outcome}`,
    with: `patients with ${outcome}`,
    without: `patients without ${outcome}`,
  }),

  definition: (defined: string, ofPatients: string, rate: string) =>
    `${defined}: ${ofPatients}, ${rate}.`,
  against: (level: string) => `All others: ${level}.`,
  denominators: {
    all: {
      orr: 'Who is not evaluable counts as a non-responder.',
      dcr: 'Who is not evaluable counts as without disease control.',
    },
    evaluable: { orr: 'Evaluable patients only.', dcr: 'Evaluable patients only.' },
  },
  head: (outcome: string, events: number, n: number) =>
    `${outcome} (${count(events)} of ${count(n)})`,

  nobodyInLevel: (had: string) => `Not estimable: nobody ${had}`,
  everybodyInLevel: (had: string) => `Not estimable: everybody ${had}`,

  noModels: (outcome: string) => `No odds ratios of ${outcome}.`,
  oneOutcome: (nobody: boolean, patients: number, had: string) =>
    nobody
      ? `None of the ${counted(patients, 'patient')} ${had}. Odds ratios need patients with and without the outcome.`
      : `All ${counted(patients, 'patient')} ${had}. Odds ratios need patients with and without the outcome.`,
  noMultivariable: (outcome: string) => `No multivariable model of ${outcome}.`,

  fewOutcomes: (perTerm: string, rarer: string) =>
    `${perTerm} ${rarer} per coefficient is few; 10 is usual.`,
  fewOutcomesText: (several: boolean, firth: boolean) =>
    `${several ? 'Take terms out under Options. ' : ''}${
      firth
        ? 'Firth’s penalty takes most of the bias out, but intervals stay wide.'
        : 'As they are, odds ratios tend to lie too far from 1, and intervals are unreliable.'
    }`,
  oneOutcomeInLevel: (nobody: boolean, patients: number, term: string, had: string) =>
    `${patientsWith(nobody, patients, term)} ${had}: the odds ratio does not exist.`,
  oneOutcomeInReference: (nobody: boolean, patients: number, term: string, had: string) =>
    `${patientsWith(nobody, patients, term)}, the reference, ${had}: no odds ratio against them exists.`,
  oneOutcomeText:
    'Where only one outcome occurs the estimate runs to zero or infinity, and its interval with it. Firth’s penalty gives a finite estimate; or merge levels in Data, or take the term out.',
  separates: (term: string) => `The odds ratio of ${term} does not exist.`,
  separatesText:
    'The estimate runs to zero or infinity: alone or with other terms, this one tells patients with the outcome from those without. Firth’s penalty gives a finite estimate; or merge levels in Data, or take the term out.',

  how: {
    wald: (coverage: string) => `Logistic models, Wald ${coverage} intervals and tests.`,
    profile: (coverage: string) =>
      `Logistic models, profile-likelihood ${coverage} intervals, likelihood-ratio tests of each coefficient.`,
    firth: (coverage: string) =>
      `Logistic models with Firth’s penalty, profile ${coverage} intervals and tests of the penalised likelihood.`,
  },
  termTests: (tests: readonly RichText[]): RichText =>
    rich`Likelihood-ratio ${p} of each term of the multivariable model: ${tests.flatMap((test, at) => (at === 0 ? test : [', ', ...test]))}.`,
  termTest: (term: string, value: string): RichText => rich`${term} ${value}`,
  perTerm: (perTerm: string, rarer: string) => `${perTerm} ${rarer} per coefficient`,
  cStatistic: (value: string, stdError: string) =>
    `c-statistic ${value} (standard error ${stdError})`,
  cStatisticAlone: (value: string) => `c-statistic ${value}`,
  facts: (facts: string) => `Multivariable model: ${facts}.`,

  interval: 'Intervals and tests',
  intervals: { wald: 'Wald', profile: 'Profile likelihood' },
  intervalHint: 'Wald as SAS, SPSS and Stata print first; profile as R’s confint.',
  penaltyHint: 'Firth’s keeps odds ratios finite where a level has one outcome only.',
  shared: 'The same terms enter the Cox models.',

  allNumbersSetting: 'coefficients, both intervals, tests of the model',
  columns: [
    'OR',
    'Wald lower',
    'Wald upper',
    'Coefficient',
    'SE',
    'z',
    'p',
    'Profile lower',
    'Profile upper',
    'Profile p',
  ] as const,
  intercept: 'Intercept (odds)',
  criteria: (aic: string, bic: string) => `AIC ${aic}, BIC ${bic}.`,
  modelOf: (outcome: string) => `${outcome}: multivariable model`,
  testsOf: (outcome: string) => `${outcome}: tests of the model`,
  testsCaption: (outcome: string) =>
    `${outcome}: tests of all terms together, and of each (likelihood ratio)`,
};

function patientsWith(nobody: boolean, patients: number, term: string): string {
  const all = counted(patients, 'patient');
  if (nobody)
    return `${patients === 1 ? '0' : 'None'} of ${patients === 1 ? '' : 'the '}${all} with ${term}`;
  return `${patients === 1 ? 'The' : 'All'} ${all} with ${term}`;
}
