// Whose levels stand open in the table of columns. Checks open them from elsewhere on the page.
import { signal } from '@preact/signals';

export const openLevels = signal<ReadonlySet<string>>(new Set());

export function toggleLevels(column: string): void {
  const open = new Set(openLevels.peek());
  if (!open.delete(column)) open.add(column);
  openLevels.value = open;
}

/** Where the button of a column's levels stands. */
export function levelsPlace(column: string): string {
  return `levels-of-${column}`;
}

/** Opens the levels of a column and takes the reader there. */
export function showLevels(column: string): void {
  openLevels.value = new Set(openLevels.peek()).add(column);
  const button = document.getElementById(levelsPlace(column))?.querySelector('button');
  button?.scrollIntoView({ block: 'center' });
  button?.focus({ preventScroll: true });
}
