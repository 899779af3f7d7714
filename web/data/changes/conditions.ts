// Who is analysed: the rows that nobody has excluded and that meet every condition. The page counts
// them for the reader, and to know what can be asked of them; the engine selects for itself.
import { type Cohort, textColumn } from '../cohort.ts';
import { defaultMissing, readColumn } from '../columns.ts';
import { levelColumn } from '../row-values.ts';
import type { Setup } from '../setup.ts';
import { parseDate } from '../text/parse-cell.ts';
import type { Bound, Condition } from './changes.ts';

export interface Analysed {
  /** Rows of the table. */
  all: number;
  /** Rows left out by hand. */
  excluded: number;
  /** Of the others, those that meet every condition. */
  meet: number;
  /** Of the others, those whose value in a condition is not known. */
  unknown: number;
  /** 1 for each row that is analysed; null: every row is. */
  rows: Uint8Array | null;
}

type Selecting = Pick<Setup, 'exclude' | 'where' | 'types'>;

const known = new WeakMap<Cohort, { of: readonly unknown[]; analysed: Analysed }>();

export function analysedRows(cohort: Cohort, setup: Setup): Analysed {
  const { exclude, where, types }: Selecting = setup;
  const all = cohort.table.rows;
  if (exclude.length + where.length === 0) {
    return { all, excluded: 0, meet: all, unknown: 0, rows: null };
  }
  const of = [exclude, where, ...where.map(({ column }) => types.get(column))];
  const last = known.get(cohort);
  if (last?.of.length === of.length && last.of.every((part, at) => part === of[at])) {
    return last.analysed;
  }
  const analysed = select(cohort, setup);
  known.set(cohort, { of, analysed });
  return analysed;
}

/** null: not known. */
type Holds = (row: number) => boolean | null;

function select(cohort: Cohort, setup: Setup): Analysed {
  const all = cohort.table.rows;
  const excluded = new Set(setup.exclude.map(({ row }) => row - 1));
  const conditions = setup.where.map((condition) => holding(cohort, setup, condition));
  const rows = new Uint8Array(all);
  let [meet, unknown] = [0, 0];
  for (let row = 0; row < all; ++row) {
    if (excluded.has(row)) continue;
    const answers = conditions.map((holds) => holds(row));
    if (answers.includes(false)) continue;
    if (answers.includes(null)) {
      unknown += 1;
    } else {
      meet += 1;
      rows[row] = 1;
    }
  }
  return { all, excluded: excluded.size, meet, unknown, rows };
}

function holding(cohort: Cohort, setup: Setup, condition: Condition): Holds {
  const own = setup.types.get(condition.column);
  if (own === undefined) return () => null;
  const usual = defaultMissing.filter((code) => !own.notMissing.includes(code));
  const missing = new Set(['', ...usual, ...own.missing]);
  if (own.type === 'category') {
    const { texts, codes } = levelColumn(cohort, setup, condition.column);
    const holds = texts.map((level) =>
      missing.has(level) ? null : 'in' in condition && condition.in.includes(level),
    );
    return 'missing' in condition
      ? (row) => (holds[codes[row]!] === null) === condition.missing
      : (row) => holds[codes[row]!] ?? null;
  }
  const reading = { ...own, decimal: cohort.decimal, missing, guessed: false };
  const column = textColumn(cohort, condition.column);
  const { numbers } = readColumn(condition.column, column, reading);
  if ('missing' in condition) return (row) => Number.isNaN(numbers[row]) === condition.missing;
  const limit = 'in' in condition ? NaN : boundOf(condition);
  return (row) => {
    const value = numbers[row]!;
    if (Number.isNaN(value)) return null;
    return 'atLeast' in condition ? value >= limit : value < limit;
  };
}

/** As the values of the column are: a number, or days since 1970-01-01. */
function boundOf(condition: { atLeast: Bound } | { below: Bound }): number {
  const bound = 'atLeast' in condition ? condition.atLeast : condition.below;
  return typeof bound === 'number' ? bound : (parseDate(bound) ?? NaN);
}
