import { describe, expect, test } from 'vitest';

import { summaryLabel } from '../../../../web/data/lines/summaries.ts';
import { readText } from '../../../../web/data/read-csv.ts';
import { dice, rowsOf } from '../support.ts';

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
    'Media (n = 8)',
    'Media ± DE',
    '中位数',
    '中位 Median',
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

  test('may round its means where it is labelled', () => {
    expect(read(header, `${patients}\n,Mean,,62,15.6,`).rows).toBe(8);
    expect(read(header, `${patients}\n,,,62,15.6,0.5`).rows).toBe(9);
  });
});

describe('a patient', () => {
  test.each([
    ['in words of its own, without what tells a total', 'Study population,,,61.9,15.64,'],
    ['of whom two numbers alone are the means', ',,,61.9,15.64,'],
    ['of whom the sums alone are whole numbers', ',,,495,,4'],
    ['who has a number, and the sums of three columns', '9,,,495,125.1,4'],
    ['whose operation was a total one, with a number of means', '9,P9,Total,61.9,15.64,'],
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

  const nineAges = [61, 54, 70, 48, 66, 59, 73, 64, 57];
  const nineMonths = ['12.5', '20.2', '3.7', '31.0', '8.4', '15.1', '6.2', '27.9', '10.3'];
  const ldh = [210, 250, 190, 300, 280, 240, 205, 330, 260];
  const response = ['CR', 'SD', 'PR', 'SD', 'SD', 'PD', 'PR', 'SD', 'PD'];

  const nine = (row: (at: number) => string) => rowsOf(9, (n) => row(n - 1));

  test.each([0, 1, 101])('numbered from %i with SD, whose LDH is not known, stays', (first) => {
    for (const lacking of Array.from({ length: 9 }, (_, at) => at)) {
      const lines = nine((at) =>
        [
          first + at,
          1 + (at % 2),
          nineAges[at],
          at === lacking ? '' : ldh[at],
          response[at],
          nineMonths[at],
          at % 2,
        ].join(','),
      );
      expect(read('id,arm,age,ldh,response,os_months,os_event', lines)).toEqual({
        rows: 9,
        leftOut: [],
      });
    }
  });

  test('of the mean age with SD stays', () => {
    const lines = [
      '101,1,61,70,210,CR,12.5,1',
      '102,2,54,62,250,PR,20.2,0',
      '103,1,70,81,190,PD,3.7,1',
      '104,2,48,55,300,PR,31.0,0',
      '105,1,58,,260,SD,8.4,1',
      '106,2,66,77,240,PD,15.1,1',
    ].join('\n');
    const { rows, leftOut } = read('id,arm,age,weight,ldh,response,os_months,os_event', lines);
    expect({ rows, leftOut }).toEqual({ rows: 6, leftOut: [] });
  });

  test('of a medium risk, “media”, stays', () => {
    const risk = ['alta', 'baja', 'media', 'alta', 'media', 'baja', 'alta', 'baja', 'media'];
    const lines = nine((at) =>
      [
        at + 1,
        at === 4 ? 58 : nineAges[at],
        risk[at],
        at === 4 ? '' : ldh[at],
        nineMonths[at],
        1,
      ].join(','),
    );
    expect(read('id,edad,riesgo,ldh,os_meses,os_evento', lines)).toEqual({ rows: 9, leftOut: [] });
  });

  test('who does not smoke, “N”, beside an index without a name stays', () => {
    for (const lacking of Array.from({ length: 9 }, (_, at) => at)) {
      const lines = nine((at) =>
        [
          at,
          nineAges[at],
          at % 3 ? 'N' : 'Y',
          at === lacking ? '' : ldh[at],
          nineMonths[at],
          0,
        ].join(','),
      );
      const { rows, leftOut } = read(',age,smoker,ldh,os_months,os_event', lines);
      expect({ rows, leftOut }).toEqual({ rows: 9, leftOut: [] });
    }
  });

  test('known only by an id from 0 and an age, the mean of those above, stays', () => {
    const age = (n: number) => (n === 9 ? 55 : n % 2 ? 40 + n : 70 - n);
    const lines = rowsOf(60, (n) =>
      n % 20 === 9
        ? `${n - 1},${age(n)},,,`
        : `${n - 1},${age(n)},${1 + (n % 2)},${n / 4},${n % 2}`,
    );
    expect(read('id,age,arm,os_months,os_event', lines)).toEqual({ rows: 60, leftOut: [] });
  });

  test.each([
    ['部位', ['高位', '低位'], '中位', 60],
    ['extent', ['Partial', 'Near total', 'None'], 'Subtotal', 40],
    ['extent', ['Partial', 'Near total', 'None'], 'Total', 40],
    ['risk', ['High', 'Low'], 'Average', 40],
    ['riesgo', ['1 baja', '3 alta'], '2 media', 40],
    ['extent', ['1 None', '2 Partial'], '3 Total', 40],
  ])('whose %s begins the line, one of %j or rarely %s, stays', (name, values, rare, count) => {
    const lines = rowsOf(count, (n) => {
      const value = n === 9 || n === count ? rare : values[n % values.length];
      return `${value},${40 + ((n * 7) % 31)},${n % 2 ? 'A' : 'B'},${n / 4},${n % 2}`;
    });
    expect(read(`${name},age,arm,os_months,os_event`, lines)).toEqual({ rows: count, leftOut: [] });
  });

  test('of a short table stays, whose values are all different', () => {
    const lines = [
      'Total,61,280,12,1',
      'Subtotal,55,300,8,1',
      'Biopsy,70,210,3,1',
      'Partial,66,250,9,0',
    ];
    expect(read('extent,age,ldh,os_months,os_event', lines.join('\n'))).toEqual({
      rows: 4,
      leftOut: [],
    });
  });

  test('whose answer in the first column is N or SD stays, also in the last line', () => {
    for (const [word, other] of [
      ['N', 'N'],
      ['N', '2'],
      ['SD', 'SD'],
      ['N', ''],
    ]) {
      const lines = rowsOf(12, (n) => `${n % 3 ? other : word},${50 + n},${n / 4},${n % 2}`);
      expect(read('known,age,os_months,os_event', lines)).toEqual({ rows: 12, leftOut: [] });
    }
  });

  test('whose answer N stands once under numbers that repeat stays', () => {
    const lines = rowsOf(12, (n) => `${n < 12 ? n % 3 : 'N'},${50 + n},${n / 4},${n % 2}`);
    expect(read('nodes,age,os_months,os_event', lines)).toEqual({ rows: 12, leftOut: [] });
  });

  test('is never left out of a made file, whatever is missing and in whatever order', () => {
    const die = dice(20261127);
    const one = (of: readonly string[]) => of[die(of.length)]!;
    const made: [string, () => string | number][] = [
      ['age', () => 30 + die(50)],
      ['arm', () => 1 + die(2)],
      ['group', () => one(['Chemo', 'Immuno'])],
      ['ldh', () => 100 + die(300)],
      ['response', () => one(['CR', 'PR', 'SD', 'SD', 'PD'])],
      ['smoker', () => one(['Y', 'N', 'N'])],
      ['nodes', () => one(['0', '1', '2', '3', 'N'])],
      ['riesgo', () => one(['alta', 'baja', 'media'])],
      ['部位', () => one(['高位', '低位', '低位', '中位'])],
      ['extent', () => one(['Partial', 'Partial', 'Near total', 'None', 'Subtotal', 'Total'])],
      ['operation', () => one(['Total', 'Total', 'Total', 'Subtotal'])],
      ['further', () => (die(15) === 0 ? one(['Total', 'Subtotal', 'Partial']) : '')],
      ['os_months', () => (die(600) / 10).toFixed(1)],
      ['os_event', () => die(2)],
    ];
    const lost = Array.from({ length: 1000 }, () => {
      const missing = [0, 5, 5, 20][die(4)]!;
      const first = [0, 1, 101][die(3)]!;
      const mixed = made
        .map((column) => ({ column, place: die(1000) }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ column }) => column);
      const columns = mixed.slice(0, 4 + die(9));
      const numbered = die(3) > 0;
      const names = [...(numbered ? ['id'] : []), ...columns.map(([name]) => name)];
      const count = 12 + die(189);
      const lines = rowsOf(count, (n) => {
        const isLittleKnown = die(20) === 0;
        const cells = columns.map(([, value], at) =>
          (isLittleKnown && at > 0) || die(100) < missing ? '' : value(),
        );
        if (numbered) return [first + n - 1, ...cells].join(',');
        return (cells.join('') === '' ? cells.with(0, '7') : cells).join(',');
      });
      const { rows, leftOut } = read(names.join(), lines);
      return rows === count ? [] : [`${names.join()}: ${leftOut.join('; ')}`];
    });
    expect(lost.flat()).toEqual([]);
  });
});
