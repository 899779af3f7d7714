// What became of one analysis: answered, refused, or not asked for.
import type { AnalysisResult, Answer, Method, Refusal, Warning } from '../../build/wasm/riskset.js';

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

/** What an answer warns of. Where a hazard ratio runs off, that it cannot be tested is no news. */
export function warningsOf(result: Outcome<Method>): Warning[] {
  const warnings = answered(result)?.warnings ?? [];
  const runsOff = warnings.some(({ code }) => code === 'monotoneLikelihood');
  return warnings.filter(({ code }) => !(runsOff && code === 'notTested'));
}
