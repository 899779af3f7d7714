// The checks of the open table. Of a small one each is made anew alone, when what it reads changes; of
// a large one each is a task of its own, after the change that asks for them is drawn, and until then
// those of the same table stay.
import { computed, effect, signal } from '@preact/signals';

import type { AnalysisResult } from '../../../build/wasm/riskset.js';
import { asChecks, checksOf } from '../checks/checks.ts';
import { answerRead } from '../checks/follow-up-by-arm.ts';
import type { Checks, Finding } from '../checks/finding.ts';
import { type Cohort, originalOf } from '../cohort.ts';
import { mostAtOnce, nextFrame, nextTask } from '../reading/reading.ts';
import { cohort, parts, type Run, run, setup } from '../store.ts';

const made = signal<{ of: Cohort; checks: Checks } | null>(null);

/** What is checked: how results are computed and shown is none of it. */
const decisions = computed(() => {
  const { options: _, ...checked } = parts;
  for (const part of Object.values(checked)) void part.value;
  return setup.peek();
});

/** The last complete answers; while new ones are computed the list stays as it is. */
const answered = signal<Run | null>(null);
effect(() => {
  if (run.value.state === 'done') answered.value = run.value;
});

/** An answer that a change did not touch is the same as before: nothing is checked again for it. */
const answer = computed(() => {
  const loaded = cohort.value;
  const { value } = answered;
  const present = loaded !== null && value?.table === originalOf(loaded).table;
  return present ? value.results.get(answerRead) : undefined;
});

/** The answer as it is when a check asks for it, which then hears of another. */
class Answers extends Map<string, AnalysisResult> {
  override get(id: string): AnalysisResult | undefined {
    return id === answerRead ? answer.value : undefined;
  }
}

const checksOfFew = computed(() => {
  const loaded = cohort.value;
  if (loaded === null || loaded.table.rows > mostAtOnce) return null;
  return checksOf(loaded, decisions.value, undefined, new Answers()).map((check) =>
    computed(check),
  );
});

/** null: no table, or not made yet. */
export const checks = computed(() => {
  const few = checksOfFew.value;
  if (few !== null) return asChecks(few.map((check) => check.value));
  return made.value?.of === cohort.value ? (made.value?.checks ?? null) : null;
});

function asResults(one: AnalysisResult | undefined): ReadonlyMap<string, AnalysisResult> {
  return new Map(one === undefined ? [] : [[answerRead, one]]);
}

effect(() => {
  const [of, decided, one] = [cohort.value, decisions.value, answer.value];
  if (of !== null && of.table.rows > mostAtOnce) void checkLater(of, decided, asResults(one));
});

async function checkLater(
  of: Cohort,
  decided: typeof setup.value,
  results: ReadonlyMap<string, AnalysisResult>,
): Promise<void> {
  await nextFrame();
  // Another change may ask for others by now.
  const wanted = () => cohort.peek() === of && decisions.peek() === decided;
  if (!wanted()) return;
  const findings: Finding[] = [];
  for (const check of checksOf(of, decided, undefined, results)) {
    findings.push(check());
    await nextTask();
    if (!wanted()) return;
  }
  made.value = { of, checks: asChecks(findings) };
}
