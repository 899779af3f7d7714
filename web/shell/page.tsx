import { Fragment } from 'preact';
import { useEffect, useErrorBoundary, useRef } from 'preact/hooks';

import { isDrawing, useInTurn } from '../data/section/in-turn.ts';
import { cohort, openedPaper, run } from '../data/store.ts';
import { isWithoutRows } from '../data/without-rows.ts';
import { keepFault } from '../engine/fault.ts';
import { problemMessage } from '../panels/messages.tsx';
import { PassphraseDialog } from '../share/passphrase-dialog.tsx';
import { ShareDialog } from '../share/share-dialog.tsx';
import { SharedNote } from '../share/shared-note.tsx';
import { NewVersion } from '../privacy/new-version.tsx';
import { Terms } from '../terms/terms-dialog.tsx';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { ProblemBlock } from '../ui/messages.tsx';
import { Panel } from '../ui/panel.tsx';
import { showSection } from '../ui/show-section.ts';
import { Bar } from './bar.tsx';
import { useCurrentSection } from './current-section.ts';
import './page.css';
import { PrintStamp } from './print-stamp.tsx';
import { Colophon, Rail } from './rail.tsx';
import { SectionRow } from './section-row.tsx';
import { useRunClasses } from './run-classes.ts';
import { isOpen, sections, type Section } from './sections.ts';

/** The whole page: bar, rail, and the sections below one another. */
export function Page() {
  const shown = sections.filter(isOpen);
  const firstOfCohort = shown.find(({ needsCohort }) => needsCohort);
  useCurrentSection(shown.map(({ id }) => id));
  useShowLoaded();
  useShowOpenedPaper();
  useRunClasses();
  return (
    <>
      <a class="skip" href="#main">
        {text.shared.skip}
      </a>
      <Bar />
      <SectionRow />
      <div class="page">
        <Rail />
        <main id="main" class="main" tabIndex={-1} aria-busy={isDrawing}>
          <RunProblem />
          {shown.map((section) => (
            <Fragment key={section.id}>
              {section === firstOfCohort && <SharedNote />}
              <Guarded section={section} />
            </Fragment>
          ))}
        </main>
      </div>
      <footer class="footer">
        <Colophon />
      </footer>
      <PrintStamp />
      <Announcement />
      <Terms />
      <ShareDialog />
      <PassphraseDialog />
      <NewVersion />
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
    const first = isWithoutRows(cohort.value) ? 'shared' : 'data';
    document.getElementById(first)?.scrollIntoView();
    document.getElementById(`${first}-title`)?.focus({ preventScroll: true });
  }, [cohort.value]);
}

/** A paper that was opened is looked at where it stands. */
function useShowOpenedPaper(): void {
  useEffect(
    () => (openedPaper.value === null ? undefined : showSection('claims')),
    [openedPaper.value],
  );
}

function Announcement() {
  const { state } = run.value;
  const { computing, computed } = text.shared.run;
  return (
    <p class="visually-hidden" role="status">
      {state === 'computing' ? computing : state === 'done' ? computed : ''}
    </p>
  );
}

/** What prevents every answer at once stands above all sections. */
function RunProblem() {
  const { state, problem, faults, again } = run.value;
  const claim = text.shared.run.refused;
  if (problem !== null) return <ProblemBlock items={[problemMessage(claim, problem)]} />;
  if (faults === 0) return null;
  const action = (
    <Button kind="small" onClick={again}>
      {text.shared.run.again}
    </Button>
  );
  return state === 'failed' ? (
    <ProblemBlock items={[{ claim, text: text.shared.run.engineStopped, action }]} />
  ) : (
    <ProblemBlock
      items={[{ claim: text.shared.run.partly(faults), text: text.shared.run.elsewhere, action }]}
    />
  );
}

/** A fault in one section must not take the others with it. */
function Guarded({ section }: { section: Section }) {
  const [fault, reset] = useErrorBoundary(keepFault);
  const drawn = useInTurn();
  const { id, title, view: View } = section;
  if (fault !== undefined) return <Undrawable section={section} reset={reset} />;
  return drawn ? (
    <View />
  ) : (
    <Panel id={id} title={title}>
      {null}
    </Panel>
  );
}

function Undrawable({ section, reset }: { section: Section; reset: () => void }) {
  const faulty = useRef(run.value);
  // A new answer may be drawable where the last was not.
  useEffect(() => {
    if (run.value !== faulty.current) reset();
  }, [run.value]);
  return (
    <Panel id={section.id} title={section.title}>
      <ProblemBlock items={[text.shared.undrawable]} />
    </Panel>
  );
}
