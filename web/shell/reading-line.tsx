import { useEffect } from 'preact/hooks';

import { cohort, type Reading, reading, stopReading } from '../data/store.ts';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';

const words = text.shell.open;

/** How far a large file is read, wherever the reader has scrolled to; Escape stops it too. */
export function ReadingLine() {
  const present = reading.value;
  const name = present?.name ?? null;
  useEffect(() => {
    if (name === null) return undefined;
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && document.querySelector('dialog[open]') === null) stop();
    };
    addEventListener('keydown', escape);
    return () => removeEventListener('keydown', escape);
  }, [name]);
  return (
    <>
      <span class="visually-hidden" role="status">
        {name === null ? '' : words.reading(name)}
      </span>
      {present !== null && (
        <div class="reading screen-only" aria-busy="true">
          <div class="reading-line" style={{ width: `${100 * shareOf(present)}%` }} />
          <p class="reading-words">
            {wordsOf(present)}
            <Button kind="small" onClick={stop}>
              {words.cancel}
            </Button>
          </p>
        </div>
      )}
    </>
  );
}

/** The button is gone then: the keyboard goes on where the page is. */
function stop(): void {
  const held = document.activeElement?.closest('.reading') !== null;
  stopReading();
  const place = cohort.peek() === null ? 'start-title' : 'data-title';
  if (held) document.getElementById(place)?.focus({ preventScroll: true });
}

function wordsOf({ name, step }: Reading): string {
  if (step === null) return words.reading(name);
  return words[step.part](step.done, step.total);
}

/** Parting the rows takes about as long as looking through the columns. */
function shareOf({ step }: Reading): number {
  if (step === null) return 0;
  const before = step.part === 'rows' ? 0 : 0.5;
  return before + 0.5 * Math.min(1, step.done / step.total);
}
