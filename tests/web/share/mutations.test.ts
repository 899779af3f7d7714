import { expect, test, vi } from 'vitest';

import type { AnalysisFile, RawColumn } from '../../../build/wasm/riskset.js';
import { findClaims } from '../../../web/claims/finder/find.ts';
import { buildAnalysisFile } from '../../../web/data/analysis-file.ts';
import { emptyPaper, withAdded, withText } from '../../../web/data/paper/paper.ts';
import { guessedEventSetup } from '../../../web/data/tables/event-setup.ts';
import { fragment, sealed, deflated, type Kind } from '../../../web/share/envelope.ts';
import { documentOf, fileOf, secretTextOf, textOf } from '../../../web/share/link.ts';
import { paperDocument } from '../../../web/share/paper.ts';
import { resultsDocument } from '../../../web/share/results.ts';
import { preparedRows, rowsDocument, rowsIn } from '../../../web/share/rows.ts';
import { settingsDocument } from '../../../web/share/settings.ts';
import { modelAbstract } from '../../page/model-abstract.ts';
import { dice, open } from '../data/support.ts';
import { answersTo, engine, fileText } from '../support/engine.ts';

// What was shared and then damaged by chance, or written by somebody who means harm: it opens or is
// refused in a sentence, what is open stays, and no key of it reaches a prototype.
// scripts/mutate-files makes many more.

vi.mock('../../../web/engine/pool.ts', () => ({
  createPool: () => ({
    width: 1,
    analyze: async (file: AnalysisFile, columns: RawColumn[], rows: number) =>
      engine.analyze(file, columns, rows),
  }),
}));
vi.mock('virtual:page-template', () => ({ default: '' }));
vi.stubGlobal('location', { hash: '', pathname: '/', search: '' });
vi.stubGlobal('addEventListener', () => undefined);

const store = await import('../../../web/data/store.ts');
const { openEventTable } = await import('../../../web/data/tables/opened.ts');
const { eventLink } = await import('../../../web/data/tables/facts.ts');
const { locked, openShared, followShared, unlock } = await import('../../../web/share/open.ts');
const { piecesOf } = await import('../../../web/claims/pieces.ts');
const { claimsTable } = await import('../../../web/claims/claims-table.ts');
const { markedCopy } = await import('../../../web/claims/marked-copy.ts');
const { recomputedLines } = await import('../../../web/claims/recomputed.ts');
const { tableCsv } = await import('../../../web/tables/table-csv.ts');

const count = Number(process.env['MUTATIONS'] ?? 300);
const roll = dice(Number(process.env['MUTATIONS_SEED'] ?? 1));
const pick = <Item>(items: readonly Item[]): Item => items[roll(items.length)]!;

// A small cohort: what is damaged in it is damaged in a large one.
const { cohort, setup } = open(
  fileText('web/examples/rechallenge_cohort.csv').split('\n').slice(0, 31).join('\n'),
);
const { cohort: events } = open(
  fileText('tests/reference/data/example_events.csv').split('\n').slice(0, 31).join('\n'),
);
const eventFile = { name: 'events.csv', rows: events.table.rows, sha256: null };
const withEvents = {
  ...setup,
  eventTable: guessedEventSetup(cohort, setup.identifiers, events, eventFile),
};
const documents = {
  settings: settingsDocument(cohort, setup, null),
  results: resultsDocument(cohort, setup, answersTo(cohort, setup), '0.1.0'),
  rows: rowsDocument(preparedRows(cohort, withEvents, events), null),
  paper: paperDocument(
    withAdded(withText(emptyPaper, modelAbstract, findClaims(modelAbstract)), [
      { kind: 'percentOfN', percent: '6.0' },
      { kind: 'ratioWithInterval', measure: 'HR', value: '0.4', lower: '0.2', upper: '0.8' },
    ]),
  ),
};
const readable = ['settings', 'results', 'paper'] as const;
const texts = {
  settings: await textOf(documents.settings),
  results: await textOf(documents.results),
  paper: await textOf(documents.paper),
};

/** Letters lost, changed, repeated or put in. */
function damaged(text: string): string {
  let letters = text;
  for (let damage = 0; damage <= roll(3); damage += 1) {
    const at = roll(letters.length);
    const some = letters.slice(at, at + roll(20));
    const changes = [
      letters.slice(0, at) + pick([...'AZaz09-_=+/%.;<> \n"']) + letters.slice(at + 1),
      letters.slice(0, at) + letters.slice(at + 1 + roll(20)),
      letters.slice(0, at) + some + letters.slice(at),
      letters.slice(0, at),
    ];
    letters = pick(changes);
  }
  return letters;
}

const hostile: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  4_294_967_296,
  '',
  '__proto__',
  'constructor',
  '<img src=x onerror=alert(1)>',
  '\u0000\ud800',
  [],
  {},
  [[[]]],
  JSON.parse('{"__proto__":{"polluted":1}}'),
  { length: 1e9 },
  { $: 'c', n: 1e9, v: 1 },
];

/** The document with single parts of it lost, doubled or something else. */
function changed(document: object): unknown {
  const whole = structuredClone(document);
  for (let change = 0; change <= roll(2); change += 1) {
    let part = whole as Record<string, unknown>;
    for (;;) {
      const keys = Object.keys(part);
      const key = pick(keys);
      const own = part[key];
      const deeper = typeof own === 'object' && own !== null && Object.keys(own).length > 0;
      if (deeper && roll(8) > 0) {
        part = own as Record<string, unknown>;
        continue;
      }
      if (roll(4) === 0) delete part[key];
      else if (roll(6) === 0) part[pick(['__proto__x', 'toString', 'extra'])] = own;
      else part[key] = structuredClone(pick(hostile)); // for the next change may change it
      break;
    }
    if (Object.keys(whole).length === 0) break;
  }
  return whole;
}

