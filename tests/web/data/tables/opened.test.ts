import { readFileSync } from 'node:fs';

import { beforeEach, describe, expect, test, vi } from 'vitest';

import { settingsDocument } from '../../../../web/share/settings.ts';
import { cellsOf } from '../support.ts';

vi.mock('../../../../web/engine/pool.ts', () => ({
  createPool: () => ({ width: 1, analyze: () => new Promise(() => undefined) }),
}));

const store = await import('../../../../web/data/store.ts');
const tables = await import('../../../../web/data/tables/opened.ts');
const { eventLink } = await import('../../../../web/data/tables/facts.ts');
const { savedText } = await import('../../../../web/data/saved/save.ts');
const { fingerprintOf } = await import('../../../../web/data/fingerprint.ts');

const events = readFileSync(
  new URL('../../../reference/data/example_events.csv', import.meta.url),
  'utf8',
);
const file = (content = events, name = 'events.csv') => new File([content], name);

async function saved() {
  const cohort = store.cohort.value!;
  return new File(
    [savedText(cohort, store.setup.value, await fingerprintOf(cohort))],
    'saved.riskset.json',
  );
}

beforeEach(async () => {
  await store.openText('a,b\n1,2\n3,4');
  await store.openExample();
});

describe('a table of adverse events', () => {
  test('is one step, which can be undone and done again', async () => {
    expect(await tables.openEventFile(file())).toBe(true);
    expect(store.setup.value.eventTable).toMatchObject({
      file: { name: 'events.csv', rows: 128 },
      columns: {
        patient: 'subject',
        term: 'ae_term',
        grade: 'ctcae_grade',
        related: 'related',
        immune: 'immune',
      },
      cohortPatient: 'patient_id',
      yes: { related: ['yes', 'probable'], immune: ['Y'] },
    });
    expect(tables.openEventTable.value?.table.rows).toBe(128);
    store.undo();
    expect(store.setup.value.eventTable).toBeNull();
    expect(tables.openEventTable.value).toBeNull();
    store.redo();
    expect(tables.openEventTable.value?.table.rows).toBe(128);
  });

  test('tells the texts that shared settings came without', async () => {
    await tables.openEventFile(file());
    tables.setEventTable((before) => ({ ...before, yes: { ...before.yes, related: ['yes'] } }));
    const whole = store.setup.value.eventTable!;
    const short = settingsDocument(store.cohort.value!, store.setup.value, null).analysis;
    await store.openSaved(new File([JSON.stringify(short)], 'shared.riskset.json'));
    expect(store.setup.value.eventTable?.texts.grade).toEqual([]);
    expect(tables.openEventTable.value).toBeNull();
    await tables.openEventFile(file());
    expect(tables.openEventTable.value?.table.rows).toBe(128);
    expect(tables.eventTableNote.value).toBeNull();
    expect(store.setup.value.eventTable).toEqual(whole);
  });

  test('stands in place of the columns of the cohort', async () => {
    const asked = () =>
      store.analysisFile.value!.analyses.filter(({ id }) => /^(grade|ae:|safety)/.test(id));
    expect(asked().length).toBeGreaterThan(10);
    await tables.openEventFile(file());
    expect(asked()).toMatchObject([
      {
        id: 'safety:events',
        method: 'adverseEvents',
        table: 'events',
        patient: 'patient_id',
        term: 'events.ae_term',
        grades: { G2: 2, 'Grade 3': 3 },
        by: 'arm',
      },
    ]);
    tables.setEventTable((before) => ({ ...before, count: 'related' }));
    store.setOptions('safety', { exposure: 'os_months' });
    expect(asked()).toMatchObject([
      { events: { column: 'events.related', in: ['yes', 'probable'] } },
      { id: 'safety:exposure', exposure: 'os_months' },
    ]);
  });

  test('tells who of it is in the cohort, and what does not count', async () => {
    await tables.openEventFile(file());
    const link = eventLink(
      store.cohort.value!,
      tables.openEventTable.value!,
      store.setup.value.eventTable!,
      [],
    );
    if (link?.ok !== true) throw new Error('not linked');
    const { facts } = link;
    expect(facts.withEvents + facts.without).toBe(83);
    expect(facts.strangers.toSorted()).toEqual(['SYN900', 'SYN901']);
    expect(facts.strangerRows).toHaveLength(3);
    expect(facts.nobodyRows).toHaveLength(1);
    expect(facts.termlessRows).toHaveLength(1);
    expect(facts.ungradedRows.length).toBeGreaterThan(0);
  });

  test('counts nobody who is excluded, among those with an event and without', async () => {
    await tables.openEventFile(file());
    const facts = () => {
      const link = eventLink(
        store.cohort.value!,
        tables.openEventTable.value!,
        store.setup.value.eventTable!,
        store.setup.value.exclude,
      );
      if (link?.ok !== true) throw new Error('not linked');
      return [link.facts.withEvents, link.facts.without];
    };
    const [withEvents, without] = facts();
    const had = 'SYN054';
    const row = cellsOf(store.cohort.value!.table).findIndex(([id]) => id === had) + 1;
    store.excludeRow(row, 'withdrew');
    expect(facts()).toEqual([withEvents! - 1, without]);
  });

  test('has terms that say that there was no event, which a person may take for events', async () => {
    await tables.openEventFile(
      file('subject,ae_term,ctcae_grade\nSYN001,Rash,2\nSYN002,None,\nSYN003,no event,0\n'),
    );
    const facts = () => {
      const link = eventLink(
        store.cohort.value!,
        tables.openEventTable.value!,
        store.setup.value.eventTable!,
        [],
      );
      if (link?.ok !== true) throw new Error('not linked');
      const { withEvents, noEventRows, ungradedRows, termlessRows } = link.facts;
      return { withEvents, noEventRows, ungradedRows, termlessRows };
    };
    const spec = () => store.analysisFile.value!.tables!['events']!.columns!['ae_term'];
    expect(store.setup.value.eventTable?.noEvent).toEqual(['None', 'no event']);
    expect(spec()).toEqual({
      type: 'category',
      levels: ['Rash'],
      missing: ['None', 'no event'],
    });
    expect(facts()).toEqual({
      withEvents: 1,
      noEventRows: [2, 3],
      ungradedRows: [],
      termlessRows: [],
    });
    tables.setEventTable((before) => ({ ...before, noEvent: ['no event'] }));
    expect(facts()).toEqual({
      withEvents: 2,
      noEventRows: [3],
      ungradedRows: [2],
      termlessRows: [],
    });
  });

  test('is saved as what was decided, never as rows, and waits for its file', async () => {
    await tables.openEventFile(file());
    tables.setEventTable((before) => ({
      ...before,
      count: 'immune',
      listed: ['Fatigue'],
      noEvent: ['Anaemia'],
    }));
    const [analysis, setup] = [await saved(), store.setup.value];
    expect(await analysis.text()).not.toContain('SYN900');
    // Another page: the table is not open there.
    const other = { ...setup.eventTable!, file: { name: 'gone.csv', rows: 5, sha256: 'aa' } };
    tables.setEventTable(() => other);
    const waiting = await saved();
    tables.removeEventTable();
    await store.openFile(waiting);
    expect(store.setup.value.eventTable).toEqual(other);
    expect(store.opened.value?.differences).toEqual([]);
    expect(tables.openEventTable.value).toBeNull();
    await tables.openEventFile(file());
    expect(store.setup.value.eventTable).toEqual(setup.eventTable);
    expect(tables.eventTableNote.value?.replaceAll('\u00a0', ' ')).toContain(
      'The table has 128 rows, and gone.csv, with which the analysis was saved, had 5.',
    );
    await store.openFile(analysis);
    expect(store.setup.value).toEqual(setup);
    expect(tables.openEventTable.value?.table.rows).toBe(128);
  });

  test('writes no identifier of the column that links it, whatever its role', async () => {
    await tables.openEventFile(file());
    store.setRole('patient_id', 'covariate');
    expect(store.setup.value.identifiers).not.toContain('patient_id');
    const written = await (await saved()).text();
    expect(written).toContain('patient_id');
    expect(written).not.toMatch(/SYN\d/);
  });

  test('that cannot be read leaves everything as it was', async () => {
    const before = store.setup.value;
    expect(await tables.openEventFile(file('', 'empty.csv'))).toBe(false);
    expect(tables.eventTableProblem.value).toContain('empty.csv');
    expect(store.setup.value).toBe(before);
  });

  test('goes with its cohort', async () => {
    await tables.openEventFile(file());
    await store.openText('a,b\n1,2\n3,4');
    expect(store.setup.value.eventTable).toBeNull();
  });
});
