import { text as catalogue } from '../text/text.ts';
import { DataTable } from '../ui/data-table.tsx';

const words = catalogue.shared.rows;

export interface RowColumn {
  head: string;
  align?: 'left' | 'right';
  /** What the reader should look at: in 600. */
  emphasised?: boolean;
}

interface RowTableProps {
  label: string;
  /** The text of a row's cell in one of the columns. */
  cell: (row: number, column: string) => string;
  /** 1-based, as a spreadsheet user counts below the header. */
  numbers: readonly number[];
  columns: readonly RowColumn[];
}

const mostRows = 200;

/** Rows of the file as they were written. */
export function RowTable({ label, cell, numbers, columns }: RowTableProps) {
  return (
    <>
      <DataTable
        label={label}
        compact
        dense
        columns={[
          { head: words.row, align: 'right' },
          ...columns.map(({ head, align = 'left' }) => ({ head, align })),
        ]}
        rows={numbers.slice(0, mostRows).map((number) => [
          number,
          ...columns.map(({ head, emphasised }) => {
            const text = cell(number, head);
            const shown = text === '' ? <span class="quiet">{words.empty}</span> : text;
            return emphasised === true ? <strong>{shown}</strong> : shown;
          }),
        ])}
      />
      <p class="note">
        {numbers.length > mostRows && `${words.first(mostRows, numbers.length)} `}
        {words.counted}
      </p>
    </>
  );
}
