// Arms that were watched for different lengths of time: one was perhaps treated in other years. By
// the reverse Kaplan-Meier medians of the engine; none is computed here.
import type { AnalysisResult } from '../../../build/wasm/riskset.js';

import { time, units } from '../../format/numbers.ts';
import { armName } from '../../format/words.ts';
import { text } from '../../text/text.ts';
import type { Cohort } from '../cohort.ts';
import { endpointColumns } from '../endpoint-dates.ts';
import { levelTexts } from '../row-values.ts';
import type { Setup } from '../setup.ts';
import type { FollowUp } from './endpoint-checks.ts';
import { type Finding, rowsWhere } from './finding.ts';

const says = text.data.checks.followUp;

/** The one answer of the engine that a check reads: the reverse Kaplan-Meier medians of OS. */
export const answerRead = 'followup:OS';

/** Told where the intervals of two medians have no time in common. */
export function followUpByArm(
  cohort: Cohort,
  setup: Setup,
  overall: FollowUp | undefined,
  results: ReadonlyMap<string, AnalysisResult>,
): Finding {
  const { arm } = setup;
  const answer = results.get(answerRead);
  if (arm === null || overall === undefined) return null;
  if (answer?.method !== 'kaplanMeier' || !answer.ok || answer.value.groups.length < 2) return null;
  const { unit } = overall.endpoint;
  const groups = answer.value.groups.flatMap(({ label, median: { value, lower, upper } }) =>
    value === null ? [] : [{ label, value, lower: lower ?? 0, upper: upper ?? Infinity }],
  );
  const sorted = groups.toSorted((a, b) => a.value - b.value);
  const [shortest, longest] = [sorted[0], sorted.at(-1)];
  if (shortest === undefined || longest === undefined || sorted.length < 2) return null;
  if (shortest.upper >= longest.lower) return { passed: says.passed };
  const arms = levelTexts(cohort, setup, arm);
  const rows = rowsWhere(
    cohort,
    (row) => arms[row] === shortest.label && overall.events[row] === false,
  );
  const inWords = ({ label, value }: typeof shortest) => ({
    arm: armName(label),
    median: `${time(value, unit)} ${units[unit]}`,
  });
  return [
    {
      id: 'followUp',
      kind: 'warning',
      claim: says.claim(inWords(shortest), inWords(longest)),
      text: says.text,
      rows,
      columns: [arm, ...endpointColumns(overall.endpoint)],
    },
  ];
}
