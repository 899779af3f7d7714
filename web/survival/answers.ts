// The results that a survival panel is made of, for one endpoint.
import type { AnalysisResult, KaplanMeierGroup, TimeUnit } from '../../build/wasm/riskset.js';
import type { EndpointSetup } from '../data/setup.ts';
import { answered, outcome, type Outcome } from '../panels/outcomes.ts';
import { armLabel, referenceLast } from '../panels/arms.ts';
import { endpointWords, type EndpointWords } from '../panels/endpoint-words.ts';

export interface SurvivalAnswers {
  words: EndpointWords;
  unit: TimeUnit;
  curves: Outcome<'kaplanMeier'>;
  /** In the order they are shown: the reference arm last. */
  groups: KaplanMeierGroup[];
  logRank: Outcome<'logRank'>;
  hazard: Outcome<'cox'>;
  followUp: Outcome<'kaplanMeier'>;
  followUpGroups: KaplanMeierGroup[];
}

export function survivalAnswers(
  results: ReadonlyMap<string, AnalysisResult>,
  endpoint: EndpointSetup,
): SurvivalAnswers {
  const { name, unit } = endpoint;
  const curves = outcome(results, `survival:${name}`, 'kaplanMeier');
  const followUp = outcome(results, `followup:${name}`, 'kaplanMeier');
  return {
    words: endpointWords(endpoint),
    unit,
    curves,
    groups: shownGroups(answered(curves)?.value.groups ?? []),
    logRank: outcome(results, `logrank:${name}`, 'logRank'),
    hazard: outcome(results, `hr:${name}`, 'cox'),
    followUp,
    followUpGroups: shownGroups(answered(followUp)?.value.groups ?? []),
  };
}

function shownGroups(groups: readonly KaplanMeierGroup[]): KaplanMeierGroup[] {
  const alone = groups.length === 1;
  return referenceLast(groups).map((group) => ({ ...group, label: armLabel(group.label, alone) }));
}

export interface HazardRatio {
  /** The arm, and the arm it is compared with. */
  arm: string;
  reference: string;
  value: number | null;
  lower: number | null;
  upper: number | null;
  p: number | null;
}

/** The hazard ratio of each arm against the reference; the reference arm has none. */
export function hazardRatios({ hazard }: SurvivalAnswers): HazardRatio[] {
  const terms = answered(hazard)?.value.terms ?? [];
  const reference = terms.find((term) => term.reference)?.level ?? '';
  return terms
    .filter((term) => !term.reference)
    .map((term) => ({
      arm: armLabel(term.level),
      reference: armLabel(reference),
      value: term.hr,
      lower: term.lower,
      upper: term.upper,
      p: term.p,
    }));
}

export function totals(groups: readonly KaplanMeierGroup[]): { n: number; events: number } {
  return {
    n: groups.reduce((sum, group) => sum + group.n, 0),
    events: groups.reduce((sum, group) => sum + group.events, 0),
  };
}
