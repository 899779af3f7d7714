// The results that the safety panel is made of: patients by their worst grade, and by term.
import type {
  AnalysisResult,
  Exclusion,
  ProportionComparison,
  ProportionGroup,
} from '../../build/wasm/riskset.js';
import { grades, isGraded, listedTerms } from '../data/analyses/rates.ts';
import type { Setup } from '../data/setup.ts';
import { capitalised } from '../format/words.ts';
import { armLabel, referenceLast } from '../panels/arms.ts';
import type { NamedComparison } from '../panels/comparison-table.ts';
import { answered, outcome, refused, type Outcome } from '../panels/outcomes.ts';
import { text } from '../text/text.ts';

/** Rates by arm, the reference arm last, with their comparison where there is one. */
export interface Rated {
  groups: ProportionGroup[];
  comparison: ProportionComparison | null;
}

export type RateOutcome =
  Outcome<'compareProportions'> | Outcome<'proportion'> | Outcome<'adverseEvents'>;

export interface SafetyAnswers {
  /** The first of the analyses of worst grades that was asked for. */
  result: RateOutcome;
  /** The first that was answered: it tells who is left out, also where a comparison was refused. */
  counted: RateOutcome;
  /** The arms with their patients. */
  groups: ProportionGroup[];
  /** null: nobody had one, or it was refused. */
  severe: Rated | null;
  any: Rated | null;
  /** Whether it is known that nobody had one: nothing was asked, and nothing refused. */
  nobody: { severe: boolean; any: boolean };
  /** Patients whose worst grade this is; no groups where it is nobody's. */
  byGrade: { grade: number; groups: Pick<ProportionGroup, 'label' | 'events'>[] }[];
}

export function safetyAnswers(results: ReadonlyMap<string, AnalysisResult>): SafetyAnswers {
  const severe = rated(results, 'grade3');
  const any = rated(results, 'grade:any');
  const byGrade = grades.map((grade) => ({
    grade,
    groups: rated(results, `grade:${grade}`)?.groups ?? [],
  }));
  const ids = ['grade3', 'grade:any', 'grade:0'] as const;
  const notAsked = (id: string) => rateOutcome(results, id) === null;
  return {
    nobody: { severe: notAsked('grade3'), any: notAsked('grade:any') },
    result: firstOf(ids.map((id) => rateOutcome(results, id))),
    counted:
      [...ids, ...grades.map((grade) => `grade:${grade}`)]
        .map((id) => rateOutcome(results, id))
        .find((one) => one?.ok === true) ?? null,
    groups:
      severe?.groups ??
      any?.groups ??
      byGrade.find(({ groups }) => groups.length > 0)?.groups ??
      [],
    severe,
    any,
    byGrade,
  };
}

export interface TermAnswers {
  column: string;
  term: string;
  /** null: nobody had it, or it was refused. */
  any: Rated | null;
  /** null: nobody had it so severely; "ungraded": the column says only that it occurred. */
  severe: Rated | null | 'ungraded';
  fatal: number;
  /** null: nobody died of it, or it was refused. */
  deaths: Rated | null;
  excluded: readonly Exclusion[];
  result: RateOutcome;
}

/** In the order of the options. */
export function termAnswers(
  results: ReadonlyMap<string, AnalysisResult>,
  setup: Setup,
): TermAnswers[] {
  const terms = listedTerms(setup).map((column): TermAnswers => {
    const result = rateOutcome(results, `ae:any:${column}`);
    return {
      column,
      term: termOf(setup.types.get(column)?.label ?? column),
      any: rated(results, `ae:any:${column}`),
      severe: isGraded(setup, column) ? rated(results, `ae:severe:${column}`) : 'ungraded',
      fatal: patientsWith(rated(results, `ae:fatal:${column}`)),
      deaths: rated(results, `ae:fatal:${column}`),
      excluded: result?.ok === true ? result.excluded : [],
      result,
    };
  });
  return inOrder(terms, setup.options.safety.order);
}

export function inOrder(
  terms: TermAnswers[],
  order: Setup['options']['safety']['order'],
): TermAnswers[] {
  if (order === 'name') return terms.toSorted((a, b) => a.term.localeCompare(b.term));
  if (order === 'file') return terms;
  if (order === 'difference') return terms.toSorted((a, b) => apart(b) - apart(a));
  return terms.toSorted((a, b) => patientsWith(b.any) - patientsWith(a.any));
}

/** How far the rates of two arms lie apart; terms that are not compared stand last. */
function apart({ any }: TermAnswers): number {
  const comparison = any?.comparison ?? null;
  return comparison === null ? -1 : Math.abs(comparison.difference.value);
}

/** "AE anemia" and "TRAE: anemia" are read as "Anemia". */
export function termOf(label: string): string {
  return capitalised(label.replace(/^(?:tr|ir|te)?ae(?:[\s:-]+)(?=\p{L})/iu, ''));
}

export function patientsWith(rates: Rated | null): number {
  return rates?.groups.reduce((sum, { events }) => sum + events, 0) ?? 0;
}

export function comparedTerms(terms: readonly TermAnswers[]): NamedComparison[] {
  const of = (name: string, rates: TermAnswers['severe']) =>
    rates === null || rates === 'ungraded' || rates.comparison === null
      ? []
      : [{ name, comparison: rates.comparison }];
  return terms.flatMap(({ term, any, severe }) => [
    ...of(text.safety.anyOf(term), any),
    ...of(text.safety.severeOf(term), severe),
  ]);
}

export function comparedGrades({ severe, any }: SafetyAnswers): NamedComparison[] {
  return [
    { name: text.safety.severe, rates: severe },
    { name: text.safety.any, rates: any },
  ].flatMap(({ name, rates }) =>
    rates === null || rates.comparison === null ? [] : [{ name, comparison: rates.comparison }],
  );
}

function rateOutcome(results: ReadonlyMap<string, AnalysisResult>, id: string): RateOutcome {
  const compared = outcome(results, id, 'compareProportions');
  const alone = outcome(results, id, 'proportion');
  return answered(alone) ?? answered(compared) ?? refused(compared) ?? refused(alone);
}

function firstOf(outcomes: readonly RateOutcome[]): RateOutcome {
  return outcomes.find((one) => one !== null) ?? null;
}

function rated(results: ReadonlyMap<string, AnalysisResult>, id: string): Rated | null {
  const comparison = answered(outcome(results, id, 'compareProportions'))?.value ?? null;
  const groups =
    comparison?.groups ?? answered(outcome(results, id, 'proportion'))?.value.groups ?? null;
  if (groups === null) return null;
  return {
    comparison,
    groups: referenceLast(groups).map((group) => ({
      ...group,
      label: armLabel(group.label, groups.length === 1),
    })),
  };
}
