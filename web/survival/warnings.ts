import type { Warning } from '../../build/wasm/riskset.js';
import { pEquals, ratio } from '../format/numbers.ts';
import { p, rich, type RichText } from '../format/rich-text.ts';
import { answered, warningsOf } from '../panels/outcomes.ts';
import { hazardRatios, type SurvivalAnswers } from './answers.ts';

/**
 * The warnings of the engine that belong beside the sentence. That a median is not reached the
 * sentence says itself; that a tick lies after an arm's last follow-up, the rows of the table;
 * changing hazards have their own sentence here.
 */
const saidElsewhere: ReadonlySet<Warning['code']> = new Set([
  'notReached',
  'beyondFollowUp',
  'nonProportionalHazards',
]);

export function survivalWarnings({ curves, logRank, hazard }: SurvivalAnswers): Warning[] {
  return [hazard, logRank, curves]
    .flatMap((result) => warningsOf(result))
    .filter((warning) => !saidElsewhere.has(warning.code));
}

/** Where the hazard ratio changes during follow-up: what the one number then is. */
export function changingHazards(answers: SurvivalAnswers): RichText | null {
  const { hazard } = answers;
  const model = answered(hazard);
  const changes = model?.warnings.some(({ code }) => code === 'nonProportionalHazards') ?? false;
  const test = model?.value.proportionalHazards ?? null;
  if (!changes || test === null) return null;
  const [only, ...others] = hazardRatios(answers);
  const average =
    only === undefined || others.length > 0
      ? 'Each hazard ratio is an average over the follow-up.'
      : `The hazard ratio of ${ratio(only.value)} is an average over the follow-up: read it beside the curves.`;
  return rich`The effect is not constant over time (proportional-hazards test ${p}${pEquals(test.global.p)}). ${average}`;
}
