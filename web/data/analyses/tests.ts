// Tests of equal survival beside the log-rank test, those that are chosen.
import type { LogRankOptions } from '../../../build/wasm/riskset.js';
import type { Setup } from '../setup.ts';
import type { Analysis } from './analysis.ts';

/** Weights with a name; Fleming and Harrington's follow with their exponents. */
export const namedWeights = ['gehan', 'taroneWare', 'petoPeto', 'modifiedPetoPeto'] as const;

/** Said beside the answer, so that the draws can be repeated. */
export const permutationSeed = 1;

/** Of two arms, or of three and more, only what there is. */
export function testAnalyses(
  { armLevels, options }: Setup,
  shared: LogRankOptions & { endpoint: string },
): Analysis[] {
  const { weighted, rho, gamma, maxCombo, permutation, trend, pairs } = options.tests;
  const { endpoint } = shared;
  const test = { ...shared, method: 'logRank' } as const;
  const analyses: Analysis[] = [];
  if (armLevels.length < 2) return analyses;
  if (weighted) {
    analyses.push(
      ...namedWeights.map((name) => ({ ...test, id: `test:${name}:${endpoint}`, test: name })),
      { ...test, id: `test:flemingHarrington:${endpoint}`, test: { rho, gamma } },
    );
  }
  if (permutation) {
    analyses.push({
      ...shared,
      method: 'permutationLogRank',
      id: `test:permutation:${endpoint}`,
      seed: permutationSeed,
    });
  }
  if (armLevels.length === 2) {
    if (maxCombo) analyses.push({ ...shared, method: 'maxCombo', id: `test:maxCombo:${endpoint}` });
    return analyses;
  }
  if (trend) analyses.push({ ...test, id: `test:trend:${endpoint}`, trend: true });
  if (pairs !== 'off') analyses.push({ ...test, id: `test:pairs:${endpoint}`, pairwise: pairs });
  return analyses;
}
