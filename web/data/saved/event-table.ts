// The table of adverse events of a saved analysis: which file it is, and what was decided about it.
import { readOptionsOf } from '../read-options.ts';
import type { EventSetup } from '../tables/event-setup.ts';
import { type EventRole, eventRoles } from '../tables/event-words.ts';
import { readShape, type SavedRead } from './read.ts';
import type { Shape } from './shape.ts';

/** As a page has written it, or anyone: any part may lack. */
export interface SavedEventTable {
  file?: { name?: string | null; rows?: number | null; sha256?: string | null } | null;
  read?: SavedRead | null;
  columns?: Partial<Record<EventRole, string | null>> | null;
  cohortPatient?: string | null;
  texts?: Partial<Record<keyof EventSetup['texts'], (string | null)[] | null>> | null;
  yes?: Partial<Record<keyof EventSetup['yes'], (string | null)[] | null>> | null;
  noEvent?: (string | null)[] | null;
  chosen?: (EventSetup['chosen'][number] | null)[] | null;
  count?: EventSetup['count'] | null;
  listed?: (string | null)[] | null;
}

const texts: Shape = { listOf: 'text' };

export const eventTableShape: Shape = {
  keys: {
    file: { keys: { name: 'text', rows: 'number', sha256: 'text' } },
    read: readShape,
    columns: {
      keys: { patient: 'text', term: 'text', grade: 'text', related: 'text', immune: 'text' },
    },
    cohortPatient: 'text',
    texts: { keys: { term: texts, grade: texts, related: texts, immune: texts } },
    yes: { keys: { related: texts, immune: texts } },
    noEvent: texts,
    chosen: { listOf: { oneOf: [...eventRoles, 'cohortPatient'] } },
    count: { oneOf: ['all', 'related', 'immune'] },
    listed: texts,
  },
};

export function restoredEventTable(
  saved: SavedEventTable | null | undefined,
  cohortColumns: ReadonlySet<string>,
): EventSetup | null {
  if (saved === null || saved === undefined) return null;
  const { file, read, columns, cohortPatient, count } = saved;
  const patient = cohortPatient ?? null;
  return {
    file: { name: file?.name ?? '', rows: file?.rows ?? 0, sha256: file?.sha256 ?? null },
    read: readOptionsOf(read),
    columns: {
      patient: columns?.patient ?? null,
      term: columns?.term ?? null,
      grade: columns?.grade ?? null,
      related: columns?.related ?? null,
      immune: columns?.immune ?? null,
    },
    cohortPatient: patient !== null && cohortColumns.has(patient) ? patient : null,
    texts: {
      term: known(saved.texts?.term),
      grade: known(saved.texts?.grade),
      related: known(saved.texts?.related),
      immune: known(saved.texts?.immune),
    },
    yes: { related: known(saved.yes?.related), immune: known(saved.yes?.immune) },
    noEvent: known(saved.noEvent),
    chosen: known(saved.chosen),
    count: count ?? 'all',
    listed: saved.listed === null || saved.listed === undefined ? null : known(saved.listed),
  };
}

function known<Item>(list: readonly (Item | null)[] | null | undefined): Item[] {
  return (list ?? []).filter((item) => item !== null);
}
