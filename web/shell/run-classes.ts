// The state of the run as classes of the page's root, so that hiding the old numbers draws nothing
// anew (ui/panels.css).
import { useSignalEffect } from '@preact/signals';

import { run } from '../data/store.ts';

/** In ms: by then what is on the screen has been drawn. */
const settlingTime = 100;

let settling: ReturnType<typeof setTimeout> | undefined;

export function useRunClasses(): void {
  useSignalEffect(() => {
    const { classList } = document.documentElement;
    classList.toggle('computing', run.value.state === 'computing');
    classList.add('settling');
    clearTimeout(settling);
    settling = setTimeout(() => classList.remove('settling'), settlingTime);
  });
}
