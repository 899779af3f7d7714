import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { readCsv, type ReadOptions, readText } from '../../../web/data/read-csv.ts';
import { tableOf } from '../../../web/data/text/text-table.ts';
import { cellsOf } from './support.ts';

const oneRow = tableOf(['a', 'b'], [['1', '2']]);

function table(text: string, options?: ReadOptions) {
  const read = readText(text, options);
  if (!read.ok) throw new Error(read.problem);
  return read;
}

function refusal(text: string): string {
  const read = readText(text);
  return read.ok ? 'was read' : read.problem;
}

describe('readText', () => {
  test.each([
    [',', 'a,b\n1,2\n'],
    [';', 'a;b\n1,5;2,5\n'],
    ['\t', 'a\tb\n1\t2\n'],
    ['|', 'a|b\n1|2\n'],
    [';', 'time;event;note\n1,5;1;"a, b, c"\n2,5;0;"d, e, f"\n'],
    [',', '"a;b","c;d"\n1,2\n'],
  ])('finds the delimiter %j', (delimiter, text) => {
    expect(table(text).delimiter).toBe(delimiter);
  });

  test('reads quotes, delimiters, line ends and doubled quotes inside them', () => {
    expect(cellsOf(table('a,b\r\n"x, ""y""","line 1\nline 2"\r\n').table)).toEqual([
      ['x, "y"', 'line 1\nline 2'],
    ]);
  });

  test('reads the same table whatever ends its lines', () => {
    const expected = table('a,b\n1,2\n3,4\n').table;
    expect(table('a,b\r\n1,2\r\n3,4').table).toEqual(expected);
    expect(table('a,b\r1,2\r3,4\r').table).toEqual(expected);
  });

  test('takes the delimiter that Excel announces', () => {
    expect(table('sep=;\r\na;b\r\n1;2').table).toEqual(oneRow);
  });

  test('starts at the line that holds the names', () => {
    expect(table('Cohort 2023\na,b\n1,2', { headerRow: 2, delimiter: ',' }).table).toEqual(oneRow);
  });

  test('leaves out empty rows at the end silently, and says so in between', () => {
    const read = table('a,b\n1,2\n,\n3,4\n,\n\n');
    expect(cellsOf(read.table)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(read.how.leftOut).toEqual([{ kind: 'empty', line: 3, text: '' }]);
    expect(table('a,b\n1,2\n,\n').how.leftOut).toEqual([]);
  });

  test('makes every column name unique and says which it changed', () => {
    const read = table('age,age,,age_2,age\n1,2,3,4,5');
    expect(read.table.header).toEqual(['age', 'age_3', 'column_3', 'age_2', 'age_4']);
    expect(new Set(read.table.header).size).toBe(5);
    expect(read.notes).toHaveLength(3);
    expect(read.notes[0]).toBe('Column 2 is called age, as another is; it is called age_3 here.');
  });

  test('drops columns that have neither name nor value, as spreadsheets leave them', () => {
    const rows = [
      ['1', '2'],
      ['3', '4'],
    ];
    expect(table('a,b,,\n1,2,,\n3,4,,').table).toEqual(tableOf(['a', 'b'], rows));
  });

  test('keeps names that mean something to JavaScript', () => {
    expect(table('__proto__,constructor,toString\n1,2,3').table.header).toEqual([
      '__proto__',
      'constructor',
      'toString',
    ]);
  });

  test.each([
    ['', 'This file is empty.'],
    ['\n\n  \n', 'This file is empty.'],
    ['a,b,c', 'This file has column names but no rows.'],
    ['a,b,c\n,,\n', 'This file has column names but no rows.'],
    [
      'a,b,c\n1,2,3\n1,2\n1,2,3,4\n',
      '2 rows do not have the 3 cells of the header (row 2 has 2, row 3 has 4). Look there for a missing or an extra comma',
    ],
    [
      'a;b\n1;2\n1;2;3\n',
      '1 row does not have the 2 cells of the header (row 2 has 3). Look there for a missing or an extra semicolon',
    ],
    ['a,b\n1,2\n"open,4\n5,6\n', 'A quotation mark opened in row 2 is never closed.'],
    ['a,b\n"x"y,2\n', 'A quotation mark stands inside a quoted text in row 1.'],
  ])('refuses %j with a sentence that names the rows', (text, sentence) => {
    expect(refusal(text)).toContain(sentence);
  });

  test('names five ragged rows and counts the rest', () => {
    const problem = refusal(`a,b\n${'1\n'.repeat(9)}`);
    expect(problem).toContain('9 rows do not have the 2 cells');
    expect(problem).toContain('row 5 has 1 and 4 more');
  });

  test('gives back the cells of any table that is written with quotes', () => {
    const header = ['plain', 'with, comma', 'with "quotes"', 'with; semicolon'];
    const rows = [
      ['1', 'a,b', '"', ';'],
      ['=1+1', 'line\nbreak', '', '<b>'],
    ];
    const quoted = [header, ...rows].map((row) =>
      row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
    );
    expect(table(quoted.join('\n')).table).toEqual(tableOf(header, rows));
  });
});

describe('readCsv', () => {
  test('reads the example cohort', () => {
    const bytes = readFileSync(
      new URL('../../../web/examples/rechallenge_cohort.csv', import.meta.url),
    );
    const read = readCsv(bytes);
    expect(read).toMatchObject({ ok: true, delimiter: ',', encoding: 'utf-8', notes: [] });
    expect(read.ok && [read.table.header.length, read.table.rows]).toEqual([26, 83]);
  });

  test('reads a German export: byte order mark, semicolons, decimal commas, umlauts', () => {
    const read = readCsv(
      new TextEncoder().encode('\ufeffPatient;Überleben (Monate)\r\nMüller;12,4\r\n'),
    );
    expect(read.ok && read.table).toEqual(
      tableOf(['Patient', 'Überleben (Monate)'], [['Müller', '12,4']]),
    );
  });

  test('refuses a delimiter that it does not know', () => {
    expect(readText('a b', { delimiter: ' ' })).toMatchObject({
      ok: false,
      problem: 'The delimiter " " is not known. Use a comma, semicolon, tab or vertical bar.',
    });
  });
});
