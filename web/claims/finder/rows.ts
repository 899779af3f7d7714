// Rows of a pasted table: "Male  28 (63.6)  48 (55.8)  0.39" under a head that says who is counted.
import type { Measure } from '../../data/paper/claim.ts';
import type { Group } from './groups.ts';
import { boundsAt } from './items.ts';
import { isOtherColumn } from './other-p.ts';
import type { Sentence, Token } from './tokens.ts';
import { measures, noCounts } from './words.ts';

export interface Head {
  /** Of the columns, in their order. */
  groups: readonly Group[];
  measure: Measure | null;
  percent: boolean;
  /** Its column of p is not of the comparison in the row. */
  otherP: boolean;
}

export interface Cell {
  count: Token;
  percent: Token;
  to: number;
  group: Group;
}

export interface RowRatio {
  measure: Measure;
  value: Token;
  lower: string;
  upper: string;
  to: number;
  p: RowP | null;
}

export interface RowP {
  p: string;
  from: number;
  to: number;
}

export interface Row {
  cells: Cell[];
  ratios: RowRatio[];
  p: RowP | null;
  from: number;
}

export const noHead: Head = { groups: [], measure: null, percent: false, otherP: false };

/** What a sentence says about the columns below it; null where it is no head. */
export function headOf(sentence: Sentence, groups: readonly Group[]): Partial<Head> | null {
  const { shape, tokens } = sentence;
  const first = tokens[0]!.from;
  const last = tokens.at(-1)!.to;
  const own = groups.filter(({ from }) => from >= first && from < last);
  const sizes = [...shape.matchAll(/n=i/g)].length;
  const ratio = tokens.find(({ sign }) => sign === 'H');
  const isHead = sizes > 1 || (ratio !== undefined && !/d\([id]/.test(shape));
  if (!isHead) return null;
  return {
    otherP: isOtherColumn(tokens),
    ...(sizes > 1 && { groups: own.toSorted((a, b) => a.from - b.from) }),
    ...(ratio !== undefined && { measure: measures.get(ratio.word) ?? null }),
    ...(shape.includes('%') && { percent: true }),
  };
}

const anyCell = /i\(([id])%?\)/g;

/** null where it is a sentence of its own: one that compares, or has no cells. */
export function rowOf(sentence: Sentence, head: Head): Row | null {
  const { shape, tokens, isRow } = sentence;
  if (!isRow || shape.includes('v') || tokens.length === 0) return null;
  const found = [...shape.matchAll(anyCell)];
  const ratios = ratiosOf(sentence, head);
  if (!shape.includes('|') && found.length < 2 && ratios.length === 0) return null;
  const from = tokens[0]!.from;
  const cells = isOfCounts(sentence) ? cellsOf(sentence, found, head) : [];
  const end = Math.max(0, ...found.map(({ index }) => index + 3));
  const p = ratios.length > 0 || head.otherP ? null : pAfter(tokens, shape, end);
  return { cells, ratios, p, from };
}

function isOfCounts({ tokens }: Sentence): boolean {
  return !tokens.some(({ word }) => noCounts.has(word));
}

function cellsOf({ tokens, shape }: Sentence, found: RegExpMatchArray[], head: Head): Cell[] {
  const arms = head.groups.filter(({ total }) => !total);
  const columns =
    found.length === head.groups.length ? head.groups : found.length === arms.length ? arms : [];
  const isPercent = head.percent || shape.includes('%');
  return found.flatMap((match, at): Cell[] => {
    const count = tokens[match.index!]!;
    const percent = tokens[match.index! + 2]!;
    const { to } = tokens[match.index! + match[0].length - 1]!;
    const group = columns[at] ?? null;
    if (group === null || count.value > group.size) return [];
    const isNear = Math.abs((count.value / group.size) * 100 - percent.value) < 15;
    return isPercent || isNear ? [{ count, percent, to, group }] : [];
  });
}

/** The number in the last column, where that can be a p. */
function pAfter(tokens: readonly Token[], shape: string, end: number): RowP | null {
  const match = /(?:p=?)?([<>\u2264\u2265])?d$/.exec(shape.slice(end));
  if (match === null) return null;
  return pOf(tokens, end + match.index, shape.length);
}

function pOf(tokens: readonly Token[], start: number, end: number): RowP | null {
  const own = tokens.slice(start, end);
  const number = own.at(-1);
  if (number === undefined || !(number.value >= 0 && number.value <= 1)) return null;
  const relation = own.find(({ sign }) => /[<>\u2264\u2265]/.test(sign))?.text ?? '';
  return { p: `${relation}${number.text}`, from: own[0]!.from, to: number.to };
}

const ratioCell = /d\([id][-t,;][id]\)/g;

function ratiosOf({ tokens, shape }: Sentence, { measure, otherP }: Head): RowRatio[] {
  if (measure === null) return [];
  return [...shape.matchAll(ratioCell)].flatMap((match): RowRatio[] => {
    const value = tokens[match.index]!;
    const bounds = boundsAt(tokens, shape, match.index + 1, true);
    if (bounds === null || bounds.lower === null || bounds.upper === null || bounds.isOpen)
      return [];
    const end = match.index + match[0].length;
    const after = /^\|?[<>=\u2264]?d(?!\()/.exec(shape.slice(end));
    const p =
      after === null || otherP
        ? null
        : pOf(tokens, end + (after[0].startsWith('|') ? 1 : 0), end + after[0].length);
    return [
      { measure, value, lower: bounds.lower, upper: bounds.upper, to: tokens[end - 1]!.to, p },
    ];
  });
}

/**
 * The rows whose counts the p of a row is about: its own, or it and the further levels of the same
 * variable below it. Of two levels that make up everybody the first says all. None where a level is
 * not told in every group.
 */
export function levelsOf(rows: readonly (Row | null)[], at: number): Row[] {
  const row = rows[at]!;
  const levels = [row];
  for (const next of rows.slice(at + 1, at + 12)) {
    if (next === null || next.cells.length === 0 || next.p !== null) break;
    levels.push(next);
  }
  if (levels.some(({ cells }) => cells.length !== row.cells.length)) return [];
  const isWhole = row.cells.every(
    ({ group }, column) =>
      levels.reduce((sum, { cells }) => sum + cells[column]!.count.value, 0) === group.size,
  );
  if (levels.length === 1) return levels;
  // What does not add up may be several variables.
  return isWhole ? (levels.length === 2 ? [row] : levels) : [];
}
