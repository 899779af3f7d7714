import { shownParts } from '../panels/shown.ts';

/** What a column is called in the results shown. */
export function shownLabel(column: string): string {
  return shownParts.types.value.get(column)?.label ?? column;
}
