// The engine's thread: answers one question after another, and hears between two of them which are
// no longer wanted. While nobody asks, it warms the engine up.
import createModule from '../../build/wasm/riskset.js';
import type { AnalysisFile, RawColumn, Results, RisksetModule } from '../../build/wasm/riskset.js';

import { bytesOf } from './byte-text.ts';
import { warmUps } from './warm-up.ts';

/** A column goes over once: later questions name it by its key alone. */
export interface SentColumn {
  key: number;
  column: RawColumn | null;
}

export interface Question {
  id: number;
  file: AnalysisFile;
  columns: SentColumn[];
  rows: number;
}

/** The first message brings the engine: as the page carries it, or compiled by an earlier worker. */
export type Request =
  | { engine: string | WebAssembly.Module }
  | { ask: Question }
  | { drop: number }
  | { forget: number };

export type Reply =
  | { compiled: WebAssembly.Module }
  | { id: number; results: Results }
  | { id: number; fault: string }
  | { dropped: number };

let engine: Promise<RisksetModule> | null = null;
let questions: Question[] = [];
const columns = new Map<number, RawColumn>();
const warmUp = warmUps();
let busy = false;

/** Each turn is a task of its own, so that messages are heard in between. */
const turns = new MessageChannel();
turns.port1.addEventListener('message', () => void turn());
turns.port1.start();

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if ('engine' in data) {
    engine = start(data.engine);
    engine.catch(() => undefined); // told to whoever asks
  } else if ('ask' in data) {
    for (const { key, column } of data.ask.columns) if (column !== null) columns.set(key, column);
    questions.push(data.ask);
  } else if ('drop' in data) {
    questions = questions.filter(({ id }) => id !== data.drop);
    reply({ dropped: data.drop });
  } else columns.delete(data.forget);
  if (!busy) nextTurn();
});

function nextTurn(): void {
  busy = true;
  turns.port2.postMessage(null);
}

async function turn(): Promise<void> {
  await engine?.catch(() => undefined); // what is dropped meanwhile is not begun
  const question = questions.shift();
  const step = question === undefined ? warmUp.next() : null;
  if (question !== undefined) reply(await answer(question));
  else if (step?.done === false) await warm(step.value);
  if (questions.length > 0 || step?.done === false) nextTurn();
  else busy = false;
}

async function answer({ id, file, columns: sent, rows }: Question): Promise<Reply> {
  try {
    if (engine === null) throw new Error('a question came before the engine');
    const { analyze } = await engine;
    return { id, results: analyze(file, sent.map(columnOf), rows) };
  } catch (error) {
    return { id, fault: error instanceof Error ? error.message : String(error) };
  }
}

function columnOf({ key }: SentColumn): RawColumn {
  const column = columns.get(key);
  if (column === undefined) throw new Error(`column ${key} was never sent`);
  return column;
}

/** What goes wrong here goes wrong again where somebody asked, and is told there. */
async function warm([file, own, rows]: Parameters<RisksetModule['analyze']>): Promise<void> {
  try {
    (await engine)?.analyze(file, own, rows);
  } catch {
    // see above
  }
}

async function start(given: string | WebAssembly.Module): Promise<RisksetModule> {
  const compiled = typeof given === 'string' ? await WebAssembly.compile(bytesOf(given)) : given;
  reply({ compiled });
  return createModule(compiled);
}

function reply(message: Reply): void {
  postMessage(message);
}
