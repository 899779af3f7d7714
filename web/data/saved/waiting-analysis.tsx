import { useEffect, useRef } from 'preact/hooks';

import { text } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { cohort, forgetWaiting, openExample, useOpenTable, waiting } from '../store.ts';
import { OpenButton } from './open-button.tsx';
import './saved.css';

const words = text.shell.save.waiting;

/** A saved analysis was opened before its table: asks for the table by name. */
export function WaitingAnalysis() {
  const title = useRef<HTMLHeadingElement>(null);
  const analysis = waiting.value;
  useEffect(() => {
    if (analysis === null) return;
    title.current?.scrollIntoView({ block: 'center' });
    title.current?.focus({ preventScroll: true });
  }, [analysis]);
  if (analysis === null) return null;
  const { name, file, ofExample } = analysis;
  const made = file.cohort ?? {};
  const leave = () => {
    forgetWaiting();
    document.getElementById('start-title')?.focus({ preventScroll: true });
  };
  return (
    <section class="waiting" aria-labelledby="waiting-title">
      <h2 ref={title} id="waiting-title" tabIndex={-1}>
        {words.title(name)}
      </h2>
      <p>
        {ofExample ? words.madeWithExample : words.madeWith(made.name ?? null, made.rows ?? null)}
      </p>
      <div class="waiting-ways">
        {ofExample ? (
          <Button kind="primary" onClick={() => void openExample()}>
            {words.openExample}
          </Button>
        ) : (
          <OpenButton label={words.openTable} table />
        )}
        {cohort.value !== null && (
          <Button onClick={() => void useOpenTable()}>{words.useOpenTable}</Button>
        )}
        <Button onClick={leave}>{words.forget}</Button>
      </div>
    </section>
  );
}
