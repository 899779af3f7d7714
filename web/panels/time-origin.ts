import { labelOf } from '../data/guess/labels.ts';
import type { EndpointSetup } from '../data/setup.ts';
import { inSentence } from '../format/words.ts';

/**
 * What time 0 is, as far as the file says: a column of start dates names it; a column of durations
 * does not.
 */
export function startOfTime(endpoint: Pick<EndpointSetup, 'start'>): string {
  return endpoint.start === null ? 'start of follow-up' : inSentence(labelOf(endpoint.start));
}

/** How the follow-up times came about: as the file has them, or as the distance of two dates. */
export function timesInWords({
  start,
  end,
  time,
  unit,
}: Pick<EndpointSetup, 'start' | 'end' | 'time' | 'unit'>): string {
  if (time !== null || start === null || end === null) return `Times in ${unit} as in the file.`;
  const divisor = unit === 'months' ? ' of 30.4375 days' : '';
  return `Times from ${start} to ${end} in ${unit}${divisor}.`;
}
