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

/** How the follow-up times came about, and from when on patients are at risk. */
export function timesInWords(endpoint: Timing): string {
  const { entry } = endpoint;
  return [measured(endpoint), ...(entry === null ? [] : [say.lateEntry(entry)])].join(' ');
}

type Timing = Pick<EndpointSetup, 'start' | 'end' | 'entry' | 'time' | 'unit'>;

/** As the file has them, or as the distance of two dates. */
function measured({ start, end, time, unit }: Timing): string {
  if (time !== null || start === null || end === null) return say.asInFile(unit);
  return unit === 'months'
    ? say.fromDatesInMonths(start, end, daysPer.months)
    : say.fromDates(start, end, unit);
}
