import { useId, useMemo, useState } from 'preact/hooks';

import { gapOf } from '../data/paper/analyses.ts';
import type { Claim } from '../data/paper/claim.ts';
import { same } from '../data/same.ts';
import { addClaims, paper } from '../data/store.ts';
import { text } from '../text/text.ts';
import { showSection } from '../ui/show-section.ts';
import { Answer } from './answer.tsx';
import './claims.css';
import { findClaims } from './finder/find.ts';

const words = text.claims.line;

/** On Start: one line as a paper prints it, with the answer at once. */
export function PrintedLine() {
  const id = useId();
  const [typed, setTyped] = useState<string>(words.example);
  const found = useMemo(() => findClaims(typed), [typed]);
  const checked = found.filter(({ claim }) => gapOf(claim) === null);
  const shown = (checked.length > 0 ? checked : found).slice(0, 6);
  const isOwn = shown.length > 0 && typed !== words.example;
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
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <div class="printed-answers" aria-live="polite">
        {shown.map(({ claim, ofCurve }) => (
          <Answer key={JSON.stringify(claim)} claim={claim} ofCurve={ofCurve} />
        ))}
        {shown.length === 0 && typed.trim() !== '' && <p class="note">{words.none}</p>}
      </div>
      <p class="printed-more screen-only">
        <a
          href="#claims"
          onClick={(event) => {
            event.preventDefault(); // a browser's own jump would take the focus away again
            if (isOwn) addClaims(shown.map(({ claim }) => claim).filter(isNew));
            showSection('claims');
          }}
        >
          {isOwn ? words.moreOfPaper : words.more}
        </a>
      </p>
    </section>
  );
}

function isNew(claim: Claim): boolean {
  return !paper.peek().claims.some((own) => same(own.claim, claim));
}
