import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import type { AnalysisFile, Results } from '../../../build/wasm/riskset.js';
import { createRun, type RunInput } from '../../../web/data/run.ts';
import { asked as inputFor } from '../../../web/data/tables/linked.ts';
import { tableOf } from '../../../web/data/text/text-table.ts';
import type { Engine } from '../../../web/engine/client.ts';

interface Call {
  ids: string[];
  rows: number;
  signal: AbortSignal;
  answer: () => void;
  fail: () => void;
}

const calls: Call[] = [];

const engine: Engine = {
  width: 1,
  analyze: ({ analyses }, _columns, rows, { signal: stop } = {}) =>
    new Promise((resolve, reject) => {
      stop!.addEventListener('abort', () => reject(stop!.reason));
      const results = analyses.map(({ id, method }) => ({
        id,
        method,
        ok: true,
        at: calls.length,
      }));
      calls.push({
        ids: analyses.map(({ id }) => id),
        rows,
        signal: stop!,
        answer: () =>
          resolve({ riskset: 1, engine: 'v', problem: null, results } as unknown as Results),
        fail: () => reject(new Error('unreachable')),
      });
    }),
};

const table = (rows: number) =>
  tableOf(
    ['time', 'event', 'arm', 'x'],
    Array.from({ length: rows }, (_, at) => [String(at), String(at % 2), 'AB'[at % 2]!, '1']),
  );

const file: AnalysisFile = {
  arm: 'arm',
  columns: { time: {}, event: {}, arm: {}, x: {} },
  endpoints: { OS: { time: 'time', event: 'event', eventLevels: ['1'] } },
  analyses: [
    { id: 'curves', method: 'kaplanMeier', endpoint: 'OS', by: 'arm' },
    { id: 'model', method: 'cox', endpoint: 'OS', terms: ['arm', 'x'] },
  ],
};
/** Only the model reads x. */
const changed: AnalysisFile = { ...file, columns: { ...file.columns, x: { label: 'X' } } };

async function settle(): Promise<void> {
  await new Promise((done) => {
    setTimeout(done);
  });
}

function started(input: RunInput) {
  const present = signal<RunInput | null>(input);
  return { asked: present, run: createRun(present, () => engine) };
}

beforeEach(() => {
  calls.length = 0;
});

describe('two engines', () => {
  test('share the analyses, those that take long first', () => {
    const analyses: AnalysisFile['analyses'] = [
      { id: 'curves', method: 'kaplanMeier', endpoint: 'OS', by: 'arm' },
      { id: 'test', method: 'logRank', endpoint: 'OS', by: 'arm' },
      { id: 'forest', method: 'subgroups', endpoint: 'OS', factors: [] },
      { id: 'table', method: 'coxTable', endpoint: 'OS', terms: ['arm', 'x'] },
    ];
    const asked = signal<RunInput | null>({ file: { ...file, analyses }, table: table(10) });
    createRun(asked, () => ({ ...engine, width: 2 }));
    expect(calls.map(({ ids }) => ids)).toEqual([
      ['table', 'curves'],
      ['forest', 'test'],
    ]);
  });
});

describe('what is already known', () => {
  test('is not computed again, and stays the same answer', async () => {
    const small = table(10);
    const { asked, run } = started({ file, table: small });
    expect(calls.map(({ ids }) => ids)).toEqual([['curves', 'model']]);
    calls[0]!.answer();
    await settle();
    const curves = run.value.results.get('curves');

    asked.value = { file: changed, table: small };
    expect(run.value).toMatchObject({ state: 'computing', done: 1, total: 2 });
    expect(calls.map(({ ids }) => ids).slice(1)).toEqual([['model']]);
    calls[1]!.answer();
    await settle();
    expect(run.value.results.get('curves')).toBe(curves);
    expect(run.value.results.get('model')).toMatchObject({ at: 1 });
  });

  test('is there at once when a change is taken back', async () => {
    const small = table(10);
    const { asked, run } = started({ file, table: small });
    calls[0]!.answer();
    await settle();
    const before = run.value.results.get('model');
    asked.value = { file: changed, table: small };
    asked.value = { file, table: small };
    expect(run.value.state).toBe('done');
    expect(run.value.results.get('model')).toBe(before);
    expect(calls[1]!.signal.aborted).toBe(true);
  });

  test('is about one table only', async () => {
    const { asked, run } = started({ file, table: table(10) });
    calls[0]!.answer();
    await settle();
    asked.value = { file, table: table(10) };
    expect(run.value).toMatchObject({ state: 'computing', done: 0 });
    expect(calls[1]!.ids).toEqual(['curves', 'model']);
  });
});

