import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { InTurn } from '../data/section/in-turn.ts';
import { run } from '../data/store.ts';
import type { TermId } from '../terms/open-terms.ts';
import { TermButton } from '../terms/term-button.tsx';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Panel } from '../ui/panel.tsx';
import { nothingComputed, progress } from './shown.ts';

interface ResultPanelProps {
  id: string;
  title: string;
  tools?: ComponentChildren;
  children: ComponentChildren;
}

/** Where the list of terms opens from each panel: at what its numbers begin with. */
const firstTerm: Readonly<Record<string, TermId>> = {
  patients: 'followUp',
  response: 'recist',
  survival: 'kaplanMeier',
  regression: 'cox',
  subgroups: 'interaction',
  safety: 'grade',
};

/** A panel of results: it follows the run, and says so where there is no result at all. */
export function ResultPanel({ id, title, tools, children }: ResultPanelProps) {
  const stoppedHere = useRef(false);
  const own = progress.value;
  const term = firstTerm[id];
  return (
    <Panel
      id={id}
      title={title}
      tools={tools}
      beside={term !== undefined && <TermButton term={term} />}
      ofResults
      progress={
        own && {
          ...own,
          cancel: () => {
            stoppedHere.current = true;
            own.cancel();
          },
        }
      }
    >
      {nothingComputed.value ? (
        <NothingYet panel={id} stoppedHere={stoppedHere} />
      ) : (
        <InTurn>{children}</InTurn>
      )}
    </Panel>
  );
}

interface NothingYetProps {
  panel: string;
  stoppedHere: RefObject<boolean>;
}

/** Why there is no result, and the way to one; the keyboard stays in the panel. */
function NothingYet({ panel, stoppedHere }: NothingYetProps) {
  const { state, stopped, again } = run.value;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (stopped && stoppedHere.current) place.current?.querySelector('button')?.focus();
    stoppedHere.current = false;
  }, [stopped]);
  if (state === 'computing') return null;
  const repeat = () => {
    document.getElementById(`${panel}-title`)?.focus({ preventScroll: true });
    again();
  };
  return (
    <div ref={place}>
      <EmptyState action={<Button onClick={repeat}>{text.shared.run.again}</Button>}>
        {stopped ? text.shared.run.stopped : text.shared.run.nothing}
      </EmptyState>
    </div>
  );
}
