// Whose rows a column of visits tells apart, where no name says patient.
import { describe, expect, test } from 'vitest';

import { checkCohort } from '../../../../web/data/checks/checks.ts';
import { open, rowsOf } from '../support.ts';

const day = (n: number) => `2021-${String(1 + (n % 12)).padStart(2, '0')}-${10 + (n % 7)}`;

function opened(header: string, row: (n: number) => string) {
  const { cohort, setup } = open(`${header}\n${rowsOf(40, row)}`);
  const repeated = checkCohort(cohort, setup).found.find(({ id }) => id === 'repeated');
  return { cohort, setup, repeated };
}

describe('a column of visits', () => {
  test.each(['study_no', 'trial_number', 'Chart'])('makes %s that of the patient', (name) => {
    const { cohort, setup, repeated } = opened(
      `${name},visit,ldh`,
      (n) => `${100 + (n % 10)},${Math.ceil(n / 10)},${200 + n}`,
    );
    expect(setup.identifiers).toEqual([name]);
    expect(cohort.columns[0]?.evidence).toBe(
      'A number that stands again and again, each time with another visit.',
    );
    expect(repeated?.kind).toBe('problem');
  });

  test('does not where the same visit stands twice beside one number', () => {
    const { setup } = opened('sample_no,visit,ldh', (n) => `${n % 10},${n % 5},${200 + n}`);
    expect(setup.identifiers).toEqual([]);
  });

  test.each([
    'site_no',
    'line_no',
    'cohort_no',
    'kit_number',
    'hospital_no',
    'no_lesions',
    'ecog_no',
  ])('makes no patient of %s', (name) => {
    const { setup, repeated } = opened(
      `${name},arm,visit_date,os_months,os_status`,
      (n) => `${n % 6},${n % 2 ? 'A' : 'B'},20${10 + n}-03-10,${n}.5,${n % 2}`,
    );
    expect(setup.identifiers).toEqual([]);
    expect(repeated).toBeUndefined();
  });

  test.each(['last_visit_date', 'first_visit_date', '末次访视'])(
    'is not one that each patient has once: %s',
    (visit) => {
      const { setup, repeated } = opened(
        `sample_no,arm,${visit},os_months,os_status`,
        (n) => `${n % 6},${n % 2 ? 'A' : 'B'},20${10 + n}-03-10,${n}.5,${n % 2}`,
      );
      expect(setup.identifiers).toEqual([]);
      expect(repeated).toBeUndefined();
    },
  );

  test('leaves other numbers among the covariates where an id names the patients', () => {
    const { setup } = opened(
      'study_id,sample_no,visit_date,arm',
      (n) => `S${n},${n % 6},20${10 + n}-03-10,${n % 2 ? 'A' : 'B'}`,
    );
    expect(setup.identifiers).toEqual(['study_id']);
    expect(setup.covariates).toContain('sample_no');
  });

  test('keeps the number of a patient beside the name of the same', () => {
    const { setup } = opened(
      'study_no,name,visit',
      (n) => `${100 + (n % 10)},Pt ${n % 10},${Math.ceil(n / 10)}`,
    );
    expect(setup.identifiers).toEqual(['study_no', 'name']);
  });
});

test.each([
  ['each has', (n: number) => n % 12],
  ['some have', (n: number) => (n > 30 ? n - 30 : n)],
])('of patients with a name it is said whether %s several rows', (said, patient) => {
  const { cohort } = opened('subject,date,ldh', (n) => `S${patient(n)},${day(n)},${200 + n}`);
  expect(cohort.columns[0]?.evidence).toBe(`Its name says patient, and ${said} several rows.`);
});
