import { DataTable } from '../ui/data-table.tsx';

interface RowTableProps {
  label: string;
  header: readonly string[];
  rows: readonly (readonly string[])[];
  /** 1-based, as a spreadsheet user counts below the header. */
  numbers: readonly number[];
  /** The column a finding is about: shown first and in 600. */
  column: string;
}

const mostRows = 200;
const mostColumns = 7;

/** Rows of the cohort that a warning or a problem speaks of. */
export function RowTable({ label, header, rows, numbers, column }: RowTableProps) {
  const about = header.indexOf(column);
  const shown = header.map((_, index) => index).slice(0, mostColumns);
  if (about >= 0 && !shown.includes(about)) shown.push(about);
  return (
    <>
      <DataTable
        label={label}
        compact
        dense
        columns={[
          { head: 'Row', align: 'right' },
          ...shown.map((index) => ({ head: header[index] ?? '' })),
        ]}
        rows={numbers.slice(0, mostRows).map((number) => [
          number,
          ...shown.map((index) => {
            const text = rows[number - 1]?.[index] ?? '';
            return index === about ? <strong>{text === '' ? 'empty' : text}</strong> : text;
          }),
        ])}
      />
      {numbers.length > mostRows && (
        <p class="note">
          The first {mostRows} of {numbers.length} rows.
        </p>
      )}
    </>
  );
}
