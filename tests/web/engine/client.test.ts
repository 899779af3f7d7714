import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { AnalysisFile, RawColumn } from '../../../build/wasm/riskset.js';
import type { Question, Reply, Request } from '../../../web/engine/worker.ts';

/** A worker that replies when the test says so. */
class FakeWorker {
  static all: FakeWorker[] = [];
  heard: Request[] = [];
  ended = false;
  onmessage: (event: { data: Reply }) => void = () => undefined;
  onerror: (event: { message: string }) => void = () => undefined;

  constructor() {
    FakeWorker.all.push(this);
  }

  postMessage(request: Request) {
    this.heard.push(request);
  }

  terminate() {
    this.ended = true;
  }

  reply(data: Reply) {
    this.onmessage({ data });
  }

  get questions(): Question[] {
    return this.heard.flatMap((request) => ('ask' in request ? [request.ask] : []));
  }
}

vi.mock('../../../web/engine/worker.ts?worker&inline', () => ({ default: FakeWorker }));
vi.mock('virtual:engine-binary', () => ({ default: 'engine' }));

const { createEngine } = await import('../../../web/engine/client.ts');

const file: AnalysisFile = { analyses: [] };
const column = { name: 'x' } as RawColumn;
const last = () => FakeWorker.all.at(-1)!;
const results = { results: [], engine: '', problem: null, riskset: 1 };

beforeEach(() => {
  FakeWorker.all = [];
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the engine in its worker', () => {
  test('is started at once, and asked without waiting for it', async () => {
    const engine = createEngine();
    expect(last().heard).toEqual([{ engine: 'engine' }]);
    const first = engine.analyze(file, [column], 1);
    const second = engine.analyze(file, [column], 1);
    const [one, two] = last().questions;
    last().reply({ id: two!.id, results: { ...results, engine: '2' } });
    last().reply({ id: one!.id, results: { ...results, engine: '1' } });
    expect((await first).engine).toBe('1');
    expect((await second).engine).toBe('2');
  });

  test('is sent a column once', () => {
    const engine = createEngine();
    void engine.analyze(file, [column], 1);
    void engine.analyze(file, [column, { ...column }], 1);
    const sent = last().questions.map(({ columns }) => columns.map((own) => own.column !== null));
    expect(sent).toEqual([[true], [false, true]]);
  });

  test('never answers what was aborted', async () => {
    const engine = createEngine();
    const control = new AbortController();
    const answer = engine.analyze(file, [], 1, { signal: control.signal });
    control.abort(new Error('changed'));
    await expect(answer).rejects.toThrow('changed');
    const [question] = last().questions;
    expect(last().heard.at(-1)).toEqual({ drop: question!.id });
    last().reply({ dropped: question!.id });
    last().reply({ id: question!.id, results });
    await vi.advanceTimersByTimeAsync(1000);
    expect(FakeWorker.all).toHaveLength(1);
  });

  test('is ended when it goes on with what nobody wants, and the rest is asked again', async () => {
    const engine = createEngine();
    const compiled = {} as WebAssembly.Module;
    last().reply({ compiled });
    const control = new AbortController();
    const stopped = engine.analyze(file, [column], 1, { signal: control.signal });
    control.abort();
    await expect(stopped).rejects.toThrow('aborted');
    const wanted = engine.analyze(file, [column], 2);
    await vi.advanceTimersByTimeAsync(1000);
    expect(FakeWorker.all.map(({ ended }) => ended)).toEqual([true, false]);
    expect(last().heard[0]).toEqual({ engine: compiled });
    const [question] = last().questions;
    expect(question).toMatchObject({ rows: 2, columns: [{ column }] });
    last().reply({ id: question!.id, results });
    await expect(wanted).resolves.toEqual(results);
  });

  test('is not ended while it still starts', async () => {
    const engine = createEngine();
    const control = new AbortController();
    const stopped = engine.analyze(file, [], 1, { signal: control.signal });
    control.abort();
    await expect(stopped).rejects.toThrow('aborted');
    await vi.advanceTimersByTimeAsync(1000);
    expect(FakeWorker.all).toHaveLength(1);
  });

  test('starts afresh after a fault, which only its own question is told', async () => {
    const engine = createEngine();
    const bad = engine.analyze(file, [], 1);
    const good = engine.analyze(file, [], 2);
    last().reply({ id: last().questions[0]!.id, fault: 'unreachable' });
    await expect(bad).rejects.toThrow('unreachable');
    expect(FakeWorker.all).toHaveLength(2);
    const [question] = last().questions;
    expect(question!.rows).toBe(2);
    last().reply({ id: question!.id, results });
    await expect(good).resolves.toEqual(results);
  });

  test('says when it cannot start, and tries again for the next question', async () => {
    const engine = createEngine();
    const asked = engine.analyze(file, [], 1);
    last().onerror({ message: 'no WebAssembly' });
    await expect(asked).rejects.toThrow('no WebAssembly');
    void engine.analyze(file, [], 1);
    expect(FakeWorker.all).toHaveLength(2);
  });
});
