import { describe, expect, it } from 'vitest';

import { readPairs } from '../../../../web/start/calculators/pair-counts.ts';

const typed = { both: '20', first: '9', second: '3', neither: '17' };

describe('counts of pairs', () => {
  it('are read', () => {
    expect(readPairs(typed).value).toEqual({ both: 20, first: 9, second: 3, neither: 17 });
  });

  it.each([
    [{ neither: '' }, 'Fill in all four numbers', null],
    [{ first: '-9' }, 'Yes only the first time: “-9” is below 0', 'first'],
    [{ second: '3.5' }, 'Yes only the second time: “3.5” is not a whole number', 'second'],
    [{ both: '0', first: '0', second: '0', neither: '0' }, 'at least one pair', null],
    [{ both: '1000000' }, 'up to 1,000,000 patients', null],
  ])(
    '%j are refused with a reason, and the field that is wrong is named',
    (change, reason, wrong) => {
      const read = readPairs({ ...typed, ...change });
      expect(read.value).toBeNull();
      expect(read.problem).toContain(reason);
      expect(read.wrong).toBe(wrong);
    },
  );
});
