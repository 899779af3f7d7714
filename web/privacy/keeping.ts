// Unsaved work survives a reload where a person has asked for it, and nowhere else.
import { computed, effect, signal } from '@preact/signals';

import { fingerprintOf } from '../data/fingerprint.ts';
import { savedText } from '../data/saved/save.ts';
import { contentOf } from '../data/source.ts';
import { isEmpty, type Paper } from '../data/paper/paper.ts';
import { type Cohort, cohort, openKept, paper, type Setup, setup } from '../data/store.ts';
import { openEvents, openEventTable } from '../data/tables/opened.ts';
import { isHosted } from './hosted.ts';
import {
  type KeptTable,
  type KeptTables,
  readWork,
  removeWork,
  writeAnalysis,
  writeWork,
} from './work-store.ts';

const storageKey = 'riskset.keep';

/** After a change, in ms: a reload may follow at once, and typing should not be written letter by letter. */
const settling = 200;

/** Whether the open work is kept. */
export const keeping = signal(false);

/** What somebody has shared came from no file of this computer: it is not kept. */
export const isShared = computed(() => cohort.value !== null && contentOf(cohort.value) === null);

/** The browser has refused to keep it. */
export const keepingFailed = signal(false);

interface Work {
  loaded: Cohort;
  decided: Setup;
  events: Cohort | null;
  /** Printed results: kept beside a table, and not alone. */
  own: Paper;
}

const present = computed<Work | null>(() =>
  cohort.value === null
    ? null
    : {
        loaded: cohort.value,
        decided: setup.value,
        events: openEventTable.value,
        own: paper.value,
      },
);
const written = signal<Work | null>(null);

/** Whether all that is open would be there after a reload. */
export const isKept = computed(
  () =>
    keeping.value &&
    written.value === present.value &&
    (present.value !== null || isEmpty(paper.value)),
);

/** Of the tables that this page has written last. */
let id = '';
let tablesOfId: readonly [unknown, unknown] = [null, null];

let waiting: ReturnType<typeof setTimeout> | undefined;
let writing: Promise<void> = Promise.resolve();

/**
 * Opens what was kept, unless the page brings something else, and keeps from then on what is open;
 * both only where that was asked for.
 */
export async function followKeeping(brings: boolean): Promise<void> {
  if (!isHosted()) return;
  keeping.value = asked();
  if (keeping.peek() && !brings) await restore();
  // Another page has switched it off, or everything was forgotten there.
  addEventListener('storage', () => (keeping.value = asked()));
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') writeSoon(0);
  });
  effect(() => {
    if (keeping.value && present.value !== null) writeSoon(settling);
  });
}

function asked(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'on';
  } catch {
    return false;
  }
}

export async function keepWork(wanted: boolean): Promise<void> {
  keepingFailed.value = false;
  try {
    if (wanted) localStorage.setItem(storageKey, 'on');
    else localStorage.removeItem(storageKey);
    keeping.value = wanted;
    if (!wanted) await forgetWork();
  } catch {
    keeping.value = false;
    keepingFailed.value = true;
  }
}

/** Waits for what is being written, so that nothing is written after it. */
export async function forgetWork(): Promise<void> {
  clearTimeout(waiting);
  keeping.value = false;
  await writing;
  written.value = null;
  id = '';
  await removeWork();
}

function writeSoon(after: number): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => (writing = writing.then(write)), after);
}

async function write(): Promise<void> {
  const work = present.peek();
  if (!keeping.peek() || !asked() || work === null || written.peek() === work) return;
  if (contentOf(work.loaded) === null) return;
  const { loaded, decided, events, own } = work;
  try {
    const analysis = savedText(loaded, decided, await fingerprintOf(loaded), own);
    const tables = [contentOf(loaded), events && contentOf(events)] as const;
    const same = id !== '' && tables.every((one, at) => one === tablesOfId[at]);
    if (!same || !(await writeAnalysis(id, analysis))) {
      id = String(crypto.randomUUID());
      tablesOfId = tables;
      await writeWork(id, await tablesOf(work), analysis);
    }
    written.value = work;
    keepingFailed.value = false;
  } catch {
    id = '';
    keepingFailed.value = true;
  }
}

async function tablesOf({ loaded, events }: Work): Promise<KeptTables> {
  return {
    cohort: await tableOf(loaded),
    events: events === null ? null : await tableOf(events),
  };
}

async function tableOf(loaded: Cohort): Promise<KeptTable> {
  const content = contentOf(loaded);
  if (content === null) throw new Error('nothing is known of where the table came from');
  const { name, synthetic } = loaded;
  const kept = typeof content === 'string' ? content : await content.arrayBuffer();
  return { name, synthetic, content: kept };
}

async function restore(): Promise<void> {
  try {
    const kept = await readWork();
    // A person who is faster than the browser's database has begun something else.
    if (kept === null || cohort.peek() !== null) return;
    const { cohort: table, events, analysis } = kept;
    const { name, synthetic } = table;
    if (!(await openKept({ name, synthetic, content: contentAs(table), analysis }))) return;
    if (events !== null) await openEvents(events.name, contentAs(events));
  } catch {
    keepingFailed.value = true;
  }
}

function contentAs({ content }: KeptTable): Uint8Array<ArrayBuffer> | string {
  return typeof content === 'string' ? content : new Uint8Array(content);
}
