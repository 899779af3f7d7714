import { Prose } from '../ui/prose.tsx';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import type { Cell, TableColumn, TableModel, TableNote, TableRow } from './model.ts';

interface StatTableProps {
  model: TableModel;
  /** On a phone each row becomes a small block instead of a row that scrolls sideways. */
  stacked?: boolean;
}

/** A table of results, as a journal sets it. */
export function StatTable({ model, stacked = false }: StatTableProps) {
  const { caption } = model;
  return (
    <ScrollRegion label={model.label}>
      <table class={stacked ? 'table table-stacked' : 'table'}>
        {caption === undefined ? (
          <caption class="visually-hidden">{model.label}</caption>
        ) : (
          <caption>
            <span class="caption-stay">
              <strong>{caption.name}</strong> <span class="caption-unit">· {caption.rest}</span>
            </span>
          </caption>
        )}
        <TableHead model={model} />
        <tbody>
          {model.rows.map((row, index) => (
            <Row key={index} row={row} columns={model.columns} />
          ))}
        </tbody>
      </table>
      {model.notes !== undefined && <Notes notes={model.notes} />}
    </ScrollRegion>
  );
}

function Notes({ notes }: { notes: readonly TableNote[] }) {
  return (
    <p class="table-notes">
      {notes.map(({ mark, text }) => (
        <span key={text}>
          {mark !== '' && <sup class="mark">{mark}</sup>}
          {text}{' '}
        </span>
      ))}
    </p>
  );
}

function TableHead({ model }: { model: TableModel }) {
  const depth = Math.max(0, ...model.columns.map((column) => column.spanners?.length ?? 0));
  return (
    <thead>
      {Array.from({ length: depth }, (_, level) => (
        <tr key={level} class="spanners">
          <td />
          {spans(model.columns, level).map(({ name, width }, index) =>
            name === '' ? (
              <td key={index} colSpan={width} />
            ) : (
              <th key={index} scope="colgroup" colSpan={width} class="spanner">
                <span>{name}</span>
              </th>
            ),
          )}
        </tr>
      ))}
      <tr>
        {model.rowHead === undefined ? (
          <td class="corner" />
        ) : (
          <th scope="col">
            <Prose text={model.rowHead} />
          </th>
        )}
        {model.columns.map((column, index) => (
          <th key={index} scope="col" class={classOf(column)}>
            <Prose text={column.head} />
            {column.note !== undefined && <span class="head-note">{column.note}</span>}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function spans(columns: readonly TableColumn[], level: number): { name: string; width: number }[] {
  const groups: { name: string; path: string; width: number }[] = [];
  for (const column of columns) {
    const name = column.spanners?.[level] ?? '';
    const path = (column.spanners ?? []).slice(0, level + 1).join('\n');
    const last = groups.at(-1);
    if (last !== undefined && last.path === path) last.width += 1;
    else groups.push({ name, path, width: 1 });
  }
  return groups;
}

function Row({ row, columns }: { row: TableRow; columns: readonly TableColumn[] }) {
  return (
    <tr class={`row-${row.kind}`}>
      <th scope="row">
        <Prose text={row.head} />
      </th>
      {columns.map((column, index) => {
        const content = row.cells[index] ?? null;
        return (
          <td key={index} class={content === null ? `${classOf(column)} blank` : classOf(column)}>
            {content !== null && <Content cell={content} column={column} />}
          </td>
        );
      })}
    </tr>
  );
}

function Content({ cell, column }: { cell: Cell; column: TableColumn }) {
  return (
    <span class={cell.quiet === true ? 'quiet' : 'number'}>
      {column.stack === 'p' && <PrefixOnPhone text={cell.text[0]} />}
      <Prose text={cell.text} />
      {cell.interval !== undefined && (
        <>
          {' '}
          <span class="interval">{cell.interval}</span>
        </>
      )}
      {cell.mark !== undefined && <sup class="mark">{cell.mark}</sup>}
    </span>
  );
}

/** In a stacked row the p stands without its column's head, so it brings its own letter. */
function PrefixOnPhone({ text }: { text: unknown }) {
  const sign = typeof text === 'string' && /^[<>]/.test(text) ? '' : '= ';
  return (
    <span class="stacked-only">
      <i>p</i> {sign}
    </span>
  );
}

function classOf(column: TableColumn): string {
  const classes: string[] = [];
  if (column.align === 'right') classes.push('align-right');
  if (column.stack !== undefined) classes.push(`stack-${column.stack}`);
  return classes.join(' ');
}
