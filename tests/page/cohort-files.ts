import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const example = readFileSync(
  resolve(import.meta.dirname, '../../web/examples/rechallenge_cohort.csv'),
  'utf8',
);
const cells = example
  .trim()
  .split(/\r?\n/)
  .map((line) => line.split(','));

/** The example cohort with some cells changed; row 1 is the first patient. */
export function changed(change: (patients: Patients) => void): Uint8Array {
  const table = cells.map((row) => [...row]);
  change(new Patients(table));
  return bytes(table.map((row) => row.join(',')).join('\n') + '\n');
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export const header = (cells[0] ?? []).join(',');

class Patients {
  private readonly table: string[][];

  constructor(table: string[][]) {
    this.table = table;
  }

  set(row: number, column: string, value: string): void {
    this.row(row)[this.position(column)] = value;
  }

  setAll(column: string, value: (row: number, before: string) => string): void {
    const at = this.position(column);
    this.table.slice(1).forEach((row, index) => {
      row[at] = value(index + 1, row[at] ?? '');
    });
  }

  /** Takes the last cell of a row away. */
  shorten(row: number): void {
    this.row(row).pop();
  }

  drop(column: string): void {
    const at = this.position(column);
    for (const row of this.table) row.splice(at, 1);
  }

  private row(row: number): string[] {
    const found = this.table[row];
    if (row < 1 || found === undefined) throw new Error(`There is no row ${row}`);
    return found;
  }

  private position(column: string): number {
    const at = this.table[0]?.indexOf(column) ?? -1;
    if (at < 0) throw new Error(`There is no column ${column}`);
    return at;
  }
}
