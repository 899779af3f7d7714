import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import type { Cohort } from '../../../web/data/cohort.ts';
import { restoredSetup } from '../../../web/data/saved/restore.ts';
import { guessedEventSetup } from '../../../web/data/tables/event-setup.ts';
import type { Setup } from '../../../web/data/setup.ts';
import { fragment } from '../../../web/share/envelope.ts';
import { secretDocumentOf, secretTextOf } from '../../../web/share/link.ts';
import { preparedRows, rowsDocument, rowsIn } from '../../../web/share/rows.ts';
import { cellsOf, open, rowsOf } from '../data/support.ts';
import { answersTo, fileText } from '../support/engine.ts';

const passphrase = 'three rivers at dawn';
const folder = new URL('../../reference/data/', import.meta.url);
const file = (name: string) => readFileSync(new URL(name, folder), 'utf8');

async function shared(cohort: Cohort, setup: Setup) {
  const text = await secretTextOf(rowsDocument(preparedRows(cohort, setup), null), passphrase);
  const found = rowsIn(await secretDocumentOf(text, passphrase))!;
  const { cohort: there, analysis } = found;
  return { text, cohort: there, setup: restoredSetup(there, analysis) };
}

/** All answers as one text. */
const said = (cohort: Cohort, setup: Setup) => JSON.stringify([...answersTo(cohort, setup)]);

test('83 patients with 12 columns are a link of less than 4,000 characters', async () => {
  const lines = fileText('web/examples/rechallenge_cohort.csv').trim().split('\n');
  const wanted =
    'arm,age,sex,ecog,pathology,cps_group,her2,best_response,pfs_months,pfs_event,os_months,os_event'.split(
      ',',
    );
  const header = lines[0]!.split(',');
  const twelve = lines
    .map((line) => wanted.map((name) => line.split(',')[header.indexOf(name)]).join(','))
    .join('\n');
  const { cohort, setup } = open(twelve);
  const { text, ...there } = await shared(cohort, setup);
  expect(there.cohort.table.header.length).toBe(12);
  expect(fragment('rows', text).length).toBeLessThan(4000);
  expect(said(there.cohort, there.setup)).toBe(said(cohort, setup));
});

describe.each<readonly [string, string]>([
  ['the example', fileText('web/examples/rechallenge_cohort.csv')],
  ...['lung.csv', 'colon_death.csv', 'mgus2.csv', 'rats.csv', 'diabetic.csv', 'birthwt.csv'].map(
    (name) => [name, file(name)] as const,
  ),
  ['dates of a status', datesOfStatus()],
  ['dates of events', file('dated_endpoints.csv')],
  ['decimal commas', decimalCommas()],
])('%s', (_, content) => {
  test('whoever opens the rows gets the same results document', async () => {
    const { cohort, setup } = open(content);
    const there = await shared(cohort, withoutAges(cohort, setup));
    expect(said(there.cohort, there.setup)).toBe(said(cohort, withoutAges(cohort, setup)));
  });
});

/** Ages above 89 are changed on purpose: they are tested below. */
function withoutAges(cohort: Cohort, setup: Setup): Setup {
  return preparedRows(cohort, setup).ages.length === 0
    ? setup
    : { ...setup, covariates: setup.covariates.filter((name) => name !== 'age') };
}

function datesOfStatus(): string {
  return `id,start_date,death_date,last_contact,status,sex\n${rowsOf(
    25,
    (n) =>
      `P${n},${(n % 27) + 1}.03.2020,${n % 2 ? `${(n % 27) + 1}.0${(n % 8) + 1}.2021` : ''},1${n % 9}.11.2021,${n % 2 ? 'dead' : 'alive'},${n % 3 ? 'm' : 'f'}`,
  )}`;
}

function decimalCommas(): string {
  return `gruppe;os_monate;tod;bestes_ansprechen\n${rowsOf(
    30,
    (n) =>
      `${n % 2 ? 'A' : 'B'};${n},5;${n % 2 ? 'ja' : 'nein'};${['CR', 'PR', 'ND', 'PD'][n % 4]}`,
  )}`;
}

