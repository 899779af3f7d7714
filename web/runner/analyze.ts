// An analysis without a browser: the page's own reader and the engine that the page carries.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import createModule from '../../build/wasm/riskset.js';
import type {
  AnalysisFile,
  AnalysisResult,
  Problem,
  Refusal,
  Results,
  RisksetModule,
} from '../../build/wasm/riskset.js';

import type { Analysis } from '../data/analyses/analysis.ts';
import { readColumns } from '../data/columns.ts';
import { type NamedBytes, packFiles } from '../data/files/pack.ts';
import { digest } from '../data/fingerprint.ts';
import { readOptionsOf } from '../data/read-options.ts';
import { readTable } from '../data/read-table.ts';
import { type Linked, linkedPart } from '../data/tables/linked.ts';
import { tableOf, type TextTable } from '../data/text/text-table.ts';
import { problemText } from '../engine/problem-text.ts';

export interface Outcome {
  /** 0: every analysis is ok; 1: one has a problem; 2: a file cannot be read. */
  exitCode: 0 | 1 | 2;
  /** The results document. */
  output: string;
  /** Which file cannot be read and why, in one line. */
  complaint: string;
  /** What is to be known of results that are given: the data are not those of the analysis. */
  note: string;
}

export async function loadEngine(wasm: URL): Promise<RisksetModule> {
  return createModule(await WebAssembly.compile(readFileSync(wasm)));
}

/**
 * The results of an analysis file on a table; without one for methods that take counts. `further` are
 * the tables that the file links to it, by name.
 */
export function analyzeTable(
  engine: RisksetModule,
  file: unknown,
  table: TextTable | null,
  further: ReadonlyMap<string, TextTable> = new Map(),
): Results {
  const cohort = table ?? tableOf([], []);
  const read = readColumns(file, cohort);
  if (!read.ok) return { riskset: 1, engine: engine.version(), results: [], problem: read.problem };
  // Of the whole file, so that whatever is wrong with it is found; then what reads joined rows.
  const results = engine.analyze(file, read.columns, cohort.rows);
  if (results.problem !== null) return results;
  const whole = file as AnalysisFile;
  return [...further].reduce(
    (before, [name, rows]) =>
      withLinked(engine, whole, before, linkedPart(whole, name, cohort, rows)),
    results,
  );
}

function withLinked(
  engine: RisksetModule,
  file: AnalysisFile,
  results: Results,
  linked: Linked,
): Results {
  const own = linkedResults(engine, linked);
  const asked = linked.ok ? linked.file.analyses : linked.analyses;
  const answers = results.results.map(
    (answer, at) => own[asked.indexOf(file.analyses[at]!)] ?? answer,
  );
  return { ...results, results: answers };
}

function linkedResults(engine: RisksetModule, linked: Linked): AnalysisResult[] {
  if (!linked.ok) return linked.analyses.map((one) => refusalOf(one, linked.problem));
  const { file, joined } = linked;
  const read = readColumns(file, joined.table);
  const { results, problem } = read.ok
    ? engine.analyze(file, read.columns, joined.table.rows)
    : { results: [], problem: read.problem };
  return problem === null ? results : file.analyses.map((one) => refusalOf(one, problem));
}

function refusalOf({ id, method }: Analysis, problem: Problem): Refusal {
  return { ok: false, id, method, problem };
}

/**
 * `dataPaths`: one file, several that are one table, or "-" for no data; `tablePaths` are the files of
 * further tables, by name.
 */
export async function analyzeFiles(
  engine: RisksetModule,
  dataPaths: string | readonly string[],
  analysisPath: string,
  tablePaths: ReadonlyMap<string, string> = new Map(),
): Promise<Outcome> {
  const analysis = readJson(analysisPath);
  if ('complaint' in analysis) return unreadable(analysisPath, analysis.complaint);
  const paths = typeof dataPaths === 'string' ? [dataPaths] : dataPaths;
  const table = paths[0] === '-' ? null : await tableAt(paths, analysis.file);
  if (table !== null && 'complaint' in table) return unreadable(paths.join(', '), table.complaint);

  const further = new Map<string, TextTable>();
  for (const [name, path] of tablePaths) {
    const spec = furtherTables(analysis.file).get(name);
    if (spec === undefined) return unreadable(analysisPath, `It declares no table ${name}.`);
    const read = await tableAt([path], spec);
    if ('complaint' in read) return unreadable(path, read.complaint);
    further.set(name, read);
  }
  const absent = [...furtherTables(analysis.file).keys()].find(
    (name) => !further.has(name) && isRead(analysis.file, name),
  );
  if (absent !== undefined) {
    return unreadable(analysisPath, `It reads a further table: --table ${absent}=FILE is needed.`);
  }

  const results = analyzeTable(engine, analysis.file, table, further);
  const output = `${JSON.stringify(results, plainArrays)}\n`;
  if (results.problem !== null) {
    return { ...unreadable(analysisPath, problemText(results.problem)), output };
  }
  const allOk = results.results.every((result) => result.ok);
  const same = table === null || (await isSameData(paths, analysis.file));
  const note = same ? '' : otherData(paths);
  return { exitCode: allOk ? 0 : 1, output, complaint: '', note };
}

/** The further tables that a file declares. What has another shape is refused by the engine. */
function furtherTables(file: unknown): Map<string, unknown> {
  const tables = (file as { tables?: unknown } | null)?.tables;
  return new Map(typeof tables === 'object' && tables !== null ? Object.entries(tables) : []);
}

function isRead(file: unknown, name: string): boolean {
  const analyses = (file as { analyses?: unknown } | null)?.analyses;
  return (
    Array.isArray(analyses) &&
    analyses.some((one: { table?: unknown } | null) => one?.table === name)
  );
}

function unreadable(path: string, why: string): Outcome {
  const complaint = `${basename(path)}: ${why}`.replace(/\s+/g, ' ');
  return { exitCode: 2, output: '', complaint, note: '' };
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

/** As the page does it; an analysis without a fingerprint is of any data. */
async function isSameData(paths: readonly string[], file: unknown): Promise<boolean> {
  const saved = (file as { cohort?: { sha256?: unknown } | null } | null)?.cohort?.sha256;
  const content = contentAt(paths);
  if (typeof saved !== 'string' || 'complaint' in content) return true;
  return (await digest(content)) === saved.toLowerCase();
}

function otherData(paths: readonly string[]): string {
  const names = paths.map((path) => basename(path)).join(', ');
  return `${names}: The data are not those that the analysis was saved with: they have changed, or files are missing or have other names. Rows excluded or corrected by their number may be others.`;
}

async function tableAt(
  paths: readonly string[],
  file: unknown,
): Promise<TextTable | { complaint: string }> {
  const content = contentAt(paths);
  if ('complaint' in content) return content;
  const read = await readTable(content, readOptionsOf((file as { read?: unknown } | null)?.read));
  return read.ok ? read.table : { complaint: read.problem };
}

/** The bytes that the page would take the fingerprint of. */
function contentAt(paths: readonly string[]): Uint8Array<ArrayBuffer> | { complaint: string } {
  const files: NamedBytes[] = [];
  for (const path of paths) {
    const bytes = readBytes(path);
    if ('complaint' in bytes) return bytes;
    files.push({ name: basename(path), bytes });
  }
  return files.length === 1 ? files[0]!.bytes : packFiles(files);
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
