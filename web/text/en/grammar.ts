// Small rules of English that sentences and tables share.
import type { RichText } from '../../base/rich-text.ts';
import { count, nbsp } from '../../base/rounding.ts';
import { drugNames, englishWords } from './label-words.ts';

/** "1 death", "66 deaths", with the number bound to its word. */
export function counted(n: number, singular: string, plural = `${singular}s`): string {
  return `${count(n)}${nbsp}${n === 1 ? singular : plural}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[], conjunction = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** The same, with the emphasis of each part kept. */
export function listedParts(parts: readonly RichText[]): RichText {
  return parts.flatMap((part, index) => {
    if (index === 0) return part;
    return [index === parts.length - 1 ? ' and ' : ', ', ...part];
  });
}

/**
 * A label inside a sentence: "Immunotherapy rechallenge" loses its capital; "FOLFOX", "B", the German
 * "Therapiebeginn" and "Best Supportive Care" keep theirs. `written`: the name in the file that the
 * label was made of; if it has no capital, the label's is ours.
 */
export function inSentence(label: string, written = label): string {
  const [, first, rest] = /^(\p{Lu}\p{Ll}+)(.*)$/su.exec(label) ?? [];
  if (first === undefined || rest === undefined) return label;
  const word = first.toLowerCase();
  const small = label.charAt(0).toLowerCase() + label.slice(1);
  if (!/\p{Lu}/u.test(written)) return small;
  const known = englishWords.has(word) || drugNames.test(word);
  return known && !/(?<!\p{L})\p{Lu}\p{Ll}/u.test(rest) ? small : label;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "row 7", "rows 8 and 61", "rows 1, 2, 3, 4, 5 and 12 more". */
export function rowList(rows: ArrayLike<number>, most = 5): string {
  // Of a hundred thousand rows only the named ones become texts.
  const named = Array.from({ length: Math.min(most, rows.length) }, (_, at) => String(rows[at]));
  const more = rows.length - named.length;
  return `${rows.length === 1 ? 'row' : 'rows'} ${listed(more > 0 ? [...named, `${more} more`] : named)}`;
}

/** An arm whose name alone would say nothing. */
export function bareArm(name: string): string {
  return `Arm ${name}`;
}

export const grammar = {
  counted,
  listed,
  listedParts,
  inSentence,
  capitalised,
  rowList,
  bareArm,
};
