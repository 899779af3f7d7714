// Several files opened together, as where each arm has its own.
import { listed } from '../../format/words.ts';
import { type Cohort, originalOf } from '../cohort.ts';
import { bytesOf, open, openBytes, openFile, openSaved } from '../opening.ts';
import type { ReadOptions } from '../read-options.ts';
import type { Source } from '../reading/read-cohort.ts';
import { beginReading, stopReading } from '../reading/reading.ts';
import { same } from '../same.ts';
import { isSavedName } from '../saved/document.ts';
import { savedAnalysis } from '../saved/save.ts';
import { guessedSetup } from '../setup.ts';
import { contentOf } from '../source.ts';
import { cohort, setup } from '../state.ts';
import { inOrder, type NamedBytes, packFiles, unique, unpackFiles } from './pack.ts';

/** Several tables are read one below the other; a saved analysis among them is put on the table. */
export async function openFiles(files: readonly File[]): Promise<boolean> {
  const saved = files.filter(({ name }) => isSavedName(name));
  const tables = files.filter((file) => !saved.includes(file));
  let done = false;
  for (const file of saved) done = await openSaved(file);
  const [only] = tables;
  if (tables.length < 2) return only === undefined ? done : openFile(only);
  const sorted = inOrder(tables);
  const name = listed(sorted.map((file) => file.name));
  const stop = beginReading(name, sizeOf(sorted));
  return openBytes(name, await bytesOfAll(sorted), stop);
}

/**
 * Whether rows of another file can follow. Letters, delimiter and sheet are guessed of each of several
 * files: where a person has said another, its rows might be others.
 */
export function canAddRows(loaded: Cohort): boolean {
  const { kind, asked } = loaded.how;
  const { encoding, delimiter, sheet, sheets } = asked;
  const said = [encoding, delimiter, sheet, kind === 'files' ? undefined : sheets];
  return contentOf(loaded) !== null && said.every((one) => one === undefined);
}

/**
 * The rows of another file below those that are open. What was decided about the table holds; where
 * nothing was, all is guessed afresh, for the name of the file may tell the arm.
 */
export async function addRowsOf(file: File): Promise<boolean> {
  const before = cohort.peek();
  const decided = setup.peek();
  const content = before === null ? null : contentOf(before);
  if (before === null || content === null || !canAddRows(before)) return false;
  const stop = beginReading(file.name, file.size);
  const [there, added] = [await filesOf(before, content), await bytesOf(file)];
  if (added === null || stop.aborted || cohort.peek() !== before) {
    if (!stop.aborted) stopReading();
    return false;
  }
  const files = unique([...there, { name: file.name, bytes: added }]);
  const name = listed(inOrder(files).map((one) => one.name));
  const untouched = same(decided, guessedSetup(originalOf(before)));
  const options = optionsFor(before, files, untouched);
  const source: Source = { name, content: packFiles(files), synthetic: false, options };
  return open(source, stop, untouched ? {} : { decided: savedAnalysis(before, decided, null) });
}

/**
 * Files stand in the order of their names, as if they had been opened together. Where rows or lines
 * were decided about by their numbers, those stay, and the rows of the file that comes last follow.
 */
function optionsFor(before: Cohort, files: readonly NamedBytes[], untouched: boolean): ReadOptions {
  const { asked, together } = before.how;
  const { sheets: _, ...options } = asked;
  const numbered = asked.keep !== undefined || asked.headerRow !== undefined;
  if (untouched && !numbered) return options;
  const names = files.map(({ name }) => name);
  const there = together?.read === true ? together.sheets : names.slice(0, -1);
  return { ...options, sheets: [...there, names.at(-1)!] };
}

/** What the open table was read from, each file by itself. */
async function filesOf(before: Cohort, content: Blob | string): Promise<NamedBytes[]> {
  const bytes =
    typeof content === 'string'
      ? new TextEncoder().encode(content)
      : new Uint8Array(await content.arrayBuffer());
  return before.how.kind === 'files' ? unpackFiles(bytes) : [{ name: before.name, bytes }];
}

function sizeOf(files: readonly File[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

/** null where one of them cannot be opened. */
async function bytesOfAll(files: readonly File[]): Promise<Uint8Array<ArrayBuffer> | null> {
  const named: NamedBytes[] = [];
  for (const file of files) {
    const bytes = await bytesOf(file);
    if (bytes === null) return null;
    named.push({ name: file.name, bytes });
  }
  return packFiles(named);
}
