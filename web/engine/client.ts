import engineBinary from 'virtual:engine-binary';

import type { AnalysisFile, RawColumn, Results } from '../../build/wasm/riskset.js';

import type { Question, Reply, Request } from './worker.ts';
import EngineWorker from './worker.ts?worker&inline';

export interface Engine {
  /** How many questions are answered side by side. */
  readonly width: number;
  /**
   * The results of one analysis file. Rejects with the signal's
   * reason as soon as it is aborted, so that an old answer never arrives, and with an Error when
   * the engine breaks off, after which it starts afresh and the other calls are answered.
   */
  analyze(
    file: AnalysisFile,
    columns: RawColumn[],
    rows: number,
    options?: { signal?: AbortSignal },
  ): Promise<Results>;
}

interface Call {
  file: AnalysisFile;
  columns: readonly RawColumn[];
  rows: number;
  resolve: (results: Results) => void;
  reject: (reason: unknown) => void;
}

/** In ms: how long a worker may go on with what nobody wants before it is ended. */
const patience = 100;

/**
 * The engine in a worker of its own, so that the page never blocks: from code that is compiled
 * already, or it compiles its own and tells when it has.
 */
export function createEngine(
  onCompiled: (code: WebAssembly.Module) => void = () => undefined,
  code: WebAssembly.Module | null = null,
): Engine {
  let compiled = code;
  let worker: Worker | null = null;
  let sent = new Set<number>();
  /** Before its first word a worker still starts: it computes nothing, and to end it takes longer. */
  let started = false;
  let unheard: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;
  const calls = new Map<number, Call>();
  const keyOf = columnKeys((key) => tell({ forget: key }));

  function tell(request: Request): void {
    worker?.postMessage(request);
  }

  function start(): void {
    worker = new EngineWorker({ name: 'engine' });
    worker.onmessage = ({ data }: MessageEvent<Reply>) => hear(data);
    worker.onerror = ({ message }) => breakOff(new Error(message || 'the engine did not start'));
    sent = new Set();
    started = false;
    tell({ engine: compiled ?? engineBinary });
    for (const [id, call] of calls) ask(id, call);
  }

  function stop(): void {
    clearTimeout(unheard);
    unheard = undefined;
    worker?.terminate();
    worker = null;
  }

  function restart(): void {
    stop();
    start();
  }

  function ask(id: number, { file, columns, rows }: Call): void {
    const own = columns.map((column) => {
      const key = keyOf(column);
      const known = sent.has(key);
      sent.add(key);
      return { key, column: known ? null : column };
    });
    tell({ ask: { id, file, columns: own, rows } satisfies Question });
  }

  function hear(reply: Reply): void {
    started = true;
    if ('compiled' in reply) {
      compiled = reply.compiled;
      onCompiled(compiled);
    } else if ('dropped' in reply) {
      clearTimeout(unheard);
      unheard = undefined;
    } else if ('results' in reply) settled(reply.id)?.resolve(reply.results);
    else {
      settled(reply.id)?.reject(new Error(reply.fault));
      restart(); // after a fault the state of the engine is unknown
    }
  }

  function settled(id: number): Call | undefined {
    const call = calls.get(id);
    calls.delete(id);
    return call;
  }

  /** The worker itself is gone: whoever asks next starts another. */
  function breakOff(fault: Error): void {
    stop();
    const broken = [...calls.values()];
    calls.clear();
    for (const { reject } of broken) reject(fault);
  }

  /** A worker that does not answer at once still computes what nobody wants. */
  function drop(id: number): void {
    if (!calls.delete(id)) return;
    tell({ drop: id });
    if (started) unheard ??= setTimeout(restart, patience);
  }

  start();

  return {
    width: 1,
    analyze: (file, columns, rows, { signal } = {}) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        if (worker === null) start();
        const id = ++lastId;
        const call = { file, columns, rows, resolve, reject };
        calls.set(id, call);
        ask(id, call);
        signal?.addEventListener('abort', () => {
          drop(id);
          reject(signal.reason);
        });
      }),
  };
}

/** A number for each column; `forgotten` tells when nobody holds the column any more. */
function columnKeys(forgotten: (key: number) => void): (column: RawColumn) => number {
  const keys = new WeakMap<RawColumn, number>();
  const gone = new FinalizationRegistry<number>(forgotten);
  let last = 0;
  return (column) => {
    const known = keys.get(column);
    if (known !== undefined) return known;
    keys.set(column, ++last);
    gone.register(column, last);
    return last;
  };
}
