import { describe, expect, test } from 'vitest';

import { guessType } from '../../../../web/data/guess/column-type.ts';
import { openOrders } from '../../../../web/data/guess/date-column.ts';
import { cellReader, noSigns } from '../../../../web/data/text/parse-cell.ts';
import { dice } from '../support.ts';

/** Each text in one row. */
function guessed(name: string, texts: readonly string[], decimal: '.' | ',' = '.') {
  return guessType(name, new Map(texts.map((text) => [text, 1])), decimal);
}

const upTo = (count: number, text: (n: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at + 1));

describe('numbers', () => {
  test.each([
    ['os', upTo(5, (n) => `${n} months`), { unit: 'months' }],
    ['age', upTo(5, (n) => `${50 + n}岁`), { unit: '岁' }],
    ['pd_l1', ['0%', '1%', '50%', '80%'], { unit: '%' }],
    ['ldh', upTo(12, (n) => `${200 + n} U/L`), { unit: 'U/L' }],
    ['ldh', ['1,234', '980', '2,050'], { thousands: ',' }],
    ['afp', [...upTo(12, (n) => `${n}.5`), '<0.9', '>1000'], { inexact: 'missing' }],
    ['os_months', [...upTo(5, (n) => `${n}.5`), '7.5+'], { inexact: 'approximate' }],
  ] as const)('%s: %j', (name, texts, signs) => {
    expect(guessed(name, texts)).toMatchObject({ type: 'number', signs: { ...noSigns, ...signs } });
  });

  test.each([
    ['dose', ['3 mg/kg', '10 mg/kg']],
    ['stage', ['3a', '3b', '4']],
    ['cps', ['<1', '1-9', '>=10']],
    ['her2', ['0', '1+', '2+', '3+']],
    ['patient', upTo(20, (n) => `${100 + n}A`)],
  ])('%s stays a category: %j', (name, texts) => {
    expect(guessed(name, texts).type).toBe('category');
  });

  test.each(['unknown', '-', '?', '未知', '不详', 'n.a.', 'NE'])(
    '%s among numbers says that none is known',
    (code) => {
      expect(guessed('age', [...upTo(12, (n) => `${50 + n}`), code])).toMatchObject({
        type: 'number',
        missing: [code],
      });
    },
  );

  test('ND may be a low value, 无 may be 0: both are asked about', () => {
    expect(guessed('afp', [...upTo(12, (n) => `${50 + n}`), 'ND', '无']).missing).toEqual([]);
  });

  test('a comma before three digits among small decimals is no thousand', () => {
    const months = [...upTo(12, (n) => `${n}.4`), '6,125'];
    expect(guessed('os_months', months).signs.thousands).toBeNull();
    // Some are as large: here it is one.
    expect(guessed('ldh', [...months, '1020.5']).signs.thousands).toBe(',');
  });

  test('a comma that is not always before three digits stands between no thousands', () => {
    const texts = [...upTo(12, (n) => `${n}.5`), '1,234', '1,23'];
    expect(guessed('ldh', texts).signs.thousands).toBeNull();
  });
});

describe('dates', () => {
  const days = (write: (date: string, month: string, year: string) => string) =>
    upTo(9, (n) => write(String(n).padStart(2, '0'), '03', '2021'));

  test.each([
    ['d', days((d, m, y) => `${y}-${m}-${d}`), 'ymd'],
    ['d', days((d, m, y) => `${y}年${m}月${d}日`), 'ymd'],
    ['d', [...days((d, m, y) => `${d}/${m}/${y}`), '25/03/2021'], 'dmy'],
    ['d', [...days((d, m, y) => `${m}/${d}/${y}`), '03/25/2021'], 'mdy'],
    ['d', [...days((d, m) => `${d}.${m}.21`), '25.03.21'], 'dmy'],
    ['d', [...days((d, m) => `21-${m}-${d}`), '99-12-31'], 'ymd'],
    ['start_date', upTo(9, (n) => String(44_260 + n)), 'ymd'],
    ['死亡时间', upTo(9, (n) => String(44_260 + n)), 'ymd'],
    ['progression', [...days((d, m, y) => `${d}.${m}.${y}`), '25.03.2021', '44260'], 'dmy'],
    ['death', [...days((d, m, y) => `${y}-${m}-${d}`), 'alive', '-', '无'], 'ymd'],
    ['start_date', ['2021-03', '2021-04', '2021-05'], 'ymd'],
  ])('%s: %j', (name, texts, order) => {
    expect(guessed(name, texts)).toMatchObject({ type: 'date', order });
  });

  test.each([
    ['year', ['2015', '2016', '2017', '2018']],
    ['platelets', upTo(9, (n) => String(44_260 + n))],
    ['ldh', ['3.2021', '4.1999', '5.2001']],
    ['death', ['0', '1']],
  ])('%s holds none: %j', (name, texts) => {
    expect(guessed(name, texts).type).not.toBe('date');
  });

  test('day and month are open where every date fits both, and differ', () => {
    expect(openOrders(['03/04/2021', '05/06/2021'], 'dmy')).toEqual({
      orders: ['dmy', 'mdy'],
      example: '03/04/2021',
    });
    expect(openOrders(['03/04/21', '05/06/21'], 'dmy')?.orders).toEqual(['ymd', 'dmy', 'mdy']);
    expect(openOrders(['03/04/2021', '25/06/2021'], 'dmy')).toBeNull();
    expect(openOrders(['03/03/2021', '2021-04-05'], 'dmy')).toBeNull();
  });
});

