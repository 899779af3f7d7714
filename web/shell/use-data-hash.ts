import { useEffect, useState } from 'preact/hooks';

import { fingerprintOf } from '../data/fingerprint.ts';
import { type Cohort, cohort } from '../data/store.ts';

/** The first digits of the SHA-256 of the open table; null without one. */
export function useDataHash(): string | null {
  const [known, setKnown] = useState<{ of: Cohort; hash: string | null } | null>(null);
  const loaded = cohort.value;
  useEffect(() => {
    if (loaded === null) return;
    void fingerprintOf(loaded).then((hash) => setKnown({ of: loaded, hash }));
  }, [loaded]);
  return known !== null && known.of === loaded ? (known.hash?.slice(0, 6) ?? null) : null;
}
