import { isComposed } from '../data/endpoint-dates.ts';
import { labelOf } from '../data/guess/labels.ts';
import type { EndpointSetup } from '../data/setup.ts';
import { parseDate } from '../data/text/parse-cell.ts';
import { day } from '../format/numbers.ts';
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
  const { entry, eventsAtStart } = endpoint;
  return [
    measured(endpoint),
    ...(eventsAtStart === 'halfDayLater' ? [say.halfDayLater] : []),
    ...(entry === null ? [] : [say.lateEntry(entry)]),
  ].join(' ');
}

type Timing = Pick<
  EndpointSetup,
  | 'start'
  | 'end'
  | 'entry'
  | 'time'
  | 'unit'
  | 'eventDates'
  | 'censoringDates'
  | 'newTherapy'
  | 'cutoff'
  | 'longestGap'
  | 'eventsAtStart'
  | 'daysPerMonth'
>;

/** As the file has them, or as the distance of dates. */
function measured(endpoint: Timing): string {
  const { start, end, time, unit, cutoff, daysPerMonth } = endpoint;
  const composed = isComposed(endpoint);
  if (time !== null || start === null || (end === null && !composed)) return say.asInFile(unit);
  const { eventDates: events, censoringDates: censoring, newTherapy, longestGap } = endpoint;
  const dates = composed
    ? say.composed({ start, events, end, censoring, newTherapy, longestGap })
    : say.between(start, end!);
  const cut = cutoff === null ? null : parseDate(cutoff);
  const measure = unit === 'months' ? say.monthsOf(daysPerMonth) : say.inUnit(unit);
  return say.measured(dates, cut === null ? null : day(cut), measure);
}
