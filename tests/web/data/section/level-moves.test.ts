import { describe, expect, test } from 'vitest';

import {
  dropAt,
  movedBefore,
  movedBy,
  unusedName,
} from '../../../../web/data/section/levels/level-moves.ts';

const boxes = [0, 40, 80].map((top) => ({ top, bottom: top + 40 }));

describe('dropAt', () => {
  test('the middle of another level merges, its edges let the held one pass', () => {
    expect(dropAt(boxes, 0, 60, true)).toEqual({ kind: 'onto', at: 1 });
    expect(dropAt(boxes, 0, 77, true)).toEqual({ kind: 'before', at: 2 });
    expect(dropAt(boxes, 2, 3, true)).toEqual({ kind: 'before', at: 0 });
  });

  test('where levels cannot be merged every place is one between two', () => {
    expect(dropAt(boxes, 2, 58, false)).toEqual({ kind: 'before', at: 1 });
    expect(dropAt(boxes, 0, 70, false)).toEqual({ kind: 'before', at: 2 });
  });

  test('above all is first, below all is last', () => {
    expect(dropAt(boxes, 1, -50, true)).toEqual({ kind: 'before', at: 0 });
    expect(dropAt(boxes, 1, 500, true)).toEqual({ kind: 'before', at: 3 });
  });

  test('on itself and beside itself nothing happens', () => {
    for (const y of [45, 60, 75, 38]) expect(dropAt(boxes, 1, y, true)).toBeNull();
  });
});

test('every place a level can be put keeps all levels', () => {
  const levels = ['a', 'b', 'c', 'd'];
  for (let from = 0; from < 4; from += 1) {
    for (let before = 0; before <= 4; before += 1) {
      expect(movedBefore(levels, from, before).toSorted()).toEqual(levels);
    }
  }
  expect(movedBefore(levels, 0, 4)).toEqual(['b', 'c', 'd', 'a']);
  expect(movedBefore(levels, 0, 2)).toEqual(['b', 'a', 'c', 'd']);
  expect(movedBefore(levels, 3, 1)).toEqual(['a', 'd', 'b', 'c']);
});

test('one step stops at the ends', () => {
  expect(movedBy(['a', 'b'], 0, -1)).toBeNull();
  expect(movedBy(['a', 'b'], 1, 1)).toBeNull();
  expect(movedBy(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(movedBy(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
});

test('a merged level never takes the name of another', () => {
  expect(unusedName('Other', ['Other', 'Other 2'])).toBe('Other 3');
  expect(unusedName('Other', ['a'])).toBe('Other');
});
