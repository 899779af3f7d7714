import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { sections } from './sections.ts';

export const currentSection = signal('start');

/** A section is current when its heading has passed this far under the bar. */
const readingLine = 160;

/** Follows scrolling: the last section that began above the reading line is the current one. */
export function useCurrentSection(shown: readonly string[]): void {
  useEffect(() => {
    const update = () => {
      const begun = sections.filter(({ id }) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top;
        return top !== undefined && top < readingLine;
      });
      const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
      const last = atEnd && scrollY > 0 ? shown.at(-1) : begun.at(-1)?.id;
      currentSection.value = last ?? 'start';
    };
    update();
    addEventListener('scroll', update, { passive: true });
    addEventListener('resize', update);
    return () => {
      removeEventListener('scroll', update);
      removeEventListener('resize', update);
    };
  }, [shown.join(' ')]);
}
