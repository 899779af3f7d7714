// What was changed in the data after they were read. The file on the disk stays as it is: every
// change is part of the setup, listed, undone and saved with it. Order: edits, exclusions, columns
// made of others, conditions.

/** One cell with another text. */
export interface Edit {
  /** Counted from 1 below the header. */
  row: number;
  column: string;
  value: string;
  /** Empty where no reason was given. */
  why: string;
}

/** A row that no analysis works on. */
export interface Exclusion {
  row: number;
  why: string;
}

/** A category made of a number, its groups closed on the left. */
export interface Cut {
  name: string;
  /** The column of numbers. */
  cut: string;
  /** Where the cuts are; of quantiles as the engine last found them. null: not found yet. */
  at: readonly number[] | null;
  /** The shares that the cut points part; null where they were chosen as values. */
  quantiles: readonly number[] | null;
  /** One more than cut points. */
  labels: readonly string[];
  /** A column: of rows that share its value the first with a number counts for the quantiles. */
  patient?: string;
}

/** What must hold in a row for it to be analysed. */
/** A number, or of a column of dates a day (yyyy-mm-dd). */
export type Bound = number | string;

export type Condition =
  | { column: string; in: readonly string[] }
  | { column: string; atLeast: Bound }
  | { column: string; below: Bound }
  | { column: string; missing: boolean };

/** All that the user has changed in the data. */
export interface DataChanges {
  edits: readonly Edit[];
  exclude: readonly Exclusion[];
  cuts: readonly Cut[];
  where: readonly Condition[];
}

export const noChanges: DataChanges = { edits: [], exclude: [], cuts: [], where: [] };

export function isSameCell(a: Pick<Edit, 'row' | 'column'>, b: typeof a): boolean {
  return a.row === b.row && a.column === b.column;
}
