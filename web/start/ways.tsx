import { useRef, useState } from 'preact/hooks';

import { OpenButton } from '../data/saved/open-button.tsx';
import { openFiles, openText } from '../data/store.ts';
import { fileTypes } from '../data/text/decode.ts';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';

const words = text.start;

/** A file from the computer, or cells copied in a spreadsheet. */
export function Ways() {
  const input = useRef<HTMLInputElement>(null);
  const [pasting, setPasting] = useState(false);
  return (
    <>
      <div class="ways">
        <Button kind="primary" onClick={() => input.current?.click()}>
          {words.chooseFile}
        </Button>
        <Button expanded={pasting} controls="paste" onClick={() => setPasting(!pasting)}>
          {words.paste}
        </Button>
        <OpenButton />
      </div>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={fileTypes}
        aria-label={words.chooseFile}
        onChange={async (event) => {
          const field = event.currentTarget;
          await openFiles([...(field.files ?? [])]);
          field.value = ''; // so that the same file can be chosen again
        }}
      />
      {pasting && <PasteField onOpened={() => setPasting(false)} />}
    </>
  );
}

function PasteField({ onOpened }: { onOpened: () => void }) {
  const [table, setTable] = useState('');
  const open = async (pasted: string) => {
    if (await openText(pasted)) onOpened();
  };
  return (
    <div id="paste" class="paste">
      <label class="field-label" for="paste-text">
        {words.pasteHere}
      </label>
      <textarea
        id="paste-text"
        class="input"
        rows={5}
        spellcheck={false}
        value={table}
        onInput={(event) => setTable(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData?.getData('text/plain') ?? '';
          if (table === '' && pasted.includes('\n')) {
            event.preventDefault();
            setTable(pasted);
            void open(pasted);
          }
        }}
      />
      <div>
        <Button disabled={table.trim() === ''} onClick={() => void open(table)}>
          {words.openPasted}
        </Button>
      </div>
    </div>
  );
}
