// What the chosen tests beside the log-rank test answered; null where one was not chosen.
import type { AnalysisResult } from '../../build/wasm/riskset.js';
import { namedWeights } from '../data/analyses/tests.ts';
import { outcome, type Outcome } from '../panels/outcomes.ts';

/** In the order they are shown. */
export const weightings = [...namedWeights, 'flemingHarrington'] as const;
export type Weighting = (typeof weightings)[number];

export interface TestAnswers {
  weighted: Record<Weighting, Outcome<'logRank'>>;
  maxCombo: Outcome<'maxCombo'>;
  permutation: Outcome<'permutationLogRank'>;
  trend: Outcome<'logRank'>;
  pairs: Outcome<'logRank'>;
}

export function testAnswers(
  results: ReadonlyMap<string, AnalysisResult>,
  endpoint: string,
): TestAnswers {
  const logRank = (name: string) => outcome(results, `test:${name}:${endpoint}`, 'logRank');
  return {
    weighted: Object.fromEntries(
      weightings.map((name) => [name, logRank(name)]),
    ) as TestAnswers['weighted'],
    maxCombo: outcome(results, `test:maxCombo:${endpoint}`, 'maxCombo'),
    permutation: outcome(results, `test:permutation:${endpoint}`, 'permutationLogRank'),
    trend: logRank('trend'),
    pairs: logRank('pairs'),
  };
}
