// Small rules of English that sentences and tables share.
import { count, nbsp } from './numbers.ts';

/** "1 death", "66 deaths", with the number bound to its word. */
export function counted(n: number, singular: string, plural = `${singular}s`): string {
  return `${count(n)}${nbsp}${n === 1 ? singular : plural}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[], conjunction = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** A label inside a sentence: "Immunotherapy rechallenge" loses its capital, "FOLFOX" and "B" do not. */
export function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A code as the page prints it: ">=1" is "≥ 1". */
export function levelLabel(level: string): string {
  return level
    .replace(/^>=\s*/, `≥${nbsp}`)
    .replace(/^<=\s*/, `≤${nbsp}`)
    .replace(/^([<>])\s*(?=[\d.])/, `$1${nbsp}`);
}

const bare = /^(\p{L}|\p{L}?\d+|yes|no|true|false)$/iu;

/** "Median survival was 12 months with 1" says nothing: a code or a single letter is "Arm 1". */
export function armName(label: string): string {
  return bare.test(label) ? `Arm ${label}` : levelLabel(label);
}

/** "row 7", "rows 8 and 61", "rows 1, 2, 3, 4, 5 and 12 more". */
export function rowList(rows: ArrayLike<number>, most = 5): string {
  const named = Array.from(rows, String).slice(0, most);
  const more = rows.length - named.length;
  return `${rows.length === 1 ? 'row' : 'rows'} ${listed(more > 0 ? [...named, `${more} more`] : named)}`;
}
