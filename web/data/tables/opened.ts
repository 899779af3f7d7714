// The tables of adverse events that are open on this page. The setup says which of them is meant, by
// its fingerprint: so a change that takes it away can be undone, and a saved analysis waits for it.
import { computed, type ReadonlySignal, signal } from '@preact/signals';

import { text } from '../../text/text.ts';
import type { Cohort } from '../cohort.ts';
import { digest } from '../fingerprint.ts';
import type { CohortRead } from '../reading/read-cohort.ts';
import { beginReading, readSource } from '../reading/reading.ts';
import { keepSource, keptContent } from '../source.ts';
import { change, cohort, setup } from '../state.ts';
import {
  type EventSetup,
  fitsTable,
  type FileStamp,
  guessedEventSetup,
  hasTextsOf,
  withTable,
} from './event-setup.ts';

const words = text.eventTable;
const { steps } = text.shell.undo;

const tables = signal<ReadonlyMap<string, Cohort>>(new Map());

/** Why the last table could not be opened, in one sentence. */
export const eventTableProblem = signal<string | null>(null);

/** What is other about the table than when the analysis was saved; null: nothing. */
export const eventTableNote = signal<string | null>(null);

/** The table that the setup means; null where there is none, or it is not open, or not yet read for it. */
export const openEventTable: ReadonlySignal<Cohort | null> = computed(() => {
  const { eventTable } = setup.value;
  const table = eventTable && tables.value.get(keyOf(eventTable.file));
  return eventTable && table && hasTextsOf(eventTable, table) ? table : null;
});

function keyOf({ name, rows, sha256 }: FileStamp): string {
  return sha256 ?? `${rows} ${name}`;
}

/** Each answers whether the table is open now. */
export async function openEventFile(file: File): Promise<boolean> {
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes !== null) return openEvents(file.name, new Uint8Array(bytes));
  eventTableProblem.value = text.shell.open.unreadable(file.name);
  return false;
}

export async function openEventText(pasted: string): Promise<boolean> {
  return openEvents(words.pasted, pasted);
}

export async function openEvents(
  name: string,
  content: Uint8Array<ArrayBuffer> | string,
): Promise<boolean> {
  const there = cohort.peek();
  if (there === null) return false;
  const stop = beginReading(name, content.length);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  // Before the bytes are handed over.
  const sha256 = await digest(bytes).catch(() => null);
  const kept = keptContent({ name, content, synthetic: false });
  let read: CohortRead | null;
  try {
    read = await readSource({ name, content, synthetic: false }, stop);
  } catch {
    eventTableProblem.value = text.shell.open.gaveUp(name);
    return false;
  }
  // Stopped, or another file is wanted by now.
  if (read === null || cohort.peek() !== there) return false;
  if (!read.ok) {
    eventTableProblem.value = text.shell.open.problem(name, read.problem);
    return false;
  }
  keepSource(read.cohort, kept);
  take(there, read.cohort, { name, rows: read.cohort.table.rows, sha256 });
  return true;
}

function take(there: Cohort, table: Cohort, file: FileStamp): void {
  const before = setup.peek();
  const { eventTable } = before;
  const waited = eventTable !== null && openEventTable.peek() === null;
  eventTableProblem.value = null;
  eventTableNote.value = null;
  tables.value = new Map(tables.peek()).set(keyOf(file), table);
  const isMeant = waited && keyOf(eventTable.file) === keyOf(file);
  if (isMeant && hasTextsOf(eventTable, table)) return;
  const fits = eventTable !== null && fitsTable(eventTable, table);
  if (waited && !(isMeant && fits)) {
    eventTableNote.value = fits
      ? words.changed(eventTable.file.name, eventTable.file.rows, file.rows)
      : words.guessedAnew(eventTable.file.name);
  }
  const next = fits
    ? withTable(eventTable, table, file)
    : guessedEventSetup(there, before.identifiers, table, file);
  change(steps.eventTable, { cohort: there, setup: { ...before, eventTable: next } });
}

/** A table that came together with its cohort, under the file that the setup is going to name. */
export function keepEventTable(table: Cohort, file: FileStamp): void {
  tables.value = new Map(tables.peek()).set(keyOf(file), table);
}

/** One decision about the table. */
export function setEventTable(decision: (before: EventSetup, table: Cohort) => EventSetup): void {
  const [there, before, table] = [cohort.peek(), setup.peek(), openEventTable.peek()];
  if (there === null || before.eventTable === null || table === null) return;
  const eventTable = decision(before.eventTable, table);
  change(steps.eventTable, { cohort: there, setup: { ...before, eventTable } });
}

export function removeEventTable(): void {
  const there = cohort.peek();
  if (there === null) return;
  eventTableNote.value = null;
  eventTableProblem.value = null;
  change(steps.removeEventTable, { cohort: there, setup: { ...setup.peek(), eventTable: null } });
}
