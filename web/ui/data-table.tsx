import type { ComponentChildren } from 'preact';

import { ScrollRegion } from './scroll-region.tsx';

export interface DataColumn {
  head: ComponentChildren;
  align?: 'left' | 'right' | 'center';
}

interface DataTableProps {
  /** Names the table; heard, not seen, where no `caption` stands above it. */
  label: string;
  caption?: ComponentChildren;
  columns: readonly DataColumn[];
  /** The first cell of each row is its heading. */
  rows: readonly (readonly ComponentChildren[])[];
  /** As wide as its content instead of the panel's width. */
  compact?: boolean;
  /** Hairlines between rows: only where each row has a control. */
  ruled?: boolean;
  /** The smaller print of figures' data tables. */
  dense?: boolean;
}

function alignment(column: DataColumn | undefined): string | undefined {
  return column?.align === undefined || column.align === 'left'
    ? undefined
    : `align-${column.align}`;
}

/** Plain rows and columns. Where it is wider than the page it scrolls inside its own named region. */
export function DataTable(props: DataTableProps) {
  const { columns } = props;
  const classes = ['table'];
  if (props.compact) classes.push('table-compact');
  if (props.dense) classes.push('table-data');
  return (
    <ScrollRegion label={props.label}>
      <table class={classes.join(' ')}>
        {props.caption === undefined ? (
          <caption class="visually-hidden">{props.label}</caption>
        ) : (
          <caption>{props.caption}</caption>
        )}
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col" class={alignment(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, rowIndex) => (
            <tr key={rowIndex} class={props.ruled ? 'row-ruled' : undefined}>
              {row.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row" class={alignment(columns[index])}>
                    {cell}
                  </th>
                ) : (
                  <td key={index} class={alignment(columns[index])}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
