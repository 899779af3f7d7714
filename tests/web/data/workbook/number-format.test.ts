import { describe, expect, test } from 'vitest';

import { dateText, shownBy } from '../../../../web/data/workbook/number-format.ts';

describe('shownBy', () => {
  test.each([
    ['yyyy-mm-dd', 'date'],
    ['d/m/yy;@', 'date'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['mmm', 'date'],
    ['[$-411]ge.m.d', 'date'],
    ['dd.mm.yyyy hh:mm', 'dateAndTime'],
    ['h:mm AM/PM', 'time'],
    ['[h]:mm:ss', 'time'],
    ['mm:ss', 'time'],
    ['0.0" months"', 'number'],
    ['0" days"', 'number'],
    ['[Red]0.00', 'number'],
    ['[Blue]0;[Red]-0', 'number'],
    ['0.00E+00', 'number'],
    ['General', 'number'],
    ['#,##0.00\\ "kg/m"', 'number'],
    ['[>=100]0;[<100]0.0', 'number'],
    ['0.0\\d', 'number'],
    ['_-* #,##0_-', 'number'],
    ['@', 'number'],
  ])('%s', (code, shown) => {
    expect(shownBy(164, code)).toBe(shown);
  });

  test('knows the formats that have no text in the file, and leading zeros', () => {
    expect([14, 22, 20, 0, 9, 49].map((id) => shownBy(id, undefined))).toEqual([
      'date',
      'dateAndTime',
      'time',
      'number',
      'percent',
      'number',
    ]);
    expect(shownBy(164, '000000')).toEqual({ zeros: 6 });
    expect([shownBy(164, '0.00%'), shownBy(164, '0.0" %"')]).toEqual(['percent', 'number']);
  });
});

describe('dateText', () => {
  test.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, null], // the 29 February that Excel alone knows
    [61, false, '1900-03-01'],
    [44_927, false, '2023-01-01'],
    [43_465, true, '2023-01-01'],
    [0, true, '1904-01-01'],
    [-1402, true, '1900-02-28'],
    [0, false, null],
    [-1, false, null],
    [3_000_000, false, null],
    [44_927.75, false, '2023-01-01'],
  ])('day %d, from 1904: %s', (serial, from1904, text) => {
    expect(dateText(serial, 'date', from1904)).toBe(text);
  });

  test('tells the time only where it is shown and there is one', () => {
    expect(dateText(44_927.75, 'dateAndTime', false)).toBe('2023-01-01 18:00');
    expect(dateText(44_927, 'dateAndTime', false)).toBe('2023-01-01');
    expect(dateText(1.5, 'time', false)).toBe('36:00');
    expect(dateText(5, 'number', false)).toBeNull();
  });
});
