// Loading a table: from a file, pasted, or the example that the page carries.
import { signal } from '@preact/signals';

import example from '../examples/rechallenge_cohort.csv?raw';
import { text } from '../text/text.ts';
import { cohortOf } from './cohort.ts';
import { readCsv, readText, type ReadTable } from './read-csv.ts';
import { initialSetup } from './setup.ts';
import { change, markSafe } from './state.ts';

const words = text.shell.open;

/** Why the last file could not be loaded, in one sentence; the cohort that was there stays. */
export const loadProblem = signal<string | null>(null);

/** Each `open` answers whether there is a new cohort. */
export async function openFile(file: File): Promise<boolean> {
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    loadProblem.value = words.unreadable(file.name);
    return false;
  }
  return load(readCsv(new Uint8Array(bytes)), file.name);
}

export function openText(pasted: string): boolean {
  return load(readText(pasted), words.pasted);
}

export function openExample(): boolean {
  const opened = load(readText(example), words.example, true);
  if (opened) markSafe();
  return opened;
}

function load(read: ReadTable, name: string, synthetic = false): boolean {
  if (!read.ok) {
    loadProblem.value = words.problem(name, read.problem);
    return false;
  }
  const cohort = cohortOf(read, name, synthetic);
  loadProblem.value = null;
  change(text.shell.undo.steps.file(name), { cohort, setup: initialSetup(cohort) });
  return true;
}
