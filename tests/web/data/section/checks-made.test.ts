import { effect, signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';

import type { AnalysisResult } from '../../../../build/wasm/riskset.js';

const table = { rows: 83 };
const cohort = signal({ table });
const setup = signal({});
const run = signal({ state: 'done', table, results: new Map<string, AnalysisResult>() });
const parts = { arm: signal('arm'), options: signal({}) };
vi.mock('../../../../web/data/store.ts', () => ({ cohort, setup, run, parts }));

const times = { alone: 0, answered: 0 };
vi.mock('../../../../web/data/checks/checks.ts', async (original) => ({
  ...(await original<object>()),
  checksOf: (...[, , , results]: [unknown, unknown, unknown, Map<string, AnalysisResult>]) => [
    () => {
      times.alone += 1;
      return { passed: `alone ${times.alone}` };
    },
    () => {
      times.answered += 1;
      return { passed: results.get('followup:OS')?.id ?? 'nothing' };
    },
  ],
}));
const { checks } = await import('../../../../web/data/section/checks-made.ts');

const answers = (id: string) => new Map([['followup:OS', { id } as AnalysisResult]]);

test('makes a check of few patients anew when what it reads changes, and no other', () => {
  const passed: (string[] | undefined)[] = [];
  const stop = effect(() => {
    passed.push(checks.value?.passed);
  });
  run.value = { ...run.value, results: answers('first') };
  run.value = { ...run.value, results: new Map(run.value.results).set('else', {} as never) };
  parts.options.value = { level: 0.9 };
  setup.value = {};
  parts.arm.value = 'sex';
  run.value = { ...run.value, results: answers('second') };
  expect(passed).toEqual([
    ['alone 1', 'nothing'],
    ['alone 1', 'first'],
    ['alone 2', 'first'],
    ['alone 2', 'second'],
  ]);
  expect(times).toEqual({ alone: 2, answered: 4 });
  stop();
});
