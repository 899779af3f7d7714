// In which order arms are listed, and what they are called.
import { levelLabel } from '../format/words.ts';

/**
 * The engine lists the reference arm first; results read "treatment against reference", so it is
 * shown last. Colours follow the order shown.
 */
export function referenceLast<T>(groups: readonly T[]): T[] {
  return groups.length < 2 ? [...groups] : [...groups.slice(1), ...groups.slice(0, 1)];
}

/** The engine calls a cohort without arms "all"; one curve needs no name. */
export function armLabel(label: string, alone: boolean): string {
  return alone && label === 'all' ? '' : levelLabel(label);
}
