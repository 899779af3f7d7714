// The cohort and its setup, and every state that they had before. The only place that changes them.
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';

import { text } from '../text/text.ts';
import { workingCohort } from './changes/working-cohort.ts';
import { type Cohort, originalOf } from './cohort.ts';
import {
  type History,
  type Move,
  noHistory,
  redone,
  remembered,
  type Step,
  undone,
} from './history.ts';
import { same, sharing } from './same.ts';
import { emptyPaper, isEmpty, type Paper } from './paper/paper.ts';
import { emptySetup, type Setup } from './setup.ts';

export interface Snapshot {
  /** As it was read: what was changed in it since is in the setup. */
  cohort: Cohort | null;
  setup: Setup;
  /** Printed results, which need no cohort and stay when another is opened. */
  paper: Paper;
}

const nothing: Snapshot = { cohort: null, setup: emptySetup, paper: emptyPaper };

const present = signal<Snapshot>(nothing);
const history = signal<History<Snapshot>>(noHistory);
/** The last state that is also elsewhere: in a saved file, or in the page's own example. */
const safe = signal<Snapshot>(nothing);

/** With the changes that the setup makes in it. */
export const cohort: ReadonlySignal<Cohort | null> = computed(() => {
  const { cohort: loaded, setup: decided } = present.value;
  return loaded === null ? null : workingCohort(loaded, decided);
});
export const setup: ReadonlySignal<Setup> = computed(() => present.value.setup);

export const paper: ReadonlySignal<Paper> = computed(() => present.value.paper);

export type Parts = { [Key in keyof Setup]: ReadonlySignal<Setup[Key]> };

/** Who reads one part of the setup is told when that part changes, and not when another does. */
export const parts = Object.fromEntries(
  (Object.keys(emptySetup) as (keyof Setup)[]).map((key) => [
    key,
    computed(() => setup.value[key]),
  ]),
) as Parts;

/** What the next undo or redo is about; null where there is none. */
export const undoName = computed(() => history.value.past.at(-1)?.name ?? null);
export const redoName = computed(() => history.value.future.at(-1)?.name ?? null);

/** What undo or redo has just done, for those who do not see it. */
export const moved = signal('');

/** Whether closing the page would lose something. */
export const unsaved = computed(() => {
  const [now, kept] = [present.value, safe.value];
  const table = now.cohort !== null && (now.cohort !== kept.cohort || !same(now.setup, kept.setup));
  return table || (!isEmpty(now.paper) && !same(now.paper, kept.paper));
});

/** The present state can be had again, or a part of it: the table, the paper. */
export function markSafe(part: 'all' | 'table' | 'paper' = 'all'): void {
  const [now, kept] = [present.peek(), safe.peek()];
  safe.value = {
    ...(part === 'paper' ? kept : now),
    paper: part === 'table' ? kept.paper : now.paper,
  };
}

let joining: 'each' | 'first' | 'further' = 'each';

/** One step, named after what it changes. What changes nothing is no step. */
export function change(name: string, next: Omit<Snapshot, 'paper'>): void {
  const before = present.peek();
  const loaded = next.cohort === null ? null : originalOf(next.cohort);
  if (before.cohort === loaded && same(before.setup, next.setup)) return;
  batch(() => {
    if (before.cohort === null) history.value = withTable(history.peek(), loaded, next.setup);
    else if (joining !== 'further') history.value = remembered(history.peek(), name, before);
    // What is read of a column is kept with its part of the setup: no two tables share one.
    const shared = before.cohort === loaded ? sharing(before.setup, next.setup) : next.setup;
    present.value = { ...before, cohort: loaded, setup: shared };
    moved.value = '';
  });
  if (joining === 'first') joining = 'further';
}

/** To open the first table is no step: what was done before it is undone beside it. */
function withTable(
  { past, future }: History<Snapshot>,
  loaded: Cohort | null,
  first: Setup,
): History<Snapshot> {
  const beside = ({ name, state }: Step<Snapshot>): Step<Snapshot> => ({
    name,
    state: { ...state, cohort: loaded, setup: first },
  });
  return { past: past.map(beside), future: future.map(beside) };
}

/** One step of the paper alone. */
export function changePaper(name: string, next: Paper): void {
  const before = present.peek();
  if (same(before.paper, next)) return;
  batch(() => {
    if (joining !== 'further') history.value = remembered(history.peek(), name, before);
    present.value = { ...before, paper: next };
    moved.value = '';
  });
  if (joining === 'first') joining = 'further';
}

/** What goes on with the last step of the paper is no step of its own. */
export function amendPaper(next: Paper): void {
  present.value = { ...present.peek(), paper: next };
}

/** What follows from the last step belongs to it: it is undone with it, and is no step of its own. */
export function amend(next: Setup): void {
  const before = present.peek();
  present.value = { ...before, setup: sharing(before.setup, next) };
}

/** Several changes that the user made as one: undone together, under the name of the first. */
export function asOneStep(changes: () => void): void {
  joining = 'first';
  try {
    batch(changes);
  } finally {
    joining = 'each';
  }
}

/** Each answers whether there was a step to take. */
export function undo(): boolean {
  return move(undone(history.peek(), present.peek()), text.shell.undo.undone);
}

export function redo(): boolean {
  return move(redone(history.peek(), present.peek()), text.shell.undo.redone);
}

function move(to: Move<Snapshot> | null, said: (name: string) => string): boolean {
  if (to === null) return false;
  batch(() => {
    history.value = to.history;
    present.value = to.state;
    moved.value = said(to.name);
  });
  return true;
}
