// The table without some of its rows, for those who count in it or look for gaps: the cells of such a
// row are empty, so that rows keep their numbers.
import type { Cohort } from '../cohort.ts';
import type { ColumnContent } from '../profile.ts';
import { levelColumn } from '../row-values.ts';
import type { Setup } from '../setup.ts';
import type { TextColumn } from '../text/text-table.ts';
import type { Exclusion } from './changes.ts';
import { analysedRows } from './conditions.ts';

const withoutThese = new WeakMap<Cohort, { exclude: readonly Exclusion[]; kept: Cohort }>();

/** Without what was excluded by hand. */
export function withoutExcluded(cohort: Cohort, exclude: readonly Exclusion[]): Cohort {
  if (exclude.length === 0) return cohort;
  const last = withoutThese.get(cohort);
  if (last?.exclude === exclude) return last.kept;
  const rows = exclude.map(({ row }) => row - 1);
  const kept = emptied(cohort, () => rows);
  withoutThese.set(cohort, { exclude, kept });
  return kept;
}

const ofThese = new WeakMap<Uint8Array, Cohort>();

/** Without who is not analysed. */
export function analysedCohort(cohort: Cohort, setup: Setup): Cohort {
  const { rows } = analysedRows(cohort, setup);
  if (rows === null) return cohort;
  const kept =
    ofThese.get(rows) ??
    emptied(cohort, () => Array.from(rows.keys()).filter((row) => rows[row] === 0));
  ofThese.set(rows, kept);
  return kept;
}

function emptied(cohort: Cohort, rows: () => readonly number[]): Cohort {
  const columns = cohort.table.columns.map((column) => new Emptied(column, rows));
  return { ...cohort, table: { ...cohort.table, columns } };
}

/** Copied when somebody looks at it: of a large table most columns are looked at by nobody. */
class Emptied implements TextColumn {
  readonly texts: readonly string[];
  readonly #whole: Int32Array;
  readonly #rows: () => readonly number[];
  readonly #empty: number;
  #codes: Int32Array | null = null;

  constructor({ texts, codes }: TextColumn, rows: () => readonly number[]) {
    const empty = texts.indexOf('');
    this.texts = empty < 0 ? [...texts, ''] : texts;
    this.#empty = empty < 0 ? texts.length : empty;
    this.#whole = codes;
    this.#rows = rows;
  }

  get codes(): Int32Array {
    if (this.#codes === null) {
      this.#codes = this.#whole.slice();
      for (const row of this.#rows()) this.#codes[row] = this.#empty;
    }
    return this.#codes;
  }
}

const contentsOf = new WeakMap<Uint8Array, WeakMap<ColumnContent, ColumnContent>>();

/** What a column holds of those who are analysed: values that none of them has are left out. */
export function analysedContent(
  cohort: Cohort,
  setup: Setup,
  content: ColumnContent,
): ColumnContent {
  const { rows, meet } = analysedRows(cohort, setup);
  if (rows === null) return content;
  const ofRows = contentsOf.get(rows) ?? new WeakMap<ColumnContent, ColumnContent>();
  contentsOf.set(rows, ofRows);
  const analysed = ofRows.get(content) ?? countedAmong(cohort, setup, content, rows, meet);
  ofRows.set(content, analysed);
  return analysed;
}

function countedAmong(
  cohort: Cohort,
  setup: Setup,
  content: ColumnContent,
  rows: Uint8Array,
  meet: number,
): ColumnContent {
  const { texts, codes } = levelColumn(cohort, setup, content.name);
  const counts = new Int32Array(texts.length);
  for (let row = 0; row < codes.length; ++row) counts[codes[row]!]! += rows[row]!;
  const ofLevel = new Map(texts.map((text, code) => [text, counts[code]!]));
  const values = content.values
    .map(({ value }) => ({ value, count: ofLevel.get(value) ?? 0 }))
    .filter(({ count }) => count > 0);
  const odd = content.unreadable.rows.map((row) => rows[row - 1] === 1);
  return {
    ...content,
    values,
    missing: meet - values.reduce((sum, { count }) => sum + count, 0),
    unreadable: {
      rows: content.unreadable.rows.filter((_, at) => odd[at]),
      texts: content.unreadable.texts.filter((_, at) => odd[at]),
    },
  };
}
