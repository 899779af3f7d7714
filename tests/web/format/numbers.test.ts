import { describe, expect, test } from 'vitest';

import {
  count,
  countWithPercent,
  decimalsOf,
  full,
  interval,
  intervalInWords,
  level,
  measured,
  ofTotal,
  pEquals,
  percent,
  percentInterval,
  percentNumber,
  points,
  pointsInterval,
  pValue,
  ratio,
  ratioInterval,
  standardised,
  tick,
  time,
  timeInterval,
  timeWithUnit,
  unitAt,
  withInterval,
} from '../../../web/format/numbers.ts';

describe('rounding happens once, from the unrounded value', () => {
  test.each([
    [0.10504, '0.11'],
    [0.4352, '0.44'],
    [1.005, '1.01'],
    [2.675, '2.68'],
    [10.999, '11.00'],
    [0.994999, '0.99'],
  ])('a ratio of %d is %s', (value, text) => expect(ratio(value)).toBe(text));

  test('a median of the data that stands on a half goes up, as it does on paper', () => {
    expect(time(12.45, 'months')).toBe('12.5');
    expect(time(4.57, 'months')).toBe('4.6');
    expect(time(5.25, 'months')).toBe('5.3');
  });

  test('a share is scaled without the noise of a multiplication', () => {
    expect(percent(0.2845)).toBe('28.5%');
    expect(percent(0.0625)).toBe('6.3%');
  });
});

test('a unit agrees with its number', () => {
  expect([unitAt(1, 'years'), unitAt(2, 'years'), unitAt(0.5, 'months')]).toEqual([
    'year',
    'years',
    'months',
  ]);
});

describe('p', () => {
  test.each([
    [0.5, '0.50'],
    [0.1, '0.10'],
    [0.10504, '0.11'],
    [0.0996, '0.100'],
    [0.049, '0.049'],
    [0.0204, '0.020'],
    [0.001, '0.001'],
    [0.00099, '<\u00a00.001'],
    [0, '<\u00a00.001'],
    [0.9949, '0.99'],
    [0.995, '>\u00a00.99'],
    [1, '>\u00a00.99'],
    [null, 'not tested'],
    [NaN, 'not tested'],
  ])('of %d is %s', (p, text) => expect(pValue(p)).toBe(text));

  test('takes its sign in a sentence', () => {
    expect(pEquals(0.0204)).toBe('\u00a0=\u00a00.020');
    expect(pEquals(0.0001)).toBe('\u00a0<\u00a00.001');
  });
});

describe('what does not exist is said, never printed', () => {
  test.each([null, NaN, Infinity, -Infinity])('%d', (value) => {
    const texts = [
      count(value),
      ratio(value),
      percent(value),
      points(value),
      pValue(value),
      time(value, 'months'),
      timeWithUnit(value, 'months'),
      tick(value),
      interval({ lower: value, upper: value }, ratio),
      ...Object.values(full).map((format) =>
        (format as (x: number | null | { lower: null; upper: null }) => string)(
          format === full.bounds ? { lower: null, upper: null } : value,
        ),
      ),
    ];
    for (const text of texts) expect(text).not.toMatch(/NaN|Infinity|null|undefined|^$/);
  });

  test('a median or its bound is not reached', () => {
    expect(time(null, 'months')).toBe('Not reached');
    expect(timeWithUnit(null, 'months')).toBe('not reached');
    expect(timeInterval({ lower: 12.36, upper: null }, 'months')).toBe('12.4–NR');
  });
});

describe('ratios at the ends', () => {
  test('are never 0.00, nor thousands', () => {
    expect(ratio(0.0049)).toBe('<\u00a00.01');
    expect(ratio(0)).toBe('0');
    expect(ratio(0.005)).toBe('0.01');
    expect(ratio(12_345)).toBe('>\u00a0999');
    expect(ratioInterval({ lower: 0.001, upper: 2 })).toBe('<\u00a00.01 to 2.00');
  });
});

describe('intervals', () => {
  test('have a dash in tables and a word in sentences', () => {
    expect(ratioInterval({ lower: 0.262, upper: 0.718 })).toBe('0.26–0.72');
    expect(intervalInWords({ lower: 0.262, upper: 0.718 }, ratio)).toBe('0.26 to 0.72');
  });

  test('have a word beside a minus, which is a real minus', () => {
    expect(pointsInterval({ lower: -0.285, upper: 0.107 })).toBe('−28.5 to 10.7');
  });

  test('of a share carry no sign of their own', () => {
    expect(percentInterval({ lower: 0.419, upper: 0.7151 })).toBe('41.9–71.5');
    expect(percentInterval({ lower: 0.897, upper: 1 })).toBe('89.7–100.0');
  });
});

