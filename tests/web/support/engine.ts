// The compiled engine without a worker: what the page makes of real answers.
import { readFileSync } from 'node:fs';

import type { AnalysisFile, AnalysisResult } from '../../../build/wasm/riskset.js';
import { buildAnalysisFile } from '../../../web/data/analysis-file.ts';
import type { Cohort } from '../../../web/data/cohort.ts';
import { readColumns } from '../../../web/data/columns.ts';
import type { Setup } from '../../../web/data/setup.ts';
import { loadEngine } from '../../../web/runner/analyze.ts';

const root = new URL('../../../', import.meta.url);

export const engine = await loadEngine(new URL('build/wasm/riskset.wasm', root));

export function fileText(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

/** Everything that the page asks of a cohort, answered. */
export function answersTo(cohort: Cohort, setup: Setup): ReadonlyMap<string, AnalysisResult> {
  const file = buildAnalysisFile(cohort, setup);
  const read = readColumns(file, cohort.table);
  if (!read.ok) throw new Error(read.problem.code);
  const { results, problem } = engine.analyze(file, read.columns, cohort.table.rows);
  if (problem !== null) throw new Error(problem.code);
  return new Map(results.map((result) => [result.id, result]));
}

/** One analysis of counts alone. */
export function answerToCounts(analysis: AnalysisFile['analyses'][number]): AnalysisResult {
  const { results, problem } = engine.analyze({ riskset: 1, analyses: [analysis] }, [], 0);
  const [result] = results;
  if (result === undefined) throw new Error(problem?.code ?? 'no answer');
  return result;
}
