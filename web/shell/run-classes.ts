// The state of the run as classes of the page's root, so that hiding the old numbers draws nothing
// anew (ui/panels.css).
import { useSignalEffect } from '@preact/signals';

import { run } from '../data/store.ts';
import { patience } from './draw-once.ts';

/** In ms: by then what is on the screen has been drawn. */
const settlingTime = 100;

let hiding: ReturnType<typeof setTimeout> | undefined;
let settling: ReturnType<typeof setTimeout> | undefined;

/**
 * Answers that come soon take the place of the old numbers together with the change; hidden in
 * between, the whole page would be laid out twice.
 */
export function useRunClasses(): void {
  useSignalEffect(() => {
    const { classList } = document.documentElement;
    if (run.value.state === 'computing') {
      hiding ??= setTimeout(() => classList.add('computing'), patience);
      return;
    }
    clearTimeout(hiding);
    hiding = undefined;
    classList.remove('computing');
    classList.add('settling');
    clearTimeout(settling);
    settling = setTimeout(() => classList.remove('settling'), settlingTime);
  });
}
