import { describe, expect, test } from 'vitest';

import { summaryLabel } from '../../../../web/data/lines/summaries.ts';
import { readText } from '../../../../web/data/read-csv.ts';
import { rowsOf } from '../support.ts';

/** What is left out of a file of these lines, and how many rows stay. */
function read(header: string, lines: string) {
  const done = readText(`${header}\n${lines}\n`);
  if (!done.ok) throw new Error(done.problem);
  return {
    rows: done.table.rows,
    leftOut: done.how.leftOut.map(({ kind, line, text }) => `${line} ${kind}: ${text}`),
  };
}

const header = 'no,name,arm,age,os_months,os_event';
const ages = [61, 54, 70, 48, 66, 59, 73, 64];
const months = [12.5, 20.25, 3.75, 31, 8.4, 15.1, 6.2, 27.9];
const patient = (n: number) =>
  `${n},P${n},${n % 2 ? 'Chemo' : 'Immuno'},${ages[n - 1]},${months[n - 1]},${n % 2}`;
const patients = rowsOf(8, patient);

describe('a line of totals', () => {
  test.each([
    '合计 Total',
    'Total (n=83)',
    'TOTAL / 合计',
    'Total patients',
    'Mean ± SD',
    'Median (IQR)',
    '平均',
    '平均值±标准差',
    '合计83例',
    'Gesamt',
    'Gesamt (n = 83)',
    '小计',
    'Sum',
    'Σ Sum',
    'Total de pacientes: 83',
    'Moyenne',
  ])('is told by its label %j', (label) => {
    expect(read(header, `${patients}\n${label},,,495,125.1,4`)).toEqual({
      rows: 8,
      leftOut: [`10 summary: ${label}`],
    });
  });

  test('is left out and told also between the patients', () => {
    const lines = `${rowsOf(4, patient)}\n小计 Subtotal,,,233,67.5,2\n${rowsOf(4, (n) => patient(n + 4))}\n合计 Total,,,495,125.1,4`;
    expect(read(header, lines)).toEqual({
      rows: 8,
      leftOut: ['6 summary: 小计 Subtotal', '11 summary: 合计 Total'],
    });
  });

  test.each([
    ['behind a number', '8,Total,,495,125.1,4'],
    ['in the last column', ',,,61.9,15.64,Mean'],
    ['in a column of its own', '9,,平均值,61.9,15.6,'],
    ['nowhere', ',,,495,125.1,4'],
    ['in words of its own', 'Study population,,,61.9,15.64,'],
  ])('is told by its numbers where its label stands %s', (_, line) => {
    const { rows, leftOut } = read(header, `${patients}\n${line}`);
    expect(rows).toBe(8);
    expect(leftOut).toEqual([expect.stringMatching(/^10 summary: /)]);
  });

  test('may be the first', () => {
    expect(read(header, `,Total,,495,125.1,4\n${patients}`)).toEqual({
      rows: 8,
      leftOut: ['2 summary: Total'],
    });
  });

  test('follows another, and sums the lines above that', () => {
    const lines = `${rowsOf(4, patient)}\n,,,233,67.5,2\n${rowsOf(4, (n) => patient(n + 4))}\n,,,262,57.6,2\n,,,495,125.1,4`;
    expect(read(header, lines).rows).toBe(8);
  });
});

describe('a patient', () => {
  test.each([
    ['of whom little is known', '9,P9,,62,,'],
    ['without a name', '9,,,62,12.5,1'],
    ['whose operation was a total one', '9,P9,Total,62,12.5,1'],
    ['whose operation was a total one, without a name', '9,,Total,71,2.5,1'],
  ])('%s is no total', (_, line) => {
    expect(read(header, `${patients}\n${line}`)).toEqual({ rows: 9, leftOut: [] });
  });

  test('of a number in words is no count', () => {
    const lines = rowsOf(8, (n) => `N${n},${ages[n - 1]},${months[n - 1]},${n % 2}`);
    expect(read('id,age,os_months,os_event', lines)).toEqual({ rows: 8, leftOut: [] });
  });

  test.each(['Near total', 'Total gastrectomy', 'N12', 'Sumatra', 'Medea', 'No. 3', 'Max 7', ''])(
    'may be called %j',
    (name) => {
      expect(summaryLabel(name)).toBeNull();
    },
  );
});
