// How names, counts and lists are said: by the rules of the page's language.
import { nbsp } from '../base/rounding.ts';
import { text } from '../text/text.ts';

export const { counted, listed, listedParts, inSentence, capitalised, rowList } = text.grammar;

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
  return bare.test(label) ? text.grammar.bareArm(label) : levelLabel(label);
}
