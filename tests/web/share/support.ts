// A shared document as the page that opens it has it, asked with the compiled engine.
import type { AnalysisFile, AnalysisResult, RawColumn } from '../../../build/wasm/riskset.js';
import { buildAnalysisFile } from '../../../web/data/analysis-file.ts';
import { readColumns } from '../../../web/data/columns.ts';
import { partFor, questionsOf } from '../../../web/data/questions.ts';
import { canAnswer } from '../../../web/data/without-rows.ts';
import type { SharedResults } from '../../../web/share/results.ts';
import { engine } from '../support/engine.ts';

export const ask = async (file: AnalysisFile, columns: readonly RawColumn[], rows: number) =>
  engine.analyze(file, [...columns], rows);

/** Everything that the page shows of shared results; null where it says that rows are needed. */
export function shownOf({ cohort, setup, together, known }: SharedResults) {
  const file = buildAnalysisFile(cohort, setup);
  return new Map(
    questionsOf(file).map(({ analysis, key }): [string, AnalysisResult | null] => {
      const own = known.get(key);
      const part = partFor(file, [analysis]);
      if (own !== undefined || !canAnswer(part, cohort.table, together)) {
        return [analysis.id, own ?? null];
      }
      const read = readColumns(part, cohort.table);
      if (!read.ok) throw new Error(read.problem.code);
      const { results } = engine.analyze(part, read.columns, cohort.table.rows);
      return [analysis.id, results[0]!];
    }),
  );
}

/** Two answers, number by number; what differs by more than `tolerance`, by its path. */
export function differencesOf(a: unknown, b: unknown, tolerance: number, path = ''): string[] {
  if (typeof a === 'number' && typeof b === 'number') {
    // A difference of two log-likelihoods has their absolute error.
    const close = Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b)) + 1e-12;
    return close ? [] : [`${path}: ${a} ${b}`];
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return a === b ? [] : [`${path}: ${String(a)} ${String(b)}`];
  }
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.flatMap((key) => {
    const [own, other] = [(a as never)[key], (b as never)[key]];
    return differencesOf(own, other, tolerance, `${path}.${key}`);
  });
}
