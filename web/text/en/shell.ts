// The bar, the rail, undo, saving.

import { counted } from '../../format/words.ts';

export const shell = {
  bar: {
    brand: 'Riskset',
    home: 'Riskset, to the start',
    synthetic: 'synthetic',
    patients: (n: number) => counted(n, 'patient'),
    columns: (n: number) => counted(n, 'column'),
    local: 'Nothing leaves this computer',
    light: 'Use light colours',
    dark: 'Use dark colours',
  },
  sections: {
    start: 'Start',
    data: 'Data',
    patients: 'Patients',
    response: 'Response',
    survival: 'Survival',
    regression: 'Regression',
    subgroups: 'Subgroups',
    safety: 'Safety',
  },
  rail: {
    sections: 'Sections',
    now: 'Sections. Now: ',
    warnings: (n: number) => counted(n, 'warning'),
    warningsAfter: (n: number) => (n === 1 ? ' warning' : ' warnings'),
    opensLater: 'Sections open when a table is loaded.',
    fromRows: 'All answers computed from the rows now on the page.',
    version: (version: string) => `Version ${version}`,
    versionAndData: (version: string, hash: string) => `Version ${version} · data ${hash}`,
  },
  print: {
    /** "Riskset 0.1.0 · cohort.csv, 83 patients · printed 24 November 2026" */
    stamp: (version: string, table: string | null, date: Date) =>
      [
        `Riskset ${version}`,
        ...(table === null ? [] : [table]),
        `printed ${date.toLocaleDateString('en-GB', { dateStyle: 'long' })}`,
      ].join(' · '),
    table: (name: string, patients: number, hash: string | null) =>
      `${name}, ${counted(patients, 'patient')}${hash === null ? '' : ` · data ${hash}`}`,
  },
  open: {
    pasted: 'Pasted table',
    example: 'Example cohort',
    unreadable: (file: string) =>
      `${file} could not be opened. It may have been moved, or it is a folder.`,
    problem: (file: string, why: string) => `${file}: ${why}`,
  },
  save: {
    /** Completes "66 patients …" for an endpoint that has no words of its own. */
    otherEvent: 'had the event',
    problems: {
      unreadable: (file: string) =>
        `${file} cannot be read as a saved analysis. It may have been cut off or changed by hand.`,
      otherFile: (file: string) => `${file} is not a saved analysis.`,
      newer: (file: string, number: number, newest: number) =>
        `${file} was saved by a newer Riskset: its format is ${number}, and this page reads up to ${newest}. Open it with the newer page.`,
      unknown: (file: string, path: string) =>
        `${file} has a part that this page does not know (${path}). It may come from a newer Riskset, or from a slip of the pen.`,
      unfitting: (file: string, path: string) =>
        `${file} cannot be read: ${path} is not what belongs there.`,
    },
  },
  undo: {
    undo: (step: string) => `Undo: ${step}`,
    redo: (step: string) => `Redo: ${step}`,
    nothingToUndo: 'Nothing to undo',
    nothingToRedo: 'Nothing to redo',
    undone: (step: string) => `Undone: ${step}.`,
    redone: (step: string) => `Done again: ${step}.`,
    /** The name of a change, as it completes "Undo: …". */
    steps: {
      file: (name: string) => `opening ${name}`,
      arm: 'treatment arm',
      reference: 'reference arm',
      order: (column: string) => `order of ${column}`,
      merge: (column: string) => `merged values of ${column}`,
      split: (column: string) => `separated values of ${column}`,
      endpoint: (name: string) => `columns of ${name}`,
      addEndpoint: (name: string) => `added ${name}`,
      removeEndpoint: (name: string) => `removed ${name}`,
      event: (name: string) => `event of ${name}`,
      response: 'best response',
      responseValue: (value: string) => `meaning of ${value}`,
      grade: 'worst adverse event',
      factors: 'covariates of the model',
      options: {
        survival: 'survival options',
        curves: 'options of the curves',
        response: 'response options',
        regression: 'regression options',
        subgroups: 'subgroup options',
        safety: 'safety options',
      },
      level: 'confidence level',
      role: (column: string) => `role of ${column}`,
      type: (column: string) => `type of ${column}`,
      missing: (column: string) => `missing values of ${column}`,
    },
  },
};
