// The results of the present run, by analysis, with the cohort and the setup that they answer. While
// the next run computes, the last answers keep the page's shape, and the page hides their numbers
// (`.computing` in ui/panels.css): what shows results reads the setup here, and is drawn once, when
// the new ones are there; a control reads the setup of the store, which follows at once.
import { batch, computed, effect, type Signal, signal } from '@preact/signals';

import type { AnalysisResult } from '../../build/wasm/riskset.js';
import { analysisFile, cohort, type Parts, parts, run, setup } from '../data/store.ts';
import type { TextTable } from '../data/text/text-table.ts';
import { text } from '../text/text.ts';
import type { Progress } from '../ui/panel.tsx';

/**
 * A map with a signal for each analysis: who gets one is told when that one changes. An answer that
 * a change did not touch is the same object as before, so what shows it is not drawn again.
 */
class ShownResults extends Map<string, AnalysisResult> {
  readonly #signals = new Map<string, Signal<AnalysisResult | undefined>>();
  readonly #size = signal(0);

  override get(id: string): AnalysisResult | undefined {
    return this.#signal(id).value;
  }

  override has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  override get size(): number {
    return this.#size.value;
  }

  replace(results: ReadonlyMap<string, AnalysisResult>): void {
    batch(() => {
      this.clear();
      for (const [id, result] of results) this.set(id, result);
      for (const id of new Set([...this.#signals.keys(), ...results.keys()])) {
        this.#signal(id).value = results.get(id);
      }
      this.#size.value = results.size;
    });
  }

  #signal(id: string): Signal<AnalysisResult | undefined> {
    const known = this.#signals.get(id) ?? signal<AnalysisResult | undefined>(undefined);
    this.#signals.set(id, known);
    return known;
  }
}

const results = new ShownResults();
const version = signal('');

export const shown = computed(() => ({ results, version: version.value }));

const answered = signal({ cohort: cohort.peek(), setup: setup.peek() });

export const shownCohort = computed(() => answered.value.cohort);
export const shownSetup = computed(() => answered.value.setup);

/** Who reads one part of that setup is told when that part changes, and not when another does. */
export const shownParts = Object.fromEntries(
  (Object.keys(parts) as (keyof Parts)[]).map((key) => [
    key,
    computed(() => answered.value.setup[key]),
  ]),
) as Parts;

let about: TextTable | null = null;

effect(() => {
  const current = run.value;
  // Answers about another file have nothing to do with this one's shape.
  if (current.state !== 'computing' || current.table !== about) {
    batch(() => {
      results.replace(current.results);
      version.value = current.version;
      answered.value = { cohort: cohort.peek(), setup: setup.peek() };
    });
  }
  about = current.table;
});

/** What takes longer than this, in ms, is said to take time. */
const noticeable = 150;

const slow = signal(false);
let watching: ReturnType<typeof setTimeout> | undefined;

effect(() => {
  const computing = run.value.state === 'computing';
  if (computing) {
    watching ??= setTimeout(() => {
      slow.value = true;
    }, noticeable);
  } else {
    clearTimeout(watching);
    watching = undefined;
    slow.value = false;
  }
});

export const progress = computed<Progress | null>(() => {
  const { state, done, total, cancel } = run.value;
  if (state !== 'computing' || !slow.value) return null;
  return { words: text.shared.run.progress(done, total), cancel };
});

/**
 * Nothing to show: the first run still computes, was stopped, or was refused as a whole. Where
 * nothing was asked for, each section says what it needs.
 */
export const nothingComputed = computed(() => {
  const asked = analysisFile.value?.analyses.length ?? 0;
  return asked > 0 && shown.value.results.size === 0;
});
