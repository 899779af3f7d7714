// What the engine's problem and warning codes say to a person.
import type { Refusal, Problem, Warning } from '../../build/wasm/riskset.js';

import { text } from '../text/text.ts';

export function problemText(problem: Problem): string {
  return text.problems.problem[problem.code](problem);
}

export function warningText(warning: Warning): string {
  return text.problems.warning[warning.code](warning);
}

/** The answer to an analysis at which the engine broke off. The engine has no code for that. */
export function engineFault({ id, method }: Pick<Refusal, 'id' | 'method'>): Refusal {
  const code = 'engineStopped' as Problem['code'];
  return {
    ok: false,
    id,
    method,
    problem: { code, column: '', rows: new Int32Array(), detail: '' },
  };
}
