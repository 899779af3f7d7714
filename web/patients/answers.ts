// The results that the Patients section is made of: who is in which arm, and for how long each
// endpoint was watched.
import type { AnalysisResult, KaplanMeierGroup } from '../../build/wasm/riskset.js';
import { survivalTimes } from '../data/analyses/survival-times.ts';
import { analysedRows } from '../data/changes/conditions.ts';
import { analysedCohort } from '../data/changes/kept-rows.ts';
import type { Cohort } from '../data/cohort.ts';
import { levelCounts } from '../data/row-values.ts';
import type { EndpointSetup, Setup } from '../data/setup.ts';
import { isReady } from '../data/endpoint-dates.ts';
import { endpointWords, type EndpointWords } from '../panels/endpoint-words.ts';
import { answered, outcome, type Outcome } from '../panels/outcomes.ts';
import { armLabel, referenceLast } from '../panels/arms.ts';

export interface ArmCount {
  label: string;
  patients: number;
}

export interface EndpointFollowUp {
  endpoint: EndpointSetup;
  words: EndpointWords;
  followUp: Outcome<'kaplanMeier'>;
  /** Of each arm, the reference last; then of all patients together where there are several arms. */
  groups: KaplanMeierGroup[];
  /** Of all patients together. */
  all: KaplanMeierGroup | null;
  /** The first tick of the time axis: whoever is censored before it left early. */
  early: number | null;
}

export interface PatientsAnswers {
  patients: number;
  /** In the order of the results; none without an arm column. */
  arms: ArmCount[];
  withoutArm: number;
  tableOne: Outcome<'tableOne'>;
  endpoints: EndpointFollowUp[];
}

export function patientsAnswers(
  results: ReadonlyMap<string, AnalysisResult>,
  cohort: Cohort,
  setup: Setup,
): PatientsAnswers {
  const arms = armCounts(analysedCohort(cohort, setup), setup);
  const patients = analysedRows(cohort, setup).meet;
  const inArms = arms.reduce((sum, arm) => sum + arm.patients, 0);
  return {
    patients,
    arms,
    withoutArm: arms.length === 0 ? 0 : patients - inArms,
    tableOne: outcome(results, 'tableOne', 'tableOne'),
    endpoints: setup.endpoints
      .filter(isReady)
      .map((endpoint) => followUpOf(results, cohort, setup, endpoint)),
  };
}

function armCounts(cohort: Cohort, setup: Setup): ArmCount[] {
  if (setup.arm === null) return [];
  const counts = levelCounts(cohort, setup, setup.arm);
  return referenceLast(setup.armLevels).map((level) => ({
    label: armLabel(level),
    patients: counts.get(level) ?? 0,
  }));
}

function followUpOf(
  results: ReadonlyMap<string, AnalysisResult>,
  cohort: Cohort,
  setup: Setup,
  endpoint: EndpointSetup,
): EndpointFollowUp {
  const followUp = outcome(results, `followup:${endpoint.name}`, 'kaplanMeier');
  const all = outcome(results, `followup-all:${endpoint.name}`, 'kaplanMeier');
  const groups = referenceLast(answered(followUp)?.value.groups ?? []);
  const [only] = groups;
  const together = answered(all)?.value.groups[0] ?? (groups.length === 1 ? only : null) ?? null;
  return {
    endpoint,
    words: endpointWords(endpoint),
    followUp,
    groups: groups.map((group) => ({ ...group, label: armLabel(group.label, true) })),
    all: together,
    early: survivalTimes(cohort, setup, endpoint).ticks[1] ?? null,
  };
}

/** The reverse curve counts the end of follow-up as its event. */
export function endedWithoutEvent(group: KaplanMeierGroup): number {
  return group.events;
}

export function hadTheEvent(group: KaplanMeierGroup): number {
  return group.censored;
}

export function shortestAndLongest({
  steps,
}: KaplanMeierGroup): { from: number; to: number } | null {
  const from = Array.from(steps.time).find(
    (_, at) => (steps.events[at] ?? 0) + (steps.censored[at] ?? 0) > 0,
  );
  const to = steps.time.at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}

/** How many ended their follow-up without the event before a time. */
export function endedBefore({ steps }: KaplanMeierGroup, before: number): number {
  return Array.from(steps.time).reduce(
    (sum, time, at) => (time < before ? sum + (steps.events[at] ?? 0) : sum),
    0,
  );
}
