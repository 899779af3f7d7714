import engineBinary from 'virtual:engine-binary';

import type { AnalysisFile, RawColumn, Results } from '../../build/wasm/riskset.js';

import type { Reply, Request } from './worker.ts';
import EngineWorker from './worker.ts?worker&inline';

export interface Engine {
  /**
   * The results of one analysis file. Calls wait for each other. Rejects with the signal's reason
   * when aborted, which ends the computation at once: an old answer can never arrive.
   */
  analyze(
    file: AnalysisFile,
    columns: RawColumn[],
    rows: number,
    options?: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void },
  ): Promise<Results>;
}

type Call = Parameters<Engine['analyze']>;

/** A worker on its way: `failure` settles only when it cannot start or breaks off. */
interface Running {
  worker: Worker;
  failure: Promise<never>;
  ready: Promise<void>;
}

/** The compiled engine in a worker of its own, so that the page never blocks. */
export function createEngine(): Engine {
  const wasmBinary = inflate(engineBinary);
  let running: Running | null = start(wasmBinary);
  let turn: Promise<unknown> = Promise.resolve();

  async function analyze(...call: Call): Promise<Results> {
    call[3]?.signal?.throwIfAborted();
    const current = (running ??= start(wasmBinary));
    try {
      await current.ready;
      return await Promise.race([current.failure, answer(current.worker, call)]);
    } catch (error) {
      current.worker.terminate(); // after an abort or a fault its state is unknown
      running = null;
      throw error;
    }
  }

  return {
    analyze(...call) {
      const results = turn.then(() => analyze(...call));
      turn = results.catch(() => undefined);
      return results;
    },
  };
}

function start(wasmBinary: Promise<Uint8Array>): Running {
  const worker = new EngineWorker({ name: 'engine' });
  const failure = new Promise<never>((_, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message || 'the engine did not start'));
  });
  failure.catch(() => undefined); // told to whoever asks for an analysis
  return {
    worker,
    failure,
    ready: wasmBinary.then((bytes) => send(worker, { wasmBinary: bytes })),
  };
}

function send(worker: Worker, request: Request): void {
  worker.postMessage(request);
}

function answer(worker: Worker, [file, columns, rows, options]: Call): Promise<Results> {
  const { signal, onProgress } = options ?? {};
  return new Promise<Results>((resolve, reject) => {
    signal?.throwIfAborted();
    const abort = () => reject(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if ('done' in data) return onProgress?.(data.done, data.total);
      signal?.removeEventListener('abort', abort);
      return 'results' in data ? resolve(data.results) : reject(new Error(data.fault));
    };
    send(worker, { analyze: [file, columns, rows] });
  });
}

async function inflate(base64: string): Promise<Uint8Array> {
  const text = atob(base64);
  const deflated = new Uint8Array(text.length);
  for (let at = 0; at < text.length; ++at) deflated[at] = text.charCodeAt(at);
  const stream = new Blob([deflated]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
