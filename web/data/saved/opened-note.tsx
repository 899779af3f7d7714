import { useEffect, useRef } from 'preact/hooks';

import { text } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Note, Warnings } from '../../ui/messages.tsx';
import { opened } from '../store.ts';

const words = text.shell.save.opened;

/** What became of the saved analysis that was opened last, until it is closed. */
export function OpenedNote() {
  const note = useRef<HTMLDivElement>(null);
  const last = opened.value;
  useEffect(() => {
    if (last === null) return;
    // The button that opened it may be gone.
    if (document.activeElement === document.body) {
      document.getElementById('data-title')?.focus({ preventScroll: true });
    }
    note.current?.scrollIntoView({ block: 'center' });
  }, [last]);
  if (last === null) return null;
  const { name, differences } = last;
  const close = () => {
    opened.value = null;
    document.getElementById('data-title')?.focus({ preventScroll: true });
  };
  const button = (
    <Button kind="small" onClick={close}>
      {words.close}
    </Button>
  );
  return (
    <div ref={note} role="status">
      {differences.length === 0 ? (
        <Note items={[{ claim: words.whole(name), action: button }]} />
      ) : (
        <Warnings
          items={[
            { claim: words.partly(name), action: button },
            ...differences.map((claim) => ({ claim })),
          ]}
        />
      )}
    </div>
  );
}
