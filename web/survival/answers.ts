// The results that a survival panel is made of, for one endpoint.
import type {
  AnalysisResult,
  ChiSquareTest,
  CoxRow,
  KaplanMeierGroup,
  TimeUnit,
} from '../../build/wasm/riskset.js';
import type { RowOptions } from '../data/analyses/row-options.ts';
import type { SurvivalTimes } from '../data/analyses/survival-times.ts';
import type { Options } from '../data/options.ts';
import type { EndpointSetup } from '../data/setup.ts';
import { level } from '../format/numbers.ts';
import { answered, outcome, type Outcome } from '../panels/outcomes.ts';
import { armLabel, referenceLast } from '../panels/arms.ts';
import { endpointWords, type EndpointWords } from '../panels/endpoint-words.ts';
import { testAnswers, type TestAnswers } from './test-answers.ts';

/** How the curves were computed and where they are read. */
export interface SurvivalReading {
  options: Options;
  rows: RowOptions;
  times: SurvivalTimes;
}

export interface SurvivalAnswers extends SurvivalReading {
  words: EndpointWords;
  unit: TimeUnit;
  /** Coverage of the intervals: "95%". */
  level: string;
  curves: Outcome<'kaplanMeier'>;
  /** In the order they are shown: the reference arm last. */
  groups: KaplanMeierGroup[];
  logRank: Outcome<'logRank'>;
  hazard: Outcome<'cox'>;
  stratified: { logRank: Outcome<'logRank'>; hazard: Outcome<'cox'> };
  tests: TestAnswers;
  landmark: Outcome<'landmark'>;
  followUp: Outcome<'kaplanMeier'>;
  followUpGroups: KaplanMeierGroup[];
}

export function survivalAnswers(
  results: ReadonlyMap<string, AnalysisResult>,
  endpoint: EndpointSetup,
  reading: SurvivalReading,
): SurvivalAnswers {
  const { name, unit } = endpoint;
  const curves = outcome(results, `survival:${name}`, 'kaplanMeier');
  const followUp = outcome(results, `followup:${name}`, 'kaplanMeier');
  return {
    ...reading,
    words: endpointWords(endpoint),
    unit,
    level: level(reading.options.level),
    curves,
    groups: shownGroups(answered(curves)?.value.groups ?? []).map((group) =>
      reading.options.survival.median === 'spss' ? { ...group, median: group.spssMedian } : group,
    ),
    logRank: outcome(results, `logrank:${name}`, 'logRank'),
    hazard: outcome(results, `hr:${name}`, 'cox'),
    stratified: {
      logRank: outcome(results, `logrank-stratified:${name}`, 'logRank'),
      hazard: outcome(results, `hr-stratified:${name}`, 'cox'),
    },
    tests: testAnswers(results, name),
    landmark: outcome(results, `landmark:${name}`, 'landmark'),
    followUp,
    followUpGroups: shownGroups(answered(followUp)?.value.groups ?? []),
  };
}

export function shownGroups(groups: readonly KaplanMeierGroup[]): KaplanMeierGroup[] {
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
export function hazardRatios({ hazard }: Pick<SurvivalAnswers, 'hazard'>): HazardRatio[] {
  return ratiosOf(answered(hazard)?.value.terms ?? []);
}

export function ratiosOf(terms: readonly CoxRow[]): HazardRatio[] {
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

export interface ArmTest extends ChiSquareTest {
  kind: 'logRank' | 'score' | 'robustScore';
}

/**
 * The test of equal survival in the arms. Where rows do not count alike it is the score test of the
 * Cox model: without ties, weights and clusters the two are the same.
 */
export function armTest({ logRank, hazard }: SurvivalAnswers): ArmTest | null {
  const plain = answered(logRank)?.value;
  if (plain !== undefined) return { ...plain, kind: 'logRank' };
  if (logRank !== null) return null;
  const { score = null, robustScore = null } = answered(hazard)?.value.tests ?? {};
  if (robustScore !== null) return { ...robustScore, kind: 'robustScore' };
  return score && { ...score, kind: 'score' };
}

export function totals(groups: readonly KaplanMeierGroup[]): { n: number; events: number } {
  return {
    n: groups.reduce((sum, group) => sum + group.n, 0),
    events: groups.reduce((sum, group) => sum + group.events, 0),
  };
}
