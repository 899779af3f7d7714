// Data: corrected cells, excluded rows, numbers cut into groups, and who is analysed.
import { count } from '../../base/rounding.ts';
import { counted, listed } from './grammar.ts';

export const changes = {
  heading: 'Changes to the data',
  /** "2 cells corrected, 1 row excluded" */
  count: (cells: number, rows: number) =>
    [
      ...(cells > 0 ? [`${counted(cells, 'cell')} corrected`] : []),
      ...(rows > 0 ? [`${counted(rows, 'row')} excluded`] : []),
    ].join(', '),
  onDisk: 'Your file stays as it is: the changes are part of the saved analysis.',
  row: (row: number) => `Row ${count(row)}`,
  inTheFile: 'in the file ',
  now: 'now ',
  excluded: 'excluded',
  empty: 'empty',
  takeBack: 'Take back',
  takeBackCell: (row: number, column: string) =>
    `Take back the correction of ${column} in row ${count(row)}`,
  takeBackRow: (row: number) => `Take row ${count(row)} back into the analyses`,
  rows: {
    howTo: 'Press a value to correct it, or the number of a row to exclude the row.',
    cell: (column: string, row: number, value: string) =>
      `Correct ${column} of row ${count(row)}, ${value}`,
    corrected: (before: string) => ` (in the file: ${before})`,
    excludeRow: (row: number) => `Exclude row ${count(row)}`,
    excludedFor: (row: number, why: string) => `Row ${count(row)} is excluded: ${why}.`,
  },
  edit: {
    of: (column: string, row: number) => `Correct ${column} of row ${count(row)}`,
    value: (column: string, row: number) => `${column}, row ${count(row)}`,
    inTheFile: (value: string) => `In the file: ${value}.`,
    why: 'Why (may stay empty)',
    save: 'Correct',
    cancel: 'Cancel',
  },
  exclude: {
    of: (row: number) => `Exclude row ${count(row)}`,
    why: (row: number) => `Why row ${count(row)} is left out of every analysis`,
    usual: [
      'withdrew consent',
      'did not meet the inclusion criteria',
      'entered twice',
      'lost to follow-up at once',
    ],
    usualOnes: 'Usual reasons',
    needed: 'Say why: the reason stands in every method line.',
    save: 'Exclude',
  },
};

export const cuts = {
  groups: {
    below: (upper: string) => `< ${upper}`,
    between: (lower: string, upper: string) => `${lower} to < ${upper}`,
    from: (lower: string) => `≥ ${lower}`,
  },
  cut: 'Groups',
  cutOf: (column: string) => `Cut ${column} into groups`,
  kind: (column: string) => `Groups of ${column}`,
  how: 'Where to cut',
  ways: {
    values: 'At values',
    median: 'At the median',
    tertiles: 'Into tertiles',
    quartiles: 'Into quartiles',
    quantiles: 'At other percentiles',
  },
  values: 'Values',
  valuesHint: 'For example 50, 65. A value itself belongs to the group above.',
  percentiles: 'Percentiles',
  percentilesHint: 'For example 10, 90.',
  name: 'Name of the new column',
  label: (column: string) => `${column}, groups`,
  inResults: 'Name in results',
  nameTaken: (name: string) => `There is a column ${name} already.`,
  nameNeeded: 'Write a name.',
  notNumbers: (written: string) => `“${written}” is no number.`,
  notPercentiles: 'Percentiles lie between 0 and 100.',
  preview: (groups: readonly { label: string; patients: number }[], missing: number) =>
    `${groups.map(({ label, patients }) => `${label} (${count(patients)})`).join(', ')}${missing > 0 ? `; ${count(missing)} without a value` : ''}`,
  nobody: (labels: readonly string[]) => `Nobody is in ${listed(labels)}.`,
  add: 'Add the groups',
  cancel: 'Cancel',
  remove: 'Remove',
  removeOf: (name: string) => `Remove the groups ${name}`,
  /** Of quantiles. */
  ofThesePatients:
    'A cut at quantiles of these patients lies elsewhere in every other study: groups made so cannot be compared between studies.',
  cutAt: (column: string, at: readonly string[]) => `${column} cut at ${listed(at)}.`,
  cutAtQuantiles: (column: string, shares: readonly string[], at: readonly string[]) =>
    `${column} cut at ${shares.length === 1 ? 'the percentile' : 'percentiles'} ${listed(shares)} of the patients that are not excluded: ${listed(at)}.`,
  waiting: 'Finding the cut points.',
};

export const filter = {
  name: 'Patients analysed',
  all: (rows: number) => `all ${count(rows)}`,
  some: (meet: number, rows: number, conditions: string) =>
    `${count(meet)} of ${count(rows)}: ${conditions}`,
  sentence: (meet: number, rows: number, conditions: string) =>
    `Analysing ${count(meet)} of ${counted(rows, 'patient')}: ${conditions}.`,
  excluded: (n: number) => `${count(n)} excluded by hand.`,
  unknown: (n: number) => `${count(n)} left out because a value of a condition is not known.`,
  nobody: 'Nobody meets all conditions.',
  bar: (meet: number, rows: number) => `${count(meet)} of ${count(rows)} analysed`,
  explain:
    'Every analysis of the page is of the patients who meet all conditions. Take care with conditions on what became known only after the start of treatment.',
  add: 'Add a condition on',
  choose: 'Choose a column',
  remove: 'Remove',
  removeOf: (condition: string) => `Remove the condition ${condition}`,
  levelsOf: (column: string) => `Values of ${column} that are analysed`,
  kinds: {
    atLeast: 'at least',
    below: 'below',
    since: 'from a day on',
    before: 'before a day',
    in: 'one of these values',
    known: 'known',
    missing: 'not known',
  },
  limit: (column: string) => `Limit of ${column}`,
  notNumber: 'Write a number.',
  notDay: 'Write a day as 2024-06-30.',
  conditions: {
    in: (column: string, levels: readonly string[]) => `${column} ${levels.join(' or ')}`,
    atLeast: (column: string, limit: string) => `${column} ≥ ${limit}`,
    below: (column: string, limit: string) => `${column} < ${limit}`,
    since: (column: string, day: string) => `${column} from ${day} on`,
    before: (column: string, day: string) => `${column} before ${day}`,
    known: (column: string) => `${column} known`,
    missing: (column: string) => `${column} not known`,
    all: (conditions: readonly string[]) => listed(conditions),
  },
};
