// A statistical table as data: drawn here, and the same model can be copied or exported.
import type { RichText } from '../base/rich-text.ts';
import { text } from '../text/text.ts';

export interface Cell {
  text: RichText;
  /** Stands beside an estimate in quieter ink: "(0.26–0.72)". */
  interval?: string;
  /** "1 (reference)", "not tested": said, but not a number. */
  quiet?: boolean;
  /** The letter of the footnote that belongs to it. */
  mark?: string;
}

export interface TableColumn {
  head: RichText;
  /** A second line under the head: "n = 49". */
  note?: string;
  align?: 'left' | 'right';
  /** Heads that span this and neighbouring columns of the same name, outermost first. */
  spanners?: readonly string[];
  /** How the cell is set where a phone stacks the row: arms side by side, the rest below. */
  stack?: 'arm' | 'comparison' | 'p';
}

export interface TableRow {
  /** A group is a heading for the levels that follow it. */
  kind: 'plain' | 'group' | 'level';
  head: RichText;
  /** One per column; null where nothing applies. */
  cells: readonly (Cell | null)[];
}

export interface TableModel {
  label: string;
  /** Shown above the table, the name in 600 and the rest quieter. */
  caption?: { name: string; rest: string };
  rowHead?: RichText;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  /** Footnotes, by the letters that cells are marked with; one without a letter is of the table. */
  notes?: readonly TableNote[];
}

export interface TableNote {
  mark: string;
  text: string;
}

/** A cell that holds words or a number and nothing beside it. */
export function cell(said: string | RichText): Cell {
  return { text: typeof said === 'string' ? [said] : said };
}

export function estimate(value: string, interval: string): Cell {
  return { text: [value], interval: `(${interval})` };
}

export function quiet(said: string): Cell {
  return { text: [said], quiet: true };
}

export const reference = quiet(text.numbers.reference);
