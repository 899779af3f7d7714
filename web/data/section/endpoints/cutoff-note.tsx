import { day } from '../../../format/numbers.ts';
import { text } from '../../../text/text.ts';
import { Button } from '../../../ui/button.tsx';
import type { Cohort } from '../../cohort.ts';
import { cutoffNamed } from '../../dated-events.ts';
import type { Setup } from '../../setup.ts';
import { setCutoff } from '../../store.ts';
import { parseDate } from '../../text/parse-cell.ts';

const words = text.data.endpoints;

/** That the table's own cut-off ends the endpoints of dates, and the way out of it. */
export function CutoffNote({ cohort, setup }: { cohort: Cohort; setup: Setup }) {
  const named = cutoffNamed(cohort, setup);
  const dated = setup.endpoints.filter(({ time }) => time === null);
  if (named === null || dated.length === 0) return null;
  const { column, day: own } = named;
  const shown = day(parseDate(own)!);
  const ends = dated.some(({ cutoff }) => cutoff === own);
  // Another day was chosen by hand.
  if (!ends && dated.some(({ cutoff }) => cutoff !== null)) return null;
  return (
    <p class="note">
      {ends ? words.cutoffFrom(column, shown) : words.noCutoffFrom(column, shown)}{' '}
      <span class="screen-only">
        <Button kind="link" onClick={() => setCutoff(ends ? null : own)}>
          {ends ? words.withoutCutoff : words.withCutoff}
        </Button>
      </span>
    </p>
  );
}
