// In which order arms are listed, and what they are called.
import { armName } from '../format/words.ts';

/**
 * The engine lists the reference arm first; results read "treatment against reference", so it is
 * shown last. Colours follow the order shown.
 */
export function referenceLast<T>(groups: readonly T[]): T[] {
  return groups.length < 2 ? [...groups] : [...groups.slice(1), ...groups.slice(0, 1)];
}

/** The engine calls a cohort without arms "all"; one curve (`alone`) needs no name. */
export function armLabel(label: string, alone = false): string {
  return alone && label === 'all' ? '' : armName(label);
}
