// Times of the dead and of the living in two columns, as registries write them.
import { describe, expect, test } from 'vitest';

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
      'The times of OS seem to stand in two columns: months_to_death of 10 patients, months_to_last_contact of 30 others.',
  });
  expect(check?.text).toContain(
    '1 where months_to_death is filled and 0 where months_to_last_contact is.',
  );
});

test('are not told where the other column is known of the dead too', () => {
  expect(
    found(
      'id,arm,vital_status,months_to_death,months_to_last_contact',
      (n, dead) => `P${n},${n % 2 ? 'A' : 'B'},${dead ? 'dead' : 'alive'},${dead ? n : ''},${n}`,
    )?.text,
  ).toMatch(/into one column\.$/);
});

/** Two columns of times, the first filled of the ten dead, the second of the thirty others. */
function apart(header: string, rest: (n: number) => string | number = (n) => `${n}.5`) {
  return found(
    `id,arm,${header}`,
    (n, dead) => `P${n},${n % 2 ? 'A' : 'B'},${dead ? `${n}.5` : ''},${dead ? '' : rest(n)}`,
  );
}

describe('without a status', () => {
  test.each([
    ['survival_months_dead,survival_months_alive', 'survival_months_dead'],
    ['survival_months_alive,survival_months_dead', 'survival_months_dead'],
    ['os_followup_months,death_months', 'death_months'],
    ['os_months,death_months', 'death_months'],
    ['随访时间(月),死亡时间(月)', '死亡时间(月)'],
    ['生存时间_末次随访_月,生存时间_死亡_月', '生存时间_死亡_月'],
  ])('%s: those of the event are %s', (header, event) => {
    const other = header.split(',').find((name) => name !== event);
    expect(apart(header)?.text).toMatch(`By their names ${event} is of those who had the event`);
    expect(apart(header)?.text).toContain(`1 where ${event} is filled and 0 where ${other} is.`);
  });

  test.each([
    'os_months_a,os_months_b',
    'os_months,months_to_last_contact',
    'os_death_months,survival_months_dead',
    '生存时间_未死亡_月,生存时间_月',
  ])('%s: whose event it is stays open, and nothing is coded', (header) => {
    const text = apart(header)?.text;
    expect(text).toContain('only you can know that. Make two columns');
    expect(text).not.toMatch(/is filled|By their names/);
  });

  test('units that differ are to be made one first', () => {
    expect(apart('os_months,os_days')?.text).toContain(
      'only you can know that. The two columns are in different units: bring both to one first.',
    );
    expect(apart('months_to_death,days_to_last_contact')?.text).toContain(
      'The two columns are in different units: bring both to one first. Make two columns',
    );
    expect(apart('months_to_death,time_to_last_contact')?.text).toContain(
      'At least one of them does not say its unit: bring both to one first. Make two columns',
    );
  });

  test('only those are counted whose other time is known', () => {
    expect(apart('months_to_death,months_to_last_contact', (n) => (n < 3 ? '' : n))?.claim).toMatch(
      'months_to_last_contact of 28 others.',
    );
  });

  test.each([
    ['reason_code_no_followup', (n: number) => n],
    ['lab', (n: number) => n],
    ['followup_ldh', (n: number) => 200 + n],
    ['hospital_no_followup_months', (n: number) => n],
    ['followup_years_code', (n: number) => n % 3],
    ['followup_years', (n: number) => n % 3],
    ['months_to_progression', (n: number) => n],
    ['prothrombin_time', (n: number) => n],
  ])('%s is no column of times of the others', (other, value) => {
    expect(apart(`os_months,${other}`, value)).toBeUndefined();
  });
});

describe('beside a status', () => {
  const other = (name: string) =>
    found(
      `id,arm,os_status,months_to_death,${name}`,
      (n, dead) =>
        `P${n},${n % 2 ? 'A' : 'B'},${dead ? 'dead' : 'alive'},${dead ? n : ''},${dead ? '' : n + 100}`,
    );

  test('a laboratory value does not take the place of the time', () => {
    expect(other('lab')?.text).toMatch(/into one column\.$/);
    expect(other('lab')?.columns).toEqual(['months_to_death', 'os_status']);
  });

  test('days are made months before they stand in one column with them', () => {
    expect(other('days_to_last_contact')?.text).toContain(
      'The two columns are in different units: bring both to one first. Make one column of times from two',
    );
  });
});
