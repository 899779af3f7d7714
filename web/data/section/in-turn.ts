// The sections of a large table are drawn one after the other, and so are the longest parts of Data
// and the first answers: all at once they would hold the page.
import { computed, signal } from '@preact/signals';
import { type ComponentChildren, createElement } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

import { mostAtOnce, nextFrame, nextTask } from '../reading/reading.ts';
import { printing } from '../../ui/printing.ts';
import { originalOf } from '../cohort.ts';
import { cohort } from '../store.ts';
import type { TextTable } from '../text/text-table.ts';

const waiting = signal(0);

/** Parts of the page wait for their turn. */
export const isDrawing = computed(() => waiting.value > 0);

let table: TextTable | null = null;
let large = 0;

/** How many large tables have come, one that came back among them. */
const largeTables = computed(() => {
  const before = table;
  table = cohort.value && originalOf(cohort.value).table;
  if (table !== before && isLarge(table)) large += 1;
  return large;
});

function isLarge(of: TextTable | null | undefined): boolean {
  return (of?.rows ?? 0) > mostAtOnce;
}

let last = Promise.resolve();
/** How much of the present turn is taken. */
let taken = 0;

/**
 * Whether it is the turn of this part of the page; of a small table, and once it was, it always is.
 * Small parts take a `share` of a turn.
 */
export function useInTurn(share = 1): boolean {
  const isPrinted = printing.value; // on paper no part comes later
  const [drawn, setDrawn] = useState(!isLarge(cohort.peek()?.table) || isPrinted);
  useLayoutEffect(() => {
    if (isPrinted) setDrawn(true);
  }, [isPrinted]);
  useLayoutEffect(() => {
    if (drawn) return undefined;
    let gone = false;
    waiting.value += 1;
    last = last.then(async () => {
      if (!gone) {
        setDrawn(true);
        await turnTaken(share);
      }
      waiting.value -= 1;
    });
    return () => {
      gone = true;
    };
  }, []);
  return drawn || isPrinted;
}

async function turnTaken(share: number): Promise<void> {
  taken += share;
  if (taken < 1) return;
  taken = 0;
  // One task draws it, another lays it out, and the page answers before the next.
  await nextTask();
  await nextFrame();
}

interface InTurnProps {
  share?: number;
  children: ComponentChildren;
}

/** What is drawn when its turn has come, which of another large table comes anew. */
export function InTurn(props: InTurnProps) {
  return createElement(WhenItsTurn, { key: largeTables.value, ...props });
}

function WhenItsTurn({ share, children }: InTurnProps) {
  return useInTurn(share) ? children : null;
}
