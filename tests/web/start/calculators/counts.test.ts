import { describe, expect, it } from 'vitest';

import { problemIn, readRate } from '../../../../web/start/calculators/counts.ts';

const read = (x: string, n: string) => readRate({ x, n });
const problem = (x: string, n: string) => problemIn([read(x, n)]);

describe('counts as they are typed', () => {
  it('are read with spaces and zeros around them', () => {
    expect(read(' 15 ', '049')).toEqual({ kind: 'rate', rate: { x: 15, n: 49 } });
    expect(read('0', '1')).toEqual({ kind: 'rate', rate: { x: 0, n: 1 } });
    expect(problem('1000000', '1000000')).toBeNull();
  });

  it('are asked for while one is missing', () => {
    expect(problem('', '49')).toBe('Fill in both numbers to see the result.');
    expect(problemIn([read('1', '2'), read('1', ' ')])).toBe(
      'Fill in all four numbers to see the result.',
    );
  });

  it.each([
    ['16', '15', '16 of 15 is not possible'],
    ['0', '0', 'at least 1 patient'],
    ['-3', '10', '“-3” is below 0'],
    ['\u22123', '10', '“\u22123” is below 0'],
    ['1.5', '10', '“1.5” is not a whole number'],
    ['1,000', '2000', '“1,000” is not a whole number'],
    ['ten', '20', '“ten” is not a whole number'],
    ['1e12', '20', '“1e12” is not a whole number'],
    ['5', '1000000000000', 'up to 1,000,000 patients'],
    ['NaN', '20', '“NaN” is not a whole number'],
  ])('%s of %s is refused with a reason', (x, n, reason) => {
    expect(problem(x, n)).toContain(reason);
  });

  it('are refused in the arm where they stand', () => {
    expect(problemIn([read('1', '2'), read('5', '4')])).toBe(
      'Arm B: 5 of 4 is not possible. Patients with the event cannot outnumber the patients.',
    );
  });

  it('mark the field that is wrong', () => {
    expect(read('x', '9')).toMatchObject({ fields: ['x'] });
    expect(read('9', '8')).toMatchObject({ fields: ['x', 'n'] });
  });
});