describe('counts, shares and points', () => {
  test('a comma stands from 10,000', () => {
    expect(count(9999)).toBe('9999');
    expect(count(10_000)).toBe('10,000');
    expect(count(1_234_567)).toBe('1,234,567');
  });

  test('a count stands with its share', () => {
    expect(countWithPercent(34, 49)).toBe('34 (69.4%)');
    expect(countWithPercent(0, 34)).toBe('0 (0.0%)');
    expect(countWithPercent(0, 0)).toBe('0');
    expect(ofTotal(15, 49)).toBe('15/49');
  });

  test('points are signed, and zero has no sign', () => {
    expect(points(0.3367)).toBe('+33.7\u00a0points');
    expect(points(-0.088)).toBe('−8.8\u00a0points');
    expect(points(0.0001)).toBe('0.0\u00a0points');
    expect(points(-0.0001)).toBe('0.0\u00a0points');
  });

  test('a duration stays with its unit', () => {
    expect(timeWithUnit(12.367, 'months')).toBe('12.4\u00a0months');
    expect(timeWithUnit(270, 'days')).toBe('270\u00a0days');
  });

  test('a tick has the decimals it needs', () => {
    expect([0, 2.5, 6, 0.1 + 0.2, 100, -1.5].map(tick)).toEqual([
      '0',
      '2.5',
      '6',
      '0.3',
      '100',
      '−1.5',
    ]);
    expect(level(0.95)).toBe('95%');
  });
});

describe('data tables', () => {
  test('give the digits that another program prints', () => {
    expect(full.chiSquare(11.21867)).toBe('11.219');
    expect(full.ratio(0.418712)).toBe('0.4187');
    expect(full.ratio(-0.12345)).toBe('−0.1235');
    expect(full.bounds({ lower: 0.1, upper: 0.25 })).toBe('0.1000 to 0.2500');
  });

  test.each([
    [0.39191, '0.392'],
    [0.04512, '0.0451'],
    [0.0012, '0.0012'],
    [0.000929, '0.00093'],
    [0.0008, '0.00080'],
    [0.0000437, '4.4e-5'],
    [1e-12, '1.0e-12'],
  ])('p of %d is %s', (p, text) => expect(full.pValue(p)).toBe(text));

  test('give a median as the data have it', () => {
    expect(full.time(4.57)).toBe('4.57');
    expect(full.time(2.2)).toBe('2.20');
    expect(full.time(12)).toBe('12.00');
    expect(full.time(5.1234)).toBe('5.1234');
    expect(full.time(5.125)).toBe('5.125');
  });
});

test('bounds that say nothing are left out', () => {
  const months = (x: number) => time(x, 'months');
  expect(withInterval('5.3', { lower: 5, upper: null }, months)).toBe('5.3 (5.0–NR)');
  expect(withInterval('NR', { lower: null, upper: null }, months)).toBe('NR');
  expect(withInterval('100.0%', { lower: 1, upper: 1 }, percentNumber)).toBe('100.0%');
});

describe('measurements of patients', () => {
  test.each([
    [0, 20, [61, 54, 68]],
    [1, 11.5, [61.5, 54, 68]],
    [0, 120, [812.5, 700, 921]],
    [2, 1.4, [3.25, 2.6, 4]],
    [3, 0.2, [0.71, 0.6, 0.8]],
    [2, null, [3.3]],
  ])('have %i decimals where the spread is %s', (decimals, spread, shown) => {
    expect(decimalsOf(spread, shown)).toBe(decimals);
  });

  test('are said not to exist where they do not', () => {
    expect(measured(12.345, 1)).toBe('12.3');
    expect(measured(null, 1)).toBe('Not estimable');
  });

  test('differ with a sign, or by a distance without one', () => {
    expect(standardised(0.254, true)).toBe('+0.25');
    expect(standardised(-0.254, true)).toBe('−0.25');
    expect(standardised(0.001, true)).toBe('0.00');
    expect(standardised(0.254, false)).toBe('0.25');
    expect(standardised(null, true)).toBe('Not estimable');
  });
});
