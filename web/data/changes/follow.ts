// Quantiles move when a cell is corrected or a row excluded. The engine finds them anew, and the
// groups of the page follow, as a part of the step that moved them.
import { effect } from '@preact/signals';

import type { AnalysisResult } from '../../../build/wasm/riskset.js';
import type { Analysis } from '../analyses/analysis.ts';
import type { Cohort } from '../cohort.ts';
import { same } from '../same.ts';
import type { Setup } from '../setup.ts';
import { amend, cohort, parts, setup } from '../state.ts';
import type { Cut } from './changes.ts';
import { withCutPoints } from './setup-after.ts';

export type AskBeside = (
  about: { cohort: Cohort; setup: Setup },
  analyses: readonly Analysis[],
  stop: AbortSignal,
) => Promise<ReadonlyMap<string, AnalysisResult>>;

/** What the engine says of a cut; null where it says nothing. */
export async function askCutPoints(
  ask: AskBeside,
  about: { cohort: Cohort; setup: Setup },
  { cut, at, quantiles, patient }: Pick<Cut, 'cut' | 'at' | 'quantiles' | 'patient'>,
  stop: AbortSignal,
): Promise<AnalysisResult | null> {
  const where = quantiles === null ? { at: [...(at ?? [])] } : { quantiles: [...quantiles] };
  const once = patient === undefined ? {} : { patient };
  const analysis: Analysis = { id: 'cut', method: 'cutPoints', cut, ...where, ...once };
  // The file declares the columns that it uses: this one is read as the setup says.
  const reading = { ...about.setup, covariates: [...about.setup.covariates, cut] };
  const answers = await ask({ cohort: about.cohort, setup: reading }, [analysis], stop);
  return answers.get('cut') ?? null;
}

export function followQuantiles(ask: AskBeside): void {
  effect(() => {
    const loaded = cohort.value;
    const [cuts, types] = [parts.cuts.value, parts.types.value];
    const [edits, exclude] = [parts.edits.value, parts.exclude.value];
    const moving = cuts.filter(({ quantiles }) => quantiles !== null);
    if (loaded === null || moving.length === 0) return undefined;
    const control = new AbortController();
    const about = { cohort: loaded, setup: { ...setup.peek(), cuts, types, edits, exclude } };
    const follow = async (cut: Cut) => {
      const result = await askCutPoints(ask, about, cut, control.signal);
      if (control.signal.aborted || result?.ok !== true || result.method !== 'cutPoints') return;
      const at = Array.from(result.value.at);
      if (!same(at, cut.at)) amend(withCutPoints(setup.peek(), cut.name, at));
    };
    for (const cut of moving) follow(cut).catch(() => undefined); // stopped: asked anew by then
    return () => control.abort();
  });
}
