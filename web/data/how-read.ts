// How a table was read: what a person sees, and can change, above the columns.
import type { LeftOut } from './lines/line.ts';
import type { ReadOptions } from './read-options.ts';
import type { Encoding } from './text/encodings.ts';
import type { SheetName } from './workbook/workbook.ts';

export interface Together {
  sheets: string[];
  /** Whether they are read one below the other; else the first of them alone, or the one chosen. */
  read: boolean;
  /** The column that holds the name of each row's sheet, where they are. */
  column: string | null;
}

/** The column that tells of each row from which file or sheet it is, where several were read together. */
export function originColumn({ together }: HowRead): string | null {
  return together?.read === true ? together.column : null;
}

export interface HowRead {
  /** `files`: several, each a sheet of its own. */
  kind: 'file' | 'files' | 'pasted' | 'workbook';
  /** Whether no other encoding makes as much sense of the letters. */
  sure: boolean;
  /** A word of the file as each encoding reads it; none where all read it alike. */
  samples: { encoding: Encoding; text: string }[];
  /** Of a workbook, or one of several files; null of a text. */
  sheet: string | null;
  sheets: SheetName[];
  /** Sheets that have the same columns, as where each arm has its own; null: there are none. */
  together: Together | null;
  /** The first line of column names; 0 where no line holds names. */
  headerRow: number;
  headerRows: number;
  /** Lines that are no patients. */
  leftOut: LeftOut[];
  /** Rows and columns that are hidden in the workbook and were read. */
  hidden: { rows: number; columns: number };
  /** The first lines, for who says which of them holds the names. */
  beginning: { line: number; text: string }[];
  /** What a person, or an analysis file, has said about it. */
  asked: ReadOptions;
}
