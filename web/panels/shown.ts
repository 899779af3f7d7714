// The results of the present run, by analysis. While the next run computes, the last answers keep
// the page's shape; the panels hide their numbers (see `Panel`).
import { computed, effect, signal } from '@preact/signals';

import { analysisFile, cohort, run, type Run } from '../data/store.ts';
import { count } from '../format/numbers.ts';
import type { Progress } from '../ui/panel.tsx';

const lastDone = signal<Run | null>(null);

effect(() => {
  if (run.value.state !== 'computing') lastDone.value = run.value;
});

// Answers about another file have nothing to do with this one's shape.
effect(() => {
  void cohort.value;
  lastDone.value = null;
});

export const shown = computed(() => {
  const current = run.value;
  return current.state === 'computing' ? (lastDone.value ?? current) : current;
});

export const progress = computed<Progress | null>(() => {
  const { state, done, total, cancel } = run.value;
  if (state !== 'computing') return null;
  return { words: `Computing ${count(done)} of ${count(total)} analyses`, cancel };
});

/**
 * Nothing to show: the first run still computes, was stopped, or was refused as a whole. Where
 * nothing was asked for, each section says what it needs.
 */
export const nothingComputed = computed(() => {
  const asked = analysisFile.value?.analyses.length ?? 0;
  return asked > 0 && shown.value.results.size === 0;
});
