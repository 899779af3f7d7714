import type { ComponentChildren } from 'preact';

import { text } from '../text/text.ts';
import { Button } from './button.tsx';

export interface Progress {
  /** "Computing 1,240 of 5,000 bootstrap samples" */
  words: string;
  cancel: () => void;
}

interface PanelProps {
  id: string;
  title: string;
  /** Switches and buttons beside the heading. */
  tools?: ComponentChildren;
  /** Stands right behind the heading and is no part of it. */
  beside?: ComponentChildren;
  children: ComponentChildren;
  /** It holds computed numbers, which leave at once when they are computed anew. */
  ofResults?: boolean;
  /** Set when computing them takes so long that it is said. */
  progress?: Progress | null;
}

/** One section of the page: heading, then the parts in the order the reader needs them. */
export function Panel(props: PanelProps) {
  const { id, title, tools, beside, children, ofResults = false, progress = null } = props;
  return (
    <section
      id={id}
      class={ofResults ? 'panel panel-results' : 'panel'}
      aria-labelledby={`${id}-title`}
      aria-busy={progress !== null}
    >
      {progress !== null && <div class="progress-line" />}
      <div class="panel-head">
        <div class="panel-title">
          <h2 id={`${id}-title`} tabIndex={-1}>
            {title}
          </h2>
          {beside}
        </div>
        {tools !== undefined && <div class="panel-tools screen-only">{tools}</div>}
        {progress !== null && (
          <div class="progress-words screen-only">
            {progress.words}
            <Button kind="small" onClick={progress.cancel}>
              {text.shared.run.cancel}
            </Button>
          </div>
        )}
      </div>
      {children}
    </section>
  );
}

/** From what to what, how many events in how many patients. */
export function Definition({ children }: { children: ComponentChildren }) {
  return <p class="definition">{children}</p>;
}

/** The answer as a sentence that could go into the paper. */
export function Lede({ children }: { children: ComponentChildren }) {
  return <p class="lede">{children}</p>;
}

/** How the numbers above it were computed, from how many patients. Never folded. */
export function MethodLine({ children }: { children: ComponentChildren }) {
  return (
    <p class="method">
      <strong>{text.shared.how}</strong> {children}
    </p>
  );
}
