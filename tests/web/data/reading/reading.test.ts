import { beforeEach, describe, expect, test, vi } from 'vitest';

import { packed } from '../../../../web/data/reading/packed.ts';
import { readAny } from '../../../../web/data/reading/read-any.ts';
import { readCohort, type Source } from '../../../../web/data/reading/read-cohort.ts';
import type { ReadingStep } from '../../../../web/data/reading/step.ts';
import type { Reply } from '../../../../web/data/reading/worker.ts';
import { rowsOf } from '../support.ts';

/** A worker that replies when the test says so. */
class FakeWorker {
  static all: FakeWorker[] = [];
  heard: Source[] = [];
  ended = false;
  onmessage: ((event: { data: Reply }) => void) | null = null;
  onerror: (event: { message: string }) => void = () => undefined;

  constructor() {
    FakeWorker.all.push(this);
  }

  postMessage(source: Source, transfer: Transferable[]) {
    this.heard.push(structuredClone(source, { transfer }));
  }

  terminate() {
    this.ended = true;
  }

  async step(step: ReadingStep) {
    this.onmessage?.({ data: { step } });
    await settle();
  }

  /** Answers as the worker does. */
  async answer() {
    const read = await readAny(this.heard[0]!);
    if (!read.ok) this.onmessage?.({ data: { problem: read.problem } });
    else {
      for (const { piece, transfer } of packed(read.cohort)) {
        this.onmessage?.({ data: structuredClone({ piece }, { transfer }) });
      }
    }
    for (let task = 0; task < 4; task += 1) await settle();
  }
}

vi.mock('../../../../web/data/reading/worker.ts?worker&inline', () => ({ default: FakeWorker }));
vi.mock('../../../../web/engine/client.ts', () => ({
  createEngine: () => ({ analyze: () => new Promise(() => undefined) }),
}));

const store = await import('../../../../web/data/store.ts');
const { cohort, loadProblem, reading, setup } = store;

async function settle(): Promise<void> {
  await new Promise((done) => {
    setTimeout(done);
  });
}

/** So that a large file need not have many rows. */
const remark = 'continued elsewhere after progression; '.repeat(2);
const row = (at: number) =>
  `P${at},${at % 2 ? 'A' : ' B'},${(at % 97) / 4},${at % 3 ? 1 : 0},${at % 5 ? 'NA' : '2023-01-02'},${remark}`;
const table = (rows: number) =>
  `patient_id,arm,os_months,os_event,seen,remark\n${rowsOf(rows, row)}\n`;
const large = table(3000);
const file = (content: string, name = 'large.csv') => new File([content], name);
const last = () => FakeWorker.all.at(-1)!;

/** Chosen, and its bytes read. */
async function chosen(content: string, name?: string): Promise<Promise<boolean>[]> {
  const open = store.openFile(file(content, name));
  await settle();
  return [open];
}

beforeEach(async () => {
  FakeWorker.all = [];
  store.stopReading();
  await store.openExample();
});

describe('a large table', () => {
  test('is read apart, with progress, and is the same as read on the page', async () => {
    const [open] = await chosen(large);
    expect(reading.value).toEqual({ name: 'large.csv', step: null });
    const step: ReadingStep = { part: 'rows', done: 1000, total: 3000 };
    await last().step(step);
    expect(reading.value).toEqual({ name: 'large.csv', step });
    expect(cohort.value?.name).toBe('Example cohort');
    await last().answer();
    expect(await open).toBe(true);
    const content = new TextEncoder().encode(large);
    const alone = readCohort({ name: 'large.csv', content, synthetic: false });
    expect({ ok: true, cohort: cohort.value }).toEqual(alone);
    expect(setup.value.endpoints.map(({ name }) => name)).toEqual(['OS']);
    expect([reading.value, last().ended, FakeWorker.all.length]).toEqual([null, true, 1]);
  });

  test('is one step: undone, the table before is there with all that was decided', async () => {
    store.setReference('Immunotherapy rechallenge');
    const before = [cohort.value, setup.value];
    const [open] = await chosen(large);
    store.setLevel(0.9); // decided while it is read
    await last().answer();
    expect(await open).toBe(true);
    expect(cohort.value?.name).toBe('large.csv');
    store.undo();
    expect([cohort.value, setup.value.options.level]).toEqual([before[0], 0.9]);
    store.undo();
    expect([cohort.value, setup.value]).toEqual(before);
  });

  test('that is stopped changes nothing, whatever is heard of it later', async () => {
    store.setReference('Immunotherapy rechallenge');
    const before = [cohort.value, setup.value, store.undoName.value];
    const [open] = await chosen(large);
    const worker = last();
    store.stopReading();
    expect([worker.ended, reading.value]).toEqual([true, null]);
    await worker.answer();
    expect(await open).toBe(false);
    expect([cohort.value, setup.value, store.undoName.value]).toEqual(before);
    expect(loadProblem.value).toBeNull();
  });

  test.each([
    ['large', large.replace('patient_id', 'number')],
    ['small', table(20)],
  ])('gives way to a %s one that is chosen later', async (_, content) => {
    await chosen(large);
    const [first] = FakeWorker.all;
    const [open] = await chosen(content, 'later.csv');
    expect(first!.ended).toBe(true);
    if (last() !== first) await last().answer();
    await first!.answer();
    expect(await open).toBe(true);
    expect(cohort.value?.name).toBe('later.csv');
    expect(reading.value).toBeNull();
  });

  test('that cannot be read leaves the cohort and says why', async () => {
    const before = cohort.value;
    const [open] = await chosen(`${large}P1,A,3\n`);
    await last().answer();
    expect(await open).toBe(false);
    expect([cohort.value, reading.value]).toEqual([before, null]);
    expect(loadProblem.value).toMatch(/^large\.csv: 1 row does not have the 6 cells/);
  });

  test('at which the browser gives up leaves the cohort and says so', async () => {
    const before = cohort.value;
    const [open] = await chosen(large);
    last().onerror({ message: 'out of memory' });
    expect(await open).toBe(false);
    expect([cohort.value, reading.value, last().ended]).toEqual([before, null, true]);
    expect(loadProblem.value).toMatch(/^large\.csv could not be read: the browser gave up/);
  });

  test('may be pasted', async () => {
    const open = store.openText(large);
    await settle();
    await last().answer();
    expect(await open).toBe(true);
    expect(cohort.value?.table.rows).toBe(3000);
  });
});

test('a small table needs no worker', async () => {
  await store.openFile(file(table(500)));
  expect(cohort.value?.table.rows).toBe(500);
  expect(FakeWorker.all).toEqual([]);
});

test('rows and columns are told while they are read', () => {
  const steps: ReadingStep[] = [];
  readCohort({ name: 'x', content: large, synthetic: false }, (step) => steps.push(step));
  const of = (part: ReadingStep['part']) => steps.filter((step) => step.part === part);
  expect(of('rows').map(({ done }) => done)).toEqual(
    Array.from({ length: 3 }, (_, at) => (at + 1) * 1000),
  );
  expect(of('rows').every(({ total }) => total === 3001)).toBe(true);
  expect(of('columns').map(({ done, total }) => [done, total])).toEqual(
    Array.from({ length: 6 }, (_, at) => [at, 6]),
  );
});
