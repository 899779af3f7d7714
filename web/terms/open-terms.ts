// Whether the list of terms is open, and at which term.
import { signal } from '@preact/signals';

import type { text } from '../text/text.ts';

type Groups = typeof text.terms.groups;
type IdsOf<Group> = Group extends { terms: infer Terms } ? keyof Terms : never;

/** The names by which other parts of the page open the list at a term. */
export type TermId = { [Key in keyof Groups]: IdsOf<Groups[Key]> }[keyof Groups];

export const openedTerms = signal<{ at: TermId | null } | null>(null);

export function openTerms(at: TermId | null = null): void {
  openedTerms.value = { at };
}

export function closeTerms(): void {
  openedTerms.value = null;
}

const storageKey = 'riskset.terms-key';

/** Whether `?` opens the list; a single letter may be in the way of speech input. */
export const termsKey = signal(true);

export function readTermsKey(): void {
  try {
    termsKey.value = localStorage.getItem(storageKey) !== 'off';
  } catch {
    // Storage is refused: the key works.
  }
}

export function setTermsKey(on: boolean): void {
  termsKey.value = on;
  try {
    localStorage.setItem(storageKey, on ? 'on' : 'off');
  } catch {
    // The choice lasts for this visit.
  }
}

/** As if no choice had ever been made. */
export function forgetTermsKey(): void {
  termsKey.value = true;
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // Nothing was kept.
  }
}

/** `?` opens the list, unless it is being typed into a field or something else is open. */
export function opensTerms(event: KeyboardEvent): boolean {
  if (!termsKey.value || event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey)
    return false;
  if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return false;
  const { target } = event;
  return !(
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select') !== null)
  );
}
