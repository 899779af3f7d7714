// The same answers from a table of adverse events: one analysis of the engine tells of every term.
import type {
  AdverseEventRates,
  AdverseEvents,
  AdverseEventTerm,
  AnalysisResult,
} from '../../build/wasm/riskset.js';
import { grades } from '../data/analyses/rates.ts';
import type { EventSetup } from '../data/tables/event-setup.ts';
import { armLabel, referenceLast } from '../panels/arms.ts';
import { outcome } from '../panels/outcomes.ts';
import { inOrder, type Rated, type SafetyAnswers, type TermAnswers } from './answers.ts';

export function eventAnswers(
  results: ReadonlyMap<string, AnalysisResult>,
  { listed }: EventSetup,
  order: Parameters<typeof inOrder>[1],
): { worst: SafetyAnswers; terms: TermAnswers[] } {
  const result = outcome(results, 'safety:events', 'adverseEvents');
  const value = result?.ok === true ? result.value : null;
  const terms = (value?.terms ?? [])
    .filter(({ term }) => listed === null || listed.includes(term))
    .map((own): TermAnswers => ({
      column: own.term,
      term: own.term,
      any: rated(own.any),
      severe: ratedSevere(own),
      fatal: own.perArm.reduce((sum, { grade5 }) => sum + grade5, 0),
      deaths: rated(own.grade5),
      // Whose worst grade may reach 3 is left out of that rate alone.
      excluded: [],
      result,
    }));
  return { worst: worstOf(value, result), terms: inOrder(terms, order) };
}

function worstOf(value: AdverseEvents | null, result: SafetyAnswers['result']): SafetyAnswers {
  const any = value?.anyTerm ?? null;
  return {
    result,
    counted: result,
    groups: any === null ? [] : named(any.any).groups,
    severe: any === null ? null : ratedSevere(any),
    any: any === null ? null : rated(any.any),
    nobody: {
      severe: any !== null && ratedSevere(any) === null,
      any: any !== null && eventsIn(any.any) === 0,
    },
    byGrade: grades.map((grade) => ({ grade, groups: any === null ? [] : withWorst(any, grade) })),
  };
}

/** Patients of each arm whose worst grade this is; none where it is nobody's. */
function withWorst(
  { perArm }: AdverseEventTerm,
  grade: number,
): SafetyAnswers['byGrade'][0]['groups'] {
  const groups = referenceLast(perArm).map(({ label, worst }) => ({
    label: armLabel(label, perArm.length === 1),
    events: worst[grade] ?? 0,
  }));
  return groups.some(({ events }) => events > 0) ? groups : [];
}

/** null: nobody had one. */
function rated(rates: AdverseEventRates): Rated | null {
  return eventsIn(rates) === 0 ? null : named(rates);
}

/** A rate of 0 stands where some are left out: nobody knows whether none of them had one. */
function ratedSevere({ any, grade3plus }: AdverseEventTerm): Rated | null {
  return patientsIn(grade3plus) < patientsIn(any) ? named(grade3plus) : rated(grade3plus);
}

function named({ groups, comparison }: AdverseEventRates): Rated {
  return {
    comparison,
    groups: referenceLast(groups).map((group) => ({
      ...group,
      label: armLabel(group.label, groups.length === 1),
    })),
  };
}

function eventsIn({ groups }: AdverseEventRates): number {
  return groups.reduce((sum, { events }) => sum + events, 0);
}

function patientsIn({ groups }: AdverseEventRates): number {
  return groups.reduce((sum, { n }) => sum + n, 0);
}
