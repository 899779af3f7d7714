import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import type { AnalysisResult } from '../../build/wasm/riskset.js';
import type { Analysis } from '../data/analyses/analysis.ts';
import { askBeside } from '../data/store.ts';
import { text } from '../text/text.ts';
import { shownCohort, shownSetup } from './shown.ts';

interface Answered {
  question: string;
  setup: unknown;
  results: ReadonlyMap<string, AnalysisResult>;
}

interface AskedProps {
  analyses: readonly Analysis[];
  children: (results: ReadonlyMap<string, AnalysisResult>) => ComponentChildren;
}

/**
 * What is asked only while it is on the page: unlike the analyses of the run, these cost nothing
 * until somebody opens them. Until new answers come the old ones keep their place, unseen.
 */
export function Asked({ analyses, children }: AskedProps) {
  const cohort = shownCohort.value;
  const setup = shownSetup.value;
  const question = JSON.stringify(analyses);
  const [answered, setAnswered] = useState<Answered | null>(null);
  useEffect(() => {
    if (cohort === null) return undefined;
    const control = new AbortController();
    void askBeside({ cohort, setup }, analyses, control.signal).then(
      (results) => setAnswered({ question, setup, results }),
      () => undefined, // stopped: nobody waits for it
    );
    return () => control.abort();
  }, [cohort, setup, question]);
  if (answered === null) {
    return (
      <p class="note" role="status">
        {text.panels.computing}
      </p>
    );
  }
  const current = answered.question === question && answered.setup === setup;
  return (
    <div class={current ? 'asked' : 'asked asked-waiting'} aria-busy={!current}>
      {children(answered.results)}
    </div>
  );
}
