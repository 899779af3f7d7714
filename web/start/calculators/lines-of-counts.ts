// Counts that are typed or pasted as lines: a table, groups of a trend, strata.
import { shortened } from '../../panels/given-rate.ts';
import { text } from '../../text/text.ts';
import { countProblem, mostPatients } from './counts.ts';

const words = text.calculators;

export type Lined<Read> = { value: Read; problem: null } | { value: null; problem: string };

/** As many rows and columns as the engine takes. */
const most = { rows: 50, columns: 50 };

/** A table of counts. */
export function readTable(typed: string): Lined<number[][]> {
  const read = readCounts(typed);
  if (read.value === null) return read;
  const { value } = read;
  const filled = (counts: readonly number[]) => counts.some((count) => count > 0);
  const columns = (value[0] ?? []).map((_, at) => value.map((row) => row[at] ?? 0));
  if (value.filter(filled).length < 2 || columns.filter(filled).length < 2) {
    return wrong(words.noTable);
  }
  return inAll(value.flat()) ?? read;
}

/** As many categories of the first rating as of the second. */
export function readSquare(typed: string): Lined<number[][]> {
  const read = readCounts(typed);
  if (read.value === null) return read;
  const { value } = read;
  const width = value[0]?.length ?? 0;
  if (width < 2 || value.length < 2) return wrong(words.noSquare);
  if (value.length !== width) return wrong(words.notSquare(value.length, width));
  if (value.flat().every((count) => count === 0)) return wrong(words.noPairs);
  return inAll(value.flat()) ?? read;
}

/** Lines of as many counts each. */
function readCounts(typed: string): Lined<number[][]> {
  const lines = cellsOf(typed);
  const width = lines[0]?.length ?? 0;
  if (lines.length > most.rows || width > most.columns) {
    return wrong(words.mostLines(most.rows, most.columns));
  }
  for (const [at, cells] of lines.entries()) {
    const problem =
      cells.length === width
        ? countsProblem(cells)
        : words.cellsInLine(cells.length, words.asInFirst(width));
    if (problem !== null) return wrong(words.inLine(at + 1, problem));
  }
  return { value: lines.map((cells) => cells.map(Number)), problem: null };
}

export interface ScoredGroup {
  x: number;
  n: number;
  score: number;
}

/** Groups in their order: "x n", or "x n score" in every line. */
export function readGroups(typed: string): Lined<ScoredGroup[]> {
  const lines = cellsOf(typed);
  if (lines.length < 2) return wrong(words.fillLines(2));
  if (lines.length > most.rows) return wrong(words.mostLines(most.rows, 3));
  const scored = lines.some((cells) => cells.length === 3);
  for (const [at, cells] of lines.entries()) {
    const problem = groupProblem(cells, scored);
    if (problem !== null) return wrong(words.inLine(at + 1, problem));
  }
  const value = lines.map(([x, n, score], at) => ({
    x: Number(x),
    n: Number(n),
    score: score === undefined ? at + 1 : Number(score.replace(',', '.').replace('\u2212', '-')),
  }));
  return inAll(value.map(({ n }) => n)) ?? { value, problem: null };
}

function groupProblem(cells: readonly string[], scored: boolean): string | null {
  const [x = '', n = '', score] = cells;
  if (cells.length !== 2 && cells.length !== 3) {
    return words.cellsInLine(cells.length, words.takes([2, 3]));
  }
  if (scored && score === undefined) return words.scoresInAll;
  if (score !== undefined && !/^[-\u2212]?\d{1,9}([.,]\d{1,9})?$/.test(score)) {
    return words.notScore(shortened(score));
  }
  return rateProblem(x, n);
}

export interface Stratum {
  a: { x: number; n: number };
  b: { x: number; n: number };
}

/** Strata: "x n" of arm A, then of arm B. */
export function readStrata(typed: string): Lined<Stratum[]> {
  const lines = cellsOf(typed);
  if (lines.length === 0) return wrong(words.fillLines(1));
  if (lines.length > most.rows) return wrong(words.mostLines(most.rows, 4));
  for (const [at, cells] of lines.entries()) {
    const [x1 = '', n1 = '', x2 = '', n2 = ''] = cells;
    const problem =
      cells.length === 4
        ? (rateProblem(x1, n1) ?? rateProblem(x2, n2))
        : words.cellsInLine(cells.length, words.takes([4]));
    if (problem !== null) return wrong(words.inLine(at + 1, problem));
  }
  const value = lines.map((cells) => {
    const [x1 = 0, n1 = 0, x2 = 0, n2 = 0] = cells.map(Number);
    return { a: { x: x1, n: n1 }, b: { x: x2, n: n2 } };
  });
  return inAll(value.flatMap(({ a, b }) => [a.n, b.n])) ?? { value, problem: null };
}

/** A line that has tabs was copied from a spreadsheet, where a cell may be empty. */
function cellsOf(typed: string): string[][] {
  return typed
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) =>
      line.includes('\t') ? line.split('\t').map((cell) => cell.trim()) : line.trim().split(/\s+/),
    );
}

function countsProblem(cells: readonly string[]): string | null {
  for (const cell of cells) {
    const problem = cell === '' ? words.emptyCell : countProblem(cell);
    if (problem !== null) return problem;
  }
  return null;
}

function rateProblem(x: string, n: string): string | null {
  const problem = countsProblem([x, n]);
  if (problem !== null) return problem;
  if (Number(n) === 0) return words.nobodyInGroup;
  return Number(x) > Number(n) ? words.moreThanAll(Number(x), Number(n)) : null;
}

function inAll(counts: readonly number[]): Lined<never> | null {
  const sum = counts.reduce((total, count) => total + count, 0);
  return sum > mostPatients ? wrong(words.tooMany(mostPatients)) : null;
}

function wrong(problem: string): Lined<never> {
  return { value: null, problem };
}
