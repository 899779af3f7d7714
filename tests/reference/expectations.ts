// The case format and its one rule of comparison; see README.md.

export interface Tolerance {
  rel: number;
  abs: number;
}

export type Expected =
  number | string | boolean | null | readonly Expected[] | { readonly either: readonly Expected[] };

export interface ValueExpectation {
  at: string;
  value: Expected;
  tolerance?: Tolerance;
}

export interface CodeExpectation {
  at: string;
  hasCode: string;
}

export interface ReferenceCase {
  id: string;
  data: string | null;
  /** Files of the further tables that the analysis names. */
  tables?: Readonly<Record<string, string>>;
  analysis: unknown;
  expected: readonly (ValueExpectation | CodeExpectation)[];
  tolerance: Tolerance;
  source: string;
  note?: string;
}

/** What is wrong with the results: one line for each expectation that does not hold. */
export function differences(results: unknown, reference: ReferenceCase): string[] {
  const refused = unexpectedRefusals(results, reference);
  if (refused.length > 0) return refused;
  return reference.expected.flatMap((expectation) => {
    const found = resolve(results, expectation.at);
    if (found === undefined) return [`${expectation.at}: not in the results`];
    if ('hasCode' in expectation) {
      return hasCode(found, expectation.hasCode)
        ? []
        : [`${expectation.at}: no ${expectation.hasCode} among ${shown(found)}`];
    }
    const tolerance = expectation.tolerance ?? reference.tolerance;
    return agrees(found, expectation.value, tolerance)
      ? []
      : [`${expectation.at}: ${firstDifference(found, expectation.value, tolerance)}`];
  });
}

/** Analyses that were refused although values are expected of them. */
function unexpectedRefusals(results: unknown, reference: ReferenceCase): string[] {
  const expected = new Set(reference.expected.map(({ at }) => at.split('/').slice(0, 4).join('/')));
  return [...expected].flatMap((at) => {
    const [, , index, field] = at.split('/');
    const problem = resolve(results, `/results/${index}/problem`);
    return field === 'value' && problem !== undefined ? [`${at}: refused, ${shown(problem)}`] : [];
  });
}

/**
 * The value at a JSON pointer; undefined when a field or an element is absent. What would lie
 * inside a null is null: an interval that does not exist has no lower limit either.
 */
function resolve(document: unknown, pointer: string): unknown {
  let value = document;
  for (const part of pointer.split('/').slice(1)) {
    if (value === null) return null;
    if (typeof value !== 'object') return undefined;
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!Object.hasOwn(value, key)) return undefined;
    value = shownNull((value as Record<string, unknown>)[key]);
  }
  return value;
}

function agrees(found: unknown, expected: Expected, tolerance: Tolerance): boolean {
  if (typeof expected === 'number') {
    return (
      typeof found === 'number' &&
      Math.abs(found - expected) <= tolerance.abs + tolerance.rel * Math.abs(expected)
    );
  }
  if (typeof expected !== 'object' || expected === null) return found === expected;
  if ('either' in expected) {
    return expected.either.some((alternative) => agrees(found, alternative, tolerance));
  }
  const elements = asArray(found);
  return (
    elements !== null &&
    elements.length === expected.length &&
    expected.every((value, i) => agrees(elements[i], value, tolerance))
  );
}

function hasCode(found: unknown, code: string): boolean {
  return (asArray(found) ?? []).some(
    (entry) =>
      typeof entry === 'object' && entry !== null && 'code' in entry && entry.code === code,
  );
}

/** Arrays of numbers come out of the engine as typed arrays, in which NaN stands for a missing one. */
function asArray(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  return value instanceof Float64Array || value instanceof Int32Array
    ? Array.from(value, shownNull)
    : null;
}

function shownNull(value: unknown): unknown {
  return Number.isNaN(value) ? null : value;
}

function firstDifference(found: unknown, expected: Expected, tolerance: Tolerance): string {
  const elements = asArray(found);
  if (Array.isArray(expected) && elements?.length === expected.length) {
    const i = expected.findIndex((value, at) => !agrees(elements[at], value, tolerance));
    return `[${i}] ${firstDifference(elements[i], expected[i], tolerance)}`;
  }
  const relative =
    typeof found === 'number' && typeof expected === 'number' && expected !== 0
      ? ` (relative difference ${Math.abs(found / expected - 1).toExponential(1)})`
      : '';
  return `found ${shown(found)}, expected ${shown(expected)}${relative}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(asArray(value) ?? value) ?? String(value);
  return text.length > 200 ? `${text.slice(0, 200)}...` : text;
}
