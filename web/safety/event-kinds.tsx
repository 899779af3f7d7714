import { kindsOf } from '../data/tables/event-analyses.ts';
import type { EventSetup } from '../data/tables/event-setup.ts';
import { setEventTable } from '../data/tables/opened.ts';
import { parts } from '../data/store.ts';
import { text } from '../text/text.ts';
import { Segmented } from '../ui/segmented.tsx';

const words = text.eventTable;

/** Which events of the table count, where it tells kinds apart. */
export function EventKinds() {
  const setup = parts.eventTable.value;
  const kinds = setup === null ? [] : kindsOf(setup);
  if (setup === null || kinds.length === 0) return null;
  return (
    <div class="screen-only">
      <Segmented
        label={words.count}
        choices={(['all', ...kinds] as const).map((value) => ({
          value,
          label: words.counts[value],
        }))}
        value={setup.count}
        onChange={(count) => setEventTable((before) => ({ ...before, count }))}
      />
    </div>
  );
}

/** " Only treatment-related events count (related: yes or possible)." */
export function onlyKind(setup: EventSetup | null): string {
  if (setup === null || setup.count === 'all') return '';
  const { count, columns, yes } = setup;
  return ` ${words.only(words.kinds[count], columns[count] ?? '', yes[count])}`;
}
