// Runs the engine whenever the analysis changes. What an older analysis answers is never shown, and
// what is already known is not computed again.
import { effect, type ReadonlySignal, signal } from '@preact/signals';

import type { AnalysisFile, AnalysisResult, Problem, Refusal } from '../../build/wasm/riskset.js';

import type { Engine } from '../engine/client.ts';
import { keepFault } from '../engine/fault.ts';
import { engineFault } from '../engine/problem-text.ts';
import type { Analysis } from './analyses/analysis.ts';
import { createMemories, type Memory } from './memory.ts';
import { partFor, type Question, questionsOf } from './questions.ts';
import { mostAtOnce, nextTask } from './reading/reading.ts';
import type { Linked } from './tables/linked.ts';
import type { TextTable } from './text/text-table.ts';

export interface Run {
  /** What it is about; null before there is a cohort. */
  table: TextTable | null;
  state: 'idle' | 'computing' | 'done' | 'failed';
  done: number;
  total: number;
  /** Complete when the run is done. */
  results: ReadonlyMap<string, AnalysisResult>;
  /** The version of the engine that answered. */
  version: string;
  /** Why the whole analysis was refused. Failed without one: the engine itself stopped. */
  problem: Problem | null;
  /** Analyses at which the engine broke off; each has a refusal that says so. */
  faults: number;
  /** A person stopped it. */
  stopped: boolean;
  cancel: () => void;
  /** Asks again for what was stopped or failed. */
  again: () => void;
}

export interface RunInput {
  file: AnalysisFile;
  table: TextTable;
  /** Analyses of rows that are joined to the cohort's, or why they could not be. */
  linked?: readonly Linked[];
}

const nothing: Run = {
  table: null,
  state: 'idle',
  done: 0,
  total: 0,
  results: new Map(),
  version: '',
  problem: null,
  faults: 0,
  stopped: false,
  cancel: () => undefined,
  again: () => undefined,
};

/** The engine is asked for when it is first needed. */
export function createRun(
  input: ReadonlySignal<RunInput | null>,
  engine: () => Engine,
  memoryOf = createMemories(),
): ReadonlySignal<Run> {
  const run = signal<Run>(nothing);
  const attempt = signal(0);
  const again = () => {
    attempt.value = attempt.peek() + 1;
  };
  effect(() => {
    void attempt.value;
    const current = input.value;
    if (current === null) {
      run.value = nothing;
      return undefined;
    }
    const { file, table, linked = [] } = current;
    const sources = [
      { file, rows: table.rows, memory: memoryOf(table) },
      ...linked.flatMap((one) =>
        one.ok
          ? [
              {
                file: one.file,
                rows: one.joined.table.rows,
                memory: memoryOf(one.joined.table),
              },
            ]
          : [],
      ),
    ];
    const refused = linked.flatMap((one) =>
      one.ok ? [] : one.analyses.map((analysis) => refusalOf(analysis, one.problem)),
    );
    const control = new AbortController();
    const cancel = () => {
      control.abort();
      run.value = { ...nothing, table, stopped: true, again };
    };
    const show = (part: Partial<Run>) => {
      if (!control.signal.aborted) run.value = { ...nothing, table, cancel, again, ...part };
    };
    void answer({ sources, refused, engine, show, stop: control.signal });
    return () => control.abort();
  });
  return run;
}

/** Rows with the analyses that read them: those of the cohort, and joined ones. */
interface Source {
  file: AnalysisFile;
  rows: number;
  memory: Memory;
}

interface SourceQuestion extends Question {
  source: Source;
}

interface Job {
  /** The first is the cohort. */
  sources: readonly Source[];
  /** What was refused before it could be asked. */
  refused: readonly Refusal[];
  engine: () => Engine;
  show: (part: Partial<Run>) => void;
  stop: AbortSignal;
}

/** In ms: to draw each of many quick answers would take longer than to compute them. */
const betweenProgress = 100;

