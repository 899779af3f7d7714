import { text } from '../../../text/text.ts';
import { Button } from '../../../ui/button.tsx';
import { writtenCell } from '../../changes/setup-after.ts';
import type { Cohort } from '../../cohort.ts';
import { includeRow, parts } from '../../store.ts';
import { cellText, columnIndex } from '../../text/text-table.ts';

const words = text.data.changes;

/** What is being changed: one cell, or without a column the whole row. */
export interface Cell {
  row: number;
  column: string | null;
}

export interface Look {
  numeric: ReadonlySet<string>;
  /** Columns whose cells cannot be corrected. */
  fixed: ReadonlySet<string>;
  emphasised: readonly string[];
}

interface RowCellsProps {
  cohort: Cohort;
  row: number;
  /** The first row of the table has the cell that Tab comes to first. */
  first: boolean;
  columns: readonly string[];
  look: Look;
  open: Cell | null;
  onOpen: (column: string | null) => void;
}

/** One row: its number, by which it is left out, and its cells. */
export function RowCells({ cohort, row, first, columns, look, open, onOpen }: RowCellsProps) {
  const exclusion = parts.exclude.value.find((one) => one.row === row);
  const stop = columns.find((name) => !look.fixed.has(name));
  return (
    <tr data-row={row} class={exclusion === undefined ? undefined : 'row-excluded'}>
      <th scope="row" class="align-right">
        {exclusion !== undefined && row}
        {exclusion === undefined && (
          <button
            type="button"
            class="cell-button row-number"
            data-row={row}
            tabIndex={first && stop === undefined ? 0 : -1}
            aria-label={words.rows.excludeRow(row)}
            aria-expanded={open !== null && open.column === null}
            onClick={() => onOpen(null)}
          >
            {row}
          </button>
        )}
      </th>
      {columns.map((name) => (
        <td key={name} class={look.numeric.has(name) ? 'align-right' : undefined}>
          <CellText
            cohort={cohort}
            row={row}
            column={name}
            look={look}
            stop={first && name === stop}
            open={open?.column === name}
            onOpen={() => onOpen(name)}
          />
        </td>
      ))}
    </tr>
  );
}

/** Under a row that is left out: why, and the way back. */
export function ExcludedNote({ row, span }: { row: number; span: number }) {
  const exclusion = parts.exclude.value.find((one) => one.row === row);
  if (exclusion === undefined) return null;
  return (
    <tr class="row-note">
      <td colSpan={span}>
        {words.rows.excludedFor(row, exclusion.why)}{' '}
        <Button kind="link" label={words.takeBackRow(row)} onClick={() => includeRow(row)}>
          {words.takeBack}
        </Button>
      </td>
    </tr>
  );
}

interface CellTextProps {
  cohort: Cohort;
  row: number;
  column: string;
  look: Look;
  stop: boolean;
  open: boolean;
  onOpen: () => void;
}

function CellText({ cohort, row, column, look, stop, open, onOpen }: CellTextProps) {
  const edit = parts.edits.value.find((one) => one.row === row && one.column === column);
  const place = columnIndex(cohort.table).get(column) ?? -1;
  const value = edit?.value ?? cellText(cohort.table, row, place);
  const shown = <Value value={value} strong={look.emphasised.includes(column)} />;
  if (look.fixed.has(column)) return shown;
  const before = edit === undefined ? null : named(writtenCell(cohort, { row, column }));
  return (
    <button
      type="button"
      class="cell-button"
      data-row={row}
      data-column={column}
      tabIndex={stop ? 0 : -1}
      aria-label={`${words.rows.cell(column, row, named(value))}${before === null ? '' : words.rows.corrected(before)}`}
      aria-expanded={open}
      onClick={onOpen}
    >
      {before !== null && (
        <>
          <s>{before}</s>{' '}
        </>
      )}
      {shown}
    </button>
  );
}

function named(value: string): string {
  return value === '' ? text.shared.rows.empty : value;
}

function Value({ value, strong }: { value: string; strong: boolean }) {
  const shown = value === '' ? <span class="quiet">{text.shared.rows.empty}</span> : value;
  return strong ? <strong>{shown}</strong> : <>{shown}</>;
}
