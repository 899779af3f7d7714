// The Safety section.
import { nbsp } from '../../base/rounding.ts';
import { counted } from './grammar.ts';
import { p, rich, strong, type RichText } from '../../base/rich-text.ts';

/** Which events count. */
type Kind = 'all' | 'related' | 'immune';

const event: Record<Kind, string> = {
  all: 'an adverse event',
  related: 'a treatment-related adverse event',
  immune: 'an immune-related adverse event',
};

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const safety = {
  title: 'Safety',
  empty:
    'Safety needs a column with each patient’s worst adverse-event grade, or a column for each adverse event.',
  chooseInData: 'Choose it in Data',
  noRates: 'No rates.',
  noTerm: (term: string) => `No rates of ${term}.`,

  severe: 'Grade 3 or higher',
  any: 'Any grade',
  grades: ['No event', 'Grade 1', 'Grade 2', 'Grade 3', 'Grade 4', 'Grade 5 (death)'],

  definition: (n: number) =>
    `${counted(n, 'patient')}, each counted once with the worst grade of any adverse event.`,
  definitionOfTerms: (n: number) =>
    `${counted(n, 'patient')}, each counted once for each adverse event, with its worst grade.`,
  severeIn: (kind: Kind) => `${capitalised(event[kind])} of grade 3 or higher occurred in `,
  anyIn: (kind: Kind, rates: RichText) =>
    rich`${capitalised(event[kind])} of any grade occurred in ${rates}.`,
  ofPatients: ' of patients',
  with: (rate: string, patients: string, arm: string) =>
    rich`${strong(rate)}${patients} with ${arm}`,
  ofAll: (rate: string, events: string, n: string, coverage: string, bounds: string) =>
    rich`${strong(rate)} of patients (${events} of ${n}; ${coverage}${nbsp}CI ${bounds}).`,
  noneSevere: (kind: Kind, n: number) =>
    rich`None of ${counted(n, 'patient')} had ${event[kind]} of grade 3 or higher.`,
  none: (kind: Kind, n: number) => rich`None of ${counted(n, 'patient')} had ${event[kind]}.`,
  /** `terms`: "pneumonitis (1)", or nothing where no term is graded 5. */
  died: (kind: Kind, n: number, terms: string) =>
    rich`${strong(counted(n, 'patient'))} died of ${event[kind]}${terms === '' ? ` (grade${nbsp}5)` : `: ${terms}`}.`,
  fatal: (terms: string) => `Fatal adverse events: ${terms}.`,
  /** `arms`: "rechallenge and chemotherapy", where no sentence before has named them. */
  mostFrequent: (terms: string, arms: string) =>
    `Most frequent${arms === '' ? '' : ` with ${arms}`}: ${terms}.`,
  inArm: (rate: string, arm: string) => `${rate} with ${arm}`,
  frequent: (term: string, rates: string) => `${term} (${rates})`,

  missingGrade: (n: number) => `${counted(n, 'patient has', 'patients have')} no grade.`,
  missingGradeText: (column: string) =>
    `${column} is empty or holds no grade from 0 to 5 in these rows. They are left out, not counted as free of events.`,
  missingTerms: (n: number) =>
    `${counted(n, 'patient is', 'patients are')} without a grade of some adverse event.`,
  missingTerm: (term: string, rows: string) => `${term} (${rows})`,
  missingTermsText: (terms: string) =>
    `They are left out of these rows, not counted as free of the event: ${terms}. If an empty cell means that nothing happened, write 0 into it.`,

  worstTable: 'Worst adverse event',
  worstTableUnit: (coverage: string) => `patients, not events; n (%), rates with ${coverage} CI`,
  worstGroup: 'Worst grade, n (%)',
  ratesGroup: (coverage: string) => `Rates (${coverage} CI)`,

  termTable: 'Adverse events by term',
  termTableUnit: 'patients with the event, n (%)',
  term: 'Term',
  differencePoints: (coverage: string) => `Difference, points (${coverage} CI)`,
  exactP: [p, ' (exact)'] as RichText,
  notGraded: 'not graded',
  nobody: 'nobody',
  nobodyHad: (terms: string) => `Nobody had ${terms}.`,
  anyOf: (term: string) => `${term}, any grade`,
  severeOf: (term: string) => `${term}, grade 3 or higher`,

  butterfly: {
    title: (grade: string) => `Adverse events of ${grade}`,
    fileName: 'adverse events',
    choose: 'Grade shown in the picture',
    choices: { any: 'Any grade', severe: 'Grade 3 or higher', fatal: 'Grade 5' },
    grades: { any: 'any grade', severe: 'grade 3 or higher', fatal: 'grade 5' },
    nobody: (grade: string) => `Nobody had a listed adverse event of ${grade}.`,
    axis: 'Patients with the event (%)',
    differenceHead: (level: string) => `Difference (${level} CI)`,
    differenceAxis: 'Points, left less right',
    term: 'Term',
    columns: ['Difference', 'Interval', 'p (exact)'],
    note: (level: string) =>
      `Bars: share of the patients of an arm. Dots: difference of the two shares with its ${level} interval (Newcombe), where the picture is wide enough; the table has them all. The intervals are not corrected for their number.`,
    row: (term: string, left: string, right: string, difference: string, bounds: string) =>
      `${term}: ${left} and ${right}, a difference of ${difference} points (${bounds})`,
    description: (
      grade: string,
      left: string,
      right: string,
      level: string,
      rows: readonly string[],
    ) =>
      `Patients with each adverse event of ${grade}, with ${left} and with ${right}; differences with ${level} intervals. ${rows.join('. ')}.`,
  },

  exposure: {
    name: 'Rates by time under observation',
    notChosen: 'no time chosen',
    setting: (column: string) => column,
    column: 'Time under observation',
    none: 'Not asked for',
    table: 'Adverse events by time under observation',
    unit: (column: string) => `patients with the event per 100 units of ${column}`,
    event: 'Event',
    anyTerm: 'Any',
    anySevere: 'Any of grade 3 or higher',
    patientsAndTime: 'Patients / time',
    perHundred: (level: string) => `Per 100 (${level} CI)`,
    ratio: (level: string) => `Rate ratio (${level} CI)`,
    eventsOverTime: (events: string, time: string) => `${events} / ${time}`,
    noTime: 'No time',
    noRatio: 'Not estimable',
    method:
      'A patient counts once for each event. The time is all of the time under observation, also that after the event, because when it occurred is not known: the rates are lower bounds of those until the first event. Exact Poisson intervals (Garwood); the ratio with its exact conditional interval and test, as R’s poisson.test. Patients without this time are left out here.',
  },

  comparison: 'Comparison of adverse events',
  comparisonSetting: 'differences, ratios, three tests side by side',
  difference: 'Difference: Newcombe interval.',
  tests: 'tests',
  how: 'Each patient counts once, with the worst grade of any event; grade 3 or higher includes death.',
  howTerms:
    'By term: difference with Newcombe interval, Fisher’s exact test; a patient with several terms counts in each, so the rows do not add up.',
  howTermsAlone: 'By term: a patient with several terms counts in each, so the rows do not add up.',
  howTermsMany:
    'By term with more than two arms: the tests against the reference are under “All numbers”.',
  notCorrected: (tests: string) => `Not corrected for ${tests} tests.`,
  denominators: 'n/N stands where patients without a grade are left out.',

  order: 'Order of the terms',
  orders: {
    frequency: 'Most frequent first',
    difference: 'Largest difference first',
    name: 'By name',
    file: 'As in the file',
  },
  terms: 'Terms listed',
  allTerms: 'all terms',
  someTerms: (shown: string, all: string) => `${shown} of ${all} terms`,
};
