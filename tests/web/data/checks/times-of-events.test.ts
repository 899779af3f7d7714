// Times of the dead and of the living in two columns, as registries write them.
import { expect, test } from 'vitest';

import { checkCohort } from '../../../../web/data/checks/checks.ts';
import { open, rowsOf } from '../support.ts';

function found(header: string, row: (n: number, dead: boolean) => string) {
  const { cohort, setup } = open(`${header}\n${rowsOf(40, (n) => row(n, n % 4 === 0))}`);
  return checkCohort(cohort, setup).found.find(({ id }) => id === 'timesOfEvents:OS');
}

test('beside a status are told with both columns and what to make of them', () => {
  const check = found(
    'id,arm,vital_status,months_to_death,months_to_last_contact',
    (n, dead) =>
      `P${n},${n % 2 ? 'A' : 'B'},${dead ? 'dead' : 'alive'},${dead ? n : ''},${dead ? '' : n}`,
  );
  expect(check).toMatchObject({
    kind: 'problem',
    claim: '30 of 30 patients without the event of OS have no time.',
    columns: ['months_to_death', 'vital_status', 'months_to_last_contact'],
  });
  expect(check?.text).toContain(
    'Make one column of times from two: months_to_death, and where that is empty months_to_last_contact.',
  );
});

test('without a status are told, with the column of the event that is to be made', () => {
  const check = found(
    'id,arm,months_to_death,months_to_last_contact',
    (n, dead) => `P${n},${n % 2 ? 'A' : 'B'},${dead ? n : ''},${dead ? '' : n}`,
  );
  expect(check).toMatchObject({
    kind: 'problem',
    claim:
      'The times of OS stand in two columns: months_to_death of 10 patients, months_to_last_contact of the other 30.',
  });
  expect(check?.text).toContain('1 where months_to_death is filled and 0 elsewhere');
});

test('are not told where the other column is known of the dead too', () => {
  expect(
    found(
      'id,arm,vital_status,months_to_death,months_to_last_contact',
      (n, dead) => `P${n},${n % 2 ? 'A' : 'B'},${dead ? 'dead' : 'alive'},${dead ? n : ''},${n}`,
    )?.text,
  ).toMatch(/into one column\.$/);
});
