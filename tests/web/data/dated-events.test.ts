import { describe, expect, test } from 'vitest';

import { checkCohort } from '../../../web/data/checks/checks.ts';
import { endpointLack } from '../../../web/data/section/endpoints/lacks.ts';
import { open, rowsOf } from './support.ts';

const day = (n: number, month: number) => `2021-${String(month).padStart(2, '0')}-${10 + (n % 18)}`;
/** A start, a date of the event of two patients in three, and a date known of all. */
const opened = (names: string) =>
  open(
    `${names}\n${rowsOf(
      24,
      (n) =>
        `${day(n, 1)},${n % 3 === 0 ? '' : day(n, 4)},${day(n, 9)},${n % 2 ? 'alive' : 'dead'}`,
    )}`,
  );

describe('a date of the event that patients without it lack', () => {
  test.each([
    'treatment_start,progression,last_contact,status',
    'treatment_start,progression_date,last_contact,status',
    'treatment_start,Date of progression,last_contact,status',
    'treatment_start,PD date,last_contact,status',
    'Therapiebeginn,Progressdatum,letzter Kontakt,Status',
    'Therapiebeginn,Datum der Progression,letzter Kontakt,Status',
    'Fecha de inicio,Fecha de progresión,Último seguimiento,Estado vital',
    '开始日期,疾病进展日期,末次随访日期,生存状态',
  ])('%s: PFS waits and OS is from the last contact', (names) => {
    const { setup } = opened(names);
    const [start, , last, status] = names.split(',');
    expect(setup.endpoints).toMatchObject([
      { name: 'OS', start, end: last, event: status },
      { name: 'PFS', time: null, start, end: null, event: null },
    ]);
  });

  test('is never replaced by the last contact, though the event is told', () => {
    const { setup } = open(
      `start,progression_date,last_contact,progression\n${rowsOf(
        24,
        (n) =>
          `${day(n, 1)},${n % 3 === 0 ? '' : day(n, 4)},${day(n, 9)},${n % 3 === 0 ? 'no' : 'yes'}`,
      )}`,
    );
    expect(setup.endpoints.find(({ name }) => name === 'PFS')).toMatchObject({
      start: 'start',
      end: null,
      event: 'progression',
    });
  });

  test('says which two columns to make, from the columns that are there', () => {
    const { cohort, setup } = open(
      `start,progression_date,last_contact\n${rowsOf(
        24,
        (n) => `${day(n, 1)},${n % 3 === 0 ? '' : day(n, 4)},${day(n, 9)}`,
      )}`,
    );
    const lacks = setup.endpoints.map((endpoint) => endpointLack(cohort, setup, endpoint));
    expect(lacks).toEqual([
      'progression_date is empty for 8 of 24 patients, and PFS needs a last day for each. Add two columns to the table and open it again: one with the first of progression_date and death, for patients with neither last_contact; one with 1 for patients who progressed or died and 0 for the others.',
    ]);
  });

  test.each([
    'start,progression_date,death_date,last_contact,last_assessment,next_line_date',
    '治疗开始日期,疾病进展日期,死亡日期,末次随访日期,末次评估日期,后续治疗日期',
    'Therapiebeginn,Progressdatum,Todesdatum,letzter Kontakt,letzte Bildgebung,Beginn Folgetherapie',
  ])('%s: endpoints are composed of their dates', (names) => {
    const { cohort, setup } = open(
      `${names}\n${rowsOf(
        24,
        (n) =>
          `${day(n, 1)},${n % 3 === 0 ? '' : day(n, 4)},${n % 2 ? '' : day(n, 8)},${day(n, 9)},${day(n, 3)},${n % 4 ? '' : day(n, 5)}`,
      )}`,
    );
    const [start, progression, death, contact, assessment] = names.split(',');
    expect(setup.endpoints).toMatchObject([
      { name: 'OS', start, end: null, eventDates: [death], censoringDates: [contact] },
      {
        name: 'PFS',
        start,
        end: null,
        eventDates: [progression, death],
        censoringDates: [assessment],
        newTherapy: null,
      },
    ]);
    expect(setup.endpoints.map((endpoint) => endpointLack(cohort, setup, endpoint))).toEqual([
      null,
      null,
    ]);
  });

  test('without a last contact, OS too needs a last day', () => {
    const { cohort, setup } = open(
      `start,death_date,status\n${rowsOf(24, (n) => `${day(n, 1)},${n % 2 ? '' : day(n, 8)},${n % 2 ? 'alive' : 'dead'}`)}`,
    );
    expect(endpointLack(cohort, setup, setup.endpoints[0]!)).toBe(
      'death_date is empty for 12 of 24 patients, and OS needs a last day for each. Add two columns to the table and open it again: one with death_date, for patients without it the last contact; one with 1 for patients who died and 0 for the others.',
    );
  });

  test('before the start it is no event of this cohort', () => {
    const { setup } = open(
      `start,relapse_date,last_contact,status\n${rowsOf(
        24,
        (n) => `${day(n, 6)},${n % 3 ? day(n, 2) : ''},${day(n, 9)},${n % 2 ? 'alive' : 'dead'}`,
      )}`,
    );
    expect(setup.endpoints.map(({ name }) => name)).toEqual(['OS']);
  });
});

test('a date of progression or last contact that all have ends PFS', () => {
  const { setup } = open(
    `start,pfs_date,last_contact,pfs_event,status\n${rowsOf(
      24,
      (n) => `${day(n, 1)},${day(n, 4)},${day(n, 9)},${n % 2},${n % 2 ? 'dead' : 'alive'}`,
    )}`,
  );
  expect(setup.endpoints).toMatchObject([
    { name: 'OS', end: 'last_contact', event: 'status' },
    { name: 'PFS', start: 'start', end: 'pfs_date', event: 'pfs_event' },
  ]);
});

test('the end of treatment is neither start nor end of follow-up', () => {
  const { setup } = open(
    `treatment_end,treatment_start,last_contact,status\n${rowsOf(
      24,
      (n) => `${day(n, 3)},${day(n, 1)},${day(n, 9)},${n % 2 ? 'alive' : 'dead'}`,
    )}`,
  );
  expect(setup.endpoints).toMatchObject([{ start: 'treatment_start', end: 'last_contact' }]);
});

describe('the day of death', () => {
  const found = (lastOfTheDead: (n: number) => string) => {
    const { cohort, setup } = open(
      `start,death_date,last_contact,status\n${rowsOf(
        24,
        (n) =>
          `${day(n, 1)},${n % 2 ? '' : day(n, 8)},${n % 2 ? day(n, 9) : lastOfTheDead(n)},${n % 2 ? 'alive' : 'dead'}`,
      )}`,
    );
    return checkCohort(cohort, setup).found.filter(({ id }) => id === 'deathDay:OS');
  };

  test('that is not the end of OS is told with its rows', () => {
    expect(found((n) => day(n, n === 4 ? 7 : 8))).toMatchObject([
      {
        claim: 'OS ends at last_contact, but 1 patient died on another day by death_date (row 4).',
        rows: [4],
      },
    ]);
  });

  test('that is its end passes', () => {
    expect(found((n) => day(n, 8))).toEqual([]);
  });
});
