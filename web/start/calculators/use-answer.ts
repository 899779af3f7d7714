import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { Analysis, AnalysisResult, Answers, Method } from '../../../build/wasm/riskset.js';
import { sharedEngine } from '../../data/store.ts';

export type Answer =
  { state: 'computing' } | { state: 'failed' } | { state: 'done'; result: AnalysisResult };

/**
 * What the engine answers to an analysis of counts alone. While it works on one, only the newest of
 * the later questions is kept, and an answer is shown only to the question that stands now.
 */
export function useAnswer(analysis: Analysis | null): Answer | null {
  const question = analysis === null ? null : JSON.stringify(analysis);
  const [answered, setAnswered] = useState<{ question: string; answer: Answer } | null>(null);
  const wanted = useRef<string | null>(null);
  const working = useRef(false);

  // Not after the drawing: the answer comes meanwhile.
  useLayoutEffect(() => {
    wanted.current = question;
    if (working.current || question === null || question === answered?.question) return;
    working.current = true;
    void (async () => {
      for (let asked: string | null = question; asked !== null;) {
        const answer = await ask(JSON.parse(asked) as Analysis);
        setAnswered({ question: asked, answer });
        asked = wanted.current === asked ? null : wanted.current;
      }
      working.current = false;
    })();
  }, [question]);

  if (question === null) return null;
  return answered?.question === question ? answered.answer : { state: 'computing' };
}

/** What the engine answered to this method; null while it works, and where it refused. */
export function valueOf<M extends Method>(answer: Answer | null, method: M): Answers[M] | null {
  if (answer?.state !== 'done' || !answer.result.ok || answer.result.method !== method) return null;
  return answer.result.value as Answers[M];
}

async function ask(analysis: Analysis): Promise<Answer> {
  try {
    const { results } = await sharedEngine().analyze({ riskset: 1, analyses: [analysis] }, [], 0);
    const [result] = results;
    return result === undefined ? { state: 'failed' } : { state: 'done', result };
  } catch {
    return { state: 'failed' };
  }
}
