import { describe, expect, test } from 'vitest';

import {
  cellText,
  recoded,
  rowsOfTexts,
  tableOf,
  textCounts,
} from '../../../../web/data/text/text-table.ts';

const table = tableOf(
  ['arm', 'x'],
  [
    ['B', '1'],
    [' A', ''],
    ['B ', '1'],
    ['C', '2'],
  ],
);
const [arm] = table.columns;

describe('a table', () => {
  test('keeps each text of a column once, trimmed, in the order of its first row', () => {
    expect(arm).toEqual({ texts: ['B', 'A', 'C'], codes: Int32Array.of(0, 1, 0, 2) });
    expect([...textCounts(arm!)]).toEqual([2, 1, 1]);
    expect(table.rows).toBe(4);
  });

  test('gives back every cell, and nothing beyond the last', () => {
    expect([1, 2, 3, 4].map((row) => cellText(table, row, 0))).toEqual(['B', 'A', 'B', 'C']);
    expect([cellText(table, 0, 0), cellText(table, 5, 0), cellText(table, 1, 2)]).toEqual([
      '',
      '',
      '',
    ]);
  });

  test('finds the rows of texts, counted from 1', () => {
    expect(rowsOfTexts(arm!, (text) => text !== 'A')).toEqual([1, 3, 4]);
    expect(rowsOfTexts(arm!, () => false)).toEqual([]);
  });

  test('makes one text of several, as written', () => {
    const merged = recoded(arm!, (text) => (text === 'A' ? text : ' others '));
    expect(merged).toEqual({ texts: [' others ', 'A'], codes: Int32Array.of(0, 1, 0, 0) });
  });
});
