import { useRef } from 'preact/hooks';

import { text } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { openFile } from '../store.ts';
import { fileTypes } from '../text/decode.ts';

interface OpenButtonProps {
  /** What is to be chosen: a saved analysis unless said otherwise. */
  label?: string;
  table?: boolean;
  onOpened?: () => void;
}

/** Chooses a file of this computer: a saved analysis, or the table that one waits for. */
export function OpenButton({ label, table = false, onOpened }: OpenButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const name = label ?? text.shell.save.open;
  return (
    <>
      <Button onClick={() => input.current?.click()}>{name}</Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={table ? fileTypes : '.json'}
        aria-label={name}
        onChange={async (event) => {
          const field = event.currentTarget;
          const file = field.files?.[0];
          const done = file !== undefined && (await openFile(file));
          field.value = ''; // so that the same file can be chosen again
          if (done) onOpened?.();
        }}
      />
    </>
  );
}
