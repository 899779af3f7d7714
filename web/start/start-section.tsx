import { useRef, useState } from 'preact/hooks';

import { loadProblem, openExample, openFile, openText } from '../data/store.ts';
import { fileTypes } from '../data/text/decode.ts';
import { Button } from '../ui/button.tsx';
import { ProblemBlock } from '../ui/messages.tsx';
import { ExamplePicture } from './example-picture.tsx';
import './start.css';
import { useDroppedFile } from './use-dropped-file.ts';

export function StartSection() {
  const dragging = useDroppedFile((file) => void openFile(file));
  const problem = loadProblem.value;
  return (
    <section id="start" class="start" aria-labelledby="start-title">
      <h1 id="start-title" tabIndex={-1}>
        Results of an oncology cohort, from your spreadsheet
      </h1>
      <p class="start-what">
        Response, survival curves, hazard ratios, subgroups and safety for two arms, each number
        with its method.
      </p>
      <div class="start-columns">
        <div class="start-ways">
          <div class={dragging ? 'drop-zone drop-zone-over' : 'drop-zone'}>
            <h2 class="drop-title">
              {dragging ? 'Let go to open the table' : 'Drop a spreadsheet here'}
            </h2>
            <p class="drop-what">
              One row for each patient. CSV or text, from Excel or any other program; dates in any
              order, decimal point or comma.
            </p>
            <Ways />
            {problem !== null && (
              <div role="alert">
                <ProblemBlock items={[{ claim: problem }]} />
              </div>
            )}
          </div>
          <div class="example">
            <ExamplePicture />
            <div class="example-words">
              <h2 class="drop-title">No file at hand?</h2>
              <p>83 patients with gastric cancer, two arms. Synthetic: no real patient is in it.</p>
            </div>
            <Button onClick={openExample}>Open the example cohort</Button>
          </div>
        </div>
        <LocalPromise />
      </div>
    </section>
  );
}

/** A file from the computer, or cells copied in a spreadsheet. */
function Ways() {
  const input = useRef<HTMLInputElement>(null);
  const [pasting, setPasting] = useState(false);
  return (
    <>
      <div class="ways">
        <Button kind="primary" onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <Button expanded={pasting} controls="paste" onClick={() => setPasting(!pasting)}>
          Paste a table
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept={fileTypes}
        aria-label="Choose a file"
        onChange={async (event) => {
          const field = event.currentTarget;
          const file = field.files?.[0];
          if (file !== undefined) await openFile(file);
          field.value = ''; // so that the same file can be chosen again
        }}
      />
      {pasting && <PasteField onOpened={() => setPasting(false)} />}
    </>
  );
}

function PasteField({ onOpened }: { onOpened: () => void }) {
  const [text, setText] = useState('');
  const open = (table: string) => {
    if (openText(table)) onOpened();
  };
  return (
    <div id="paste" class="paste">
      <label class="field-label" for="paste-text">
        Copy the cells in your spreadsheet, with the column names, and paste them here
      </label>
      <textarea
        id="paste-text"
        class="input"
        rows={5}
        spellcheck={false}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData?.getData('text/plain') ?? '';
          if (text === '' && pasted.includes('\n')) {
            event.preventDefault();
            setText(pasted);
            open(pasted);
          }
        }}
      />
      <div>
        <Button disabled={text.trim() === ''} onClick={() => open(text)}>
          Open this table
        </Button>
      </div>
    </div>
  );
}

function LocalPromise() {
  return (
    <aside class="promise" aria-labelledby="promise-title">
      <h2 id="promise-title" class="drop-title">
        What stays on this computer
      </h2>
      <ul>
        <li>
          <strong>Everything you load.</strong> There is no server that could receive it.
        </li>
        <li>
          <strong>The page cannot connect.</strong> A rule in it makes your browser refuse every
          request.
        </li>
        <li>
          <strong>It works unplugged.</strong> Switch the network off and try.
        </li>
        <li>
          <strong>Names and record numbers are flagged</strong> when a table is opened.
        </li>
      </ul>
    </aside>
  );
}
