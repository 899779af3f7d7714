// What each date of a composed endpoint means: one column, one meaning.
import type { EndpointSetup } from '../../setup.ts';

export type Meaning = 'event' | 'censoring' | 'status' | 'newTherapy' | 'unused';

/** `status`: the last contact, and the day of the event of those whose status says so. */
export const meanings: readonly Meaning[] = [
  'event',
  'censoring',
  'status',
  'newTherapy',
  'unused',
];

export function meaningOf(endpoint: EndpointSetup, column: string): Meaning {
  if (endpoint.eventDates.includes(column)) return 'event';
  if (endpoint.censoringDates.includes(column)) return 'censoring';
  if (endpoint.end === column) return 'status';
  return endpoint.newTherapy === column ? 'newTherapy' : 'unused';
}

export function withMeaning(endpoint: EndpointSetup, column: string, meaning: Meaning) {
  const others = (names: readonly string[]) => names.filter((name) => name !== column);
  const { eventDates, censoringDates, end, newTherapy } = endpoint;
  return {
    end: meaning === 'status' ? column : end === column ? null : end,
    eventDates: [...others(eventDates), ...(meaning === 'event' ? [column] : [])],
    censoringDates: [...others(censoringDates), ...(meaning === 'censoring' ? [column] : [])],
    newTherapy: meaning === 'newTherapy' ? column : newTherapy === column ? null : newTherapy,
  };
}
