// Which columns tell the visits of a patient apart.
import type { TextColumn } from '../text/text-table.ts';
import { firstOrLastWords, visitWords } from './role-words.ts';
import { hasAny } from './words.ts';

/** "visit_date" and "cycle", not "last_visit_date": of the last visit there is one. */
export function namesVisits(words: readonly string[]): boolean {
  return hasAny(words, visitWords) && !hasAny(words, firstOrLastWords);
}

/** Whether each row of these groups holds something that no other row of its group does. */
export function differsWithin(
  groups: TextColumn,
  { texts, codes }: TextColumn,
  among: (group: string) => boolean,
): boolean {
  const seen = new Set<string>();
  return codes.every((code, row) => {
    const group = groups.codes[row]!;
    if (!among(groups.texts[group]!)) return true;
    const one = `${group} ${code}`;
    const isNew = texts[code] !== '' && !seen.has(one);
    seen.add(one);
    return isNew;
  });
}
