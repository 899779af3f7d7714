// Opening what somebody has shared, from the address of the page or from a file. What is there already
// stays until the other is read, and comes back by undoing.
import { signal } from '@preact/signals';

import type { Cohort } from '../data/cohort.ts';
import { digest, keepFingerprint } from '../data/fingerprint.ts';
import { loadProblem, openAnalysis, openSharedWith, openWhole } from '../data/opening.ts';
import { restoredSetup } from '../data/saved/restore.ts';
import { sharedEngine } from '../data/store.ts';
import type { Setup } from '../data/setup.ts';
import { keepEventTable } from '../data/tables/opened.ts';
import { markWithoutRows } from '../data/without-rows.ts';
import { text as catalogue } from '../text/text.ts';
import { analysisIn } from './documents.ts';
import { brought, type Kind, Unopenable } from './envelope.ts';
import { eventRows } from './event-rows.ts';
import { documentOf, inFile, secretDocumentOf } from './link.ts';
import { broughtByPage } from './own-page.ts';
import { paperIn } from './paper.ts';
import { type ResultsDocument, resultsIn } from './results.ts';
import { rowsIn } from './rows.ts';
import { canEncrypt } from './secret.ts';

const words = catalogue.share.opening;

export interface Shared {
  kind: Kind;
  text: string;
}

/** Rows that wait for their passphrase; null where none do. */
export const locked = signal<{ text: string; what: string } | null>(null);

/** Shared results are sent on as they came: of a table without rows nothing can be counted again. */
const sharedAs = new WeakMap<Cohort, { document: ResultsDocument; text: string }>();

export function sharedResults(cohort: Cohort): { document: ResultsDocument; text: string } | null {
  return sharedAs.get(cohort) ?? null;
}

/** Tables whose dates are no days of a calendar. */
const withMadeUpDates = new WeakSet<Cohort>();

export function hasMadeUpDates(cohort: Cohort): boolean {
  return withMadeUpDates.has(cohort);
}

/** Reads the address once and takes it out of there, and files from now on. */
export function followShared(): void {
  openSharedWith((content, name) => {
    const found = inFile(content);
    return found === null ? null : openShared(found, name);
  });
  addEventListener('hashchange', openFromAddress);
  openFromAddress();
}

/** Answers whether the page is a report: then what it brings is opened. */
export function openBrought(): boolean {
  const found = broughtByPage();
  const first = found.find(({ kind }) => kind !== 'rows') ?? found[0];
  if (first !== undefined) void openShared(first, catalogue.share.report.name);
  return first !== undefined;
}

/** The rows that a report holds beside its results; asks for their passphrase. */
export function openBroughtRows(): void {
  const rows = broughtByPage().find(({ kind }) => kind === 'rows');
  if (rows !== undefined) void openShared(rows, catalogue.share.report.name);
}

function openFromAddress(): void {
  const found = brought(location.hash);
  if (found === null) return;
  // Rows and results should not stand in the history of the browser, nor be opened by a reload.
  history.replaceState(null, '', location.pathname + location.search);
  void openShared(found, words.link);
}

/** Answers whether there is something new on the page. `what` names it in sentences. */
export async function openShared({ kind, text }: Shared, what: string): Promise<boolean> {
  try {
    if (kind === 'rows') return await ask(text, what);
    const document = await documentOf(kind, text);
    if (kind === 'paper') return await openPaper(document, what);
    return await (kind === 'settings'
      ? openSettings(document, what)
      : openResults(document, text, what));
  } catch (error) {
    return refuse(reason(error, what));
  }
}

async function openSettings(document: unknown, what: string): Promise<boolean> {
  const analysis = analysisIn(document);
  if (analysis === null) return refuse(words.unfitting(what));
  return openAnalysis(analysis, what === words.link ? words.settingsName : what);
}

async function openPaper(document: unknown, what: string): Promise<boolean> {
  const analysis = paperIn(document);
  if (analysis === null) return refuse(words.unfitting(what));
  return openAnalysis(analysis, what === words.link ? words.paperName : what);
}

async function openResults(document: unknown, text: string, what: string): Promise<boolean> {
  const results = await resultsIn(document, (file, columns, rows) =>
    sharedEngine().analyze(file, [...columns], rows, { signal: new AbortController().signal }),
  );
  if (results === null) return refuse(words.unfitting(what));
  const { cohort, setup, together, selection, known, engine } = results;
  const memory = markWithoutRows(cohort.table, together, selection);
  memory.version = engine;
  for (const [key, answer] of known) memory.keep(key, answer);
  sharedAs.set(cohort, { document: document as ResultsDocument, text });
  openWhole(cohort, setup);
  return true;
}

async function ask(text: string, what: string): Promise<boolean> {
  if (!canEncrypt()) return refuse(words.noCrypto(what));
  loadProblem.value = null;
  locked.value = { text, what };
  return false;
}

/** null: they are open; else why not, for who has typed the passphrase. */
export async function unlock(passphrase: string): Promise<string | null> {
  const waiting = locked.peek();
  if (waiting === null) return null;
  const { text, what } = waiting;
  try {
    const document = await secretDocumentOf(text, passphrase);
    if (document === null) return words.wrong;
    const rows = rowsIn(document);
    if (rows === null) return words.unfitting(what);
    const { cohort, analysis, events, trueDates } = rows;
    const sha256 = analysis.cohort?.sha256 ?? null;
    if (sha256 !== null) keepFingerprint(cohort, Promise.resolve(sha256));
    if (!trueDates) withMadeUpDates.add(cohort);
    openWhole(cohort, await withEvents(restoredSetup(cohort, analysis), events));
    locked.value = null;
    return null;
  } catch (error) {
    return reason(error, what);
  }
}

/** The setup that means the table which came with it, and no other of that name. */
async function withEvents(setup: Setup, events: Cohort | null): Promise<Setup> {
  const { eventTable } = setup;
  if (events === null || eventTable === null) return setup;
  const content = new TextEncoder().encode(JSON.stringify(eventRows(events)));
  const file = { ...eventTable.file, rows: events.table.rows, sha256: await digest(content) };
  keepEventTable(events, file);
  return { ...setup, eventTable: { ...eventTable, file } };
}

function refuse(problem: string): false {
  loadProblem.value = problem;
  return false;
}

function reason(error: unknown, what: string): string {
  if (!(error instanceof Unopenable)) return words.unfitting(what);
  const { code, found, wanted } = error;
  switch (code) {
    case 'cutOff':
      return words.cutOff(what, found, wanted);
    case 'newer':
      return words.newer(what, found, wanted);
    case 'tooLarge':
      return words.tooLarge(what);
    default:
      return words.damaged(what);
  }
}
