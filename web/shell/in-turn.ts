// The sections of a large table are drawn one after the other: all at once they would hold the page.
import { useEffect, useState } from 'preact/hooks';

import { mostAtOnce, nextTask } from '../data/reading/reading.ts';
import { cohort } from '../data/store.ts';

let last = Promise.resolve();

/** Whether it is the turn of this part of the page; of a small table, and once it was, it always is. */
export function useInTurn(): boolean {
  const [drawn, setDrawn] = useState((cohort.peek()?.table.rows ?? 0) <= mostAtOnce);
  useEffect(() => {
    if (drawn) return undefined;
    let gone = false;
    last = last.then(async () => {
      if (gone) return;
      setDrawn(true);
      // One task draws it, and the page answers before the next.
      await nextTask();
      await nextTask();
    });
    return () => {
      gone = true;
    };
  }, []);
  return drawn;
}
