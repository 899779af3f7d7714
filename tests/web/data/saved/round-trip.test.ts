import { readFileSync } from 'node:fs';

import { describe, expect, test, vi } from 'vitest';

import type { Cut } from '../../../../web/data/changes/changes.ts';

vi.mock('../../../../web/engine/pool.ts', () => ({
  createPool: () => ({ width: 1, analyze: () => new Promise(() => undefined) }),
}));

const store = await import('../../../../web/data/store.ts');
const { parseSaved } = await import('../../../../web/data/saved/document.ts');
const { restoredSetup } = await import('../../../../web/data/saved/restore.ts');
const { savedText } = await import('../../../../web/data/saved/save.ts');
const { roleChoices } = await import('../../../../web/data/roles.ts');
const { binaryOutcome, outcomeColumns } = await import('../../../../web/data/analyses/logistic.ts');
const { cutLabels } = await import('../../../../web/data/changes/cut-labels.ts');
const { dice, rowsOf } = await import('../support.ts');

const folder = new URL('../../../reference/data/', import.meta.url);
const file = (name: string) => readFileSync(new URL(name, folder), 'utf8');

const ugly: Record<string, string> = {
  'names of columns that objects have': `__proto__,constructor,os_months,os_event\n${rowsOf(
    30,
    (n) => `${n % 2 ? 'a' : 'b'},${n % 3},${n}.5,${n % 2}`,
  )}`,
  'levels that objects have': `arm,stage,os_months,os_event\n${rowsOf(
    30,
    (n) => `${n % 2 ? '__proto__' : 'toString'},${['10', '9', '__proto__'][n % 3]},${n}.5,${n % 2}`,
  )}`,
  'one arm, nobody died': `arm,os_months,os_event\n${rowsOf(20, (n) => `only,${n}.5,0`)}`,
  'forty arms': `site,os_months,os_event\n${rowsOf(80, (n) => `S${n % 40},${n}.5,${n % 2}`)}`,
  'texts among numbers': `os_months,os_event,age\n${rowsOf(
    40,
    (n) =>
      `${n % 9 ? `${n}.5` : 'lost'},${['0', '1', '9'][n % 3]},${n % 7 ? String(40 + n) : '999'}`,
  )}`,
  'dates in place of times': `id,start_date,death_date,status,sex\n${rowsOf(
    25,
    (n) =>
      `P${n},${(n % 27) + 1}.03.2020,${(n % 27) + 1}.0${(n % 8) + 1}.2021,${n % 2 ? 'dead' : 'alive'},${n % 3 ? 'm' : 'f'}`,
  )}`,
  'dates of events': `start_date,progression_date,death_date,last_contact,sex\n${rowsOf(
    25,
    (n) =>
      `${(n % 27) + 1}.03.2020,${n % 2 ? `${(n % 27) + 1}.05.2020` : ''},${n % 3 ? '' : `${(n % 27) + 1}.08.2020`},${(n % 27) + 1}.09.2020,${n % 3 ? 'm' : 'f'}`,
  )}`,
  'decimal commas': `gruppe;os_monate;tod;bestes_ansprechen\n${rowsOf(
    30,
    (n) =>
      `${n % 2 ? 'A' : 'B'};${n},5;${n % 2 ? 'ja' : 'nein'};${['CR', 'PR', 'ND', 'PD'][n % 4]}`,
  )}`,
  'signs and limits': `start,os_months,ldh,sex\n${rowsOf(
    40,
    (n) =>
      `0${(n % 9) + 1}/0${(n % 7) + 1}/21,${n}.5${n % 3 ? '' : '+'} mo,"${n % 5 ? `${n}.5` : '<1'}",${['f', 'm', '-', 'NA'][n % 4]}`,
  )}`,
  'no known column': 'a,b\n1,2\n3,4',
};

const cohorts: [string, () => void][] = [
  ['the example', () => void store.openExample()],
  ...['lung.csv', 'colon_death.csv', 'mgus2.csv', 'rats.csv', 'edge_no_events.csv'].map(
    (name): [string, () => void] => [name, () => void store.openText(file(name))],
  ),
  ...Object.entries(ugly).map(([name, content]): [string, () => void] => [
    name,
    () => void store.openText(content),
  ]),
];

/** As the form of the page does it: of numbers only, under a free name. */
function cut(column: string, where: Pick<Cut, 'at' | 'quantiles'>): void {
  const name = `${column}_group_${store.setup.value.cuts.length}`;
  const own = store.setup.value.types.get(column);
  const there = store.cohort.value!.table.header.includes(name);
  if (own?.type !== 'number' || store.setup.value.identifiers.includes(column) || there) return;
  store.cutColumn({ name, cut: column, ...where, labels: cutLabels(where.at!) }, 'Groups');
}

