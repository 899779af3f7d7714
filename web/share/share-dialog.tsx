import { signal } from '@preact/signals';
import { useEffect, useId, useState } from 'preact/hooks';

import { type Cohort, cohort, type Setup, setup } from '../data/store.ts';
import { text } from '../text/text.ts';
import { Dialog } from '../ui/dialog.tsx';
import type { Kind } from './envelope.ts';
import { Packed } from './packed.tsx';
import { type Made, makeReview } from './make.ts';
import { ReportForm } from './report-form.tsx';
import { usePutBack } from './put-back.ts';
import { ReviewLists } from './review-lists.tsx';
import { RowsSecret } from './rows-secret.tsx';
import './share.css';

const words = text.share;

/** Whether the dialog is open. */
export const sharing = signal(false);

export function ShareDialog() {
  const loaded = cohort.value;
  if (!sharing.value || loaded === null) return null;
  return (
    <Dialog
      title={words.title}
      close={words.close}
      onClose={() => {
        sharing.value = false;
        // Where the menu was that it was opened from; WebKit does not find back by itself.
        document.querySelector<HTMLElement>('.save > button')?.focus();
      }}
    >
      <Sharing loaded={loaded} decided={setup.value} />
    </Dialog>
  );
}

/** A report is the page itself with results inside. */
type Choice = Kind | 'report';

const choices: readonly Choice[] = ['results', 'settings', 'rows', 'report'];

function Sharing({ loaded, decided }: { loaded: Cohort; decided: Setup }) {
  const name = useId();
  const [choice, setChoice] = useState<Choice>('results');
  const kind = choice === 'report' ? 'results' : choice;
  const { about, offers, question: chosen } = usePutBack(loaded, decided, choice === 'rows');
  const [last, setLast] = useState<{ question: string; made: Made } | null>(null);
  const question = `${kind} ${chosen}`;

  // What was packed for another question is not shown under this one.
  const made = last?.question === question ? last.made : null;

  useEffect(() => {
    const stop = new AbortController();
    void makeReview(kind, about, stop.signal).then(
      (done) => {
        if (!stop.signal.aborted) setLast({ question, made: done });
      },
      () => undefined, // something else is to be shared by now
    );
    return () => stop.abort();
  }, [loaded, decided, question]);

  return (
    <div class="dialog-scroll share-form">
      <fieldset class="share-kinds">
        <legend class="field-label">{words.what}</legend>
        <div>
          {choices.map((one) => (
            <label key={one} class="share-kind">
              <input
                type="radio"
                name={name}
                value={one}
                checked={one === choice}
                onChange={() => setChoice(one)}
              />
              <strong>{words.kinds[one]}</strong>
              <span>{words.about[one]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {made === null && <p role="status">{words.link.making}</p>}
      {made?.ok === false && <p role="status">{made.problem}</p>}
      {made?.ok === true && (
        <>
          <ReviewLists review={made.review} offers={offers} />
          {made.content.kind === 'rows' ? (
            <RowsSecret key={question} loaded={loaded} prepared={made.content.prepared}>
              {(packed) => <Packed kind="rows" packed={packed} name={loaded.name} />}
            </RowsSecret>
          ) : choice === 'report' ? (
            <ReportForm about={about} results={made.content.text} />
          ) : (
            <Packed kind={made.content.kind} packed={made.content.text} name={loaded.name} />
          )}
        </>
      )}
    </div>
  );
}
