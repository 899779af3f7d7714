// The SHA-256 of a file's bytes: says whether two tables are the same without showing a row.
import { type Cohort, originalOf } from './cohort.ts';

const known = new WeakMap<Cohort, Promise<string | null>>();

/** null where the browser has no such function, as on a page served over plain http. */
export async function digest(bytes: BufferSource): Promise<string | null> {
  if (!isSecure()) return null;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** On other pages browsers have no such functions, whatever the types say. */
function isSecure(): boolean {
  return (globalThis.crypto.subtle as SubtleCrypto | undefined) !== undefined;
}

/** Remembers the fingerprint of the file that the cohort was read from. */
export function keepFingerprint(cohort: Cohort, sha256: Promise<string | null>): void {
  known.set(cohort, sha256);
}

/** Of the same file, read in another way. */
export function keepFingerprintOf(before: Cohort, again: Cohort): void {
  const sha256 = known.get(originalOf(before));
  if (sha256 !== undefined) keepFingerprint(again, sha256);
}

/** Whether there is one, before it is computed. */
export function hasFingerprint(cohort: Cohort): boolean {
  return isSecure() && known.has(originalOf(cohort));
}

/** null also for a table that came from no file. */
export async function fingerprintOf(cohort: Cohort): Promise<string | null> {
  return (await known.get(originalOf(cohort))) ?? null;
}
