// Opening: a table from a file, pasted, or the example that the page carries; and a saved analysis,
// which is put on the table that is open or waits for its own.
import { batch, signal } from '@preact/signals';

import example from '../examples/rechallenge_cohort.csv?raw';
import { text } from '../text/text.ts';
import { type Cohort, originalOf } from './cohort.ts';
import { digest, fingerprintOf, keepFingerprint, keepFingerprintOf } from './fingerprint.ts';
import { type ReadOptions, readOptionsOf } from './read-options.ts';
import type { CohortRead, Source } from './reading/read-cohort.ts';
import { beginReading, mostAtOnce, nextTask, readSource, stopReading } from './reading/reading.ts';
import type { Paper } from './paper/paper.ts';
import { readSpec } from './read-spec.ts';
import { columnsOf, differences, isSameTable, missingColumns } from './saved/differences.ts';
import { isSavedName, parseSaved, type SavedAnalysis } from './saved/document.ts';
import { isPaperAlone, restoredPaper } from './saved/paper.ts';
import { restoredSetup } from './saved/restore.ts';
import { same } from './same.ts';
import { guessBetween, guessedSetup, type Setup } from './setup.ts';
import { contentOf, keepSource, keptContent, sourceOf } from './source.ts';
import { asOneStep, change, changePaper, cohort, markSafe, paper, setup } from './state.ts';
import { isWithoutRows } from './without-rows.ts';

const words = text.shell.open;
const { steps } = text.shell.undo;

/** Why the last file could not be opened, in one sentence; what was there stays. */
export const loadProblem = signal<string | null>(null);

export interface WaitingAnalysis {
  /** Of the saved file. */
  name: string;
  file: SavedAnalysis;
  /** It was made with the example that the page carries. */
  ofExample: boolean;
}

/** A saved analysis whose table is not open. */
export const waiting = signal<WaitingAnalysis | null>(null);

export interface Opened {
  name: string;
  /** What could not be taken over; mostly nothing. */
  differences: string[];
}

/** What became of the last saved analysis; null once it has been read. */
export const opened = signal<Opened | null>(null);

/** The last paper that was opened, which asks to be looked at. */
export const openedPaper = signal<{ name: string; paper: Paper } | null>(null);

/** A table that comes close behind its saved analysis waits for it, and is read as that says. */
let arriving: Promise<unknown> = Promise.resolve();

/** Each `open` answers whether there is a new cohort, or a new setup from a saved analysis. */
export async function openFile(file: File): Promise<boolean> {
  if (isSavedName(file.name)) return openSaved(file);
  const stop = beginReading(file.name, file.size);
  const bytes = await bytesOf(file);
  return openBytes(file.name, bytes, stop);
}

/** null: it could not be opened, and that is said. */
export async function openBytes(
  name: string,
  bytes: Uint8Array<ArrayBuffer> | null,
  stop: AbortSignal,
): Promise<boolean> {
  await arriving;
  if (stop.aborted) return false;
  if (bytes === null) {
    stopReading();
    return false;
  }
  const source: Source = { name, content: bytes, synthetic: false };
  const analysis = waiting.peek();
  if (analysis === null) return open(source, stop);
  const options = await savedOptions(analysis.file, digest(bytes));
  if (stop.aborted) return false;
  // Read as for the analysis that waits; where that does not fit, as the file seems to be written.
  return open({ ...source, content: bytes.slice(), options }, stop, {
    unlessIn: (read) =>
      read.ok && hasColumnsOf(read.cohort, analysis.file) ? null : open(source, stop),
  });
}

/** A short text is open when this returns, and so is the example. */
export async function openText(pasted: string): Promise<boolean> {
  const stop = beginReading(words.pasted, pasted.length);
  return open({ name: words.pasted, content: pasted, synthetic: false }, stop);
}

export async function openExample(): Promise<boolean> {
  const content = new TextEncoder().encode(example);
  const stop = beginReading(words.example, content.length);
  return open({ name: words.example, content, synthetic: true }, stop, {
    andThen: () => markSafe('table'),
  });
}

/** Opens what somebody has shared (web/share, which stands above); null where the file is none of it. */
type OpensShared = (content: string, name: string) => Promise<boolean> | null;

let opensShared: OpensShared = () => null;

export function openSharedWith(opens: OpensShared): void {
  opensShared = opens;
}

/** A table as it was read, with what was decided about it (`analysis`: the text of a saved one). */
export interface KeptCohort {
  name: string;
  content: Uint8Array<ArrayBuffer> | string;
  synthetic: boolean;
  analysis: string;
}

