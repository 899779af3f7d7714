import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

import { Button } from '../ui/button.tsx';

interface FigureFrameProps {
  title: string;
  /** The figure in words, built from its numbers. */
  description: string;
  /** The numbers behind the figure; built only when opened. */
  dataTable: () => ComponentChildren;
  /** What the marks mean. */
  note?: ComponentChildren;
  children: ComponentChildren;
}

type Opened = 'data' | 'description' | null;

/** What every figure has round it: title, its data table and its description one press away, note. */
export function FigureFrame(props: FigureFrameProps) {
  const [opened, setOpened] = useState<Opened>(null);
  const id = useId();
  const toggle = (part: Opened) => setOpened(opened === part ? null : part);
  return (
    <figure class="figure" aria-labelledby={`${id}-title`}>
      <figcaption class="figure-head">
        <span id={`${id}-title`} class="figure-title">
          {props.title}
        </span>
        <span class="figure-tools screen-only">
          <Button
            kind="small"
            expanded={opened === 'data'}
            controls={`${id}-part`}
            onClick={() => toggle('data')}
          >
            Data table
          </Button>
          <Button
            kind="small"
            expanded={opened === 'description'}
            controls={`${id}-part`}
            onClick={() => toggle('description')}
          >
            Description
          </Button>
        </span>
      </figcaption>
      {props.children}
      {props.note !== undefined && <p class="note figure-note">{props.note}</p>}
      <div id={`${id}-part`} class="figure-part" hidden={opened === null}>
        {opened === 'description' && <p class="prose number">{props.description}</p>}
        {opened === 'data' && props.dataTable()}
      </div>
    </figure>
  );
}
