import { useEffect, useId, useRef, useState } from 'preact/hooks';

import { text } from '../text/text.ts';
import { Dialog } from '../ui/dialog.tsx';
import { matchingTerms, type TermEntry } from './matching.ts';
import {
  closeTerms,
  openedTerms,
  openTerms,
  opensTerms,
  readTermsKey,
  setTermsKey,
  termsKey,
} from './open-terms.ts';
import './terms.css';

const words = text.terms;

/** What each term of the page means. Stands once on the page, shut until it is asked for. */
export function Terms() {
  useEffect(() => {
    readTermsKey();
    const open = (event: KeyboardEvent) => {
      if (!opensTerms(event)) return;
      event.preventDefault();
      openTerms();
    };
    addEventListener('keydown', open);
    return () => removeEventListener('keydown', open);
  }, []);
  return openedTerms.value === null ? null : <TermsDialog at={openedTerms.value.at} />;
}

function TermsDialog({ at }: { at: string | null }) {
  const id = useId();
  const [query, setQuery] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const groups = matchingTerms(words.groups, query);
  const found = groups.reduce((sum, { terms }) => sum + terms.length, 0);

  useEffect(() => {
    const term = at === null ? null : list.current?.querySelector<HTMLElement>(`#term-${at}`);
    term?.scrollIntoView({ block: 'start' });
    term?.focus({ preventScroll: true });
  }, [at]);

  return (
    <Dialog
      title={words.title}
      close={words.close}
      onClose={closeTerms}
      tools={
        <div class="field field-inline terms-find">
          <label class="field-label" for={id}>
            {words.find}
          </label>
          <input
            id={id}
            type="search"
            class="input"
            autocomplete="off"
            autofocus={at === null}
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </div>
      }
    >
      <div ref={list} class="dialog-scroll">
        <p class={found === 0 ? 'terms-none' : 'visually-hidden'} role="status">
          {found === 0 ? words.none(query.trim()) : words.found(found)}
        </p>
        {groups.map(({ title, terms }) => (
          <section key={title} class="term-group" aria-label={title}>
            <h3>{title}</h3>
            {terms.map((term) => (
              <TermItem key={term.id} term={term} />
            ))}
          </section>
        ))}
        {query.trim() === '' && <Keys />}
      </div>
    </Dialog>
  );
}

function TermItem({ term }: { term: TermEntry }) {
  return (
    <div class="term">
      <h4 id={`term-${term.id}`} tabIndex={-1}>
        {term.name}
        {term.also !== undefined && <span class="term-also">{term.also}</span>}
      </h4>
      <p>{term.means}</p>
      <p class="term-source">{words.source(term.source)}</p>
    </div>
  );
}

function Keys() {
  const { title, list } = words.keys;
  return (
    <section class="term-group" aria-label={title}>
      <h3>{title}</h3>
      <dl class="term-keys">
        {list.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label class="terms-key">
        <input
          type="checkbox"
          checked={termsKey.value}
          onChange={(event) => setTermsKey(event.currentTarget.checked)}
        />
        {words.keys.enabled}
      </label>
    </section>
  );
}
