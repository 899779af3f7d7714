// Of files that are read as one table each is judged by itself: where it ends, in which units and in
// which signs it is written, and whether its patients stand in another too.
import { describe, expect, test } from 'vitest';

import { checkCohort } from '../../../web/data/checks/checks.ts';
import { cohortOf } from '../../../web/data/cohort.ts';
import { packFiles } from '../../../web/data/files/pack.ts';
import type { ReadOptions } from '../../../web/data/read-options.ts';
import { readTable } from '../../../web/data/read-table.ts';
import { initialSetup } from '../../../web/data/setup.ts';
import { cellsOf, rowsOf } from './support.ts';

async function readFiles(files: Record<string, string>, options?: ReadOptions) {
  const packed = Object.entries(files).map(([name, text]) => ({
    name,
    bytes: new TextEncoder().encode(text),
  }));
  return readTable(packFiles(packed), options);
}

async function cohortIn(files: Record<string, string>, options?: ReadOptions) {
  const read = await readFiles(files, options);
  if (!read.ok) throw new Error(read.problem);
  return cohortOf(read, 'test');
}

async function problemOf(files: Record<string, string>) {
  const read = await readFiles(files);
  return read.ok ? null : read.problem;
}

const names = 'id,age,os_months,os_event';
const patients = (letter: string, count = 12) =>
  rowsOf(count, (id) => `${letter}${id},${40 + id},${id}.5,${id % 2}`);

describe('what is no patient', () => {
  const ending = 'Total,,,12\n\nSource: registry';

  test('is left out of each file, of the first as of the last', async () => {
    const one = `Chemotherapy arm\n${names}\n${patients('A')}\n${ending}\n`;
    const other = `${names}\n${patients('B')}\n${ending}\n`;
    const { table, how } = await cohortIn({ 'A.csv': one, 'B.csv': other });
    const arms = cellsOf(table).map((cells) => cells.at(-1));
    expect(arms).toEqual([...Array<string>(12).fill('A'), ...Array<string>(12).fill('B')]);
    const kinds = how.leftOut.map(({ kind, text }) => `${kind} ${text}`);
    for (const line of ['summary Total', 'remark Source: registry']) {
      expect(kinds.filter((kind) => kind === line)).toHaveLength(2);
    }
    expect(kinds).toContain('title Chemotherapy arm');
  });

  test('can be taken as a row after all, by its line', async () => {
    const files = {
      'A.csv': `${names}\n${patients('A')}\n${ending}`,
      'B.csv': `${names}\n${patients('B')}\n${ending}`,
    };
    const { how } = await cohortIn(files);
    const totals = how.leftOut.filter(({ kind }) => kind === 'summary').map(({ line }) => line);
    const { table } = await cohortIn(files, { keep: [totals[1]!] });
    expect(cellsOf(table).map(([id]) => id)).toEqual([
      ...rowsOf(12, (id) => `A${id}`).split('\n'),
      ...rowsOf(12, (id) => `B${id}`).split('\n'),
      'Total',
    ]);
  });

  test('may be a line of units in each', async () => {
    const within = (letter: string) => `${names}\n,years,months,\n${patients(letter)}\n`;
    const { table, how } = await cohortIn({ 'A.csv': within('A'), 'B.csv': within('B') });
    expect(table.rows).toBe(24);
    expect(how.leftOut.filter(({ kind }) => kind === 'units')).toHaveLength(2);
  });

  test('sections of one file name no patients of the next', async () => {
    const divided = `${names}\nFirst line\n${patients('A', 4)}\nSecond line\n${patients('B', 4)}\n`;
    const { table } = await cohortIn({
      'A.csv': divided,
      'B.csv': `${names}\n${patients('C', 4)}`,
    });
    const sections = cellsOf(table).map((cells) => cells.at(-2));
    expect(sections.slice(3, 5)).toEqual(['First line', 'Second line']);
    expect(sections.slice(8)).toEqual(['', '', '', '']);
  });
});

