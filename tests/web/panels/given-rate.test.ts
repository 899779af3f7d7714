import { describe, expect, it } from 'vitest';

import { readPercent } from '../../../web/panels/given-rate.ts';

describe('a given rate', () => {
  it('is read in percent, with point or comma', () => {
    expect(readPercent(' 20 ')).toEqual({ rate: 0.2, problem: null });
    expect(readPercent('12,5 %')).toEqual({ rate: 0.125, problem: null });
    expect(readPercent('0').rate).toBe(0);
    expect(readPercent('100').rate).toBe(1);
    expect(readPercent('')).toEqual({ rate: null, problem: null });
  });

  it.each(['101', '-1', 'ten', '1e1', '0x10', '1.2.3', 'NaN'])('%s is refused', (typed) => {
    const given = readPercent(typed);
    expect(given.rate).toBeNull();
    expect(given.problem).toBe(`“${typed}” is not a rate. Write a number from 0 to 100.`);
  });
});
