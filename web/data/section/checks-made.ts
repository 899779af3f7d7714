// The checks of the open table. Of a large one each is a task of its own, after the change that asks
// for them is drawn; until then those of the same table stay.
import { computed, effect, signal } from '@preact/signals';

import { asChecks, checkCohort, checksOf } from '../checks/checks.ts';
import type { Checks, Finding } from '../checks/finding.ts';
import { type Cohort, originalOf } from '../cohort.ts';
import { mostAtOnce, nextTask } from '../reading/reading.ts';
import { cohort, type Run, run, setup } from '../store.ts';

const made = signal<{ of: Cohort; checks: Checks } | null>(null);

/** The last complete answers; while new ones are computed the list stays as it is. */
const answered = signal<Run | null>(null);
effect(() => {
  if (run.value.state === 'done') answered.value = run.value;
});

function resultsOf(loaded: Cohort): Run['results'] | undefined {
  const { value } = answered;
  return value?.table === originalOf(loaded).table ? value.results : undefined;
}

/** null: no table, or not made yet. */
export const checks = computed(() => {
  const loaded = cohort.value;
  if (loaded === null) return null;
  if (loaded.table.rows <= mostAtOnce)
    return checkCohort(loaded, setup.value, undefined, resultsOf(loaded));
  return made.value?.of === loaded ? made.value.checks : null;
});

effect(() => {
  const [of, decided] = [cohort.value, setup.value];
  if (of !== null && of.table.rows > mostAtOnce) void checkLater(of, decided, resultsOf(of));
});

async function checkLater(
  of: Cohort,
  decided: typeof setup.value,
  results: Run['results'] | undefined,
): Promise<void> {
  await afterDrawing();
  // Another change may ask for others by now.
  const wanted = () => cohort.peek() === of && setup.peek() === decided;
  if (!wanted()) return;
  const findings: Finding[] = [];
  for (const check of checksOf(of, decided, undefined, results)) {
    findings.push(check());
    await nextTask();
    if (!wanted()) return;
  }
  made.value = { of, checks: asChecks(findings) };
}

/** The next frame is drawn first; where the page is out of sight there is none. */
async function afterDrawing(): Promise<void> {
  if (document.visibilityState === 'visible') {
    await new Promise(requestAnimationFrame);
  }
  await nextTask();
}
