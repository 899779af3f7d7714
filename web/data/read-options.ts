// How a file is to be read, as a person or an analysis file says. What is not said is guessed.
import type { Decimal } from './text/parse-cell.ts';

export interface ReadOptions {
  encoding?: string;
  delimiter?: string;
  decimal?: Decimal;
  /** Of a workbook. */
  sheet?: string;
  /** Of a workbook: these one below the other, in place of one sheet. None: one sheet. */
  sheets?: string[];
  /** The first line that holds column names, counted from 1; 0: no line does. */
  headerRow?: number;
  /** How many lines hold column names. */
  headerRows?: number;
  /** Lines that are rows, though they look like none. */
  keep?: number[];
  /** Whether rows and columns that are hidden in a workbook are read. */
  hidden?: boolean;
}

/** The `read` of an analysis file, which may be anything: what has another shape is left out. */
export function readOptionsOf(read: unknown): ReadOptions {
  const said = (typeof read === 'object' && read !== null ? read : {}) as Record<string, unknown>;
  const { encoding, delimiter, decimal, sheet, sheets, headerRow, headerRows, keep, hidden } = said;
  const line = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
  return {
    ...(typeof encoding === 'string' && { encoding }),
    ...(typeof delimiter === 'string' && { delimiter }),
    ...((decimal === '.' || decimal === ',') && { decimal }),
    ...(typeof sheet === 'string' && { sheet }),
    ...(Array.isArray(sheets) && { sheets: sheets.filter((name) => typeof name === 'string') }),
    ...(line(headerRow) && { headerRow }),
    ...(line(headerRows) && { headerRows }),
    ...(Array.isArray(keep) && { keep: keep.filter(line) }),
    ...(typeof hidden === 'boolean' && { hidden }),
  };
}
