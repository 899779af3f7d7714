import type { EndpointSetup } from '../data/setup.ts';

/**
 * What time 0 is, as far as the file says: a column of start dates names it; a column of durations
 * does not.
 */
export function startOfTime(endpoint: Pick<EndpointSetup, 'start'>): string {
  return endpoint.start === null ? 'start of follow-up' : endpoint.start;
}
