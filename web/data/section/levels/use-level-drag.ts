import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { type Drop, dropAt } from './level-moves.ts';

export interface LevelDrag {
  /** The level that is held, by its place, and where it would land. */
  held: { from: number; drop: Drop | null } | null;
  start: (from: number, event: PointerEvent) => void;
}

/** Holding a level by its grip, with mouse, pen or finger. Escape puts it back. */
export function useLevelDrag(
  list: RefObject<HTMLElement | null>,
  mayMerge: boolean,
  onDrop: (from: number, drop: Drop) => void,
): LevelDrag {
  const [held, setHeld] = useState<LevelDrag['held']>(null);

  useEffect(() => {
    if (held === null) return undefined;
    const { from } = held;
    const dropOf = (event: PointerEvent) =>
      dropAt(
        [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect()),
        from,
        event.clientY,
        mayMerge,
      );
    const move = (event: PointerEvent) => setHeld({ from, drop: dropOf(event) });
    const cancel = () => setHeld(null);
    const release = (event: PointerEvent) => {
      cancel();
      const drop = dropOf(event);
      if (drop !== null) onDrop(from, drop);
    };
    const key = (event: KeyboardEvent) => event.key === 'Escape' && cancel();
    addEventListener('pointermove', move);
    addEventListener('pointerup', release);
    addEventListener('pointercancel', cancel);
    addEventListener('keydown', key);
    return () => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', release);
      removeEventListener('pointercancel', cancel);
      removeEventListener('keydown', key);
    };
  });

  return {
    held,
    start: (from, event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      (event.currentTarget as HTMLElement).focus();
      setHeld({ from, drop: null });
    },
  };
}
