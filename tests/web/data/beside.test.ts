import { beforeEach, describe, expect, test, vi } from 'vitest';

import type { AnalysisFile, Results } from '../../../build/wasm/riskset.js';
import { answersBeside } from '../../../web/data/beside.ts';
import { createMemories } from '../../../web/data/memory.ts';
import { tableOf } from '../../../web/data/text/text-table.ts';
import type { Engine } from '../../../web/engine/client.ts';

const asked: string[][] = [];
let fails = false;

const engine: Engine = {
  width: 1,
  analyze: ({ analyses }, columns, _rows, { signal } = {}) => {
    signal?.throwIfAborted();
    asked.push([...analyses.map(({ id }) => id), ...columns.map(({ name }) => name)]);
    if (fails) return Promise.reject(new Error('unreachable'));
    const results = analyses.map(({ id, method }) => ({ id, method, ok: true }));
    return Promise.resolve({
      riskset: 1,
      engine: 'v',
      problem: null,
      results,
    } as unknown as Results);
  },
};

const table = tableOf(
  ['time', 'event', 'x', 'other'],
  [
    ['1', '1', '2', 'a'],
    ['2', '0', '3', 'b'],
  ],
);
const file: AnalysisFile = {
  columns: { time: {}, event: {}, x: {}, other: {} },
  endpoints: { OS: { time: 'time', event: 'event', eventLevels: ['1'] } },
  analyses: [{ id: 'table', method: 'coxTable', endpoint: 'OS', terms: ['x', 'other'] }],
};
const model = (id: string) => ({ id, method: 'cox' as const, endpoint: 'OS', terms: ['x'] });

beforeEach(() => {
  asked.length = 0;
  fails = false;
});

describe('questions beside the run', () => {
  const ask = (memory: ReturnType<ReturnType<typeof createMemories>>, ...ids: string[]) =>
    answersBeside({
      file,
      analyses: ids.map(model),
      rows: 2,
      memory,
      engine: () => engine,
      stop: new AbortController().signal,
    });

  test('ask for themselves alone, with the columns they read, and once', async () => {
    const memory = createMemories()(table);
    expect([...(await ask(memory, 'a')).keys()]).toEqual(['a']);
    expect([...(await ask(memory, 'a', 'b')).keys()]).toEqual(['a', 'b']);
    expect(asked).toEqual([
      ['a', 'time', 'event', 'x'],
      ['b', 'time', 'event', 'x'],
    ]);
  });

  test('share what is known of a table with all who ask about it', async () => {
    const memoryOf = createMemories();
    await ask(memoryOf(table), 'a');
    await ask(memoryOf(table), 'a');
    expect(asked).toHaveLength(1);
  });

  test('are refused each where the engine breaks off, and are asked again', async () => {
    fails = true;
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const memory = createMemories()(table);
    const refused = await ask(memory, 'a');
    expect(refused.get('a')).toMatchObject({ ok: false, problem: { code: 'engineStopped' } });
    fails = false;
    expect((await ask(memory, 'a')).get('a')).toMatchObject({ ok: true });
  });

  test('reject when they are stopped', async () => {
    const control = new AbortController();
    control.abort(new Error('stopped'));
    const stopped = answersBeside({
      file,
      analyses: [model('a')],
      rows: 2,
      memory: createMemories()(table),
      engine: () => engine,
      stop: control.signal,
    });
    await expect(stopped).rejects.toThrow('stopped');
  });
});
