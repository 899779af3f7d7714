import type { ComponentChildren } from 'preact';

import { Panel } from '../ui/panel.tsx';
import { nothingComputed, progress } from './shown.ts';

interface ResultPanelProps {
  id: string;
  title: string;
  tools?: ComponentChildren;
  children: ComponentChildren;
}

/** A panel of results: it follows the run, and says so where there is no result at all. */
export function ResultPanel({ id, title, tools, children }: ResultPanelProps) {
  return (
    <Panel id={id} title={title} tools={tools} progress={progress.value}>
      {nothingComputed.value ? <NothingYet /> : children}
    </Panel>
  );
}

function NothingYet() {
  return progress.value === null ? <p class="empty">No result: nothing was computed.</p> : null;
}