test('corrections, exclusions and conditions hold where the rows are opened', async () => {
  const { cohort, setup } = open(fileText('web/examples/rechallenge_cohort.csv'));
  const { workingCohort } = await import('../../../web/data/changes/working-cohort.ts');
  const changed: Setup = {
    ...setup,
    edits: [{ row: 5, column: 'os_months', value: '9.99', why: 'typing error' }],
    exclude: [{ row: 7, why: 'withdrew consent' }],
    where: [
      { column: 'age', atLeast: 45 },
      { column: 'start_date', atLeast: '2023-01-01' },
    ],
    factorsChosen: true, // of so few patients fewer would be guessed
  };
  const own = workingCohort(cohort, changed);
  const there = await shared(own, changed);
  const { header } = there.cohort.table;
  const rows = cellsOf(there.cohort.table);
  expect(rows[4]![header.indexOf('os_months')]).toBe('9.99');
  expect(rows[6]!.join('')).toBe('');
  expect(said(there.cohort, there.setup)).toBe(said(own, { ...changed, edits: [] }));
});

test('no identifier goes, no date of the calendar, and no age above 89', async () => {
  const { cohort, setup } = open(
    `patient_id,name,arm,start_date,last_date,status,age,comment\n${rowsOf(
      40,
      (n) =>
        `ID-${n}-SECRET,Name${n},${n % 2 ? 'A' : 'B'},2021-03-${String((n % 27) + 1).padStart(2, '0')},2023-07-${String((n % 27) + 1).padStart(2, '0')},${n % 3 ? 1 : 0},${n < 3 ? 90 + n : 50 + n},said ${n} things`,
    )}`,
  );
  const prepared = preparedRows(cohort, setup);
  const written = JSON.stringify(rowsDocument(prepared, null));
  for (const secret of ['SECRET', 'Name', 'said', '2021', '2023', '91', '92"']) {
    expect(written, secret).not.toContain(secret);
  }
  expect(prepared.ages).toStrictEqual([{ name: 'age', rows: 3 }]); // the third is 90 itself
});

test('rows of one patient stay one patient under a number that says nothing', async () => {
  const { cohort, setup } = open(file('rats.csv'));
  const column = cohort.table.header.find((name) => /litter/.test(name))!;
  const clustered: Setup = {
    ...setup,
    identifiers: [column],
    options: { ...setup.options, rows: { weights: null, cluster: column } },
  };
  const there = await shared(cohort, clustered);
  expect(there.cohort.table.header).toContain(column);
  expect(said(there.cohort, there.setup)).toBe(said(cohort, clustered));
});

test('the link is ciphertext to a search of every cell', async () => {
  const { cohort, setup: alone } = open(fileText('web/examples/rechallenge_cohort.csv'));
  const { cohort: events } = open(file('example_events.csv'));
  const stamp = { name: 'events.csv', rows: events.table.rows, sha256: null };
  const setup = {
    ...alone,
    eventTable: guessedEventSetup(cohort, alone.identifiers, events, stamp),
  };
  const document = rowsDocument(preparedRows(cohort, setup, events), null);
  expect(JSON.stringify(document)).toContain('maculopapular');
  const text = await secretTextOf(document, passphrase);
  const bytes = Buffer.from(text, 'base64url').toString('latin1');
  const cells = new Set([
    ...cohort.table.header,
    ...cohort.table.columns.flatMap((own) => own.texts),
    ...events.table.columns.flatMap((own) => own.texts),
  ]);
  for (const cell of cells) {
    // A text of three letters may stand anywhere by chance.
    if (cell.length < 4) continue;
    expect(bytes.includes(cell) || text.includes(cell), cell).toBe(false);
  }
});

test('what is no table of rows is refused', () => {
  const { cohort, setup } = open(fileText('web/examples/rechallenge_cohort.csv'));
  const document = rowsDocument(preparedRows(cohort, setup), null);
  expect(rowsIn(document)).not.toBeNull();
  const column = document.columns[0]!;
  for (const other of [
    null,
    {},
    { ...document, rows: 82 },
    { ...document, rows: '83' },
    { ...document, columns: [column, column] },
    { ...document, columns: [{ name: 'a', column: { cells: [1, 2, {}] } }] },
    { ...document, columns: [{ name: 'a', column: { cells: 'z'.repeat(83), texts: ['a'] } }] },
    { ...document, analysis: { riskset: 1, arms: 'x' } },
    { ...document, analysis: null },
  ]) {
    expect(rowsIn(other)).toBeNull();
  }
});
