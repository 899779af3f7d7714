import { text } from '../text/text.ts';
import { openTerms, type TermId } from './open-terms.ts';

/** A small "?" beside a word: opens the list of terms where the word is explained. */
export function TermButton({ term, name }: { term: TermId; name: string }) {
  return (
    <button
      type="button"
      class="term-button screen-only"
      aria-label={text.terms.about(name)}
      aria-haspopup="dialog"
      onClick={() => openTerms(term)}
    >
      ?
    </button>
  );
}

/** In the bar: the whole list, with the key that opens it. */
export function TermsButton() {
  return (
    <button
      type="button"
      class="button terms-button"
      aria-haspopup="dialog"
      aria-keyshortcuts="?"
      onClick={() => openTerms()}
    >
      {text.terms.title}
      <kbd aria-hidden="true">?</kbd>
    </button>
  );
}
