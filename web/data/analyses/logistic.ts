// Odds ratios of a binary outcome: of a rate of response, or of a column with two levels.
import type { Cohort } from '../cohort.ts';
import { isPresent } from '../guess/codes.ts';
import { endpointColumns } from '../endpoint-dates.ts';
import type { Setup } from '../setup.ts';
import type { Analysis } from './analysis.ts';
import { ungraded } from './rates.ts';
import { modelTerms } from './regression.ts';

export type BinaryOutcome =
  | { response: 'orr' | 'dcr'; column: string }
  | {
      response: null;
      column: string;
      level: string;
      /** The level of those without the outcome. */
      other: string;
    };

/** Columns whose two levels can be an outcome; an event that takes time has its own models. */
export function outcomeColumns(setup: Setup): string[] {
  const { arm, response, endpoints, identifiers, types } = setup;
  const others = new Set([
    arm,
    response?.column,
    ...identifiers,
    ...endpoints.flatMap(endpointColumns),
  ]);
  return [...types.keys()].filter(
    (name) => !others.has(name) && outcomeLevels(setup, name).length === 2,
  );
}

export function outcomeLevels(setup: Setup, column: string): string[] {
  const own = setup.types.get(column);
  if (own?.type !== 'category') return [];
  const isGrade = column === setup.grade || setup.adverseEvents.includes(column);
  const unknown = new Set(isGrade ? ungraded(setup, column) : []);
  return own.levels.filter((level) => !unknown.has(level));
}

export function hasBinaryOutcome(setup: Setup): boolean {
  return setup.response !== null || outcomeColumns(setup).length > 0;
}

/** Without a column of responses only another column can be the outcome. */
export function outcomeKind({ response, options }: Setup): 'orr' | 'dcr' | 'column' {
  return response === null ? 'column' : options.logistic.outcome;
}

/** What was chosen; null where a column is to be, or the one that was can no longer be it. */
export function binaryOutcome(setup: Setup): BinaryOutcome | null {
  const kind = outcomeKind(setup);
  if (kind !== 'column') return { response: kind, column: setup.response!.column };
  const { column, level } = setup.options.logistic;
  if (column === null || !outcomeColumns(setup).includes(column)) return null;
  const levels = outcomeLevels(setup, column);
  const own = levels.find((one) => one === level) ?? levels.find(isPresent) ?? levels[1]!;
  return { response: null, column, level: own, other: levels.find((one) => one !== own)! };
}

/** Where response is the only outcome that there is, nobody has to ask for it. */
export function logisticIsShown(setup: Setup): boolean {
  const { response, endpoints, options } = setup;
  if (endpoints.length === 0 && response !== null) return true;
  return options.logistic.shown && hasBinaryOutcome(setup);
}

/** How many have the outcome, and the models of it. */
export function logisticAnalyses(cohort: Cohort, setup: Setup): Analysis[] {
  const outcome = logisticIsShown(setup) ? binaryOutcome(setup) : null;
  if (outcome === null) return [];
  const { level, logistic, response } = setup.options;
  const { denominator } = response;
  const counted =
    outcome.response === null
      ? { column: outcome.column, levels: [outcome.level] }
      : { response: outcome.response, denominator };
  const modelled =
    outcome.response === null ? { outcome: outcome.column, levels: [outcome.level] } : counted;
  const { terms, chosen, entry } = modelTerms(cohort, setup);
  const others = (names: readonly string[]) => names.filter((name) => name !== outcome.column);
  const tested = others(terms);
  return [
    { id: 'logistic:rate', method: 'proportion', ...counted, level },
    ...(tested.length === 0
      ? []
      : [
          {
            id: 'logistic',
            method: 'logisticTable' as const,
            ...modelled,
            terms: tested,
            entry,
            ...(chosen !== undefined && { chosen: others(chosen) }),
            ...(logistic.firth && { penalty: 'firth' as const }),
            level,
          },
        ]),
  ];
}
