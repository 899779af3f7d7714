// Runs the engine whenever the analysis changes. What an older analysis answers is never shown.
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';

import type { AnalysisFile, AnalysisResult, Problem } from '../../build/wasm/riskset.js';

import type { Engine } from '../engine/client.ts';
import { readColumns } from './columns.ts';
import type { TextTable } from './text/text-table.ts';

export interface Run {
  state: 'idle' | 'computing' | 'done' | 'failed';
  done: number;
  total: number;
  results: ReadonlyMap<string, AnalysisResult>;
  /** The version of the engine that answered. */
  version: string;
  /** Why the whole analysis was refused. Failed without one: the engine itself stopped. */
  problem: Problem | null;
  cancel: () => void;
}

export interface RunInput {
  file: AnalysisFile;
  table: TextTable;
}

const nothing: Run = {
  state: 'idle',
  done: 0,
  total: 0,
  results: new Map(),
  version: '',
  problem: null,
  cancel: () => undefined,
};

/** The engine is asked for when it is first needed. */
export function createRun(
  input: ReadonlySignal<RunInput | null>,
  engine: () => Engine,
): ReadonlySignal<Run> {
  const run = signal<Run>(nothing);
  effect(() => {
    const current = input.value;
    if (current === null) {
      run.value = nothing;
      return undefined;
    }
    const control = new AbortController();
    const cancel = () => {
      control.abort();
      run.value = nothing;
    };
    run.value = { ...nothing, state: 'computing', total: current.file.analyses.length, cancel };
    void answer(current, engine(), run, { abort: control.signal, cancel });
    return () => control.abort();
  });
  return run;
}

/** In ms: to draw each of many quick analyses would take longer than to compute them. */
const betweenProgress = 100;

async function answer(
  { file, table }: RunInput,
  engine: Engine,
  run: Signal<Run>,
  { abort, cancel }: { abort: AbortSignal; cancel: () => void },
): Promise<void> {
  const show = (part: Partial<Run>) => {
    if (!abort.aborted) run.value = { ...nothing, ...part };
  };
  const read = readColumns(file, table);
  if (!read.ok) return show({ state: 'failed', problem: read.problem });
  try {
    let told = performance.now();
    const answers = await engine.analyze(file, read.columns, table.rows.length, {
      signal: abort,
      onProgress: (done, total) => {
        const now = performance.now();
        if (now - told < betweenProgress) return;
        told = now;
        show({ state: 'computing', done, total, cancel });
      },
    });
    const { results, problem } = answers;
    show({
      state: problem === null ? 'done' : 'failed',
      done: results.length,
      total: results.length,
      results: new Map(results.map((result) => [result.id, result])),
      version: answers.engine,
      problem,
    });
  } catch {
    show({ state: 'failed' });
  }
  return undefined;
}