/** Something that a user could do, whatever the cohort. */
function anyChange(roll: (sides: number) => number): void {
  const cohort = store.cohort.value!;
  const setup = store.setup.value;
  const pick = <Item>(items: readonly Item[]) => items[roll(items.length)];
  const column = pick(cohort.table.header)!;
  const another = pick(cohort.table.header)!;
  const levels = setup.types.get(column)!.levels;
  const endpoint = pick(setup.endpoints)?.name ?? 'OS';
  const event = setup.endpoints.find(({ name }) => name === endpoint)?.event ?? null;
  const eventValues = setup.types.get(event ?? '')?.levels.slice(0, 3) ?? [];
  const { rows } = cohort.table;
  const texts = cohort.columns.flatMap(({ values }) => values.map(({ value }) => value));
  const shuffled = levels.toSorted(() => roll(3) - 1);
  const changes: (() => void)[] = [
    () => store.setRole(column, pick(roleChoices(cohort, setup, column))!.value),
    () => store.setRole(column, pick(roleChoices(cohort, setup, column))!.value),
    () => store.setType(column, pick(['number', 'category', 'date'] as const)!),
    () => store.setType(column, 'date', pick(['dmy', 'mdy'] as const)),
    () => store.setLevels(column, shuffled.slice(0, 5)),
    () => store.mergeLevels(column, pick(['Other', levels[0] ?? 'x'])!, shuffled.slice(0, 2)),
    () => store.splitLevel(column, 'Other'),
    () => store.countAsMissing(column, levels.slice(0, 1)),
    () => store.setMissing(column, pick(['NA', '-', levels[0] ?? 'x'])!, roll(2) > 0),
    () => store.setSigns(column, { inexact: pick(['missing', 'approximate'] as const)! }),
    () => store.setSigns(column, { unit: pick(['mo', null])!, thousands: pick([',', null])! }),
    () => store.setDateOrder([column], pick(['dmy', 'mdy'] as const)!),
    () => store.backToGuess(column),
    () => store.setEventLevels(endpoint, eventValues.slice(0, 1), eventValues.slice(2)),
    () => store.setEventLevels(endpoint, []),
    () => store.askEventLevels(endpoint),
    () => store.setEndpoint(endpoint, { unit: pick(['days', 'weeks', 'years'] as const)! }),
    () => store.addEndpoint(pick(['OS', 'PFS', 'Time to x', '__proto__'])!),
    () => store.removeEndpoint(endpoint),
    () => store.setArm(pick([column, null])!),
    () => store.setReference(pick(setup.armLevels) ?? 'x'),
    () => store.setFactors(setup.covariates.slice(0, 2)),
    () => store.setResponse(pick([column, null])!),
    () => store.setResponseCategory(levels[0] ?? 'x', pick(['CR', 'NE', null] as const)!),
    () => store.setGrade(pick([column, null])!),
    () => store.correctCell({ row: 1 + roll(rows), column, value: pick(texts)!, why: '' }),
    () => store.correctCell({ row: 1 + roll(rows), column, value: '7', why: 'typing error' }),
    () => store.restoreCell(pick(setup.edits) ?? { row: 1, column }),
    () => store.excludeRow(1 + roll(rows), 'withdrew consent'),
    () => store.includeRow(pick(setup.exclude)?.row ?? 1),
    () => cut(column, { at: [5, 12.5], quantiles: null }),
    () => cut(column, { at: [roll(40)], quantiles: [0.5] }),
    () => store.removeCut(pick(setup.cuts)?.name ?? 'x'),
    () => store.setWhere([{ column, in: levels.slice(0, 2) }]),
    () => store.setWhere([...setup.where, { column, atLeast: 3 }]),
    () => store.setWhere([{ column, missing: roll(2) === 0 }]),
    () => store.setWhere([...setup.where, { column, below: '2021-06-30' }]),
    () => store.setLevel(0.99),
    () => store.setOptions('survival', { interval: 'plain', landmarks: [6, 12], strata: [column] }),
    () => store.setOptions('survival', { landmarkAt: 6, aliveAt: 3, median: 'spss' }),
    () => store.setEndpoint(endpoint, { entry: column }),
    () => store.setEndpoint(endpoint, { eventDates: [column], censoringDates: [another] }),
    () => store.setEndpoint(endpoint, { newTherapy: column, cutoff: '2021-06-30' }),
    () => store.setEndpoint(endpoint, { daysPerMonth: pick([30, 30.4])!, cutoff: null }),
    () => store.setEndpoint(endpoint, { longestGap: 98, eventsAtStart: 'halfDayLater' }),
    () =>
      store.setEndpoint(endpoint, {
        eventDates: [column],
        end: another,
        event: pick([event, null])!,
      }),
    () => store.setCutoff(pick(['2021-06-30', null])!),
    () => store.setDaysPerMonth(30),
    () => store.setOptions('rows', { weights: column, cluster: pick([column, null])! }),
    () => store.setOptions('response', { against: 0.2 }),
    () => store.setOptions('tableOne', { chosenTests: [{ column, test: 'none' }], adjust: 'BY' }),
    () => store.setOptions('tests', { weighted: true, maxCombo: true, pairs: 'holm' }),
    () => store.setOptions('regression', { entry: 0.2, ties: 'breslow' }),
    () => store.setOptions('logistic', { shown: true, interval: 'profile', firth: true }),
    () => {
      const outcome = pick(outcomeColumns(setup));
      if (outcome === undefined) return;
      const level = pick(setup.types.get(outcome)!.levels)!;
      store.setOptions('logistic', { shown: true, outcome: 'column', column: outcome, level });
    },
    () => store.setOptions('subgroups', { factors: [column] }),
  ];
  pick(changes)!();
}

