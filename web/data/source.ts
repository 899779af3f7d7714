// What the open table was read from, for it may have to be read again in another way. Of a file the
// bytes are kept, not the file: on the disk it may be changed or gone.
import { type Cohort, originalOf } from './cohort.ts';
import type { ReadOptions } from './read-options.ts';
import type { Source } from './reading/read-cohort.ts';

const known = new WeakMap<Cohort, Blob | string>();

/** Before the bytes are handed over to a worker. */
export function keptContent({ content }: Source): Blob | string {
  return typeof content === 'string' ? content : new Blob([content]);
}

export function keepSource(cohort: Cohort, content: Blob | string): void {
  known.set(cohort, content);
}

export function contentOf(cohort: Cohort): Blob | string | null {
  return known.get(originalOf(cohort)) ?? null;
}

/** null where the table was made by no file that is still known. */
export async function sourceOf(cohort: Cohort, options: ReadOptions): Promise<Source | null> {
  const content = contentOf(cohort);
  if (content === null) return null;
  const { name, synthetic } = cohort;
  const again = typeof content === 'string' ? content : new Uint8Array(await content.arrayBuffer());
  return { name, content: again, synthetic, options };
}
