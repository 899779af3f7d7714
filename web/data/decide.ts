// One decision of the user becomes one step.
import { settled } from './changes/setup-after.ts';
import { workingCohort } from './changes/working-cohort.ts';
import { type Cohort, originalOf } from './cohort.ts';
import { type Setup, withFactors } from './setup.ts';
import { change, cohort, setup } from './state.ts';

/** `columns` are no guesses any more, and the default factors follow. */
export function decide(
  step: string,
  decision: (cohort: Cohort, setup: Setup) => Setup,
  columns: readonly (string | null)[] = [],
): void {
  const [loaded, before] = [cohort.peek(), setup.peek()];
  if (loaded === null) return;
  const decided = settled(loaded, before, decision(loaded, before));
  const named = columns.filter((name) => name !== null && decided.types.has(name)) as string[];
  const chosen = new Set([...decided.chosen, ...named]);
  const after = workingCohort(originalOf(loaded), decided);
  change(step, { cohort: loaded, setup: withFactors(after, { ...decided, chosen }) });
}
