// Contradictions of dates and values, and groups that come after the start. The made file holds one
// of each; its follow-up in months are days / 30.
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { checkCohort } from '../../../../web/data/checks/checks.ts';
import { endpointLack } from '../../../../web/data/section/endpoints/lacks.ts';
import { withArm } from '../../../../web/data/setup.ts';
import { withEndpoint, withMonths } from '../../../../web/data/setup-changes.ts';
import { parseDate } from '../../../../web/data/text/parse-cell.ts';
import { answersTo } from '../../support/engine.ts';
import { open } from '../support.ts';

const made = readFileSync(new URL('made/contradictions.csv', import.meta.url), 'utf8');
const today = parseDate('2024-01-01')!;
const opened = open(made);
const composed = withEndpoint(opened.cohort, withArm(opened.setup, 'responder'), 'PFS', {
  start: 'start_date',
  eventDates: ['pd_date', 'death_date'],
  censoringDates: ['last_assessment'],
});
const checks = checkCohort(opened.cohort, composed, today);
const found = (id: string) => checks.found.find((check) => check.id === id);

test('dates out of their order, each pair with its rows', () => {
  expect(found('order:pd_date:death_date')).toMatchObject({
    kind: 'problem',
    claim: 'death_date is before pd_date in 1 patient (row 4).',
    rows: [4],
    columns: ['pd_date', 'death_date'],
  });
  expect(found('order:last_assessment:last_contact')).toMatchObject({ rows: [12] });
});

test('dates after today, whatever day that is', () => {
  expect(found('future:last_contact')).toMatchObject({
    kind: 'problem',
    rows: [5],
    columns: ['last_contact'],
  });
  const later = checkCohort(opened.cohort, composed, parseDate('2030-01-01')!);
  expect(later.passed).toContain('no date in the future');
});

test('impossible ages, ECOG and grades, and minors as a note', () => {
  expect(found('age:age')).toMatchObject({ kind: 'problem', rows: [4, 6], columns: ['age'] });
  expect(found('age:age')?.claim).toBe('age is -3 or 143 in 2 patients (rows 4 and 6).');
  expect(found('minor:age')).toMatchObject({ kind: 'warning', rows: [8] });
  expect(found('ecog:ecog')).toMatchObject({ kind: 'problem', rows: [8] });
  expect(found('code:ae_rash')).toMatchObject({ rows: [9], uncountable: ['9'] });
});

test('rows alike in all but the identifier', () => {
  expect(found('identical')).toMatchObject({ kind: 'warning', rows: [10, 11] });
  expect(found('identical')?.columns).not.toContain('patient_id');
});

test('times of 0 with their rows, and patients without any end', () => {
  expect(found('zero:PFS')).toMatchObject({ rows: [3] });
  expect(found('zero:PFS')?.text).toContain('1 of them has the event at time 0');
  expect(found('missing:PFS')).toMatchObject({ rows: [7] });
  expect(found('missing:pd_date')).toBeUndefined();
});

test('an arm that is known only after the start, with the landmark offered', () => {
  expect(found('immortal:responder')).toMatchObject({
    claim: 'responder compares groups that are known only after follow-up began.',
    offer: { kind: 'landmark', at: 3, unit: 'months' },
  });
  expect(
    checkCohort(opened.cohort, withArm(composed, 'sex'), today).found.filter(({ id }) =>
      id.startsWith('immortal:sex'),
    ),
  ).toEqual([]);
});

test('months that are days / 30 where dates show it, until they are counted so', () => {
  expect(found('months:pfs_months')).toMatchObject({
    claim: 'pfs_months are days / 30; the page divides days by 30.4375.',
    offer: { kind: 'daysPerMonth', days: 30 },
  });
  expect(found('months:pfs_months')?.text).toContain('1.4%');
  const counted = checkCohort(opened.cohort, withMonths(composed, 30), today);
  expect(counted.passed).toContain('pfs_months are days / 30, as dates are counted');
});

test('an endpoint of dates wants a start and a last day, and nothing else', () => {
  const lack = (change: Parameters<typeof withEndpoint>[3]) => {
    const setup = withEndpoint(opened.cohort, composed, 'PFS', change);
    return endpointLack(
      opened.cohort,
      setup,
      setup.endpoints.find(({ name }) => name === 'PFS')!,
    );
  };
  expect(lack({})).toBeNull();
  expect(lack({ censoringDates: [] })).toBe(
    'PFS lacks the day on which patients without the event were last known to be so. Choose a date, or a cut-off.',
  );
  expect(lack({ censoringDates: [], cutoff: '2023-06-30' })).toBeNull();
  expect(lack({ start: null })).toBe('PFS lacks the date from which it counts.');
});

test('follow-up that differs between arms, by the answers of the engine', () => {
  const rows = Array.from(
    { length: 60 },
    (_, n) => `${n % 2 ? 'new' : 'old'},${n % 2 ? 5 + (n % 7) : 30 + (n % 9)},${n % 5 ? 0 : 1}`,
  );
  const { cohort, setup } = open(`arm,os_months,os_event\n${rows.join('\n')}`);
  const results = answersTo(cohort, setup);
  const check = (answers: typeof results) => checkCohort(cohort, setup, today, answers);
  const finding = check(results).found.find(({ id }) => id === 'followUp');
  expect(finding?.claim).toMatch(
    /^Follow-up differs between the arms: \d+\.\d months in the median with new, 3\d\.\d months with old\.$/,
  );
  expect(finding?.rows.every((row) => rows[row - 1]!.startsWith('new'))).toBe(true);
  expect(check(new Map()).found.find(({ id }) => id === 'followUp')).toBeUndefined();
});
