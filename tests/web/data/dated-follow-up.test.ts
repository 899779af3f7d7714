// What the page reads off the dates of a cohort is what the engine computes from them.
import { readFileSync } from 'node:fs';

import { expect, test, vi } from 'vitest';

import { followUp } from '../../../web/data/checks/endpoint-checks.ts';
import { daysPerUnit } from '../../../web/data/endpoint-dates.ts';
import type { EndpointChange } from '../../../web/data/setup-changes.ts';
import { answersTo } from '../support/engine.ts';

vi.mock('../../../web/engine/pool.ts', () => ({
  createPool: () => ({ width: 1, analyze: () => new Promise(() => undefined) }),
}));
const store = await import('../../../web/data/store.ts');

const dated = new URL('../../reference/data/dated_endpoints.csv', import.meta.url);
const plain = new URL('../../../web/examples/rechallenge_cohort.csv', import.meta.url);

const pfs: EndpointChange = {
  eventDates: ['pd_date', 'death_date'],
  censoringDates: ['last_assessment'],
};
const rules: [string, EndpointChange][] = [
  ['progression or death', pfs],
  ['death censors', { eventDates: ['pd_date'], censoringDates: ['last_assessment', 'death_date'] }],
  ['before a new therapy', { ...pfs, newTherapy: 'next_therapy' }],
  ['a cut-off', { ...pfs, newTherapy: 'next_therapy', cutoff: '2023-06-30' }],
  ['the cut-off alone', { eventDates: ['pd_date'], censoringDates: [], cutoff: '2023-06-30' }],
  ['missed visits', { ...pfs, longestGap: 90 }],
  [
    'visits known only after the event',
    { eventDates: ['pd_date'], censoringDates: ['last_contact'], longestGap: 30 },
  ],
  ['missed visits before a new therapy', { ...pfs, longestGap: 60, newTherapy: 'next_therapy' }],
  [
    'a status beside the days of death',
    { eventDates: ['death_date'], end: 'last_contact', event: 'status' },
  ],
  ['unassessed at the start', { ...pfs, censoringDates: ['last_assessment', 'start_date'] }],
  [
    'status and cut-off',
    { start: 'start_date', end: 'last_contact', event: 'status', cutoff: '2022-12-31' },
  ],
];

test.each(rules)('%s', (_, change) => {
  store.openText(readFileSync(dated, 'utf8'));
  store.addEndpoint('PFS');
  store.setEndpoint('PFS', { ...change, unit: 'weeks' });
  if (change.event !== undefined) store.setEventLevels('PFS', ['dead']);
  const [cohort, setup] = [store.cohort.value!, store.setup.value];
  const endpoint = setup.endpoints.find(({ name }) => name === 'PFS')!;
  const { times, events } = followUp(cohort, setup, endpoint);
  const own = times.flatMap((time, row) =>
    time === null || events[row] === null
      ? []
      : [`${(time / daysPerUnit(endpoint)).toFixed(6)} ${String(events[row])}`],
  );
  const answer = answersTo(cohort, { ...setup, arm: null }).get('survival:PFS');
  if (answer?.method !== 'kaplanMeier' || !answer.ok) throw new Error(JSON.stringify(answer));
  const { time, events: dead, censored } = answer.value.groups[0]!.steps;
  const computed = [...time].flatMap((at, step) => [
    ...Array.from({ length: dead[step]! }, () => `${at.toFixed(6)} true`),
    ...Array.from({ length: censored[step]! }, () => `${at.toFixed(6)} false`),
  ]);
  expect(own.toSorted()).toEqual(computed.toSorted());
});

/** The example with its months as dates, made with months of 30 days. */
function withDates(csv: string): string {
  const [head = '', ...rows] = csv.trim().split('\n');
  const names = head.split(',');
  const at = (name: string) => names.indexOf(name);
  const on = (start: string, months: string) =>
    new Date(Date.parse(start) + Math.round(Number(months) * 30) * 86_400_000)
      .toISOString()
      .slice(0, 10);
  const replaced = new Map([
    ['pfs_months', 'pfs_date'],
    ['os_months', 'last_contact'],
  ]);
  return [
    names.map((name) => replaced.get(name) ?? name).join(','),
    ...rows.map((row) => {
      const cells = row.split(',');
      return cells
        .map((cell, place) =>
          replaced.has(names[place]!) ? on(cells[at('start_date')]!, cell) : cell,
        )
        .join(',');
    }),
  ].join('\n');
}

test('the example cohort as dates with months of 30 days gives the results of its months', () => {
  const csv = readFileSync(plain, 'utf8');
  store.openText(csv);
  const months = all();
  const timesOf = () =>
    store.setup.value.endpoints.map((endpoint) => ({
      name: endpoint.name,
      times: followUp(store.cohort.value!, store.setup.value, endpoint).times.map((time) =>
        time === null ? null : time / (endpoint.time === null ? daysPerUnit(endpoint) : 1),
      ),
    }));
  const plainTimes = timesOf();
  store.openText(withDates(csv));
  store.setDaysPerMonth(30);
  expect(store.setup.value.endpoints).toMatchObject([
    { name: 'OS', start: 'start_date', end: 'last_contact', event: 'os_event', daysPerMonth: 30 },
    { name: 'PFS', start: 'start_date', end: 'pfs_date', event: 'pfs_event', daysPerMonth: 30 },
  ]);
  timesOf().forEach(({ name, times }, place) => {
    expect(name).toBe(plainTimes[place]!.name);
    times.forEach((time, row) => {
      expect(Math.abs(time! - plainTimes[place]!.times[row]!)).toBeLessThanOrEqual(0.005);
    });
  });
  const dates = all();
  for (const name of ['OS', 'PFS']) {
    // Times that keep their order and their ties keep every ratio and every p.
    expect(ratios(dates, name)).toEqual(ratios(months, name));
    medians(dates, name).forEach((median, arm) => {
      expect(Math.abs(median - medians(months, name)[arm]!)).toBeLessThanOrEqual(0.005);
    });
  }
});

function all() {
  return answersTo(store.cohort.value!, store.setup.value);
}

function ratios(answers: ReturnType<typeof all>, endpoint: string) {
  const table = answers.get(`table:${endpoint}`);
  if (table?.method !== 'coxTable' || !table.ok) throw new Error(JSON.stringify(table));
  const digits = (value: number | null | undefined) => value?.toPrecision(9);
  return table.value.rows.map(({ univariable, multivariable }) => [
    digits(univariable?.hr),
    digits(univariable?.p),
    digits(multivariable?.hr),
  ]);
}

function medians(answers: ReturnType<typeof all>, endpoint: string): number[] {
  const curves = answers.get(`survival:${endpoint}`);
  if (curves?.method !== 'kaplanMeier' || !curves.ok) throw new Error(JSON.stringify(curves));
  return curves.value.groups.map(({ median }) => median.value!);
}
