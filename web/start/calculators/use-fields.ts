import { useEffect, useState } from 'preact/hooks';

import { parts } from '../../data/store.ts';
import { type Fields, fromLink } from './link.ts';

interface TypedFields<Typed extends Fields> {
  typed: Typed;
  type: (change: Partial<Typed>) => void;
  /** Coverage of the intervals: the page's, unless the link that was opened has its own. */
  level: number;
}

/** What is typed into a calculator: an example at first, or what the opened link carries. */
export function useFields<Typed extends Fields>(id: string, example: Typed): TypedFields<Typed> {
  const [fields, setFields] = useState(
    () => fromLink(location.hash, id, example) ?? { typed: example, level: null },
  );
  useLink(id, () => {
    const opened = fromLink(location.hash, id, example);
    if (opened !== null) setFields(opened);
  });
  return {
    typed: fields.typed,
    type: (change) => setFields(({ typed, level }) => ({ typed: { ...typed, ...change }, level })),
    level: fields.level ?? parts.options.value.level,
  };
}

/** Calls `onOpened` when the page was opened with a link to this calculator, and whenever one is followed. */
export function useLink(id: string, onOpened: () => void): void {
  useEffect(() => {
    const follow = () => {
      if (fromLink(location.hash, id, {}) !== null) onOpened();
    };
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
}
