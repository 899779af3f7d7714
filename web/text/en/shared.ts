// What several sections say in the same words.
import { count } from '../../base/rounding.ts';
import { counted } from './grammar.ts';

export const shared = {
  copyTable: {
    copy: 'Copy table',
    copied: 'Copied: paste it into a document or a spreadsheet.',
    failed: 'The browser did not allow copying.',
    saveCsv: 'Save as CSV',
    csvName: (name: string) => `${name}.csv`,
    saved: (file: string) => `${file} is saved where your browser puts downloads.`,
  },
  run: {
    progress: (done: number, total: number) =>
      `Computing ${count(done)} of ${count(total)} analyses`,
    cancel: 'Cancel',
    again: 'Compute again',
    computing: 'Computing.',
    computed: 'All numbers are computed.',
    stopped: 'Computing was stopped. Your settings are as you left them.',
    nothing: 'No result: nothing was computed.',
    refused: 'Nothing could be computed.',
    engineStopped: 'The engine stopped. This is a fault of Riskset, not of your data.',
    partly: (faults: number) => `${counted(faults, 'analysis', 'analyses')} could not be computed.`,
    elsewhere: 'Each says so where its numbers would stand. The others are right.',
  },
  undrawable: {
    claim: 'This section could not be drawn.',
    text: 'This is a fault of the page, not of your data. The other sections are not affected. Change a setting or reload the page.',
  },
  skip: 'Skip to the content',
  /** Tables of a Cox model at full precision. */
  cox: {
    columns: ['HR', 'Lower', 'Upper', 'Coefficient', 'SE', 'z', 'p'],
    chiSquare: 'χ²',
    df: 'df',
    p: 'p',
    likelihoodRatio: 'Likelihood ratio',
    wald: 'Wald',
    score: 'Score',
    robustScore: 'Score, robust',
  },
  warning: 'Warning: ',
  problem: 'Problem: ',
  note: 'Note: ',
  moreAboutWarning: 'More about this warning',
  lessAboutWarning: 'Less about this warning',
  showRows: (n: number) => `Show ${counted(n, 'row')}`,
  hideRows: (n: number) => `Hide ${counted(n, 'row')}`,
  how: 'How.',
  rows: {
    row: 'Row',
    empty: 'empty',
    first: (shown: number, all: number) => `The first ${count(shown)} of ${count(all)} rows.`,
    counted: 'Rows are counted below the header.',
  },
  guessed: ' (guessed)',
  options: {
    name: 'Options',
    level: 'Coverage of every interval',
    levelHint: 'Applies to the whole page.',
  },

  patients: (n: number) => counted(n, 'patient'),
  ofPatients: (some: string, all: string) => `${some} of ${all} patients`,
  noFollowUp: (endpoint: string) => `No follow-up of ${endpoint}.`,

  earlyCensoring: {
    claim: (patients: number, before: string, alive: boolean) =>
      `${counted(patients, 'patient')} left follow-up ${alive ? 'alive' : 'without the event'} before ${before}`,
    inArm: (patients: string, arm: string) => `${patients} with ${arm}`,
    why: (patients: number) =>
      patients === 1
        ? 'If this patient left because of getting worse, the curve is too high.'
        : 'If they stopped because they were getting worse, the curve is too high.',
    rows: 'Patients who left follow-up early',
  },
};
