// One cell of a number or date column, as the column says that its cells are read.
import type { ColumnType } from '../../../build/wasm/riskset.js';

import { type DateOrder, dateReader, type DateSigns } from './parse-date.ts';
import { type Decimal, numberReader, type NumberSigns } from './parse-number.ts';

export { type DateOrder, parseDate } from './parse-date.ts';
export { type Decimal, parseNumber } from './parse-number.ts';

/** What is read beside plain numbers and whole dates. */
export interface Signs extends NumberSigns, DateSigns {}

export const noSigns: Signs = {
  unit: null,
  otherUnits: null,
  thousands: null,
  inexact: null,
  shortYearsFrom: null,
  serials: false,
};

/** How the texts of a column are read. */
export interface HowRead {
  type: ColumnType;
  order: DateOrder;
  signs: Signs;
}

/** From a cell to its number or day: NaN where it counts as missing, null where it is neither. */
export function cellReader(how: HowRead, decimal: Decimal): (text: string) => number | null {
  return how.type === 'date' ? dateReader(how.signs, how.order) : numberReader(how.signs, decimal);
}
