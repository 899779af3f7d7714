// Every analysis that the tests have and the page can open: each table as it is guessed, and each saved
// analysis of the reference cases on its table.
import { readdirSync, readFileSync } from 'node:fs';

import { type Cohort, cohortOf } from '../../../web/data/cohort.ts';
import { digest } from '../../../web/data/fingerprint.ts';
import { readTable } from '../../../web/data/read-table.ts';
import { parseSaved } from '../../../web/data/saved/document.ts';
import { restoredSetup } from '../../../web/data/saved/restore.ts';
import { initialSetup, type Setup } from '../../../web/data/setup.ts';
import { guessedEventSetup } from '../../../web/data/tables/event-setup.ts';
import type { ReferenceCase } from '../../reference/expectations.ts';

export interface Analysed {
  name: string;
  table: URL;
  /** A table of adverse events beside it. */
  events: URL | null;
  /** The text of a saved analysis; null: as it is guessed. */
  saved: string | null;
}

const reference = new URL('../../reference/', import.meta.url);
const corpus = new URL('../data/corpus/files/', import.meta.url);
const example = new URL('../../../web/examples/rechallenge_cohort.csv', import.meta.url);

export const nameOf = (file: URL): string => decodeURIComponent(file.pathname.split('/').at(-1)!);
export const bytesOf = (file: URL): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(file));

/** As a page that was never open reads it. */
export async function cohortOfFile(file: URL): Promise<Cohort> {
  const read = await readTable(bytesOf(file));
  if (!read.ok) throw new Error(read.problem);
  return cohortOf(read, nameOf(file));
}

export async function decided(
  { saved, events: eventFile }: Analysed,
  cohort: Cohort,
  events: Cohort | null,
): Promise<Setup> {
  const parsed = saved === null ? null : parseSaved(saved, 'saved');
  const setup = parsed?.ok === true ? restoredSetup(cohort, parsed.file) : initialSetup(cohort);
  if (events === null || eventFile === null) return setup;
  const sha256 = await digest(bytesOf(eventFile));
  const file = { name: events.name, rows: events.table.rows, sha256 };
  return { ...setup, eventTable: guessedEventSetup(cohort, setup.identifiers, events, file) };
}

const asGuessed = (table: URL, name = nameOf(table)): Analysed => ({
  name,
  table,
  events: null,
  saved: null,
});

/** Files of the corpus that the page refuses have no analysis. */
async function readable(folder: URL): Promise<URL[]> {
  const files = readdirSync(folder).map((name) => new URL(name, folder));
  const read = await Promise.all(files.map((file) => readTable(bytesOf(file))));
  return files.filter((_, at) => read[at]!.ok);
}

/** What differs in the questions alone is one analysis of the page, which asks its own. */
function savedAnalyses(): Analysed[] {
  const known = new Map<string, Analysed>();
  const folder = new URL('cases/', reference);
  for (const file of readdirSync(folder)) {
    const cases: ReferenceCase[] = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    for (const { id, data, analysis } of cases) {
      if (data === null) continue;
      const { analyses: _, ...rest } = analysis as Record<string, unknown>;
      const key = JSON.stringify([data, rest]);
      const saved = JSON.stringify(analysis);
      if (known.has(key) || !parseSaved(saved, id).ok) continue;
      known.set(key, { ...asGuessed(new URL(data, reference), `${id} of ${data}`), saved });
    }
  }
  return [...known.values()];
}

export const analyses: readonly Analysed[] = [
  asGuessed(example, 'the example'),
  {
    ...asGuessed(example, 'the example with its adverse events'),
    events: new URL('data/example_events.csv', reference),
  },
  ...(await readable(corpus)).map((file) => asGuessed(file)),
  ...(await readable(new URL('data/', reference))).map((file) => asGuessed(file)),
  ...savedAnalyses(),
];
