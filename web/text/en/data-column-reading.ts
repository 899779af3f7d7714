// How a column is read: what was guessed, why, and what can be chosen instead.
import { count } from '../../base/rounding.ts';
import { counted, listed } from './grammar.ts';

const inRows = (n: number) => `in ${counted(n, 'row')}`;

export const columnReading = {
  open: 'Reading',
  openOf: (column: string) => `Reading of ${column}`,
  type: 'Type',
  role: 'Role',
  chosen: (guess: string) => `Chosen by you. Guessed was: ${guess}.`,
  guessed: (evidence: string) => `Guessed. ${evidence}`,
  typeIs: {
    number: (read: number, of: number) =>
      read === of
        ? `All ${count(of)} values are numbers.`
        : `${count(read)} of ${count(of)} values are numbers.`,
    date: (read: number, of: number) =>
      read === of
        ? `All ${count(of)} values are dates.`
        : `${count(read)} of ${count(of)} values are dates.`,
    category: (different: number) => `${counted(different, 'different value')}.`,
  },
  order: {
    decided: (date: string, order: 'dmy' | 'mdy') =>
      `“${date}” can only be read with the ${order === 'dmy' ? 'day' : 'month'} first.`,
    open: (date: string) => `“${date}”, and every other date, could be read in another order too.`,
    any: 'Day and month cannot be mistaken for each other.',
  },
  kinds: {
    unit: (example: string, n: number, value: string) =>
      `“${example}” is read as ${value}: a unit stands ${inRows(n)}.`,
    otherUnit: (example: string, n: number, value: string) =>
      `“${example}” is read as ${value}, in the unit of the other values: another unit stands ${inRows(n)}.`,
    thousands: (example: string, n: number, value: string) =>
      `“${example}” is read as ${value}: the sign stands between thousands, ${inRows(n)}.`,
    limit: (example: string, n: number) => `“${example}” is a limit, ${inRows(n)}.`,
    shortYear: (example: string, n: number, value: string) =>
      `“${example}” is read as ${value}, ${inRows(n)}: 00 to 29 are 2000 to 2029, 30 to 99 are 1930 to 1999.`,
    serial: (example: string, n: number, value: string) =>
      `${example} is Excel’s number of ${value}, ${inRows(n)}.`,
    month: (example: string, n: number) => `“${example}” has no day, ${inRows(n)}.`,
    year: (example: string, n: number) => `“${example}” has no day and month, ${inRows(n)}.`,
  },
  notRead: 'missing',
  notSo: 'Do not read it so',
  notSoOf: (
    column: string,
    kind: 'unit' | 'otherUnit' | 'thousands' | 'limit' | 'shortYear' | 'serial' | 'month' | 'year',
  ) =>
    `Do not read it so: ${{ unit: 'units', otherUnit: 'other units', thousands: 'thousands', limit: 'limits', shortYear: 'short years', serial: 'Excel’s days', month: 'months', year: 'years' }[kind]} of ${column}`,
  inexact: {
    label: (column: string) => `What limits and dates without a day of ${column} count as`,
    missing: 'Missing',
    limit: 'The limit itself',
    middle: 'The middle',
  },
  codes: {
    label: 'Counted as missing',
    ofColumn: (column: string) => `Counted as missing in ${column}`,
    empty: (n: number) => `Empty cells are: ${count(n)}.`,
    code: (code: string, n: number) => `“${code}” (${count(n)})`,
    why: {
      always: 'means missing in most files',
      chosen: 'chosen by you',
      guessed: 'says that nothing is known',
      word: 'says that it is not known',
      sign: 'may say that it is not known',
      outOfScale: 'lies far outside the other values',
      unreadable: 'is none of the numbers or dates of this column',
    },
  },
  back: 'Back to the guess',
  backOf: (column: string) => `Back to the guess of ${column}`,

  dateQuestion: {
    heading: 'Which day is',
    which: (readings: readonly string[]) => `: ${listed(readings, 'or')}?`,
    hint: (columns: readonly string[]) =>
      `Every date of ${listed(columns)} can be read ${columns.length === 1 ? 'in either order' : 'in either order, and one answer holds for all'}.`,
    orders: {
      ymd: 'The year stands first',
      dmy: 'The day stands first',
      mdy: 'The month stands first',
    },
    confirm: { ymd: 'Year first', dmy: 'Day first', mdy: 'Month first' },
    alike: (date: string, column: string) =>
      `Guessed from ${column}, where “${date}” leaves no doubt.`,
    usual: 'Guessed: most of the world writes the day first.',
  },
};