describe('many patients', () => {
  const large = table(30_000);

  test('are answered one analysis after another, with progress', async () => {
    vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValueOnce(1000);
    const { run } = started({ file, table: large });
    await vi.waitFor(() => expect(calls.map(({ ids }) => ids)).toEqual([['curves'], ['model']]));
    calls[0]!.answer();
    await settle();
    expect(run.value).toMatchObject({ state: 'computing', done: 1, total: 2 });
    vi.restoreAllMocks();
  });

  test('go on where they were stopped', async () => {
    const { run } = started({ file, table: large });
    await vi.waitFor(() => expect(calls).toHaveLength(2));
    calls[0]!.answer();
    await settle();
    run.value.cancel();
    expect(run.value).toMatchObject({ state: 'idle', stopped: true });
    expect(calls[1]!.signal.aborted).toBe(true);
    await settle();
    run.value.again();
    await vi.waitFor(() => expect(calls.map(({ ids }) => ids).slice(2)).toEqual([['model']]));
    calls[2]!.answer();
    await settle();
    expect(run.value).toMatchObject({ state: 'done', stopped: false });
    expect([...run.value.results.keys()]).toEqual(['curves', 'model']);
  });
});

describe('an analysis at which the engine breaks off', () => {
  test('is refused alone, told to maintainers once, and asked again on demand', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { run } = started({ file, table: table(10) });
    calls[0]!.fail();
    await settle();
    calls[1]!.answer();
    calls[2]!.fail();
    await settle();
    expect(run.value).toMatchObject({ state: 'done', faults: 1 });
    expect(run.value.results.get('curves')).toMatchObject({ ok: true });
    expect(run.value.results.get('model')).toMatchObject({
      ok: false,
      problem: { code: 'engineStopped' },
    });
    expect(told).toHaveBeenCalledOnce();
    told.mockRestore();

    run.value.again();
    calls[3]!.answer();
    await settle();
    expect(run.value).toMatchObject({ state: 'done', faults: 0 });
  });
});

describe('analyses of a further table', () => {
  const cohort = tableOf(
    ['id', 'arm'],
    [
      ['1', 'A'],
      ['2', 'B'],
    ],
  );
  const events = tableOf(
    ['id', 'term', 'grade'],
    [
      ['2', 'rash', '3'],
      ['2', 'rash', '1'],
    ],
  );
  const linked: AnalysisFile = {
    arm: 'arm',
    columns: { arm: {} },
    tables: { events: { patient: 'id', columns: { term: {}, grade: {} } } },
    analyses: [
      { id: 'share', method: 'proportion', column: 'arm', levels: ['B'] },
      {
        id: 'events',
        method: 'adverseEvents',
        table: 'events',
        term: 'events.term',
        grade: 'events.grade',
      },
    ],
  };
  const inputOf = (open: readonly (readonly [string, typeof events])[]) =>
    inputFor(linked, cohort, new Map(open));

  test('are asked of the joined rows, apart from those of the cohort', async () => {
    const { run } = started(inputOf([['events', events]]));
    await settle();
    expect(calls.map(({ ids, rows }) => [ids, rows])).toEqual([
      [['share'], 2],
      [['events'], 3],
    ]);
    for (const call of calls) call.answer();
    await settle();
    expect(run.value).toMatchObject({ state: 'done', table: cohort });
    expect([...run.value.results.keys()]).toEqual(['share', 'events']);
  });

  test('wait for their table', async () => {
    const { run } = started(inputOf([]));
    await settle();
    calls[0]!.answer();
    await settle();
    expect([...run.value.results.keys()]).toEqual(['share']);
  });

  test('are refused alone where it is not linked', async () => {
    const strangers = tableOf(['id', 'term', 'grade'], [['9', 'rash', '3']]);
    const { run } = started(inputOf([['events', strangers]]));
    await settle();
    calls[0]!.answer();
    await settle();
    expect(run.value.state).toBe('done');
    expect(run.value.results.get('share')).toMatchObject({ ok: true });
    expect(run.value.results.get('events')).toMatchObject({
      ok: false,
      problem: { code: 'noPatientMatched', column: 'events.id' },
    });
  });

  test('are asked again only when something changes that they read', async () => {
    const { asked: input } = started(inputOf([['events', events]]));
    await settle();
    for (const call of calls) call.answer();
    await settle();
    const other = { ...linked, columns: { ...linked.columns, id: { label: 'Patient' } } };
    input.value = inputFor(other, cohort, new Map([['events', events]]));
    await settle();
    expect(calls.slice(2).map(({ ids }) => ids)).toEqual([['events']]);
  });
});