/** Opens a table together with its decisions. It is as unsaved as it was. */
export async function openKept({ analysis, ...table }: KeptCohort): Promise<boolean> {
  const parsed = parseSaved(analysis, table.name);
  if (!parsed.ok) {
    loadProblem.value = parsed.problem;
    return false;
  }
  const stop = beginReading(table.name, table.content.length);
  const options = readOptionsOf(parsed.file.read);
  const andThen = () => takePaper(parsed.file, table.name);
  return open({ ...table, options }, stop, { decided: parsed.file, andThen });
}

/** A saved analysis, or what somebody has shared: files of the same ending. */
export async function openSaved(file: File): Promise<boolean> {
  const taken = takeSaved(file);
  arriving = taken.catch(() => undefined);
  const answer = await taken;
  return typeof answer === 'boolean' ? answer : answer.shared;
}

/** What was shared may ask for a passphrase, for which no table should wait. */
async function takeSaved(file: File): Promise<boolean | { shared: Promise<boolean> }> {
  const bytes = await bytesOf(file);
  if (bytes === null) return false;
  const content = new TextDecoder().decode(bytes);
  const shared = opensShared(content, file.name);
  if (shared !== null) return { shared };
  const parsed = parseSaved(content, file.name);
  if (!parsed.ok) {
    loadProblem.value = parsed.problem;
    return false;
  }
  return openAnalysis(parsed.file, file.name);
}

/** Applies a saved analysis to the table that is open, or asks for the table that it was made with. */
export async function openAnalysis(file: SavedAnalysis, name: string): Promise<boolean> {
  loadProblem.value = null;
  if (isPaperAlone(file)) {
    takeSavedPaper(file, name);
    openedPaper.value = { name, paper: paper.peek() };
    return true;
  }
  const there = cohort.peek();
  const analysis: WaitingAnalysis = { name, file, ofExample: await isOfExample(file) };
  if (there !== null && !isWithoutRows(there) && (await belongs(there, analysis))) {
    const [as, sha256] = [await asSaved(there, file), await fingerprintOf(there)];
    asOneStep(() => {
      takeSavedPaper(file, name);
      apply(as, sha256, analysis);
    });
    return true;
  }
  takeSavedPaper(file, name);
  batch(() => {
    waiting.value = analysis;
    opened.value = null;
  });
  return false;
}

/** Printed results wait for no table. Where the file has none, those on the page stay. */
function takePaper(file: SavedAnalysis, name: string): boolean {
  const restored = restoredPaper(file);
  if (restored === null) return false;
  changePaper(steps.file(name), restored);
  return true;
}

function takeSavedPaper(file: SavedAnalysis, name: string): void {
  if (takePaper(file, name)) markSafe('paper');
}

/** Applies what waits to the table that is open, whatever of it fits. */
export async function useOpenTable(): Promise<void> {
  const [there, analysis] = [cohort.peek(), waiting.peek()];
  if (there !== null && analysis !== null) apply(there, await fingerprintOf(there), analysis);
}

/** The open table, read as the analysis read it where that differs and is possible. */
async function asSaved(there: Cohort, file: SavedAnalysis): Promise<Cohort> {
  const options = await savedOptions(file, fingerprintOf(there));
  if (same(readOptionsOf({ ...readSpec(there), ...file.read }), readOptionsOf(readSpec(there)))) {
    return there;
  }
  const source = await sourceOf(there, options);
  const read = source === null ? null : await readSource(source, new AbortController().signal);
  if (read?.ok !== true || !hasColumnsOf(read.cohort, file)) return there;
  const content = contentOf(there);
  if (content !== null) keepSource(read.cohort, content);
  keepFingerprintOf(there, read.cohort);
  return read.cohort;
}

export function forgetWaiting(): void {
  waiting.value = null;
}

export async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    loadProblem.value = words.unreadable(file.name);
    return null;
  }
}

/** The table the analysis was made with, or one that has all of its columns and as many rows. */
async function belongs(there: Cohort, { file, ofExample }: WaitingAnalysis): Promise<boolean> {
  const saved = file.cohort?.sha256 ?? null;
  if (saved !== null && saved === (await fingerprintOf(there))) return true;
  // What a page has saved of somebody's patients is not put on the example by chance.
  if (there.synthetic && !ofExample && (file.page ?? null) !== null) return false;
  return missingColumns(there, file).length === 0;
}

function hasColumnsOf(loaded: Cohort, file: SavedAnalysis): boolean {
  return missingColumns(loaded, file).length < columnsOf(file).length;
}

/** How the analysis read its table. In another file lines and letters may stand otherwise. */
async function savedOptions(
  file: SavedAnalysis,
  sha256: Promise<string | null>,
): Promise<ReadOptions> {
  const options = readOptionsOf(file.read);
  const saved = file.cohort?.sha256 ?? null;
  if (saved !== null && saved === (await sha256)) return options;
  const { encoding: _, keep: __, ...ofAnyFile } = options;
  return ofAnyFile;
}

