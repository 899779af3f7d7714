// The results that the safety panel is made of.
import type { AnalysisResult, ProportionGroup } from '../../build/wasm/riskset.js';
import { answered, outcome, refused, type Outcome } from '../panels/outcomes.ts';
import { armLabel, referenceLast } from '../panels/arms.ts';
import type { NamedComparison } from '../panels/comparison-table.ts';

export const severeName = 'Grade 3 or higher';

export interface SafetyAnswers {
  result: Outcome<'compareProportions'> | Outcome<'proportion'>;
  /** In the order they are shown: the reference arm last. */
  groups: ProportionGroup[];
  comparison: NamedComparison | null;
}

/** Rates by arm with their comparison, or the rates alone where nothing can be compared. */
export function safetyAnswers(results: ReadonlyMap<string, AnalysisResult>): SafetyAnswers {
  const compared = outcome(results, 'grade3', 'compareProportions');
  const alone = outcome(results, 'grade3', 'proportion');
  const comparison = answered(compared)?.value ?? null;
  const groups = comparison?.groups ?? answered(alone)?.value.groups ?? [];
  return {
    result: answered(alone) ?? answered(compared) ?? refused(compared) ?? refused(alone),
    groups: referenceLast(groups).map((group) => ({
      ...group,
      label: armLabel(group.label, groups.length === 1),
    })),
    comparison: comparison === null ? null : { name: severeName, comparison },
  };
}
