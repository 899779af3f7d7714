import { useId, useMemo, useState } from 'preact/hooks';

import { gapOf } from '../data/paper/analyses.ts';
import { addClaims } from '../data/store.ts';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { Answer } from './answer.tsx';
import './claims.css';
import { findClaims } from './finder/find.ts';

const words = text.claims.line;

/** On Start: one line as a paper prints it, with the answer at once. */
export function PrintedLine() {
  const id = useId();
  const [typed, setTyped] = useState<string>(words.example);
  const [kept, setKept] = useState(false);
  const found = useMemo(() => findClaims(typed), [typed]);
  const checked = found.filter(({ claim }) => gapOf(claim) === null);
  const shown = (checked.length > 0 ? checked : found).slice(0, 6);
  return (
    <section class="printed-line" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{words.title}</h3>
      <p id={`${id}-what`} class="printed-what">
        {words.what}
      </p>
      <label class="visually-hidden" for={id}>
        {words.label}
      </label>
      <input
        id={id}
        class="input"
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={typed}
        aria-describedby={`${id}-what`}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setKept(false);
        }}
      />
      <div class="printed-answers" aria-live="polite">
        {shown.map(({ claim, ofCurve }) => (
          <Answer key={JSON.stringify(claim)} claim={claim} ofCurve={ofCurve} />
        ))}
        {shown.length === 0 && typed.trim() !== '' && <p class="note">{words.none}</p>}
      </div>
      <p class="printed-more screen-only">
        <a href="#claims">{words.more}</a>
        {shown.length > 0 && (
          <Button
            kind="link"
            onClick={() => {
              addClaims(shown.map(({ claim }) => claim));
              setKept(true);
            }}
          >
            {words.keep}
          </Button>
        )}
        <span role="status">{kept ? words.kept : ''}</span>
      </p>
    </section>
  );
}
