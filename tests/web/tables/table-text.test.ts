import { describe, expect, test } from 'vitest';

import { cell, estimate, type TableModel } from '../../../web/tables/model.ts';
import { tableCsv } from '../../../web/tables/table-csv.ts';
import { tableHtml, tableText } from '../../../web/tables/table-text.ts';

const model: TableModel = {
  label: 'A table',
  caption: { name: 'Table 1', rest: 'patients by arm' },
  columns: [{ head: ['Drug'], note: 'n = 49' }, { head: [{ term: 'p' }] }],
  rows: [
    { kind: 'group', head: ['Sex, n (%)'], cells: [null, { ...cell('0.62'), mark: 'a' }] },
    { kind: 'level', head: ['<b>'], cells: [estimate('12', '24.5%'), null] },
    { kind: 'plain', head: ['=SUM(A1)'], cells: [cell('+0.25'), cell('@here')] },
  ],
  notes: [
    { mark: 'a', text: 'Fisher’s exact test.' },
    { mark: '', text: 'All patients.' },
  ],
};

describe('a table as text', () => {
  test('has a line for each row, its cells apart by tabs, and the notes below', () => {
    expect(tableText(model).split('\n')).toEqual([
      'Table 1. patients by arm',
      '\tDrug n = 49\tp',
      'Sex, n (%)\t\t0.62 a',
      '<b>\t12 (24.5%)\t',
      "'=SUM(A1)\t+0.25\t'@here",
      'a Fisher’s exact test.',
      'All patients.',
    ]);
  });
});

describe('a table as HTML', () => {
  const html = tableHtml(model);

  test('keeps names as text, whatever they hold', () => {
    expect(html).toContain('&lt;b&gt;');
    expect(html).not.toMatch(/<b><\/td>/);
  });

  test('tells spreadsheets that its cells are texts, so that none becomes a formula', () => {
    const cells = html.match(/<t[dh]\b[^>]*>/g) ?? [];
    expect(cells).toHaveLength(3 * 4);
    expect(cells.every((tag) => tag.includes("mso-number-format:'\\@'"))).toBe(true);
  });

  test('has its footnotes behind it', () => {
    expect(html).toMatch(/0\.62<sup>a<\/sup>.*<\/table><p><sup>a<\/sup>Fisher/);
  });
});

describe('a table as a CSV file', () => {
  test('has its heads and rows, quoted where they must be, and no line beside them', () => {
    const csv = tableCsv({ ...model, rowHead: ['Name'] });
    expect(csv).toBe(
      [
        '\uFEFFName,Drug n = 49,p',
        '"Sex, n (%)",,0.62 a',
        '<b>,12 (24.5%),',
        "'=SUM(A1),+0.25,'@here",
        '',
      ].join('\r\n'),
    );
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['-2+3+cmd|x!A1', "'-2+3+cmd|x!A1"],
    ['+1-HYPERLINK(x)', "'+1-HYPERLINK(x)"],
    [' =A1', "' =A1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-1+WEBSERVICE ("x")', `"'-1+WEBSERVICE (""x"")"`],
    ['-1+WEBSERVICE2("x")', `"'-1+WEBSERVICE2(""x"")"`],
    ['＝1+1', "'＝1+1"],
    ['－2', "'－2"],
    ['﹢A1', "'﹢A1"],
    ['-2+A1', "'-2+A1"],
    ['-2 +3', "'-2 +3"],
    ['+A1', "'+A1"],
    ['\t=1', "' =1"],
    ['mild;=1+1', `"mild;'=1+1"`],
    ['mild; @SUM(A1)', `"mild;' @SUM(A1)"`],
    ['mild\n=1+1', 'mild =1+1'],
    ['+10.8 points', '+10.8 points'],
    ['-3.1% (-6.0% to +1.2%)', '-3.1% (-6.0% to +1.2%)'],
    ['-0.4 [-1.0, -0.1], p < 0.001', '"-0.4 [-1.0, -0.1], p < 0.001"'],
    ['+1,234.5 a', '"+1,234.5 a"'],
    ['-0.12 (-0.30 to 0.06)', '-0.12 (-0.30 to 0.06)'],
    ['6.0%\u00a0of 34', '6.0% of 34'],
    ['two\nlines', 'two lines'],
    ['a "b", c; d', '"a ""b"", c; d"'],
  ])('makes no formula of a text: %j', (said, written) => {
    const rows = [{ kind: 'plain' as const, head: ['a'], cells: [cell(said)] }];
    const csv = tableCsv({ label: '', columns: [{ head: ['b'] }], rows });
    expect(csv.split('\r\n')[1]).toBe(`a,${written}`);
  });
});
