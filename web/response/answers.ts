// The results that the response panel is made of.
import type {
  AnalysisResult,
  Denominator,
  ResponseGroup,
  ResponseSet,
} from '../../build/wasm/riskset.js';
import { answered, outcome, type Outcome } from '../panels/outcomes.ts';
import { armLabel, referenceLast } from '../panels/arms.ts';
import type { NamedComparison } from '../panels/comparison-table.ts';

export interface ResponseAnswers {
  result: Outcome<'bestResponse'>;
  denominator: Denominator;
  /** In the order they are shown: the reference arm last. */
  groups: ResponseGroup[];
  comparisons: NamedComparison[];
}

export const rateNames = { orr: 'Objective response', dcr: 'Disease control' } as const;

export function responseAnswers(
  results: ReadonlyMap<string, AnalysisResult>,
  denominator: Denominator,
): ResponseAnswers {
  const result = outcome(results, 'response', 'bestResponse');
  const set = answered(result)?.value.sets[denominator];
  const alone = set?.groups.length === 1;
  return {
    result,
    denominator,
    groups: referenceLast(set?.groups ?? []).map((group) => ({
      ...group,
      label: armLabel(group.label, alone),
    })),
    comparisons: set === undefined ? [] : comparisonsOf(set),
  };
}

function comparisonsOf({ comparisons }: ResponseSet): NamedComparison[] {
  return (['orr', 'dcr'] as const).flatMap((rate) => {
    const comparison = comparisons?.[rate] ?? null;
    return comparison === null ? [] : [{ name: rateNames[rate], comparison }];
  });
}
