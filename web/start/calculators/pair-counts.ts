// The four counts of pairs that are typed.
import { text } from '../../text/text.ts';
import { countProblem, mostPatients } from './counts.ts';

const words = text.calculators;

export const pairCells = ['both', 'first', 'second', 'neither'] as const;
type Cell = (typeof pairCells)[number];

export type PairCounts = Readonly<Record<Cell, number>>;

interface PairReading {
  value: PairCounts | null;
  problem: string | null;
  /** The field that is wrong. */
  wrong: Cell | null;
}

export function readPairs(typed: Readonly<Record<Cell, string>>): PairReading {
  const refused = (problem: string, wrong: Cell | null = null) => ({ value: null, problem, wrong });
  if (pairCells.some((cell) => typed[cell].trim() === '')) return refused(words.fill(words.four));
  for (const cell of pairCells) {
    const problem = countProblem(typed[cell].trim());
    if (problem !== null) return refused(words.inArm(words.pairFields[cell], problem), cell);
  }
  const count = (cell: Cell) => Number(typed[cell]);
  const value = {
    both: count('both'),
    first: count('first'),
    second: count('second'),
    neither: count('neither'),
  };
  const pairs = pairsIn(value);
  if (pairs === 0) return refused(words.noPairs);
  return pairs > mostPatients
    ? refused(words.tooMany(mostPatients))
    : { value, problem: null, wrong: null };
}

export function pairsIn({ both, first, second, neither }: PairCounts): number {
  return both + first + second + neither;
}
