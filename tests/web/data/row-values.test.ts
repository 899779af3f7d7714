import { describe, expect, test } from 'vitest';

import { followUp } from '../../../web/data/checks/endpoint-checks.ts';
import { withMerged } from '../../../web/data/level-changes.ts';
import { kept, levelCounts, levelRows, levelTexts, timesOf } from '../../../web/data/row-values.ts';
import { codingOf, type Setup } from '../../../web/data/setup.ts';
import { reread } from '../../../web/data/setup-changes.ts';
import { open } from './support.ts';

const { cohort, setup } = open(
  'os_months,os_event,ps\n1,1,a\n2,0,b\nNA,0,c\n4,1,a\n5,0,c\n6,1,b\n',
);
const [endpoint] = setup.endpoints as [Setup['endpoints'][number]];

describe('what is read of a column', () => {
  test('follows a merge, and is there again when it is taken back', () => {
    const merged = withMerged(cohort, setup, 'ps', 'b or c', ['b', 'c']);
    expect(levelTexts(cohort, merged, 'ps')).toEqual([
      'a',
      'b or c',
      'b or c',
      'a',
      'b or c',
      'b or c',
    ]);
    expect([...levelCounts(cohort, merged, 'ps')]).toEqual([
      ['a', 2],
      ['b or c', 4],
    ]);
    expect(levelRows(cohort, merged, 'ps', 'b or c')).toEqual([2, 3, 5, 6]);
    expect(levelTexts(cohort, setup, 'ps')[1]).toBe('b');
  });

  test('is nothing where there is no such column', () => {
    expect(levelTexts(cohort, setup, 'none')).toEqual([]);
    expect(levelCounts(cohort, setup, 'none').size).toBe(0);
    expect(levelRows(cohort, setup, 'none', 'a')).toEqual([]);
  });

  test.each([null, 0, 'read'])('is read once, also where it is %o', (found) => {
    let times = 0;
    const readOf = kept(() => {
      times += 1;
      return found;
    });
    expect([readOf(cohort, setup, 'ps'), readOf(cohort, setup, 'ps')]).toEqual([found, found]);
    expect(times).toBe(1);
  });

  test('is of its own table, even where the setup is the same', () => {
    const other = open('os_months,os_event,ps\n9,1,a\n8,0,b\n');
    expect(timesOf(cohort, setup, endpoint)).toEqual([1, 2, null, 4, 5, 6]);
    expect(timesOf(other.cohort, setup, endpoint)).toEqual([9, 8]);
    expect(codingOf(other.cohort, setup, endpoint).values.map(({ count }) => count)).toEqual([
      1, 1,
    ]);
    expect(codingOf(cohort, setup, endpoint).values.map(({ count }) => count)).toEqual([3, 3]);
  });
});

describe('what is read of an endpoint', () => {
  test('is the same object until a column of it is read in another way', () => {
    const before = followUp(cohort, setup, endpoint);
    const elsewhere = withMerged(cohort, setup, 'ps', 'b or c', ['b', 'c']);
    expect(followUp(cohort, elsewhere, endpoint)).toBe(before);
    const changed = reread(cohort, setup, 'os_event', { missing: ['0'] });
    const after = followUp(cohort, changed, endpoint);
    expect(before.events).toEqual([true, false, false, true, false, true]);
    expect(after.events).toEqual([true, null, null, true, null, true]);
  });
});
