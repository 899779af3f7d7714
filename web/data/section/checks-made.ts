// The checks of the open table. Of a large one each is a task of its own, after the change that asks
// for them is drawn; until then those of the same table stay.
import { computed, effect, signal } from '@preact/signals';

import { asChecks, checkCohort, checksOf } from '../checks/checks.ts';
import type { Checks, Finding } from '../checks/finding.ts';
import type { Cohort } from '../cohort.ts';
import { mostAtOnce, nextTask } from '../reading/reading.ts';
import { cohort, setup } from '../store.ts';

const made = signal<{ of: Cohort; checks: Checks } | null>(null);

/** null: no table, or not made yet. */
export const checks = computed(() => {
  const loaded = cohort.value;
  if (loaded === null) return null;
  if (loaded.table.rows <= mostAtOnce) return checkCohort(loaded, setup.value);
  return made.value?.of === loaded ? made.value.checks : null;
});

effect(() => {
  const [of, decided] = [cohort.value, setup.value];
  if (of !== null && of.table.rows > mostAtOnce) void checkLater(of, decided);
});

async function checkLater(of: Cohort, decided: typeof setup.value): Promise<void> {
  await afterDrawing();
  // Another change may ask for others by now.
  const wanted = () => cohort.peek() === of && setup.peek() === decided;
  if (!wanted()) return;
  const findings: Finding[] = [];
  for (const check of checksOf(of, decided)) {
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
