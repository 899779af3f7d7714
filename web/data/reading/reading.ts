// One table is read at a time. A small one is there at once; a large one is read apart from the page,
// with progress, and can be stopped. What was loaded stays until the new table is there.
import { signal } from '@preact/signals';

import { readApart } from './apart.ts';
import { type CohortRead, readCohort, type Source } from './read-cohort.ts';
import { isZip } from '../text/formats.ts';
import type { ReadingStep } from './step.ts';

export interface Reading {
  /** Of the file. */
  name: string;
  /** null until the first rows are read. */
  step: ReadingStep | null;
}

/** What takes time; null where nothing does. */
export const reading = signal<Reading | null>(null);

/** In bytes, or signs of a text: about 1,500 patients, read in some hundredths of a second. */
const small = 200_000;

/** Patients of a table of which everything is looked at in one task. */
export const mostAtOnce = 2000;

/** The page answers in between. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** In ms: longer nobody waits for a frame, which a page out of sight does not get. */
const longestFrame = 50;

/** The frame that follows is drawn first. */
export async function nextFrame(): Promise<void> {
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => resolve());
    setTimeout(resolve, longestFrame);
  });
  await nextTask();
}

let present: AbortController | null = null;

/** Stops what is being read. */
export function stopReading(): void {
  present?.abort();
  present = null;
  reading.value = null;
}

/** The next table is wanted in place of the one that is being read. The signal tells when it is not. */
export function beginReading(name: string, size: number): AbortSignal {
  stopReading();
  present = new AbortController();
  if (size > small) reading.value = { name, step: null };
  return present.signal;
}

/** null: stopped, or another table is wanted by now. A small table is there at once. */
export function readSource(
  source: Source,
  stop: AbortSignal,
): CohortRead | null | Promise<CohortRead | null> {
  if (stop.aborted) return null;
  const { content } = source;
  // A small workbook may hold a large table.
  const apart = content.length > small || (typeof content !== 'string' && isZip(content));
  return apart ? readLarge(source, stop) : readCohort(source);
}

/** Rejects where the browser gives up. */
async function readLarge(source: Source, stop: AbortSignal): Promise<CohortRead | null> {
  const { name } = source;
  reading.value = { name, step: null };
  try {
    const read = await readApart(source, stop, (step) => {
      reading.value = { name, step };
    });
    // To unpack it and to look at it are tasks of their own: the page answers in between.
    await nextTask();
    return stop.aborted ? null : read;
  } catch (error) {
    if (stop.aborted) return null;
    throw error;
  } finally {
    if (!stop.aborted) reading.value = null;
  }
}
