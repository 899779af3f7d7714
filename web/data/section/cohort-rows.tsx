import { RowTable } from '../../tables/row-table.tsx';
import type { Cohort } from '../cohort.ts';
import { cellText, columnIndex } from '../text/text-table.ts';

interface CohortRowsProps {
  cohort: Cohort;
  label: string;
  /** Data rows, counted from 1 below the header. */
  rows: readonly number[];
  columns: readonly string[];
  /** Columns whose cells are what the reader should look at. */
  emphasised?: readonly string[];
}

/** Rows of the cohort, in the columns that matter. */
export function CohortRows({ cohort, label, rows, columns, emphasised = [] }: CohortRowsProps) {
  const index = columnIndex(cohort.table);
  const numeric = new Set(
    cohort.columns.filter(({ type }) => type === 'number').map(({ name }) => name),
  );
  return (
    <RowTable
      label={label}
      cell={(row, name) => cellText(cohort.table, row, index.get(name) ?? -1)}
      numbers={rows}
      columns={columns.map((name) => ({
        head: name,
        align: numeric.has(name) ? 'right' : 'left',
        emphasised: emphasised.includes(name),
      }))}
    />
  );
}
