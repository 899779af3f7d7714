// Workbooks that LibreOffice wrote, from the sources that calc/make names.
import { readFileSync } from 'node:fs';

import { workbooks } from './workbooks.mjs';

/** @typedef {Omit<import('./texts.mjs').Case, 'bytes'>} Case */

/** @param {string} name */
const tableOf = (name) => workbooks.find((one) => one.name === name)?.table ?? [];

const example = readFileSync(
  new URL('../../../../web/examples/rechallenge_cohort.csv', import.meta.url),
  'utf8',
)
  .trim()
  .split(/\r?\n/)
  .map((row) => row.split(','));

/** @type {Case[]} */
export const calc = [
  {
    name: 'calc-dates-and-merges.xlsx',
    table: [
      ['Patient', 'Arm', 'OS / Monate', 'OS / Tod', 'Beginn'],
      ['1', 'A & B', '12.53', '1', '2023-03-01'],
      ['2', 'A & B', '25.06', '0', '2024-02-29'],
      ['3', 'B', '0.1', '1', '2024-12-31'],
    ],
  },
  { name: 'calc-example.xlsx', table: example },
  { name: 'calc-sections.xlsx', table: tableOf('sections-and-total.xlsx') },
  {
    name: 'calc-days-from-1904.xlsx',
    // A day without a format, which the source has in row 2, is a number to LibreOffice.
    table: tableOf('days-from-1904.xlsx').map((row) =>
      row.map((cell) => (cell === '1900-02-28' ? '-1402' : cell)),
    ),
  },
];
