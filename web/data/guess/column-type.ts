// Whether a column holds numbers, dates or groups, and how it writes them: from all of its values, in
// whatever order they stand, and where these leave it open from its name.
import type { ColumnType } from '../../../build/wasm/riskset.js';

import { type HowRead, noSigns } from '../text/parse-cell.ts';
import type { DateOrder } from '../text/parse-date.ts';
import { type Decimal, parseNumber } from '../text/parse-number.ts';
import { datesIn, dateSigns } from './date-column.ts';
import { numbersIn, numberSigns } from './number-column.ts';
import { saysMissing } from './unknown-words.ts';

export interface GuessedType extends HowRead {
  /** Texts that mean missing in this column, beside those that do everywhere. */
  missing: string[];
}

export function guessType(
  name: string,
  counts: ReadonlyMap<string, number>,
  decimal: Decimal,
): GuessedType {
  const values = [...counts];
  const category: GuessedType = { type: 'category', order: 'ymd', signs: noSigns, missing: [] };
  if (values.length === 0) return category;
  const dates = datesIn(name, values);
  if (dates !== null) return dates;
  if (values.some(([text]) => isIdentifierLike(text))) return category;
  return numbersIn(name, values, decimal) ?? category;
}

/** How a column is read as the type that somebody chose for it. */
export function guessSigns(
  counts: ReadonlyMap<string, number>,
  type: ColumnType,
  order: DateOrder,
  decimal: Decimal,
): Pick<GuessedType, 'signs' | 'missing'> {
  if (type === 'category') return { signs: noSigns, missing: [] };
  const values = [...counts];
  const missing = values.map(([text]) => text).filter((text) => saysMissing(text, type));
  const known = values.filter(([text]) => !missing.includes(text));
  const signs =
    type === 'date'
      ? dateSigns(
          known.map(([text]) => text),
          order,
        )
      : numberSigns(
          known.filter(([text]) => parseNumber(text, decimal) === null),
          decimal,
        );
  return { signs, missing };
}

/** Leading zeros and more digits than a double holds are lost in a number. */
function isIdentifierLike(text: string): boolean {
  return /^0\d/.test(text) || /^\d{16,}$/.test(text);
}
