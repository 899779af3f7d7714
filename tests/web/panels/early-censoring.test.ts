import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { censoredEarly } from '../../../web/panels/early-censoring.ts';
import { open, rowsOf } from '../data/support.ts';

const example = open(
  readFileSync(new URL('../../../web/examples/rechallenge_cohort.csv', import.meta.url), 'utf8'),
);

function early({ cohort, setup }: ReturnType<typeof open>, before: number) {
  return censoredEarly(cohort, setup, { ...setup.endpoints[0]!, eventLevels: ['1'] }, before);
}

describe('patients who left follow-up early', () => {
  test('are those of the example, with their rows and arms', () => {
    const found = early(example, 6);
    expect(found?.rows).toHaveLength(5);
    expect(found?.perArm).toEqual([
      { arm: 'Immunotherapy rechallenge', patients: 4 },
      { arm: 'Chemotherapy', patients: 1 },
    ]);
  });

  test('are no matter below a twentieth of each arm', () => {
    const one = open(`months,death\n${rowsOf(40, (n) => `${n}.5,${n === 1 ? 0 : 1}`)}`);
    expect(early(one, 6)).toBeNull();
    const three = open(`months,death\n${rowsOf(40, (n) => `${n}.5,${n <= 3 ? 0 : 1}`)}`);
    expect(early(three, 6)).toEqual({
      before: 6,
      rows: [1, 2, 3],
      perArm: [{ arm: '', patients: 3 }],
    });
  });

  test('are counted before the time, not at it', () => {
    const rows = rowsOf(20, (n) => `${n}.5,${n <= 6 ? 0 : 1}`);
    expect(early(open(`months,death\n${rows}`), 6.5)?.rows).toEqual([1, 2, 3, 4, 5]);
  });
});
