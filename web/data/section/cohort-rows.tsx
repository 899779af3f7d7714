import { DataTable } from '../../ui/data-table.tsx';
import type { Cohort } from '../cohort.ts';
import { columnIndex } from '../text/text-table.ts';

interface CohortRowsProps {
  cohort: Cohort;
  label: string;
  /** Data rows, counted from 1 below the header. */
  rows: readonly number[];
  columns: readonly string[];
  /** Columns whose cells are what the reader should look at. */
  emphasised?: readonly string[];
}

const mostRows = 200;

/** Rows of the file as they were written. */
export function CohortRows({ cohort, label, rows, columns, emphasised = [] }: CohortRowsProps) {
  const index = columnIndex(cohort.table);
  const numeric = new Set(
    cohort.columns.filter(({ type }) => type === 'number').map(({ name }) => name),
  );
  return (
    <>
      <DataTable
        label={label}
        compact
        dense
        columns={[
          { head: 'Row', align: 'right' },
          ...columns.map((name) => ({
            head: name,
            align: numeric.has(name) ? ('right' as const) : ('left' as const),
          })),
        ]}
        rows={rows.slice(0, mostRows).map((row) => [
          row,
          ...columns.map((name) => {
            const text = cohort.table.rows[row - 1]?.[index.get(name) ?? -1]?.trim() ?? '';
            const shown = text === '' ? <span class="quiet">empty</span> : text;
            return emphasised.includes(name) ? <strong>{shown}</strong> : shown;
          }),
        ])}
      />
      <p class="note">
        {rows.length > mostRows && `The first ${mostRows} of ${rows.length} rows. `}
        Rows are counted below the header.
      </p>
    </>
  );
}
