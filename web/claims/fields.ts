// The fields of each kind of printed result, and a claim with one of them changed.
import { armsOf } from '../data/paper/analyses.ts';
import type { Claim, ClaimKind, PrintedArm } from '../data/paper/claim.ts';

export type ArmField = 'count' | 'n' | 'percent' | 'value' | 'events';
export type PlainField =
  | 'count'
  | 'n'
  | 'percent'
  | 'value'
  | 'lower'
  | 'upper'
  | 'unit'
  | 'statistic'
  | 'df'
  | 'events'
  | 'test'
  | 'p';

interface Fields {
  measured?: true;
  arms?: readonly ArmField[];
  plain: readonly PlainField[];
}

export const fieldsOf: Readonly<Record<ClaimKind, Fields>> = {
  percentOfN: { plain: ['count', 'n', 'percent'] },
  twoArmCounts: { arms: ['count', 'n', 'percent'], plain: ['p', 'test'] },
  ratioWithInterval: { measured: true, plain: ['value', 'lower', 'upper', 'p', 'test'] },
  proportionWithInterval: { plain: ['count', 'n', 'percent', 'lower', 'upper'] },
  medianWithInterval: { plain: ['value', 'lower', 'upper', 'unit'] },
  twoMedians: { arms: ['value', 'n', 'events'], plain: ['p'] },
  standardizedDifference: { arms: ['count', 'n'], plain: ['value'] },
  testStatistic: { plain: ['statistic', 'df', 'p', 'test'] },
  eventsAndRatio: { plain: ['events', 'value', 'lower', 'upper', 'p'] },
  pValue: { plain: ['p'] },
};

export function newClaim(kind: ClaimKind): Claim {
  const { measured, arms } = fieldsOf[kind];
  return {
    kind,
    ...(measured === true && { measure: 'HR' as const }),
    ...(arms !== undefined && { arms: [{}, {}] }),
  };
}

export function fieldText(part: string | string[] | undefined): string {
  return Array.isArray(part) ? part.join(' ') : (part ?? '');
}

export function withField(claim: Claim, field: PlainField, typed: string): Claim {
  return changed(withOwnN(claim, field), field, typed.trim() === '' ? undefined : typed.trim());
}

export function withArmField(claim: Claim, at: 0 | 1, field: ArmField, typed: string): Claim {
  const list = typed.trim().split(/[\s;]+/);
  const isList = (field === 'count' || field === 'percent') && list.length > 1;
  const value = typed.trim() === '' ? undefined : isList ? list : typed.trim();
  const arms = armsOf(claim).map((arm, index): PrintedArm =>
    index === at ? changed(arm, field, value) : arm,
  );
  return { ...withOwnN(claim, field), arms };
}

/** A size that somebody filled in is no longer assumed. */
function withOwnN(claim: Claim, field: ArmField | PlainField): Claim {
  return field === 'n' ? changed(claim, 'nAssumed', undefined) : claim;
}

/** An empty field is one that the paper does not print. */
function changed<Part extends object>(part: Part, key: string, value: unknown): Part {
  const rest = Object.entries(part).filter(([own]) => own !== key);
  return Object.fromEntries(value === undefined ? rest : [...rest, [key, value]]) as Part;
}
