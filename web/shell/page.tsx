import { useEffect, useErrorBoundary, useRef } from 'preact/hooks';

import { cohort, run } from '../data/store.ts';
import { problemMessage } from '../panels/messages.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemBlock } from '../ui/messages.tsx';
import { Terms } from '../terms/terms-dialog.tsx';
import { Panel } from '../ui/panel.tsx';
import { Bar } from './bar.tsx';
import { useCurrentSection } from './current-section.ts';
import { Colophon, Rail, SectionRow } from './rail.tsx';
import { sections, type Section } from './sections.ts';

/** The whole page: bar, rail, and the sections below one another. */
export function Page() {
  const loaded = cohort.value !== null;
  const shown = sections.filter(({ needsCohort }) => loaded || !needsCohort);
  useCurrentSection(shown.map(({ id }) => id));
  useShowLoaded();
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <Bar />
      <SectionRow />
      <div class="page">
        <Rail />
        <main id="main" class="main" tabIndex={-1}>
          <RunProblem />
          {shown.map((section) => (
            <Guarded key={section.id} section={section} />
          ))}
        </main>
      </div>
      <footer class="footer">
        <Colophon />
      </footer>
      <p class="visually-hidden" role="status">
        {announcement()}
      </p>
      <Terms />
    </>
  );
}

/** A new table is the reason for looking at it: its checks and roles come first. */
function useShowLoaded(): void {
  const before = useRef(cohort.value);
  useEffect(() => {
    const changed = cohort.value !== before.current;
    before.current = cohort.value;
    if (!changed || cohort.value === null) return;
    document.getElementById('data')?.scrollIntoView();
    document.getElementById('data-title')?.focus({ preventScroll: true });
  }, [cohort.value]);
}

function announcement(): string {
  const { state } = run.value;
  if (state === 'computing') return 'Computing.';
  return state === 'done' ? 'All numbers are computed.' : '';
}

/** What prevents every answer at once stands above all sections. */
function RunProblem() {
  const { state, problem, results } = run.value;
  if (problem !== null) {
    return <ProblemBlock items={[problemMessage('Nothing could be computed.', problem)]} />;
  }
  if (state === 'failed') {
    const text =
      'The engine stopped. Change a setting in Data to start it again, or reload the page.';
    return <ProblemBlock items={[{ claim: 'Nothing could be computed.', text }]} />;
  }
  if (state === 'idle' && cohort.value !== null && results.size === 0) {
    return <EmptyState>Computing was stopped. Any change in Data starts it again.</EmptyState>;
  }
  return null;
}

/** A fault in one section must not take the others with it. */
function Guarded({ section }: { section: Section }) {
  const [fault, reset] = useErrorBoundary();
  const { id, title, view: View } = section;
  // A new answer may be drawable where the last was not.
  useEffect(() => {
    if (fault !== undefined) reset();
  }, [run.value]);
  if (fault === undefined) return <View />;
  const text =
    'This is a fault of the page, not of your data. The other sections are not affected. Change a setting or reload the page.';
  return (
    <Panel id={id} title={title}>
      <ProblemBlock items={[{ claim: 'This section could not be drawn.', text }]} />
    </Panel>
  );
}
