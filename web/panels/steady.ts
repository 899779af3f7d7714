import { computed, type ReadonlySignal } from '@preact/signals';

import { sharing } from '../data/same.ts';

/**
 * Computed, and the same object as before while it says the same, in whole or in part: what shows it
 * is not drawn again for a change that it has nothing to do with.
 */
export function steady<T>(make: () => T): ReadonlySignal<T> {
  let last: T | undefined;
  return computed(() => {
    last = last === undefined ? make() : sharing(last, make());
    return last;
  });
}
