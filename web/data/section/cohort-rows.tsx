import { Fragment } from 'preact';
import { useState } from 'preact/hooks';

import { text } from '../../text/text.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import type { Cohort } from '../cohort.ts';
import { parts } from '../store.ts';
import { EditForm, ExcludeForm } from './changes/row-forms.tsx';
import { type Cell, ExcludedNote, RowCells } from './changes/row-cells.tsx';
import './changes/rows.css';
import { useCellKeys } from './changes/use-cell-keys.ts';

const words = text.shared.rows;

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

/** Rows of the cohort, in the columns that matter. A value can be corrected, a row left out. */
export function CohortRows({ cohort, label, rows, columns, emphasised = [] }: CohortRowsProps) {
  const [open, setOpen] = useState<Cell | null>(null);
  const { table, onKeyDown, onFocus, back } = useCellKeys();
  const numeric = new Set(
    cohort.columns.filter(({ type }) => type === 'number').map(({ name }) => name),
  );
  // What identifies a patient goes into no saved file, and what is made of others has no cells.
  const made = cohort.columns.filter(({ censoringOf: source }) => source !== null);
  const fixed = new Set([
    ...parts.identifiers.value,
    ...[...parts.cuts.value, ...made].map(({ name }) => name),
  ]);
  const close = () => {
    if (open !== null) back(open);
    setOpen(null);
  };
  const shown = rows.slice(0, mostRows);
  return (
    <>
      <ScrollRegion label={label}>
        <table ref={table} class="table table-compact table-data" onKeyDown={onKeyDown}>
          <caption class="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col" class="align-right">
                {words.row}
              </th>
              {columns.map((name) => (
                <th key={name} scope="col" class={numeric.has(name) ? 'align-right' : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody onFocusIn={onFocus}>
            {shown.map((row, at) => (
              <Fragment key={row}>
                <RowCells
                  cohort={cohort}
                  row={row}
                  first={at === 0}
                  columns={columns}
                  look={{ numeric, fixed, emphasised }}
                  open={open?.row === row ? open : null}
                  onOpen={(column) => setOpen({ row, column })}
                />
                <ExcludedNote row={row} span={columns.length + 1} />
                {open?.row === row && (
                  <tr class="row-form">
                    <td colSpan={columns.length + 1}>
                      {open.column === null ? (
                        <ExcludeForm row={row} onDone={close} />
                      ) : (
                        <EditForm
                          key={open.column}
                          cohort={cohort}
                          cell={{ row, column: open.column }}
                          onDone={close}
                        />
                      )}
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p class="note">
        {rows.length > mostRows && `${words.first(mostRows, rows.length)} `}
        {words.counted} <span class="screen-only">{text.data.changes.rows.howTo}</span>
      </p>
    </>
  );
}
