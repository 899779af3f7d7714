// What became of one analysis: answered, refused, or not asked for.
import type { AnalysisResult, Answer, Method, Refusal } from '../../build/wasm/riskset.js';

/** null: the analysis was not asked for. */
export type Outcome<M extends Method> = Answer<M> | Refusal | null;

/** The outcome of one analysis of a method. */
export function outcome<M extends Method>(
  results: ReadonlyMap<string, AnalysisResult>,
  id: string,
  method: M,
): Outcome<M> {
  const result = results.get(id);
  if (result === undefined) return null;
  return result.ok && result.method !== method ? null : (result as Answer<M> | Refusal);
}

export function answered<M extends Method>(result: Outcome<M>): Answer<M> | null {
  return result?.ok === true ? result : null;
}

export function refused(result: Outcome<Method>): Refusal | null {
  return result?.ok === false ? result : null;
}
