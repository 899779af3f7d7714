// The bar, the rail, undo, saving.

import { count } from '../../base/rounding.ts';
import { counted, listed } from './grammar.ts';

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
    claims: 'Check a paper',
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
    gaveUp: (file: string) =>
      `${file} could not be read: the browser gave up on it, most likely for want of memory.`,
    otherRows: (changes: number) =>
      `Read in this way, rows or columns would be others, and ${counted(changes, 'correction or exclusion', 'corrections or exclusions')} would not fit them. Take them back under Changes to the data first.`,
    reading: (file: string) => `Reading ${file}`,
    rows: (done: number, total: number) => `Reading ${count(done)} of ${count(total)} rows`,
    columns: (done: number, total: number) => `Looking through column ${done} of ${total}`,
    cancel: 'Cancel',
  },
  save: {
    saveOrShare: 'Save or share',
    /** Where there is no room for the whole. */
    share: 'Share',
    menu: 'Save or share this analysis',
    save: 'Save the analysis',
    saved: (file: string) => `${file} is saved where your browser puts downloads.`,
    open: 'Open a saved analysis',
    openTitle: 'Continue with a saved one',
    holds:
      'One small file with your choices: names of columns, what each is for, names of groups such as “Male”, single values that you corrected, and which analyses to run. No patient’s row is in it, and no value of a column that identifies a patient.',
    paper: 'Checked paper',
    holdsPaper:
      'One small file with the text that you pasted and the printed results in it, as you corrected them.',
    fingerprint:
      'It carries a fingerprint of your table, so that this page can tell when it is opened with another.',
    noFingerprint:
      'It carries no fingerprint of your table: the table was pasted, or this page was opened over plain http, where browsers do not offer one. Riskset compares the number of rows in its place.',
    shareHint:
      'With a collaborator, as a link or a file: the results, the settings, or the rows, encrypted. You see what goes before anything does.',
    sharePaperHint:
      'As a link or a file: the text and the printed results in it. You see what goes before anything does.',
    openHint: 'It is put on the table that is open, as one step that can be undone.',
    waiting: {
      title: (file: string) => `${file} waits for its table`,
      madeWith: (table: string | null, rows: number | null) =>
        table === null
          ? 'This analysis does not say which table it was made with. Open that table.'
          : `This analysis was made with ${table}${rows === null ? '' : `, ${counted(rows, 'row')}`}. Open that file.`,
      madeWithExample: 'This analysis was made with the example cohort that this page carries.',
      openTable: 'Open the table',
      openExample: 'Open the example cohort with it',
      useOpenTable: 'Use the table that is open',
      forget: 'Leave it',
    },
    opened: {
      whole: (file: string) => `${file} is opened: all of it fits this table.`,
      partly: (file: string) => `${file} is opened, but not all of it could be taken over.`,
      close: 'Close this note',
    },
    differences: {
      missingColumns: (names: readonly string[]) =>
        `This table has no ${names.length === 1 ? 'column' : 'columns'} ${listed(names)}. What ${names.length === 1 ? 'it was' : 'they were'} used for is left out.`,
      rows: (saved: number, here: number) =>
        `It was made with ${counted(saved, 'row')}; this table has ${counted(here, 'row')}.`,
      changed:
        'The table is not byte for byte the one it was made with: numbers may differ from those saved or printed then.',
      newValues: (column: string, values: readonly string[]) =>
        `${column} has ${values.length === 1 ? 'a value' : 'values'} that the analysis does not list: ${listed(values.slice(0, 5))}.`,
      eventLost: (name: string, column: string) =>
        `None of the values of ${column} is the event of ${name} any more: say below which is.`,
      excluded: (n: number) =>
        `The file leaves out ${counted(n, 'row')} that this table does not have.`,
      edited: (n: number) =>
        `${counted(n, 'correction')} of the file ${n === 1 ? 'is' : 'are'} of a cell that this table does not have.`,
      derived: (names: readonly string[]) =>
        `The ${names.length === 1 ? 'groups' : 'columns of groups'} ${listed(names)} could not be made: the number that is cut, or the column of its patients, is not there or is read as something else, or the name is taken.`,
      where: (n: number) =>
        `${counted(n, 'condition')} on the patients to analyse ${n === 1 ? 'does' : 'do'} not fit this table: all patients are analysed in ${n === 1 ? 'its' : 'their'} place.`,
      tables: (names: readonly string[]) =>
        `The file uses further tables (${listed(names)}). This page reads one, of adverse events, that was saved with it.`,
      conventions: (name: string) =>
        `The file follows the conventions of ${name}. This page follows those of R: some numbers differ in the last digits.`,
      decimal: (mark: string) =>
        `The file reads numbers with the decimal mark “${mark}”, and this table was read with the other.`,
      otherRows: (n: number) =>
        `${counted(n, 'correction or exclusion', 'corrections or exclusions')} of the file ${n === 1 ? 'was' : 'were'} not taken over: rows go by their numbers, and in another table these may be other patients.`,
      endpointParts: (name: string, parts: readonly string[]) =>
        `${name} has settings that this page does not use: ${listed(parts)}. Its numbers differ from those of the file.`,
      analyses: (names: readonly string[]) =>
        `${counted(names.length, 'analysis', 'analyses')} of the file ${names.length === 1 ? 'is' : 'are'} not on this page, or with other settings: ${listed(names.slice(0, 6))}${names.length > 6 ? ' and more' : ''}.`,
    },
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
      read: 'how the file is read',
      arm: 'treatment arm',
      reference: 'reference arm',
      order: (column: string) => `order of ${column}`,
      merge: (column: string) => `merged values of ${column}`,
      split: (column: string) => `separated values of ${column}`,
      endpoint: (name: string) => `columns of ${name}`,
      addEndpoint: (name: string) => `added ${name}`,
      removeEndpoint: (name: string) => `removed ${name}`,
      daysPerMonth: (days: number) => `months of ${days} days`,
      cutoff: 'cut-off of the data',
      event: (name: string) => `event of ${name}`,
      response: 'best response',
      eventTable: 'table of adverse events',
      removeEventTable: 'removed the table of adverse events',
      responseValue: (value: string) => `meaning of ${value}`,
      firstResponse: 'first response',
      grade: 'worst adverse event',
      factors: 'covariates of the model',
      options: {
        rows: 'weights and clusters',
        tableOne: 'what Table 1 shows',
        survival: 'survival options',
        tests: 'choice of tests',
        curves: 'options of the curves',
        response: 'response options',
        regression: 'regression options',
        logistic: 'binary outcome of Regression',
        subgroups: 'subgroup options',
        safety: 'safety options',
      },
      level: 'confidence level',
      role: (column: string) => `role of ${column}`,
      type: (column: string) => `type of ${column}`,
      label: (column: string) => `name of ${column}`,
      missing: (column: string) => `missing values of ${column}`,
      edit: (row: number, column: string) => `correction of ${column} in row ${count(row)}`,
      restored: (row: number, column: string) => `${column} of row ${count(row)} as in the file`,
      exclude: (row: number) => `excluded row ${count(row)}`,
      include: (row: number) => `took row ${count(row)} back`,
      cut: (column: string) => `groups of ${column}`,
      removeCut: (name: string) => `removed ${name}`,
      where: 'which patients are analysed',
      reading: (column: string) => `reading of ${column}`,
      dateOrder: 'order of day and month',
      guess: (column: string) => `${column} as guessed`,
    },
  },
};
