import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';

import { text } from '../../../text/text.ts';
import { Button } from '../../../ui/button.tsx';
import { ProblemBlock } from '../../../ui/messages.tsx';
import { fileTypes } from '../../text/decode.ts';
import { eventTableProblem, openEventFile, openEventText } from '../opened.ts';

const words = text.eventTable;

interface AddEventTableProps {
  label: string;
  primary?: boolean;
  /** What else can be done, beside the ways to a table. */
  children?: ComponentChildren;
}

/** The three ways to a table of adverse events: chosen, pasted, or let go of here. */
export function AddEventTable({ label, primary = false, children }: AddEventTableProps) {
  const input = useRef<HTMLInputElement>(null);
  const [pasting, setPasting] = useState(false);
  const [over, setOver] = useState(false);
  const id = useId();
  const problem = eventTableProblem.value;
  return (
    <div
      class={over ? 'event-drop event-drop-over' : 'event-drop'}
      onDragOver={(event) => {
        // So that it is not taken for another cohort.
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer?.files[0];
        if (file !== undefined) void openEventFile(file);
      }}
    >
      {problem !== null && (
        <div role="alert">
          <ProblemBlock items={[{ claim: problem }]} />
        </div>
      )}
      <div class="ways">
        <Button kind={primary ? 'primary' : 'plain'} onClick={() => input.current?.click()}>
          {label}
        </Button>
        <Button expanded={pasting} controls={id} onClick={() => setPasting(!pasting)}>
          {words.addPasted}
        </Button>
        {children}
        <span class="event-drop-hint">{words.dropHere}</span>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept={fileTypes}
        aria-label={label}
        onChange={async (event) => {
          const field = event.currentTarget;
          const file = field.files?.[0];
          if (file !== undefined) await openEventFile(file);
          field.value = ''; // so that the same file can be chosen again
        }}
      />
      <div id={id} hidden={!pasting}>
        {pasting && <PastedTable onOpened={() => setPasting(false)} />}
      </div>
    </div>
  );
}

function PastedTable({ onOpened }: { onOpened: () => void }) {
  const [pasted, setPasted] = useState('');
  const id = useId();
  return (
    <div class="paste">
      <label class="field-label" for={id}>
        {words.pasteHere}
      </label>
      <textarea
        id={id}
        class="input"
        rows={5}
        spellcheck={false}
        value={pasted}
        onInput={(event) => setPasted(event.currentTarget.value)}
      />
      <div>
        <Button
          disabled={pasted.trim() === ''}
          onClick={async () => {
            if (await openEventText(pasted)) onOpened();
          }}
        >
          {words.openPasted}
        </Button>
      </div>
    </div>
  );
}
