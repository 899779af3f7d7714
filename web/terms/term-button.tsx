import { text } from '../text/text.ts';
import { openTerms, type TermId } from './open-terms.ts';

/** A small "?" beside a word: opens the list of terms where the word is explained. */
export function TermButton({ term }: { term: TermId }) {
  return (
    <button
      type="button"
      class="term-button screen-only"
      aria-label={text.terms.about(nameOf(term))}
      aria-haspopup="dialog"
      onClick={() => openTerms(term)}
    >
      ?
    </button>
  );
}

function nameOf(term: TermId): string {
  const groups: readonly { terms: Record<string, { name: string }> }[] = Object.values(
    text.terms.groups,
  );
  return groups.flatMap(({ terms }) => terms[term] ?? [])[0]?.name ?? '';
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
