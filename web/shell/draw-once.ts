// Most answers come within some hundredths of a second. A change and its answers are then drawn
// together: to draw the page first with the new setting alone would only make the numbers late.
import { effect } from '@preact/signals';
import { options } from 'preact';

import { cohort, run } from '../data/store.ts';
import { printing } from '../ui/printing.ts';

/** In ms: what the user did is shown after this, answered or not, and the old numbers are hidden. */
export const patience = 60;

let begun = 0;
let drawing: (() => void) | null = null;
let latest: ReturnType<typeof setTimeout> | undefined;

export function drawOnce(): void {
  // On paper nothing comes later, also not what waits already.
  let known: (() => void) | null = null;
  effect(() => {
    if (printing.value && known !== null) queueMicrotask(known);
  });

  options.debounceRendering = (draw) => {
    known = draw;
    if (printing.peek()) {
      queueMicrotask(draw);
      return;
    }
    drawing = draw;
    // What shows a change may hear of it before the run does.
    queueMicrotask(drawInTime);
  };

  let computing = false;
  effect(() => {
    const before = computing;
    computing = run.value.state === 'computing';
    if (computing && !before) begun = performance.now();
    if (!computing) drawNow();
  });
}

function drawInTime(): void {
  const left = begun + patience - performance.now();
  if (run.peek().state !== 'computing' || left <= 0) drawNow();
  else latest = setTimeout(drawNow, left);
}

function drawNow(): void {
  clearTimeout(latest);
  if (drawing !== null) start(drawing);
  drawing = null;
}

/** In rows: to look at so many takes as long as to draw what was seen. */
const many = 5000;

/** After a large table the page answers between what was looked at and the drawing of it. */
function start(draw: () => void): void {
  if ((cohort.peek()?.table.rows ?? 0) > many) setTimeout(draw);
  else queueMicrotask(draw);
}