/** The paper is marked, and each of its results is answered or says why not. */
async function isShown(): Promise<void> {
  const paper = store.paper.peek();
  expect(
    piecesOf(paper)
      .pieces.map(({ text }) => text)
      .join(''),
  ).toHaveLength(paper.text.length);
  await vi.waitFor(() =>
    expect(paper.claims.map(({ claim }) => store.answerTo(claim).state)).not.toContain('computing'),
  );
  for (const { claim } of paper.claims) {
    const answer = store.answerTo(claim);
    expect(answer.state).not.toBe('failed');
    if (answer.state === 'done') recomputedLines(answer.check.recomputed);
  }
  expect(tableCsv(claimsTable(paper.claims))).not.toMatch(/undefined|NaN|Infinity/);
  expect(markedCopy(paper).html).not.toContain('<img');
}

/** Nothing of what was opened may break what the page makes of it. */
function stands(): void {
  const there = store.cohort.peek();
  expect(there).not.toBeNull();
  expect(Array.isArray(buildAnalysisFile(there!, store.setup.peek()).analyses)).toBe(true);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  expect(Object.keys(Object.prototype)).toStrictEqual([]);
}

/** Answers whether it was refused. */
async function tryOpening(kind: Kind, text: string): Promise<boolean> {
  const before = { table: store.cohort.peek(), paper: store.paper.peek() };
  store.loadProblem.value = null;
  await openShared({ kind, text }, 'The link');
  const problem = store.loadProblem.peek();
  expect(problem ?? 'The link is open.').toMatch(/^The link .+\.$/);
  expect(problem ?? '').not.toMatch(/undefined|NaN|\[object|Error/);
  const stayed = store.cohort.peek() === before.table && store.paper.peek() === before.paper;
  expect(problem === null || stayed).toBe(true);
  stands();
  if (kind === 'paper' && problem === null) await isShown();
  return problem !== null;
}

test('a damaged link opens or is refused in a sentence', { timeout: 600_000 }, async () => {
  store.openExample();
  let refused = 0;
  for (let made = 0; made < count; made += 1) {
    const kind = pick(readable);
    if (await tryOpening(kind, damaged(texts[kind]))) refused += 1;
  }
  expect(refused).toBeGreaterThan(count / 2);
});

test(
  'a whole link to a document that somebody has changed does no harm',
  { timeout: 1_800_000 },
  async () => {
    store.openExample();
    let refused = 0;
    for (let made = 0; made < count; made += 1) {
      const kind = pick(readable);
      const text = sealed(await deflated(changed(documents[kind])));
      if (await tryOpening(kind, text)) refused += 1;
    }
    // Some changes are none, and what they open must stand; most are.
    expect(refused).toBeGreaterThan(count / 10);
    expect(refused).toBeLessThan(count);
  },
);

test('rows that somebody has changed are read or refused', { timeout: 600_000 }, () => {
  for (let made = 0; made < count; made += 1) {
    const rows = rowsIn(JSON.parse(JSON.stringify(changed(documents.rows))));
    if (rows === null) continue;
    for (const { table } of [rows.cohort, ...(rows.events === null ? [] : [rows.events])]) {
      for (const column of table.columns) expect(column.codes.length).toBe(table.rows);
    }
  }
});

/** Each needs a key of 600,000 rounds: a few of those that can be read. */
const opened = 6;

test(
  'rows that somebody has changed open or are refused in a sentence',
  { timeout: 60_000 },
  async () => {
    store.openExample();
    let stood = 0;
    for (let made = 0; made < opened; made += 1) {
      const { events: sent, analysis } = documents.rows;
      // The first as they are, so that chance alone cannot have all of them refused.
      const damage = made % 2 === 0 ? { events: changed(sent!) } : { analysis: changed(analysis) };
      const part = made === 0 ? {} : damage;
      const document = { ...documents.rows, ...part } as typeof documents.rows;
      locked.value = { text: await secretTextOf(document, 'passphrase'), what: 'The link' };
      const problem = await unlock('passphrase');
      expect(problem ?? 'The link is open.').toMatch(/^The link .+\.$/);
      stands();
      const [there, table] = [store.cohort.peek()!, openEventTable.peek()];
      const { eventTable, exclude } = store.setup.peek();
      if (problem === null) stood += 1;
      if (eventTable !== null && table !== null) eventLink(there, table, eventTable, exclude);
    }
    expect(stood).toBeGreaterThan(0);
  },
);

test('a shared file opens as a saved analysis does, and other files still do', async () => {
  followShared();
  await store.openFile(new File([fileOf('results', texts.results)], 'r.riskset.json'));
  expect(store.loadProblem.peek()).toBeNull();
  expect(store.cohort.peek()?.name).toBe('test.csv');
  await store.openFile(
    new File(['{"riskset":1,"kind":"results","text":"AAAA"}'], 'x.riskset.json'),
  );
  expect(store.loadProblem.peek()).toBe(
    'x.riskset.json is damaged: what it holds cannot be read. Ask for it again, or for the file in place of the link.',
  );
  expect(store.cohort.peek()?.name).toBe('test.csv');
  expect(await documentOf('results', texts.results)).toMatchObject({ kind: 'results' });
  expect(fragment('results', texts.results)).toMatch(/^r=A/);
});