/** The setup of the saved file, opened with the same table. */
function opened() {
  const content = savedText(store.cohort.value!, store.setup.value, null);
  const parsed = parseSaved(content, 'saved.riskset.json');
  if (!parsed.ok) throw new Error(parsed.problem);
  return restoredSetup(store.cohort.value!, parsed.file);
}

/** Values of identifiers that stand in the saved file, but for what other columns hold too. */
function leaked(): string[] {
  const [cohort, setup] = [store.cohort.value!, store.setup.value];
  const content = savedText(cohort, setup, null);
  const elsewhere = new Set(
    cohort.columns
      .filter(({ name }) => !setup.identifiers.includes(name))
      .flatMap(({ values }) => values.map(({ value }) => value)),
  );
  return cohort.columns
    .filter(({ name, censoringOf }) => setup.identifiers.includes(name) && censoringOf === null)
    .flatMap(({ values }) => values.map(({ value }) => value))
    .filter(
      (value) =>
        value.length > 4 && !elsewhere.has(value) && content.includes(JSON.stringify(value)),
    );
}

test('the outcome of odds ratios that becomes an identifier leaves the file', () => {
  store.openExample();
  store.setOptions('logistic', {
    shown: true,
    outcome: 'column',
    column: 'her2',
    level: 'Negative',
  });
  expect(opened().options.logistic).toEqual(store.setup.value.options.logistic);
  store.setRole('her2', 'identifier');
  expect(leaked()).toEqual([]);
  expect(binaryOutcome(store.setup.value)).toBeNull();
  store.undo();
  expect(binaryOutcome(store.setup.value)).toMatchObject({ column: 'her2', level: 'Negative' });
  store.undo();
  expect(store.setup.value.options.logistic.shown).toBe(false);
});

test('the level that is the outcome keeps being it under another name', () => {
  store.openExample();
  store.setOptions('logistic', {
    shown: true,
    outcome: 'column',
    column: 'her2',
    level: 'Negative',
  });
  store.mergeLevels('her2', 'HER2−', ['Negative']);
  expect(binaryOutcome(store.setup.value)).toMatchObject({ level: 'HER2−', other: 'Positive' });
  const [model] = store.analysisFile.value!.analyses.filter(({ id }) => id === 'logistic');
  expect(model).toMatchObject({ outcome: 'her2', levels: ['HER2−'] });
});

test('a list of endpoints may hold nothing at a place', () => {
  store.openExample();
  const saved = JSON.parse(savedText(store.cohort.value!, store.setup.value, null));
  saved.page.endpoints.unshift(null);
  const parsed = parseSaved(JSON.stringify(saved), 'saved.riskset.json');
  expect(parsed.ok && restoredSetup(store.cohort.value!, parsed.file)).toEqual(store.setup.value);
});

test('a column to stratify by that becomes an identifier leaves the file', () => {
  store.openExample();
  store.setOptions('survival', { strata: ['patient_id', 'sex'] });
  store.setRole('patient_id', 'covariate');
  store.setRole('patient_id', 'identifier');
  expect(leaked()).toEqual([]);
  const [stratified] = store.analysisFile.value!.analyses.filter((one) => 'strata' in one);
  expect(stratified).toMatchObject({ strata: ['sex'] });
});

describe.each(cohorts)('%s', (_, open) => {
  test('as it was guessed', () => {
    open();
    expect(opened()).toEqual(store.setup.value);
    expect(leaked()).toEqual([]);
  });

  test('after any changes', { timeout: 30_000 }, () => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const roll = dice(seed);
      open();
      for (let step = 0; step < 12; step += 1) {
        anyChange(roll);
        expect([seed, step, opened()]).toEqual([seed, step, store.setup.value]);
        expect(leaked()).toEqual([]);
      }
    }
  });
});
