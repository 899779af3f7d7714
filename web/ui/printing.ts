// Whether the page is being put on paper. What is only for paper is not drawn at any other time.
import { signal } from '@preact/signals';

export const printing = signal(false);

/** Preact draws in a microtask, so what `beforeprint` asks for stands before the pages are made. */
export function followPrinting(): void {
  addEventListener('beforeprint', () => (printing.value = true));
  addEventListener('afterprint', () => (printing.value = false));
}
