// Whose levels and whose reading stand open in the table of columns. Checks open them from elsewhere on the page.
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

export const openReadings = signal<ReadonlySet<string>>(new Set());

export function toggleReading(column: string): void {
  const open = new Set(openReadings.peek());
  if (!open.delete(column)) open.add(column);
  openReadings.value = open;
}

/** Where the button of a column's reading stands. */
export function readingPlace(column: string): string {
  return `reading-of-${column}`;
}

/** Opens how a column is read and takes the reader there. */
export function showReading(column: string): void {
  openReadings.value = new Set(openReadings.peek()).add(column);
  const button = document.getElementById(readingPlace(column))?.querySelector('button');
  button?.closest('details')?.setAttribute('open', '');
  button?.scrollIntoView({ block: 'center' });
  button?.focus({ preventScroll: true });
}