async function isOfExample({ cohort: made }: SavedAnalysis): Promise<boolean> {
  const own = await digest(new TextEncoder().encode(example));
  const saved = made?.sha256 ?? null;
  return saved !== null && own !== null ? saved === own : made?.name === words.example;
}

function apply(there: Cohort, sha256: string | null, analysis: WaitingAnalysis): void {
  const { name, file } = analysis;
  const fits = isSameTable(there, sha256, file);
  const restored = restoredSetup(there, fits ? file : { ...file, edits: [], exclude: [] });
  const found = differences(there, sha256, file, restored);
  batch(() => {
    change(steps.file(name), { cohort: there, setup: restored });
    waiting.value = null;
    opened.value = { name, differences: found };
  });
  if (found.length === 0) markSafe(partOf(file));
}

/** What of the page a saved analysis holds. */
function partOf(file: SavedAnalysis): 'all' | 'table' {
  return restoredPaper(file) === null ? 'table' : 'all';
}

/** A table that came with its setup, as one step that can be undone. */
export function openWhole(loaded: Cohort, decided: Setup): void {
  batch(() => {
    loadProblem.value = null;
    opened.value = null;
    waiting.value = null;
    change(steps.file(loaded.name), { cohort: loaded, setup: decided });
  });
  markSafe('table');
}

interface Arrival {
  /** Follows at once where there is a new cohort. */
  andThen?: () => void;
  /** What is known to have been decided about this very table. */
  decided?: SavedAnalysis;
  /** What is opened in place of what was read; null: nothing. */
  unlessIn?: (read: CohortRead) => boolean | Promise<boolean> | null;
}

export function open(
  source: Source,
  stop: AbortSignal,
  { andThen, decided, unlessIn }: Arrival = {},
): boolean | Promise<boolean> {
  const { name, content } = source;
  // Taken before the bytes are handed over.
  const sha256 = typeof content === 'string' ? null : digest(content).catch(() => null);
  const kept = keptContent(source);
  const arrived = (read: CohortRead | null): boolean | Promise<boolean> => {
    if (read === null) return false;
    const instead = unlessIn?.(read) ?? null;
    if (instead !== null) return instead;
    if (!read.ok) {
      loadProblem.value = words.problem(name, read.problem);
      return false;
    }
    const { cohort: loaded } = read;
    keepSource(loaded, kept);
    if (sha256 !== null) keepFingerprint(loaded, sha256);
    const ready = () => (decided === undefined ? loading(loaded) : restoring(loaded, decided));
    const finish = (put: () => void) => {
      put();
      andThen?.();
      return true;
    };
    if (loaded.table.rows <= mostAtOnce) return finish(ready());
    return guessBetween(loaded, nextTask).then(async () => {
      if (stop.aborted) return false;
      const put = ready();
      // To draw a large table is a task of its own.
      await nextTask();
      return !stop.aborted && finish(put);
    });
  };
  const read = readSource(source, stop);
  if (!(read instanceof Promise)) return arrived(read);
  return read.then(arrived, () => {
    loadProblem.value = words.gaveUp(name);
    return false;
  });
}

/** Answers with what puts the table in place of the one that is open. */
function loading(loaded: Cohort): () => void {
  const analysis = waiting.peek();
  const fits = analysis !== null && hasColumnsOf(loaded, analysis.file);
  const first = fits ? restoredSetup(loaded, analysis.file) : guessedSetup(loaded);
  return () => {
    loadProblem.value = null;
    batch(() => {
      opened.value = null;
      change(steps.file(loaded.name), { cohort: loaded, setup: first });
      if (fits) waiting.value = null;
    });
    if (fits) void report(loaded, analysis);
  };
}

/** The same with what was decided about this very table. */
function restoring(loaded: Cohort, decided: SavedAnalysis): () => void {
  const restored = restoredSetup(loaded, decided);
  return () => {
    loadProblem.value = null;
    change(steps.file(loaded.name), { cohort: loaded, setup: restored });
    void fingerprintOf(loaded).then((sha256) => {
      const found = differences(loaded, sha256, decided, restored);
      if (found.length > 0) opened.value = { name: loaded.name, differences: found };
    });
  };
}

/** The fingerprint of a large file takes its time: what differs is said when it is known. */
async function report(loaded: Cohort, { name, file }: WaitingAnalysis): Promise<void> {
  const sha256 = await fingerprintOf(loaded);
  const there = cohort.peek();
  if (there === null || originalOf(there) !== loaded) return;
  const restored = restoredSetup(loaded, file);
  const found = differences(loaded, sha256, file, restored);
  if (found.length === 0 && same(setup.peek(), restored)) markSafe(partOf(file));
  opened.value = { name, differences: found };
}
