// What an endpoint is made of, and how the days between its dates become its times.
import type { EndpointSetup } from './setup.ts';

/** 365.25 / 12, as the engine takes it where nothing is said. */
export const defaultDaysPerMonth = 30.4375;

/** Months that papers are made with: the mean of the calendar, 30 days, 365 / 12 rounded. */
export const monthsOfDays: readonly number[] = [defaultDaysPerMonth, 30, 30.4, 30.42];

export const noComposition = {
  eventDates: [],
  censoringDates: [],
  newTherapy: null,
  cutoff: null,
  longestGap: null,
} satisfies Partial<EndpointSetup>;

/** Whether events are dates of their own, rather than values of a status. */
export function isComposed({
  time,
  eventDates,
}: Pick<EndpointSetup, 'time' | 'eventDates'>): boolean {
  return time === null && eventDates.length > 0;
}

type Timed = Pick<
  EndpointSetup,
  'time' | 'start' | 'end' | 'eventDates' | 'censoringDates' | 'newTherapy' | 'cutoff'
>;

/** The columns that the times come from. */
export function timeColumns(endpoint: Timed): string[] {
  const { time, start, end, eventDates, censoringDates, newTherapy } = endpoint;
  if (time !== null) return [time];
  const rest = isComposed(endpoint)
    ? [...eventDates, ...censoringDates.filter((name) => name !== start), end, newTherapy]
    : [end];
  return [start, ...rest].filter((name) => name !== null);
}

/** The columns that an endpoint is made of. */
export function endpointColumns(
  endpoint: Timed & Pick<EndpointSetup, 'entry' | 'event'>,
): string[] {
  const event = hasStatus(endpoint) ? endpoint.event : null;
  return [...timeColumns(endpoint), ...[endpoint.entry, event].filter((name) => name !== null)];
}

/** Whether a status says who has the event: beside dates of events only with the day it is of. */
export function hasStatus(endpoint: Pick<EndpointSetup, 'time' | 'eventDates' | 'end'>): boolean {
  return !isComposed(endpoint) || endpoint.end !== null;
}

/** Whether everything is known that an endpoint's analyses need. */
export function isReady(endpoint: Timed & Pick<EndpointSetup, 'event' | 'eventLevels'>): boolean {
  const { time, start, end, censoringDates, cutoff, event, eventLevels } = endpoint;
  if (isComposed(endpoint)) {
    if (start === null) return false;
    if (end !== null) return event !== null && eventLevels !== null;
    return censoringDates.length > 0 || cutoff !== null;
  }
  return (
    (time !== null || (start !== null && end !== null)) && event !== null && eventLevels !== null
  );
}

/** How many days one unit of the times has, where they are distances of dates. */
export function daysPerUnit({
  unit,
  daysPerMonth,
}: Pick<EndpointSetup, 'unit' | 'daysPerMonth'>): number {
  return { days: 1, weeks: 7, months: daysPerMonth, years: 12 * daysPerMonth }[unit];
}

/** What the follow-up in `timesOf` is divided by: times are in their unit, dates in days. */
export function divisorOf(endpoint: Pick<EndpointSetup, 'time' | 'unit' | 'daysPerMonth'>): number {
  return endpoint.time === null ? daysPerUnit(endpoint) : 1;
}
