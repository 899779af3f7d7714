// The page without what it draws: its own modules read a table, compute, make links and open them, by
// the functions that its buttons call.
import { effect } from '@preact/signals';

import type { Results } from '../../../build/wasm/riskset.js';
import { fingerprintOf } from '../../../web/data/fingerprint.ts';
import { emptySetup } from '../../../web/data/setup.ts';
import { change } from '../../../web/data/state.ts';
import * as store from '../../../web/data/store.ts';
import { openEventFile } from '../../../web/data/tables/opened.ts';
import { secretTextOf } from '../../../web/share/link.ts';
import { type KindOfTable, makeReview } from '../../../web/share/make.ts';
import { followShared, locked, unlock } from '../../../web/share/open.ts';
import { rowsDocument } from '../../../web/share/rows.ts';

/** A file, in base64: what a driver hands over is JSON. */
export interface Given {
  name: string;
  bytes: string;
}

/** The document of results, and the texts of two links. */
export interface Sent {
  results: string;
  settings: string;
  rows: string;
}

const page = {
  /** Opens tables with what was decided about them; answers with what the owner sees and sends. */
  async send(
    table: Given,
    events: Given | null,
    saved: string | null,
    passphrase: string,
  ): Promise<Sent> {
    clear();
    await openTables(table, null);
    if (saved !== null) {
      await store.openFile(new File([saved], 'saved.riskset.json'));
      await store.useOpenTable();
    }
    if (events !== null) await openEventFile(fileOf(events));
    const results = await answers();
    return { results, settings: await settingsText(), rows: await rowsText(passphrase) };
  },

  /** Follows a link to settings and opens the tables that they wait for. */
  async openSettings(link: string, table: Given, events: Given | null): Promise<string> {
    clear();
    await follow(link, () => store.waiting.value !== null);
    await openTables(table, events);
    return answers();
  },

  async openRows(link: string, passphrase: string): Promise<string> {
    clear();
    await follow(link, () => locked.value !== null);
    const problem = await unlock(passphrase);
    if (problem !== null) throw new Error(problem);
    return answers();
  },
};

export type RoundTripPage = typeof page;

followShared();
Object.assign(globalThis, { roundTripPage: page });

function clear(): void {
  change('', { cohort: null, setup: emptySetup });
  store.forgetWaiting();
  store.loadProblem.value = null;
  locked.value = null;
}

function fileOf({ name, bytes }: Given): File {
  return new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name);
}

async function openTables(table: Given, events: Given | null): Promise<void> {
  if (!(await store.openFile(fileOf(table)))) {
    throw new Error(store.loadProblem.peek() ?? `${table.name} is not open`);
  }
  if (events !== null) await openEventFile(fileOf(events));
}

/** As the browser hands over what stands behind its address. */
async function follow(link: string, isThere: () => boolean): Promise<void> {
  location.hash = link.slice(link.indexOf('#'));
  await once(() => isThere() || store.loadProblem.value !== null);
  const problem = store.loadProblem.peek();
  if (problem !== null) throw new Error(problem);
}

async function answers(): Promise<string> {
  await once(() => ['done', 'failed'].includes(store.run.value.state));
  // Where quantiles lie is heard beside the answers.
  await once(() => store.setup.value.cuts.every(({ at }) => at !== null));
  await once(() => ['done', 'failed'].includes(store.run.value.state));
  const { version, results, problem } = store.run.peek();
  const { analyses } = store.analysisFile.peek()!;
  const document: Results = {
    riskset: 1,
    engine: version,
    results: problem === null ? analyses.map(({ id }) => results.get(id)!) : [],
    problem,
  };
  return JSON.stringify(document);
}

function once(isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (!isSo()) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}

async function settingsText(): Promise<string> {
  const content = await madeFor('settings');
  if (content.kind === 'rows') throw new Error('these are rows');
  return content.text;
}

async function rowsText(passphrase: string): Promise<string> {
  const content = await madeFor('rows');
  if (content.kind !== 'rows') throw new Error('these are no rows');
  const sha256 = await fingerprintOf(store.cohort.peek()!);
  return secretTextOf(rowsDocument(content.prepared, sha256), passphrase);
}

/** Columns that look like free text are put back, so that the answers are to the same questions. */
async function madeFor(kind: KindOfTable) {
  const about = { cohort: store.cohort.peek()!, setup: store.setup.peek(), texts: [] };
  const made = await makeReview(kind, about, new AbortController().signal);
  if (!made.ok) throw new Error(made.problem);
  return made.content;
}
