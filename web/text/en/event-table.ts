// A table of adverse events beside the cohort: in Data and in Safety.
import { counted, listed, rowList } from './grammar.ts';

export const eventTable = {
  name: 'Table of adverse events',
  none: 'none: adverse events are columns of the cohort',
  what: 'A second file can hold one row for each event: the patient’s identifier, the term, the grade; and, where it is known, whether the event was related to treatment or immune-related. A patient may have several rows, and counts once. Arm and time under observation come from the cohort.',
  add: 'Add a table of adverse events',
  addPasted: 'Paste one',
  pasteHere: 'Copy the cells in the spreadsheet, header included, and paste them here.',
  openPasted: 'Open the pasted table',
  pasted: 'pasted table of adverse events',
  dropHere: 'or let go of its file here',
  replace: 'Replace the table',
  remove: 'Remove the table',
  setting: (file: string, rows: number) => `${file}, ${counted(rows, 'row')}`,
  waitingSetting: (file: string) => `${file}, not open`,

  waits: (file: string, rows: number) => `Safety waits for ${file} (${counted(rows, 'row')}).`,
  waitsText:
    'This analysis counts the adverse events of that table. Only what was decided about it is saved, never a row: open the file again.',
  open: 'Open it',
  changed: (file: string, before: number, now: number) =>
    before === now
      ? `The table is not the same file as ${file}, with which the analysis was saved. What was decided is applied to it.`
      : `The table has ${counted(now, 'row')}, and ${file}, with which the analysis was saved, had ${before}. What was decided is applied to it.`,
  guessedAnew: (file: string) =>
    `The table has not the columns of ${file}, with which the analysis was saved. They are guessed anew.`,

  columns: {
    patient: 'Patient, in this table',
    cohortPatient: 'Patient, in the cohort',
    term: 'Term',
    grade: 'Grade',
    related: 'Treatment-related',
    immune: 'Immune-related',
  },
  notChosen: 'Not chosen',
  columnIs: (role: string, column: string) => `${role}: ${column}`,
  printed: (cohortColumn: string, columns: readonly string[]) =>
    `Linked to ${cohortColumn} of the cohort. ${columns.join('; ')}.`,
  yes: {
    related: 'Means treatment-related',
    immune: 'Means immune-related',
  },
  lacking: (roles: readonly string[]) => `Not chosen yet: ${listed(roles)}.`,
  lackingText: (roles: number) =>
    roles === 1 ? 'Safety needs it: choose the column.' : 'Safety needs them: choose the columns.',
  refused: 'The table is not linked to the cohort.',

  matched: (file: string, withEvents: number, patients: number, without: number) =>
    `${withEvents} of ${counted(patients, 'patient')} have an event in ${file}; ${without === 0 ? 'nobody is without one' : `the other ${without} ${without === 1 ? 'counts' : 'count'} as free of events`}.`,
  noEvent: (rows: number, terms: readonly string[]) =>
    `${counted(rows, 'row')} ${rows === 1 ? 'says' : 'say'} that there was no event (${listed(terms, 'or')}).`,
  meansNoEvent: 'Term that means no event',
  strangers: (ids: readonly string[], more: number) =>
    `${counted(ids.length + more, 'identifier')} of the table ${ids.length + more === 1 ? 'is' : 'are'} not in the cohort: ${ids.join(', ')}${more === 0 ? '' : ` and ${more} more`}.`,
  strangersText: (rows: number) =>
    `Their ${counted(rows, 'event')} ${rows === 1 ? 'is' : 'are'} not counted. Check how they are written.`,
  nobody: (rows: number) => `${counted(rows, 'row')} of the table without a patient.`,
  nobodyText: 'They are not counted.',
  termless: (rows: number) => `${counted(rows, 'row')} of the table without a term.`,
  termlessText: 'They are not counted as events.',
  ungraded: (rows: number) => `${counted(rows, 'event')} without a grade from 0 to 5.`,
  ungradedText:
    'They count as events of any grade. Where it is not known whether a patient’s worst grade reaches 3, the patient is left out of the rates of grade 3 or higher.',
  unanswered: (rows: number, kind: string) =>
    `${counted(rows, 'event')} of which nobody says whether they were ${kind}.`,
  unansweredText: 'They are not counted.',
  withoutId: (rows: readonly number[]) =>
    `${counted(rows.length, 'patient')} of the cohort without an identifier (${rowList(rows)}).`,
  withoutIdText: 'Whether they had events is not known: Safety leaves them out.',
  rowsLabel: (what: string) => `Rows of the table of adverse events: ${what}`,

  count: 'Events that count',
  counts: { all: 'All events', related: 'Treatment-related only', immune: 'Immune-related only' },
  kinds: { related: 'treatment-related', immune: 'immune-related' },
  only: (kind: string, column: string, values: readonly string[]) =>
    `Only ${kind} events count (${column}: ${listed(values, 'or')}).`,
  nothingMeant: (kind: string) =>
    `No value means ${kind}: no event counts. Tick those that do, under Table of adverse events.`,
};