async function answer(job: Job): Promise<void> {
  const { sources, refused, show } = job;
  const questions: SourceQuestion[] = sources.flatMap((source) =>
    questionsOf(source.file).map((question) => ({ ...question, source })),
  );
  const total = questions.length;
  const answers = new Map<string, AnalysisResult>();
  const open: SourceQuestion[] = [];
  for (const question of questions) {
    const known = question.source.memory.answer(question.key);
    if (known === undefined) open.push(question);
    else answers.set(question.key, known);
  }
  let faults = 0;
  let told = performance.now();

  const ask = async (part: readonly SourceQuestion[]): Promise<void> => {
    const [first] = part;
    if (first === undefined) return;
    const { source } = first;
    const { memory } = source;
    try {
      const { results, problem, engine } = await analyze(job, source, part);
      if (problem !== null) throw new Refused(problem);
      memory.version = engine;
      part.forEach(({ key }, at) => {
        memory.keep(key, results[at]!);
        answers.set(key, results[at]!);
      });
    } catch (error) {
      if (job.stop.aborted) throw error;
      if (error instanceof Refused) {
        // What is wrong with joined rows prevents nothing that is asked of the cohort.
        if (source === sources[0]) throw error;
        for (const { analysis, key } of part) answers.set(key, refusalOf(analysis, error.problem));
        return;
      }
      if (part.length > 1) {
        await askSingly(part);
        return;
      }
      if (++faults === 1) keepFault(error);
      for (const { analysis, key } of part) answers.set(key, engineFault(analysis));
    }
    const now = performance.now();
    if (now - told < betweenProgress) return;
    told = now;
    show({ state: 'computing', done: answers.size, total });
  };

  /** One analysis at which the engine breaks off must not take the others with it. */
  const askSingly = async (part: readonly SourceQuestion[]) => {
    await Promise.all(part.map((question) => ask([question])));
  };

  if (open.length > 0) {
    show({ state: 'computing', done: answers.size, total });
    try {
      const { width } = job.engine();
      const parts = sources.flatMap((source) =>
        inParts(
          open.filter((question) => question.source === source),
          source.rows,
          width,
        ),
      );
      const large = sources[0]!.rows > mostAtOnce;
      await Promise.all(large ? await inTasks(parts, ask) : parts.map(ask));
    } catch (error) {
      return show({ state: 'failed', problem: error instanceof Refused ? error.problem : null });
    }
  }
  return show({
    state: faults > 0 && faults === total ? 'failed' : 'done',
    done: total,
    total,
    results: new Map([
      ...questions.map(({ analysis, key }) => [analysis.id, answers.get(key)!] as const),
      ...refused.map((refusal) => [refusal.id, refusal] as const),
    ]),
    version: sources[0]!.memory.version,
    faults,
  });
}

/** To hand the columns of many rows to the engine takes a task for each part of the questions. */
async function inTasks<Part>(
  parts: readonly Part[],
  ask: (part: Part) => Promise<void>,
): Promise<Promise<void>[]> {
  const asked: Promise<void>[] = [];
  for (const part of parts) {
    await nextTask();
    const answered = ask(part);
    // Who waits for all hears of it; until then it is nobody's.
    answered.catch(() => undefined);
    asked.push(answered);
  }
  return asked;
}

/** The data or the whole file cannot be used: every analysis would say the same. */
class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

function refusalOf({ id, method }: Analysis, problem: Problem): Refusal {
  return { ok: false, id, method, problem };
}

function analyze(
  { engine, stop }: Job,
  { file, rows, memory }: Source,
  part: readonly SourceQuestion[],
) {
  const own = partFor(
    file,
    part.map(({ analysis }) => analysis),
  );
  const read = memory.columns(own);
  if (!read.ok) throw new Refused(read.problem);
  return engine().analyze(own, read.columns, rows, { signal: stop });
}

/** In rows: a part of so many takes some hundredths of a second. */
const quick = 20_000;

/** What takes longest, longest first; the rest takes little. */
const longest = ['coxTable', 'logisticTable', 'cox', 'subgroups'];

/**
 * Of few patients one part for each engine, of many one analysis after another, to be followed and
 * stopped. What takes long is dealt out first, so that no engine is left alone with it.
 */
function inParts(
  questions: readonly SourceQuestion[],
  rows: number,
  width: number,
): SourceQuestion[][] {
  const size = Math.max(1, Math.floor(quick / (rows + 1)));
  const count = Math.min(questions.length, Math.max(width, Math.ceil(questions.length / size)));
  const parts: SourceQuestion[][] = Array.from({ length: count }, () => []);
  const rank = ({ analysis }: SourceQuestion) =>
    longest.includes(analysis.method) ? longest.indexOf(analysis.method) : longest.length;
  const order = width > 1 ? questions.toSorted((a, b) => rank(a) - rank(b)) : questions;
  order.forEach((question, at) => parts[at % count]!.push(question));
  return parts;
}
