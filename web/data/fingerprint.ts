// The SHA-256 of a file's bytes: says whether two tables are the same without showing a row.
import { type Cohort, originalOf } from './cohort.ts';

const known = new WeakMap<Cohort, Promise<string | null>>();

/** null where the browser has no such function, as on a page served over plain http. */
export async function digest(bytes: BufferSource): Promise<string | null> {
  // Not there on insecure pages, whatever the types say.
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return null;
  const hash = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Remembers the fingerprint of the file that the cohort was read from. */
export function keepFingerprint(cohort: Cohort, sha256: Promise<string | null>): void {
  known.set(cohort, sha256);
}

/** null also for a table that came from no file. */
export async function fingerprintOf(cohort: Cohort): Promise<string | null> {
  return (await known.get(originalOf(cohort))) ?? null;
}
