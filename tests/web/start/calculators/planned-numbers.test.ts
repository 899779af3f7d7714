import { describe, expect, it } from 'vitest';

import {
  type NumberField,
  readNumbers,
} from '../../../../web/start/calculators/planned-numbers.ts';

const fields: readonly NumberField<'hr' | 'power' | 'share' | 'n'>[] = [
  { name: 'hr', label: 'Hazard ratio', kind: 'number' },
  { name: 'power', label: 'Power, %', kind: 'share' },
  { name: 'share', label: 'With the event, %', kind: 'upToAll' },
  { name: 'n', label: 'Patients', kind: 'whole' },
];
const typed = { hr: '0,7', power: '80 %', share: '100', n: '34' };
const problem = (change: Partial<typeof typed>) =>
  readNumbers(fields, { ...typed, ...change }).problem;

describe('numbers of a plan', () => {
  it('are read with point or comma; percentages become shares', () => {
    expect(readNumbers(fields, typed)).toEqual({
      numbers: { hr: 0.7, power: 0.8, share: 1, n: 34 },
      problem: null,
      wrong: null,
    });
  });

  it('are named where they are wrong', () => {
    expect(problem({ hr: '' })).toBe('Fill in every field to see the result.');
    expect(problem({ hr: 'x' })).toBe(
      'Hazard ratio: “x” is not a number. Write digits with a decimal point.',
    );
    expect(problem({ hr: '-1' })).toContain('is not a number');
    expect(problem({ hr: '0' })).toBe('Hazard ratio: a number above 0 is needed.');
    expect(problem({ power: '100' })).toBe(
      'Power, %: a percentage above 0 and below 100 is needed.',
    );
    expect(problem({ share: '101' })).toContain('at most 100');
    expect(problem({ n: '3.5' })).toBe('Patients: “3.5” is not a whole number.');
    expect(problem({ n: '10000000' })).toContain('up to 1,000,000');
    expect(readNumbers(fields, { ...typed, power: '0' }).wrong).toBe('power');
  });
});
