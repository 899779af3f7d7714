// Values that are often written where a value is not known. Which they are is a matter of the
// column: 999 is no age but may be a platelet count, "-" is negative in HER2. So it is asked.
import { text } from '../../text/text.ts';
import type { Cohort } from '../cohort.ts';
import { isUnknown } from '../guess/codes.ts';
import type { ColumnContent } from '../profile.ts';
import { levelColumn } from '../row-values.ts';
import { contentOf, type Setup } from '../setup.ts';
import { parseNumber } from '../text/parse-cell.ts';
import { rowsOfTexts } from '../text/text-table.ts';
import type { Check, Finding } from './finding.ts';

export function missingCodes(cohort: Cohort, setup: Setup): Finding {
  const found = setup.covariates.flatMap((name): Check[] => {
    const content = contentOf(cohort, setup, name);
    const codes = content === null ? [] : codesIn(content, cohort);
    if (codes.length === 0) return [];
    const rows = rowsOfTexts(levelColumn(cohort, setup, name), (one) => codes.includes(one));
    if (rows.length === 0) return [];
    return [
      {
        id: `code:${name}`,
        kind: 'warning',
        claim: text.data.checks.codes.claim(name, codes, rows.length),
        text: text.data.checks.codes.text,
        rows,
        columns: [name],
        uncountable: codes,
      },
    ];
  });
  if (found.length > 0) return found;
  return setup.covariates.length > 0 ? { passed: text.data.checks.codes.passed } : null;
}

const repeatedNines = /^-?9{2,}$/;

function codesIn({ type, values }: ColumnContent, cohort: Cohort): string[] {
  const texts = values.map(({ value }) => value);
  // In a column of numbers they are told as what cannot be read.
  const spoken = type === 'category' ? texts.filter(isUnknown) : [];
  const numbers = texts.map((one) => parseNumber(one, cohort.decimal));
  const isNine = (one: string) => repeatedNines.test(one) || (type === 'category' && one === '9');
  const others = numbers.filter((number, at) => number !== null && !isNine(texts[at]!));
  const highest = others.reduce<number>((most, number) => Math.max(most, number!), -Infinity);
  const lowest = others.reduce<number>((least, number) => Math.min(least, number!), Infinity);
  const nines = texts.filter((one, at) => {
    const number = numbers[at];
    if (!isNine(one) || number === null || number === undefined) return false;
    if (others.length === 0) return texts.length > 1;
    return number < 0 ? lowest >= 0 : farAbove(number, highest);
  });
  return [...spoken, ...nines];
}

/** An age of 99 is an age beside 97; 999 beside 85, or 9 beside 2, lies outside the scale. */
function farAbove(code: number, highest: number): boolean {
  return code > 2 * highest;
}
