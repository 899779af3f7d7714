// What tells who somebody is, as it goes with the rows: numbers in the place of identifiers, and no age
// above 89.
import type { Cohort } from '../data/cohort.ts';
import { wordsOf } from '../data/guess/words.ts';
import type { Setup } from '../data/setup.ts';
import { isIdentifier } from '../data/tables/join.ts';
import { parseNumber } from '../data/text/parse-cell.ts';
import { recoded, type TextColumn } from '../data/text/text-table.ts';

/** The same text is the same number, and none says more. What is no identifier has none. */
export function numbersFor({ texts }: TextColumn): ReadonlyMap<string, string> {
  return new Map(texts.filter(isIdentifier).map((text, at) => [text, String(at + 1)]));
}

export function numbered(column: TextColumn): TextColumn {
  const numbers = numbersFor(column);
  return recoded(column, (text) => numbers.get(text) ?? '');
}

/** An age above it can tell who somebody is (45 CFR 164.514(b)(2)(i)(C), of 2002). */
const oldest = 89;
const grouped = '90';

const ageWords = ['age', 'alter', 'edad', 'âge', 'età', 'idade', '年龄'];

export function isAge({ types }: Setup, name: string): boolean {
  return (
    types.get(name)?.type === 'number' && wordsOf(name).some((word) => ageWords.includes(word))
  );
}

/** The column without such ages, and in how many rows there was one. */
export function withoutOldest(
  column: TextColumn,
  decimal: Cohort['decimal'],
): { column: TextColumn; rows: number } {
  const isOld = (text: string) => (parseNumber(text, decimal) ?? 0) > oldest;
  const old = column.texts.map(isOld);
  const rows = column.codes.filter((code) => old[code] === true).length;
  return rows === 0
    ? { column, rows }
    : { column: recoded(column, (text) => (isOld(text) ? grouped : text)), rows };
}
