import { signal } from '@preact/signals';
import { options } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const run = signal({ state: 'done' });
const cohort = signal({ table: { rows: 83 } });
vi.mock('../../../web/data/store.ts', () => ({ run, cohort }));
const { printing } = await import('../../../web/ui/printing.ts');
const { drawOnce } = await import('../../../web/shell/draw-once.ts');
drawOnce();

const draw = vi.fn<() => void>();

beforeEach(() => {
  vi.useFakeTimers();
  run.value = { state: 'done' };
  draw.mockClear();
});

afterEach(() => {
  vi.useRealTimers();
});

test('draws at once while nothing is computed', async () => {
  options.debounceRendering!(draw);
  await vi.advanceTimersByTimeAsync(0);
  expect(draw).toHaveBeenCalledOnce();
});

test('draws a large table in a task of its own', async () => {
  cohort.value = { table: { rows: 20_000 } };
  options.debounceRendering!(draw);
  await Promise.resolve();
  expect(draw).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(0);
  expect(draw).toHaveBeenCalledOnce();
  cohort.value = { table: { rows: 83 } };
});

test('draws a change and its answers together when they come soon', async () => {
  run.value = { state: 'computing' };
  options.debounceRendering!(draw);
  await vi.advanceTimersByTimeAsync(30);
  expect(draw).not.toHaveBeenCalled();
  run.value = { state: 'done' };
  await vi.advanceTimersByTimeAsync(0);
  expect(draw).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(1000);
  expect(draw).toHaveBeenCalledOnce();
});

test('waits for the answers as well when it hears of a change before the run does', async () => {
  options.debounceRendering!(draw);
  run.value = { state: 'computing' };
  await vi.advanceTimersByTimeAsync(30);
  expect(draw).not.toHaveBeenCalled();
  run.value = { state: 'done' };
  await vi.advanceTimersByTimeAsync(0);
  expect(draw).toHaveBeenCalledOnce();
});

test('does not wait for what takes long, nor with what the user does meanwhile', async () => {
  run.value = { state: 'computing' };
  options.debounceRendering!(draw);
  await vi.advanceTimersByTimeAsync(60);
  expect(draw).toHaveBeenCalledOnce();
  options.debounceRendering!(draw);
  await vi.advanceTimersByTimeAsync(0);
  expect(draw).toHaveBeenCalledTimes(2);
});

test('draws for paper before the pages are made, also what waits already', async () => {
  cohort.value = { table: { rows: 20_000 } };
  options.debounceRendering!(draw);
  await Promise.resolve();
  expect(draw).not.toHaveBeenCalled();
  printing.value = true;
  await Promise.resolve();
  expect(draw).toHaveBeenCalledOnce();
  options.debounceRendering!(draw);
  await Promise.resolve();
  expect(draw).toHaveBeenCalledTimes(2);
  printing.value = false;
  cohort.value = { table: { rows: 83 } };
});
