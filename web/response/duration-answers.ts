// Time to response and duration of response, as the panel shows them.
import type {
  AnalysisResult,
  KaplanMeierGroup,
  ResponseDurationGroup,
} from '../../build/wasm/riskset.js';
import type { EndpointSetup } from '../data/setup.ts';
import { timeWithUnit } from '../format/numbers.ts';
import { listed } from '../format/words.ts';
import { armLabel, referenceLast } from '../panels/arms.ts';
import { outcome, type Outcome } from '../panels/outcomes.ts';
import { answered } from '../panels/outcomes.ts';

export interface DurationAnswers {
  result: Outcome<'responseDuration'>;
  /** The endpoint that ends a response. */
  endpoint: EndpointSetup;
  /** The reference arm last. */
  groups: ResponseDurationGroup[];
  /** Of the axis; rates at other times stand in the table. */
  ticks: readonly number[];
  /** "95%" */
  coverage: string;
}

export function durationGroups(results: ReadonlyMap<string, AnalysisResult>) {
  const result = outcome(results, 'response:duration', 'responseDuration');
  const groups = answered(result)?.value.groups ?? [];
  const alone = groups.length === 1;
  return {
    result,
    groups: referenceLast(groups).map((group) => ({
      ...group,
      label: armLabel(group.label, alone),
    })),
  };
}

/** The curves of the arms with responders. */
export function curves({ groups }: Pick<DurationAnswers, 'groups'>): KaplanMeierGroup[] {
  return groups.flatMap(({ label, duration }) =>
    duration === null ? [] : [{ ...duration, label }],
  );
}

/** "5.3 months and 4.1 months" */
export function medians({ groups, endpoint }: DurationAnswers): string {
  return listed(curves({ groups }).map(({ median }) => timeWithUnit(median.value, endpoint.unit)));
}
