import { describe, expect, it } from 'vitest';

import {
  readGroups,
  readStrata,
  readTable,
} from '../../../../web/start/calculators/lines-of-counts.ts';

describe('a table of counts', () => {
  it('is read as typed and as pasted', () => {
    const rows = [
      [1, 14, 26],
      [0, 2, 11],
    ];
    expect(readTable('1 14 26\n0 2 11').value).toEqual(rows);
    expect(readTable('1\t14\t26\r\n0\t2\t11\r\n').value).toEqual(rows);
    expect(readTable('  01  14 26 \n\n 0 2  11').value).toEqual(rows);
  });

  it.each([
    ['', 'at least two rows and two columns'],
    ['1 2 3', 'at least two rows and two columns'],
    ['1 0\n2 0', 'at least two rows and two columns'],
    ['0 0\n0 0', 'at least two rows and two columns'],
    ['1 2\n3', 'Line 2: 1\u00a0number; the first line has 2.'],
    ['1 2\n3 x', 'Line 2: “x” is not a whole number'],
    ['1 2\n3 1,5', 'Line 2: “1,5” is not a whole number'],
    ['1 2\n3 -1', 'Line 2: “-1” is below 0'],
    ['1\t\n3\t4', 'Line 1: a cell is empty'],
    ['A\t1\t2\nB\t3\t4', 'Line 1: “A” is not a whole number'],
    ['1 2\n3 9999999', 'up to 1,000,000 patients'],
    ['999999 999999\n3 9', 'up to 1,000,000 patients'],
    [Array.from({ length: 51 }, () => '1 2').join('\n'), 'up to 50\u00a0lines'],
    [`${'1 '.repeat(51)}\n${'1 '.repeat(51)}`, '50\u00a0columns'],
  ])('%j is refused with a reason', (typed, reason) => {
    expect(readTable(typed).problem).toContain(reason);
  });
});

describe('groups of a trend', () => {
  it('are scored 1, 2, 3 unless each has its score', () => {
    expect(readGroups('2 20\n5 21').value).toEqual([
      { x: 2, n: 20, score: 1 },
      { x: 5, n: 21, score: 2 },
    ]);
    expect(readGroups('2 20 0\n5 21 2,5\n1 2 \u22121').value?.map(({ score }) => score)).toEqual([
      0, 2.5, -1,
    ]);
  });

  it.each([
    ['2 20', 'at least 2\u00a0lines'],
    ['2 20\n5', 'Line 2: 1\u00a0number; it takes 2 or 3.'],
    ['2 20 1\n5 21', 'Line 2: write a score in every line, or in none'],
    ['2 20 1\n5 21 x', 'Line 2: “x” is not a number'],
    ['2 20\n22 21', 'Line 2: 22 of 21 is not possible'],
    ['2 20\n0 0', 'Line 2: a rate needs at least 1 patient'],
  ])('%j are refused with a reason', (typed, reason) => {
    expect(readGroups(typed).problem).toContain(reason);
  });
});

describe('strata', () => {
  it('are read with both arms', () => {
    expect(readStrata('9 25 1 17').value).toEqual([{ a: { x: 9, n: 25 }, b: { x: 1, n: 17 } }]);
  });

  it.each([
    ['', 'at least 1\u00a0line'],
    ['9 25 1', 'Line 1: 3\u00a0numbers; it takes 4.'],
    ['9 25 1 17\n9 8 1 17', 'Line 2: 9 of 8 is not possible'],
  ])('%j are refused with a reason', (typed, reason) => {
    expect(readStrata(typed).problem).toContain(reason);
  });
});
