// Questions beside the run: what only an opened part of the page wants to know. Their answers are
// kept with those of the run, under the same keys.
import type { AnalysisFile, AnalysisResult } from '../../build/wasm/riskset.js';

import type { Engine } from '../engine/client.ts';
import { keepFault } from '../engine/fault.ts';
import { engineFault } from '../engine/problem-text.ts';
import type { Analysis } from './analyses/analysis.ts';
import type { Memory } from './memory.ts';
import { partFor, questionsOf } from './questions.ts';

interface Beside {
  /** The analysis file, of whose analyses only `analyses` are asked. */
  file: AnalysisFile;
  analyses: readonly Analysis[];
  rows: number;
  memory: Memory;
  engine: () => Engine;
  stop: AbortSignal;
}

/** By the ids of the analyses. Rejects when it is stopped. */
export async function answersBeside(asked: Beside): Promise<ReadonlyMap<string, AnalysisResult>> {
  const { memory, stop } = asked;
  const questions = questionsOf({ ...asked.file, analyses: [...asked.analyses] });
  const open = questions.filter(({ key }) => memory.answer(key) === undefined);
  if (open.length > 0) {
    const part = partFor(
      asked.file,
      open.map(({ analysis }) => analysis),
    );
    const read = memory.columns(part);
    // What refuses the columns or the whole file has refused the run, which says so.
    if (!read.ok) return new Map();
    try {
      const { results, problem } = await asked
        .engine()
        .analyze(part, read.columns, asked.rows, { signal: stop });
      if (problem !== null) return new Map();
      open.forEach(({ key }, at) => memory.keep(key, results[at]!));
    } catch (error) {
      stop.throwIfAborted();
      keepFault(error);
      return new Map(open.map(({ analysis }) => [analysis.id, engineFault(analysis)]));
    }
  }
  return new Map(questions.map(({ analysis, key }) => [analysis.id, memory.answer(key)!]));
}
