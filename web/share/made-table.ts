// A table that was read from no file.
import { type Cohort, cohortOf } from '../data/cohort.ts';
import type { TextTable } from '../data/text/text-table.ts';

/** A cohort of a table that came from no file. */
export function tableRead(
  table: TextTable,
  { name, synthetic, decimal }: Pick<Cohort, 'name' | 'synthetic' | 'decimal'>,
): Cohort {
  const how = {
    kind: 'pasted' as const,
    sure: true,
    samples: [],
    sheet: null,
    sheets: [],
    together: null,
    headerRow: 1,
    headerRows: 1,
    leftOut: [],
    hidden: { rows: 0, columns: 0 },
    beginning: [],
    asked: { decimal },
  };
  const read = { ok: true as const, table, delimiter: null, encoding: null, notes: [], how };
  return cohortOf(read, name, synthetic);
}
