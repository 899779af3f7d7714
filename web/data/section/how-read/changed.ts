// A table that is read again is another table, and its section is drawn afresh: where a person was
// stands here meanwhile.
import type { ReadOptions } from '../../read-options.ts';
import { readAgain } from '../../store.ts';

export type Field = keyof ReadOptions;

let changed: Field | null = null;

/** Answers whether the table was read. */
export async function readWith(field: Field, value: ReadOptions): Promise<boolean> {
  changed = field;
  const done = await readAgain(value);
  if (!done) changed = null;
  return done;
}

/** The field whose change has drawn the section afresh; null where something else has. */
export function takeChanged(): Field | null {
  const field = changed;
  changed = null;
  return field;
}
