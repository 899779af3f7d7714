// How rows are named in a sentence.
import { listed } from '../../format/words.ts';

/** "row 7", "rows 3, 8 and 61", "rows 3, 8, 61, 70, 71 and 12 more". */
export function rowList(rows: readonly number[], most = 5): string {
  if (rows.length === 1) return `row ${rows[0]}`;
  if (rows.length <= most) return `rows ${listed(rows.map(String))}`;
  return `rows ${rows.slice(0, most).join(', ')} and ${rows.length - most} more`;
}
