// What the analyses of all sections share.
import type { AnalysisFile } from '../../../build/wasm/riskset.js';

import type { EndpointSetup, Setup } from '../setup.ts';

export type Analysis = AnalysisFile['analyses'][number];

/** An endpoint of which everything is known that its analyses need. */
export interface CompleteEndpoint extends EndpointSetup {
  event: string;
  eventLevels: string[];
}

export function isComplete(endpoint: EndpointSetup): endpoint is CompleteEndpoint {
  const timed = endpoint.time !== null || (endpoint.start !== null && endpoint.end !== null);
  return timed && endpoint.event !== null && endpoint.eventLevels !== null;
}

export function byArm({ arm }: Setup): { by?: string } {
  return arm === null ? {} : { by: arm };
}

/** An arm that does not vary is no term of a model. */
export function armTerms({ arm, armLevels }: Setup): string[] {
  return arm === null || armLevels.length < 2 ? [] : [arm];
}
