// Best response and severe adverse events.
import { gradeOf } from '../guess/codes.ts';
import type { Setup } from '../setup.ts';
import { type Analysis, byArm } from './analysis.ts';

export function responseAnalyses(setup: Setup): Analysis[] {
  return setup.response === null
    ? []
    : [{ id: 'response', method: 'bestResponse', ...byArm(setup) }];
}

/** From this grade an adverse event is severe. */
const severe = 3;

export function gradeAnalyses(setup: Setup): Analysis[] {
  const { grade } = setup;
  if (grade === null) return [];
  const levels =
    setup.types.get(grade)?.levels.filter((text) => (gradeOf(text) ?? 0) >= severe) ?? [];
  if (levels.length === 0) return [];
  const rates = { id: 'grade3', column: grade, levels };
  return setup.armLevels.length < 2
    ? [{ ...rates, method: 'proportion', ...byArm(setup) }]
    : [{ ...rates, method: 'compareProportions', by: setup.arm! }];
}
