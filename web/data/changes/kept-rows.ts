// The table without what was excluded by hand, for those who look for gaps and contradictions: the
// cells of such a row are empty, so that rows keep their numbers.
import type { Cohort } from '../cohort.ts';
import type { TextColumn } from '../text/text-table.ts';
import type { Exclusion } from './changes.ts';

const known = new WeakMap<Cohort, { exclude: readonly Exclusion[]; kept: Cohort }>();

export function withoutExcluded(cohort: Cohort, exclude: readonly Exclusion[]): Cohort {
  if (exclude.length === 0) return cohort;
  const last = known.get(cohort);
  if (last?.exclude === exclude) return last.kept;
  const rows = exclude.map(({ row }) => row - 1);
  const columns = cohort.table.columns.map((column) => new Emptied(column, rows));
  const kept = { ...cohort, table: { ...cohort.table, columns } };
  known.set(cohort, { exclude, kept });
  return kept;
}

/** Copied when somebody looks at it: of a large table most columns are looked at by nobody. */
class Emptied implements TextColumn {
  readonly texts: readonly string[];
  readonly #whole: Int32Array;
  readonly #rows: readonly number[];
  readonly #empty: number;
  #codes: Int32Array | null = null;

  constructor({ texts, codes }: TextColumn, rows: readonly number[]) {
    const empty = texts.indexOf('');
    this.texts = empty < 0 ? [...texts, ''] : texts;
    this.#empty = empty < 0 ? texts.length : empty;
    this.#whole = codes;
    this.#rows = rows;
  }

  get codes(): Int32Array {
    if (this.#codes === null) {
      this.#codes = this.#whole.slice();
      for (const row of this.#rows) this.#codes[row] = this.#empty;
    }
    return this.#codes;
  }
}
