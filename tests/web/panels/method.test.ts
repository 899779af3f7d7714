import { expect, test, vi } from 'vitest';

import { plain } from '../../../web/base/rich-text.ts';
import { armLabel, referenceLast } from '../../../web/panels/arms.ts';
import { endpointWords } from '../../../web/panels/endpoint-words.ts';
import { usedOf } from '../../../web/panels/method.ts';
import { nbsp } from '../../../web/base/rounding.ts';
import { startOfTime, timesInWords } from '../../../web/panels/time-origin.ts';
import { overallSurvival, progressionFree } from '../support/results.ts';

vi.mock('../../../web/engine/pool.ts', () => ({
  createPool: () => ({ width: 1, analyze: () => new Promise(() => undefined) }),
}));

test('the method line says who was left out and why', () => {
  expect(plain(usedOf(83, []))).toBe('n\u00a0=\u00a083 of 83, none excluded.');
  const missing = { why: 'missing', column: 'os_months', detail: '' } as const;
  const excluded = [
    { row: 3, ...missing },
    { row: 9, ...missing },
    { row: 12, why: 'excluded', column: '', detail: 'withdrew consent' } as const,
  ];
  expect(plain(usedOf(80, excluded))).toBe(
    'n\u00a0=\u00a080 of 83; excluded: 2\u00a0without os_months and 1\u00a0withdrew consent.',
  );
});

test('the reference arm is shown last', () => {
  expect(referenceLast(['reference', 'B', 'C'])).toEqual(['B', 'C', 'reference']);
  expect(referenceLast(['only'])).toEqual(['only']);
});

test('one curve of all patients needs no name', () => {
  expect(armLabel('all', true)).toBe('');
  expect(armLabel('all', false)).toBe('all');
});

test('each endpoint has its words', () => {
  expect(endpointWords(overallSurvival)).toMatchObject({
    axis: 'Alive (%)',
    events: 'deaths',
    hazard: 'death',
  });
  expect(endpointWords(progressionFree)).toMatchObject({
    axis: 'Progression-free (%)',
    events: 'events',
    hazard: 'progression or death',
  });
});

test('the method line says how times came about', () => {
  expect(timesInWords(overallSurvival)).toBe('Times in months as in the file.');
  const dated = { ...overallSurvival, time: null, start: 'start_date', end: 'death_date' };
  expect(timesInWords(dated)).toBe(
    'Times from start_date to death_date in months of 30.4375 days.',
  );
  const composed = {
    ...dated,
    end: null,
    eventDates: ['pd_date', 'death_date'],
    censoringDates: ['last_assessment'],
    cutoff: '2024-06-30',
  };
  expect(timesInWords(composed).replaceAll(nbsp, ' ')).toBe(
    'Times from start_date to the first of pd_date and death_date, censored at last_assessment; cut-off 30 Jun 2024; in months of 30.4375 days.',
  );
  const before = { ...composed, cutoff: null, newTherapy: 'next_line', daysPerMonth: 30 };
  expect(timesInWords(before)).toBe(
    'Times from start_date to the first of pd_date and death_date, censored at last_assessment before next_line where there is one; in months of 30 days.',
  );
  const missed = {
    ...composed,
    cutoff: null,
    longestGap: 98,
    eventsAtStart: 'halfDayLater' as const,
  };
  expect(timesInWords(missed)).toBe(
    'Times from start_date to the first of pd_date and death_date, censored at last_assessment, events more than 98 days after it not counted; in months of 30.4375 days. Events at time 0 count half a day later.',
  );
  const status = { ...composed, end: 'last_contact', censoringDates: [], cutoff: null };
  expect(timesInWords(status)).toBe(
    'Times from start_date to the first of pd_date and death_date (an event on last_contact where the status alone says it), censored at last_contact; in months of 30.4375 days.',
  );
  expect([overallSurvival, dated].map(startOfTime)).toEqual(['start of follow-up', 'start date']);
  expect(startOfTime({ start: 'Therapiebeginn' })).toBe('Therapiebeginn');
});
