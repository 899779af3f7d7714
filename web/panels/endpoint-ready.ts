import type { EndpointSetup } from '../data/setup.ts';

/** Whether everything is known that an endpoint's analyses need. */
export function isReady({ time, start, end, event, eventLevels }: EndpointSetup): boolean {
  const timed = time !== null || (start !== null && end !== null);
  return timed && event !== null && eventLevels !== null;
}
