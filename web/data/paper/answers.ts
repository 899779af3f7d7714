// What the engine answers to printed results. Each answer is kept under what was asked, so that an
// answer is shown to the claim that stands now or not at all.
import { type Signal, signal } from '@preact/signals';

import type { AnalysisResult, ClaimCheck, Problem } from '../../../build/wasm/riskset.js';
import type { Engine } from '../../engine/client.ts';
import { keepFault } from '../../engine/fault.ts';
import { claimAnalysis, type Gap, gapOf } from './analyses.ts';
import type { Claim } from './claim.ts';

export type ClaimAnswer =
  | { state: 'open'; gap: Gap }
  | { state: 'computing' }
  | { state: 'refused'; problem: Problem }
  | { state: 'failed' }
  | { state: 'done'; check: ClaimCheck };

const mostKept = 2000;

/** `answerTo` asks for what is not known; who reads it is told when the answer is there. */
export function createClaimAnswers(engine: () => Engine): {
  answerTo: (claim: Claim) => ClaimAnswer;
} {
  const known = new Map<string, Signal<ClaimAnswer>>();
  const waiting = new Map<string, (answer: ClaimAnswer) => void>();
  let isAsking = false;

  const askAll = async () => {
    if (isAsking) return;
    isAsking = true;
    await Promise.resolve(); // what is drawn together is asked together
    while (waiting.size > 0) {
      const asked = [...waiting].slice(0, 100);
      for (const [key] of asked) waiting.delete(key);
      const answers = await ask(
        engine,
        asked.map(([key]) => key),
      );
      asked.forEach(([, tell], at) => tell(answers[at]!));
    }
    isAsking = false;
  };

  const answerTo = (claim: Claim): ClaimAnswer => {
    const gap = gapOf(claim);
    if (gap !== null) return { state: 'open', gap };
    const key = JSON.stringify(claim);
    const there = known.get(key);
    if (there !== undefined) return there.value;
    const answer = signal<ClaimAnswer>({ state: 'computing' });
    if (known.size >= mostKept) known.delete(known.keys().next().value!);
    known.set(key, answer);
    waiting.set(key, (told) => {
      answer.value = told;
    });
    void askAll();
    return answer.value;
  };
  return { answerTo };
}

async function ask(engine: () => Engine, keys: readonly string[]): Promise<ClaimAnswer[]> {
  const analyses = keys.map((key, at) =>
    claimAnalysis({ id: String(at), claim: JSON.parse(key) as Claim }),
  );
  try {
    const { results } = await engine().analyze({ riskset: 1, analyses }, [], 0);
    return keys.map((_, at) => answerOf(results[at]));
  } catch (error) {
    keepFault(error);
    return keys.map(() => ({ state: 'failed' }));
  }
}

function answerOf(result: AnalysisResult | undefined): ClaimAnswer {
  if (result === undefined) return { state: 'failed' };
  if (!result.ok) return { state: 'refused', problem: result.problem };
  return { state: 'done', check: result.value as ClaimCheck };
}
