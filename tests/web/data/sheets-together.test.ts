// Sheets that have a column of the same name again, or one without a name, read below one another.
import { expect, test } from 'vitest';

import { readTable } from '../../../web/data/read-table.ts';
import { type Cell, sheet, Strings, workbook } from './corpus/lib/xlsx.mjs';
import { cellsOf } from './support.ts';

async function together(first: readonly Cell[][], second: readonly Cell[][]) {
  const strings = new Strings();
  const sheets = [
    { name: 'A', xml: sheet(first, strings) },
    { name: 'B', xml: sheet(second, strings) },
  ];
  const read = await readTable(new Uint8Array(workbook(sheets, { strings })), {
    sheets: ['A', 'B'],
  });
  if (!read.ok) throw new Error(read.problem);
  return [read.table.header, ...cellsOf(read.table)];
}

const scans = ['id', 'arm', 'scan date', 'response', 'scan date', 'response'];
const first = [
  scans,
  ['p1', 'x', '2020-01-05', 'SD', '2020-03-05', 'PD'],
  ['p2', 'x', '2020-01-06', 'PR', '2020-03-06', 'PR'],
];
const header = ['id', 'arm', 'scan date', 'response', 'scan date_2', 'response_2', 'group'];

test('each scan of the later sheets stays the scan that it is', async () => {
  const second = [scans, ['p3', 'y', '2020-01-01', 'CR', '2020-03-01', 'PD']];
  expect(await together(first, second)).toEqual([
    header,
    ['p1', 'x', '2020-01-05', 'SD', '2020-03-05', 'PD', 'A'],
    ['p2', 'x', '2020-01-06', 'PR', '2020-03-06', 'PR', 'A'],
    ['p3', 'y', '2020-01-01', 'CR', '2020-03-01', 'PD', 'B'],
  ]);
});

test('where the columns stand in another order, the first of a name is the first there', async () => {
  const second = [
    ['response', 'scan date', 'response', 'arm', 'scan date', 'id'],
    ['CR', '2020-01-01', 'PD', 'y', '2020-03-01', 'p3'],
  ];
  const table = await together(first, second);
  expect(table.at(-1)).toEqual(['p3', 'y', '2020-01-01', 'CR', '2020-03-01', 'PD', 'B']);
});

test('columns without a name keep their cells, between the others and after them', async () => {
  const unnamed = (...rows: string[][]) => [['id', '', 'months', '', 'event', ''], ...rows];
  const table = await together(
    unnamed(['p1', 'a', '1.5', 'b', '1', 'c'], ['p2', 'd', '2.5', 'e', '0', 'f']),
    unnamed(['p3', 'g', '3.5', 'h', '1', 'i'], ['p4', 'j', '4.5', 'k', '0', 'l']),
  );
  expect(table.slice(1)).toEqual([
    ['p1', 'a', '1.5', 'b', '1', 'c', 'A'],
    ['p2', 'd', '2.5', 'e', '0', 'f', 'A'],
    ['p3', 'g', '3.5', 'h', '1', 'i', 'B'],
    ['p4', 'j', '4.5', 'k', '0', 'l', 'B'],
  ]);
});
