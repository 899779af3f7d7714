import { useEffect } from 'preact/hooks';

import { unsaved } from '../data/store.ts';
import { isKept } from '../privacy/keeping.ts';

/** The browser asks before it closes or reloads a page that holds what is nowhere else. */
export function useAskBeforeLeaving(): void {
  const atStake = unsaved.value && !isKept.value;
  useEffect(() => {
    if (!atStake) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [atStake]);
}
