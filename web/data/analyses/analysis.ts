// What the analyses of all sections share.
import type { AnalysisFile } from '../../../build/wasm/riskset.js';

import type { Setup } from '../setup.ts';

export type Analysis = AnalysisFile['analyses'][number];

export function byArm({ arm }: Setup): { by?: string } {
  return arm === null ? {} : { by: arm };
}

/** An arm that does not vary is no term of a model. */
export function armTerms({ arm, armLevels }: Setup): string[] {
  return arm === null || armLevels.length < 2 ? [] : [arm];
}
