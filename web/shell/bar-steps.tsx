import { useEffect, useRef } from 'preact/hooks';

import { moved, redo, redoName, undo, undoName } from '../data/store.ts';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { useStepKeys } from './step-keys.ts';

const words = text.shell.undo;

/** Undo and redo, named after the step that they would take. */
export function StepButtons() {
  const buttons = useRef<HTMLDivElement>(null);
  useStepKeys();
  // A step can take away what held the focus.
  useEffect(() => {
    if (moved.value === '') return;
    if (document.activeElement === null || document.activeElement === document.body) {
      buttons.current?.querySelector('button')?.focus();
    }
  }, [moved.value]);
  const [last, next] = [undoName.value, redoName.value];
  return (
    <div ref={buttons} class="bar-steps">
      <Button
        icon="undo"
        label={last === null ? words.nothingToUndo : words.undo(last)}
        unavailable={last === null}
        onClick={undo}
      />
      <span class={next === null ? 'bar-redo bar-redo-none' : 'bar-redo'}>
        <Button
          icon="redo"
          label={next === null ? words.nothingToRedo : words.redo(next)}
          unavailable={next === null}
          onClick={redo}
        />
      </span>
      <span class="visually-hidden" role="status">
        {moved.value}
      </span>
    </div>
  );
}
