// Who meets the conditions of the analysis, counted for the reader; the engine selects for itself.
import type { Cohort } from '../cohort.ts';
import { defaultMissing, readColumn } from '../columns.ts';
import { textColumn } from '../cohort.ts';
import { levelColumn } from '../row-values.ts';
import type { Setup } from '../setup.ts';
import type { Condition } from './changes.ts';

export interface Analysed {
  /** Rows of the table. */
  all: number;
  /** Rows left out by hand. */
  excluded: number;
  /** Of the others, those that meet every condition. */
  meet: number;
  /** Of the others, those whose value in a condition is not known. */
  unknown: number;
}

/** null: not known. */
type Holds = (row: number) => boolean | null;

export function analysedRows(cohort: Cohort, setup: Setup): Analysed {
  const all = cohort.table.rows;
  const excluded = new Set(setup.exclude.map(({ row }) => row));
  const conditions = setup.where.map((condition) => holding(cohort, setup, condition));
  let [meet, unknown] = [0, 0];
  for (let row = 0; row < all; ++row) {
    if (excluded.has(row + 1)) continue;
    const answers = conditions.map((holds) => holds(row));
    if (answers.includes(false)) continue;
    if (answers.includes(null)) unknown += 1;
    else meet += 1;
  }
  return { all, excluded: excluded.size, meet, unknown };
}

function holding(cohort: Cohort, setup: Setup, condition: Condition): Holds {
  const own = setup.types.get(condition.column);
  if (own === undefined) return () => null;
  const column = textColumn(cohort, condition.column);
  const missing = new Set(['', ...defaultMissing, ...own.missing]);
  if (own.type === 'category') {
    const { texts, codes } = levelColumn(cohort, setup, condition.column);
    const known = texts.map((level) =>
      missing.has(level) ? null : 'in' in condition && condition.in.includes(level),
    );
    return 'missing' in condition
      ? (row) => (known[codes[row]!] === null) === condition.missing
      : (row) => known[codes[row]!] ?? null;
  }
  const reading = { ...own, decimal: cohort.decimal, missing, guessed: false };
  const { numbers } = readColumn(condition.column, column, reading);
  if ('missing' in condition) return (row) => Number.isNaN(numbers[row]) === condition.missing;
  return (row) => {
    const value = numbers[row]!;
    if (Number.isNaN(value)) return null;
    if ('atLeast' in condition) return value >= condition.atLeast;
    return 'below' in condition && value < condition.below;
  };
}
