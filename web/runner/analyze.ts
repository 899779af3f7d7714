// An analysis without a browser: the page's own reader and the engine that the page carries.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import createModule from '../../build/wasm/riskset.js';
import type { Results, RisksetModule } from '../../build/wasm/riskset.js';

import { readColumns } from '../data/columns.ts';
import { readOptionsOf } from '../data/read-options.ts';
import { readTable } from '../data/read-table.ts';
import { tableOf, type TextTable } from '../data/text/text-table.ts';
import { problemText } from '../engine/problem-text.ts';

export interface Outcome {
  /** 0: every analysis is ok; 1: one has a problem; 2: a file cannot be read. */
  exitCode: 0 | 1 | 2;
  /** The results document. */
  output: string;
  /** Which file cannot be read and why, in one line. */
  complaint: string;
}

export async function loadEngine(wasm: URL): Promise<RisksetModule> {
  return createModule(await WebAssembly.compile(readFileSync(wasm)));
}

/** The results of an analysis file on a table; without one for methods that take counts. */
export function analyzeTable(
  engine: RisksetModule,
  file: unknown,
  table: TextTable | null,
): Results {
  const read = readColumns(file, table ?? tableOf([], []));
  if (!read.ok) return { riskset: 1, engine: engine.version(), results: [], problem: read.problem };
  return engine.analyze(file, read.columns, table?.rows ?? 0);
}

/** `dataPath` "-" stands for no data. */
export async function analyzeFiles(
  engine: RisksetModule,
  dataPath: string,
  analysisPath: string,
): Promise<Outcome> {
  const analysis = readJson(analysisPath);
  if ('complaint' in analysis) return unreadable(analysisPath, analysis.complaint);
  const table = dataPath === '-' ? null : await tableAt(dataPath, analysis.file);
  if (table !== null && 'complaint' in table) return unreadable(dataPath, table.complaint);

  const results = analyzeTable(engine, analysis.file, table);
  const output = `${JSON.stringify(results, plainArrays)}\n`;
  if (results.problem !== null) {
    return { ...unreadable(analysisPath, problemText(results.problem)), output };
  }
  const allOk = results.results.every((result) => result.ok);
  return { exitCode: allOk ? 0 : 1, output, complaint: '' };
}

function unreadable(path: string, why: string): Outcome {
  const complaint = `${basename(path)}: ${why}`.replace(/\s+/g, ' ');
  return { exitCode: 2, output: '', complaint };
}

function readJson(path: string): { file: unknown } | { complaint: string } {
  const bytes = readBytes(path);
  if ('complaint' in bytes) return bytes;
  try {
    return { file: JSON.parse(new TextDecoder().decode(bytes)) as unknown };
  } catch {
    return { complaint: 'This is not a JSON document.' };
  }
}

async function tableAt(path: string, file: unknown): Promise<TextTable | { complaint: string }> {
  const bytes = readBytes(path);
  if ('complaint' in bytes) return bytes;
  const read = await readTable(bytes, readOptionsOf((file as { read?: unknown } | null)?.read));
  return read.ok ? read.table : { complaint: read.problem };
}

function readBytes(path: string): Uint8Array<ArrayBuffer> | { complaint: string } {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    return { complaint: 'There is no such file, or it may not be read.' };
  }
}

function plainArrays(_: string, value: unknown): unknown {
  return ArrayBuffer.isView(value) ? [...(value as Float64Array | Int32Array)] : value;
}
