// The keyboard among the cells of a table: one stop for the Tab key, arrows from cell to cell.
import { useLayoutEffect, useRef } from 'preact/hooks';

import type { Cell } from './row-cells.tsx';

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function useCellKeys() {
  const table = useRef<HTMLTableElement>(null);
  const leaving = useRef<Cell | null>(null);

  const buttons = () =>
    [...(table.current?.querySelectorAll('tr[data-row]') ?? [])].map((row) => [
      ...row.querySelectorAll<HTMLButtonElement>('button'),
    ]);

  // A form that closes gives the keyboard back to the cell that it was opened from.
  useLayoutEffect(() => {
    const cell = leaving.current;
    if (cell === null) return;
    leaving.current = null;
    const row = table.current?.querySelector(`tr[data-row="${cell.row}"]`);
    const own = [...(row?.querySelectorAll('button') ?? [])];
    // A row that was left out meanwhile has no button at its number.
    const target = own.find((one) => one.dataset['column'] === (cell.column ?? undefined));
    (target ?? own[0])?.focus();
  });

  return {
    table,
    back: (cell: Cell) => {
      leaving.current = cell;
    },
    /** The cell that was used last is the one that Tab comes back to. */
    onFocus: ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLButtonElement) || target.dataset['row'] === undefined) return;
      for (const one of buttons().flat()) one.tabIndex = one === target ? 0 : -1;
    },
    onKeyDown: (event: KeyboardEvent) => {
      const step = steps[event.key];
      const { target } = event;
      if (step === undefined || !(target instanceof HTMLButtonElement)) return;
      const grid = buttons();
      const row = grid.findIndex((one) => one.includes(target));
      if (row < 0) return;
      const next = grid[row + step[0]]?.[grid[row]!.indexOf(target) + step[1]];
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
    },
  };
}