test('one value in every spelling reads the same', () => {
  const roll = dice(4);
  for (let round = 0; round < 300; round += 1) {
    const at = day(roll);
    const date = new Date(at * 86_400_000);
    const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    const two = (n: number) => String(n).padStart(2, '0');
    const month = date.toLocaleString('en-GB', { month: 'short', timeZone: 'UTC' });
    for (const [order, text] of [
      ['ymd', `${y}-${two(m)}-${two(d)}`],
      ['ymd', `${y}.${m}.${d}`],
      ['ymd', `${y}年${m}月${d}日`],
      ['dmy', `${d}/${m}/${y}`],
      ['dmy', `${two(d)}.${two(m)}.${two(y % 100)}`],
      ['mdy', `${m}-${d}-${y}`],
      ['mdy', `${month} ${d}, ${y}`],
      ['dmy', `${two(d)}${month.toUpperCase()}${y}`],
      ['ymd', String(at + 25_569)],
    ] as const) {
      const signs = { ...noSigns, shortYearsFrom: 1930, serials: true };
      expect([text, cellReader({ type: 'date', order, signs }, '.')(text)]).toEqual([text, at]);
    }
    const value = roll(900_000) / 4 + 1000;
    const [whole = '', rest = '0'] = String(value).split('.');
    const grouped = (sign: string) => whole.replace(/\B(?=(\d{3})+$)/g, sign);
    for (const [decimal, thousands, text] of [
      ['.', null, String(value)],
      ['.', ',', `${grouped(',')}.${rest}`],
      ['.', ' ', `${grouped('\u00a0')}.${rest} months`],
      ['.', null, `${value}mo`],
      [',', null, `${whole},${rest}`],
      [',', '.', `${grouped('.')},${rest} 个月`],
    ] as const) {
      const signs = { ...noSigns, thousands, unit: 'months' };
      const read = cellReader({ type: 'number', order: 'ymd', signs }, decimal)(text);
      expect([text, read]).toEqual([text, value]);
    }
  }
});

/** A day from 1982 to 2028, which Excel counts from 30,000 and two digits say. */
function day(roll: (sides: number) => number): number {
  return 4_431 + roll(17_000);
}

const pieces = [
  '12', '1,234', '.', ',', '/', '-', '+', '<', '>=', '%', ' ', 'months', '月', '年', '2021', '03', 'Mar',
  '日', 'e5', '(', '[', '*', '\\', '\u0000', '\uD800', '１２', '∞', 'NA', '未知', '__proto__', '9'.repeat(30), "'",
]; // prettier-ignore

test('no cell throws, no guess depends on the order of the rows', () => {
  const roll = dice(9);
  const cells = Array.from({ length: 10_000 }, () =>
    Array.from({ length: 1 + roll(5) }, () => pieces[roll(pieces.length)]!).join(''),
  );
  for (let from = 0; from < cells.length; from += 20) {
    const texts = [...new Set(cells.slice(from, from + 20))].map(
      (text) => [text, 1 + roll(4)] as const,
    );
    const names = ['os_months', 'start_date', 'x'];
    for (const name of names) {
      const forward = guessType(name, new Map(texts), '.');
      const backward = guessType(name, new Map(texts.toReversed()), '.');
      expect({ ...backward, missing: backward.missing.toSorted() }).toEqual({
        ...forward,
        missing: forward.missing.toSorted(),
      });
      const read = cellReader(forward, ',');
      for (const [text] of texts) {
        const value = read(text);
        expect(value === null || Number.isNaN(value) || Number.isFinite(value)).toBe(true);
      }
    }
  }
});
