import createModule from '../../build/wasm/riskset.js';
import type { AnalysisFile, RawColumn, Results, RisksetModule } from '../../build/wasm/riskset.js';

/** The first message brings the engine, each later one the arguments of one analysis. */
export type Request =
  | { wasmBinary: Uint8Array }
  | { analyze: [file: AnalysisFile, columns: RawColumn[], rows: number] };

export type Reply = { done: number; total: number } | { results: Results } | { fault: string };

let engine: Promise<RisksetModule> | null = null;

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if ('wasmBinary' in data) engine = createModule(data);
  else void answer(...data.analyze).then(reply);
});

async function answer(file: AnalysisFile, columns: RawColumn[], rows: number): Promise<Reply> {
  try {
    if (engine === null) throw new Error('an analysis came before the engine');
    const { analyze } = await engine;
    return { results: analyze(file, columns, rows, (done, total) => reply({ done, total })) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

function reply(message: Reply): void {
  postMessage(message);
}
