import { expect, test } from 'vitest';

import { endpointLack } from '../../../../web/data/section/endpoints/lacks.ts';
import type { EndpointSetup } from '../../../../web/data/setup.ts';
import { reread } from '../../../../web/data/setup-changes.ts';
import { open, rowsOf } from '../support.ts';

const { cohort, setup } = open(
  `os_months,os_event,note,begin_date,last_date\n${rowsOf(
    12,
    (n) => `${n}.5,${n % 2},visit ${n},2021-03-${10 + n},2022-03-${10 + n}`,
  )}`,
);
const os = setup.endpoints[0]!;

function lack(change: Partial<EndpointSetup>): string | null {
  return endpointLack(cohort, setup, { ...os, ...change });
}

const byDates = { time: null, start: 'begin_date', end: 'last_date' };

test('nothing is lacking where time and event are known', () => {
  expect(lack({})).toBeNull();
  expect(lack(byDates)).toBeNull();
});

test.each([
  [{ time: null }, 'OS lacks its time: choose a column of numbers, or two dates.'],
  [{ ...byDates, start: null }, 'OS lacks the date from which it counts.'],
  [{ ...byDates, end: null }, 'OS lacks its last date:'],
  [{ ...byDates, end: 'begin_date' }, 'Start and end are both begin_date: every time would be 0.'],
  [{ time: 'note' }, 'note holds texts such as “visit 1”: a time is a number.'],
  [{ event: null }, 'OS lacks the column that says which patients died.'],
  [{ event: 'last_date' }, 'last_date holds dates.'],
  [{ eventLevels: null }, 'Waits for your answer: which value of os_event means died?'],
])('%j is said in a sentence', (change, sentence) => {
  expect(lack(change)).toContain(sentence);
});

test('a text column read as numbers is refused as a time by its texts', () => {
  const forced = reread(cohort, setup, 'note', { type: 'number' });
  expect(endpointLack(cohort, forced, { ...os, time: 'note' })).toContain(
    'note holds texts such as “visit 1”',
  );
});
