// A line of a file or a row of a sheet, before it is known what it holds.

export interface Line {
  /** As an editor or a spreadsheet numbers it. */
  line: number;
  cells: string[];
  hidden?: boolean;
}

/** Why a line is no patient. */
export type LeftOutKind =
  'title' | 'units' | 'names' | 'section' | 'summary' | 'remark' | 'empty' | 'hidden';

export interface LeftOut {
  kind: LeftOutKind;
  line: number;
  /** What stands in its first cell. */
  text: string;
}

export const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '');

export const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

export const isNumber = (cell: string) => /^[+-]?[\d.,]+%?$/.test(cell.trim());

const isDate = (cell: string) => /^\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}/.test(cell.trim());

/** A number or a day: what stands under a name and is none. */
export const isMeasured = (cell: string) => isNumber(cell) || isDate(cell);

export function leftOut(kind: LeftOutKind, { line, cells }: Line): LeftOut {
  return { kind, line, text: (filled(cells)[0] ?? '').trim().slice(0, longestText) };
}

const longestText = 80;