describe('files that are written otherwise are refused with their names', () => {
  test('where their units differ', async () => {
    const within = (letter: string, unit: string) =>
      `${names}\n,years,${unit},\n${patients(letter)}\n`;
    expect(
      await problemOf({ 'A.csv': within('A', 'months'), 'B.csv': within('B', 'days') }),
    ).toMatch(/^“A\.csv” gives os_months in months and “B\.csv” in days: .* one by one\.$/);
    expect(
      await problemOf({ 'A.csv': within('A', 'months'), 'B.csv': within('B', '(Month)') }),
    ).toBeNull();
  });

  const semicolons = (row: (id: number) => string) =>
    `${names.replaceAll(',', ';')}\n${rowsOf(12, row)}`;
  const commas = `${names}\n${patients('B')}`;

  test('where their decimal signs differ', async () => {
    const german = semicolons((id) => `A${id};${40 + id};${id},5;${id % 2}`);
    expect(await problemOf({ 'A.csv': german, 'B.csv': commas })).toMatch(
      /^“A\.csv” writes numbers with a decimal comma \(“1,5” in os_months\) and “B\.csv” with a decimal point \(“1\.5” in os_months\)/,
    );
    const { decimal, columns } = await cohortIn({ 'A.csv': german, 'C.csv': german });
    expect(decimal).toBe(',');
    expect(columns.find(({ name }) => name === 'os_months')).toMatchObject({
      type: 'number',
      summary: { lowest: 1.5, highest: 12.5 },
    });
  });

  test('where a file without decimals says nothing, the sign of the other holds', async () => {
    const german = semicolons((id) => `A${id};${40 + id};1,${100 + id};${id % 2}`);
    const whole = `${names}\n${rowsOf(12, (id) => `B${id},${40 + id},${id},${id % 2}`)}`;
    const { columns } = await cohortIn({ 'A.csv': german, 'B.csv': whole });
    expect(columns.find(({ name }) => name === 'os_months')?.summary).toMatchObject({
      lowest: 1,
      highest: 12,
    });
    const [first] = cellsOf((await cohortIn({ 'A.csv': german, 'B.csv': whole })).table);
    expect(first?.[2]).toBe('1,101');
    expect((await cohortIn({ 'A.csv': german, 'B.csv': whole })).decimal).toBe(',');
  });

  test('where one writes thousands with a point', async () => {
    const german = semicolons((id) => `A${id};${40 + id};1.${100 + id};${id % 2}`);
    const plain = `${names}\n${rowsOf(12, (id) => `B${id},${40 + id},${1100 + id},${id % 2}`)}`;
    expect(await problemOf({ 'A.csv': german, 'B.csv': plain })).toMatch(
      /^os_months is “1\.101” in “A\.csv”, which may be a thousand, and “1101” in “B\.csv”/,
    );
  });

  const dated = (letter: string, day: (id: number) => string) =>
    `id,start,sex\n${rowsOf(20, (id) => `${letter}${id},${day(id)},F`)}`;
  const two = (number: number) => String(number).padStart(2, '0');

  test('where their orders of day and month differ, and no ISO dates do', async () => {
    const american = dated('A', (id) => `03/${two(id)}/2020`);
    const british = dated('B', (id) => `${two(id)}/03/2020`);
    const iso = dated('C', (id) => `2020-03-${two(id)}`);
    expect(await problemOf({ 'A.csv': american, 'B.csv': british })).toMatch(
      /^The dates of start seem to be .* in “A\.csv” \(“03\/13\/2020”\) and in another in “B\.csv” \(“13\/03\/2020”\)/,
    );
    for (const other of [american, british]) {
      const { columns } = await cohortIn({ 'A.csv': other, 'C.csv': iso });
      const start = columns.find(({ name }) => name === 'start');
      expect([start?.type, start?.unreadable.rows]).toEqual(['date', []]);
      expect(start?.summary).toMatchObject({ highest: start!.summary!.lowest + 19 });
    }
  });
});

describe('patients of several files', () => {
  const wide = 'id,age,sex,stage,ecog,os_months,os_event';
  const row = (id: number) =>
    `P${id},${40 + id},${id % 3 ? 'F' : 'M'},${id % 4},${id % 2},${id}.5,${id % 2}`;
  const wideFile = `${wide}\n${rowsOf(12, row)}`;

  async function checksIn(files: Record<string, string>) {
    const cohort = await cohortIn(files);
    return checkCohort(cohort, initialSetup(cohort));
  }

  const clean = 'no row that stands there twice';

  test.each([
    ['many columns', wideFile],
    ['few columns', `${names}\n${patients('P')}`],
  ])('a file that was saved twice is told, with %s', async (_, file) => {
    const { found, passed } = await checksIn({ 'A.csv': file, 'A (1).csv': file });
    const [twice] = found.filter(({ id }) => id === 'identicalInFiles');
    expect(twice?.claim).toMatch(/^12\spatients stand in both files \(rows 1, 2, 3/);
    expect(twice?.rows).toHaveLength(24);
    expect(found.some(({ id }) => id === 'identical')).toBe(false);
    expect(passed).not.toContain(clean);
  });

  test('rows that are alike within one file are told as before', async () => {
    const { found } = await checksIn({
      'A.csv': `${wideFile}\n${row(12)}`,
      'B.csv': `${wide}\n${rowsOf(12, (id) => row(id + 20))}`,
    });
    expect(found.find(({ id }) => id === 'identical')?.rows).toEqual([12, 13]);
    expect(found.some(({ id }) => id === 'identicalInFiles')).toBe(false);
  });

  const site = (from: number) =>
    `${wide}\n${rowsOf(12, (id) => row(id + from).replace(/^P\d+/, `P${id}`))}`;

  test('whom each site numbers from 1 are no visits', async () => {
    const { found, passed } = await checksIn({
      'A.csv': site(0),
      'B.csv': site(20),
      'C.csv': site(40),
    });
    const repeated = found.find(({ id }) => id === 'repeated');
    expect(repeated?.claim).toMatch(/^12 values of id stand in more than one file/);
    expect(repeated?.text).toMatch(/^They count as different patients/);
    expect(passed).toContain(clean);
  });

  test('who have several rows within a file are visits still', async () => {
    const visits = `${wide}\n${rowsOf(24, (id) => row(id).replace(/^P\d+/, `P${id % 6}`))}`;
    const { found } = await checksIn({ 'A.csv': visits, 'B.csv': site(40) });
    expect(found.find(({ id }) => id === 'repeated')?.claim).toMatch(/more than one row|visits/);
  });
});
