// Where the column names stand: below titles, and sometimes in two lines.
import { filled, isEmpty, isMeasured, isNumber, type Line } from './line.ts';

export interface Head {
  /** Place of the first line of names; -1 where no line holds names. */
  at: number;
  /** Lines of names. */
  lines: number;
}

/** Cells of the sheet that are one: from the first column to the last, on lines from `top` on. */
export interface Span {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Lines that are looked at before the first is taken as the names. */
const farthest = 20;
const looked = 200;

export function findHead(lines: readonly Line[], spans: readonly Span[] = []): Head {
  const counts = lines
    .filter(({ cells }) => !isEmpty(cells))
    .slice(0, looked)
    .map(({ cells }) => filled(cells).length)
    .toSorted((a, b) => a - b);
  const typical = counts[Math.floor(counts.length / 2)] ?? 0;
  let at = lines.findIndex(({ cells }) => !isEmpty(cells));
  const start = at;
  while (at >= 0 && at < farthest && isTitle(lines, at, typical)) {
    at += 1;
    while (at < lines.length - 1 && isEmpty(lines[at]!.cells)) at += 1;
  }
  if (isUnnamed(lines.slice(at))) return { at: -1, lines: 0 };
  if (at < 0 || at >= farthest) return { at: start, lines: 1 };
  return { at, lines: inTwoLines(lines, at, spans) ? 2 : 1 };
}

/** "Study X, cut-off March" over a table of several columns, whose names follow. */
function isTitle(lines: readonly Line[], at: number, typical: number): boolean {
  const cells = filled(lines[at]!.cells);
  if (typical < 3 || cells.length === 0) return false;
  const remark =
    cells.length <= typical / 2 &&
    cells.some((one) => isMeasured(one) || /[:：]$/.test(one.trim()));
  if (cells.length > 1 && !remark) return false;
  const below = lines.slice(at + 1, at + farthest).findIndex((line) => areNames(line, typical));
  return below >= 0 && lines.slice(at + 2 + below).some((line) => !isEmpty(line.cells));
}

function areNames({ cells }: Line, typical: number): boolean {
  const names = filled(cells);
  return names.length > 1 && names.length >= typical * 0.6 && !names.some(isMeasured);
}

/** The first line is a patient: numbers stand where numbers stand below, and no text over numbers. */
function isUnnamed(lines: readonly Line[]): boolean {
  const [first, ...rest] = lines.filter(({ cells }) => !isEmpty(cells)).slice(0, looked);
  if (first === undefined || rest.length < 3) return false;
  const year = /^(?:19|20)\d\d$/;
  let numbers = 0;
  for (const [column, cell] of first.cells.entries()) {
    const below = rest.map(({ cells }) => cells[column] ?? '').filter((one) => one.trim() !== '');
    const measured = below.length > 0 && below.every(isMeasured);
    if (measured && cell.trim() !== '' && !isMeasured(cell)) return false;
    if (measured && isMeasured(cell) && !year.test(cell.trim())) numbers += 1;
    else if (year.test(cell.trim())) return false;
  }
  return numbers > 0 && first.cells.length > 1;
}

/**
 * Names over merged cells leave gaps that the line below fills. That line holds names, not a
 * patient, when none of it is a number and numbers follow under one of its texts.
 */
function inTwoLines(lines: readonly Line[], at: number, spans: readonly Span[]): boolean {
  const [first, second] = [lines[at]!, lines[at + 1]];
  if (second === undefined || lines.length - at < 3) return false;
  const width = Math.max(first.cells.length, second.cells.length);
  const columns = Array.from({ length: width }, (_, column) => column);
  const upper = columns.map((column) => (first.cells[column] ?? '').trim());
  const lower = columns.map((column) => (second.cells[column] ?? '').trim());
  const gaps = columns.filter((column) => upper[column] === '' && lower[column] !== '');
  if (gaps.length === 0 || filled(upper).length < 2) return false;
  if (lower.some(isNumber) || columns.some((one) => upper[one] === '' && lower[one] === '')) {
    return false;
  }
  const spanned = spans.some(
    ({ top, bottom, left, right }) => top === first.line && bottom === top && right > left,
  );
  const repeats = new Set(filled(lower)).size + gaps.length < filled(lower).length;
  if (repeats && !spanned) return false;
  const below = lines.slice(at + 2, at + 2 + looked);
  return columns.some((column) => {
    const values = below.map(({ cells }) => cells[column] ?? '').filter((one) => one.trim() !== '');
    // The uppermost of them may be a unit.
    const [uppermost = '', ...others] = values;
    const measured = isMeasured(uppermost) || others.length > 1;
    return lower[column] !== '' && values.length > 0 && measured && others.every(isMeasured);
  });
}

/** The names of each column, joined where they stand in several lines. */
export function namesOf(lines: readonly Line[], spans: readonly Span[] = []): string[] {
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const over = lines.slice(0, -1).map((line, at) => {
    const last = lines.at(at + 1)!;
    let name = '';
    return Array.from({ length: width }, (_, column) => {
      const own = (line.cells[column] ?? '').trim();
      if (own !== '') name = own;
      else if (!reaches(line, column, spans) || (last.cells[column] ?? '').trim() === '') name = '';
      return name;
    });
  });
  return Array.from({ length: width }, (_, column) => {
    const parts = [...over.map((names) => names[column]!), lines.at(-1)!.cells[column] ?? ''];
    const named = filled(parts).map((part) => part.trim());
    return named.filter((part, at) => part !== named[at - 1]).join(' / ');
  });
}

/** Where the sheet says which cells are one, a name stands over those alone. */
function reaches({ line }: Line, column: number, spans: readonly Span[]): boolean {
  const own = spans.filter(({ top, left, right }) => top === line && right > left);
  return own.length === 0 || own.some(({ left, right }) => left < column && column <= right);
}
