import { daysPer } from '../data/analyses/survival-times.ts';
import { labelOf } from '../data/guess/labels.ts';
import type { EndpointSetup } from '../data/setup.ts';
import { inSentence } from '../format/words.ts';
import { text } from '../text/text.ts';

const say = text.panels.times;

/**
 * What time 0 is, as far as the file says: a column of start dates names it; a column of durations
 * does not.
 */
export function startOfTime(endpoint: Pick<EndpointSetup, 'start'>): string {
  return endpoint.start === null ? say.start : inSentence(labelOf(endpoint.start), endpoint.start);
}

/** How the follow-up times came about: as the file has them, or as the distance of two dates. */
export function timesInWords({
  start,
  end,
  time,
  unit,
}: Pick<EndpointSetup, 'start' | 'end' | 'time' | 'unit'>): string {
  if (time !== null || start === null || end === null) return say.asInFile(unit);
  return unit === 'months'
    ? say.fromDatesInMonths(start, end, daysPer.months)
    : say.fromDates(start, end, unit);
}
