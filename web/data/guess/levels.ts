// The order of a category's levels: small before large, absent before present, early before late,
// and the one that others are compared with first.
import { recistOrder, responseCodeOf } from './codes.ts';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const bound = /^(<=|>=|<|>|≤|≥|=)?\s*(-?\d+(?:[.,]\d+)?)/;
const boundRank: Record<string, number> = {
  '<': -2,
  '<=': -1,
  '≤': -1,
  '=': 0,
  '>=': 1,
  '≥': 1,
  '>': 2,
};

/** "<1" is (1, -2) and ">=1" is (1, 1): below before above at the same number. */
function boundOf(text: string): [number, number] | null {
  const match = bound.exec(text);
  return match === null
    ? null
    : [Number(match[2]!.replace(',', '.')), boundRank[match[1] ?? '='] ?? 0];
}

const scales: readonly (readonly string[])[] = [
  ['none', 'low', 'medium', 'moderate', 'intermediate', 'high'],
  ['mild', 'moderate', 'severe'],
  ['well', 'moderately', 'poorly', 'undifferentiated'],
  ['i', 'ii', 'iii', 'iv', 'v'],
];

function scaleRank(scale: readonly string[], text: string): number {
  const words = text.toLowerCase().split(/[^a-z]+/);
  return scale.findIndex((step) =>
    words.some(
      (word) => word === step || (/^i?v?i*[abc]$/.test(word) && word.slice(0, -1) === step),
    ),
  );
}

function scaleOf(values: readonly string[]): readonly string[] | null {
  return scales.find((scale) => values.every((value) => scaleRank(scale, value) >= 0)) ?? null;
}

/** What a group without the finding is called. */
const absent =
  /^(no|none|not|negative|neg|absent|absence|never|normal|wild[ -]?type|wt|mss|pmmr|stable|false|without|-)\b|^-$/i;

function recistRank(text: string): number {
  return recistOrder.findIndex((code) => code === responseCodeOf(text));
}

/** Levels in the order of a table, the usual reference first. */
export function orderLevels(values: readonly string[]): string[] {
  const scale = scaleOf(values);
  const codes = values.map(responseCodeOf);
  if (codes.length > 1 && !codes.includes(null)) {
    return values.toSorted((a, b) => recistRank(a) - recistRank(b) || collator.compare(a, b));
  }
  const bounds = new Map(values.map((value) => [value, boundOf(value)]));
  const bounded = values.every((value) => bounds.get(value) !== null);
  return values.toSorted((a, b) => {
    if (bounded) {
      const [left, right] = [bounds.get(a)!, bounds.get(b)!];
      return left[0] - right[0] || left[1] - right[1] || collator.compare(a, b);
    }
    if (scale !== null) return scaleRank(scale, a) - scaleRank(scale, b) || collator.compare(a, b);
    const first = Number(absent.test(b)) - Number(absent.test(a));
    return first || collator.compare(a, b);
  });
}

/** What a comparison group is called in so many words. */
const comparator =
  /\b(control|controls|chemo|chemotherapy|placebo|standard|soc|bsc|best supportive care|observation|obs|kontrolle)\b|化疗|对照|安慰剂/i;

export function isComparator(value: string): boolean {
  return comparator.test(value);
}

/** What the other arm may be called beside it. */
const usual = /\b(conventional|comparator|usual|supportive|monotherapy|no|none|untreated)\b/i;

/** The arm that others are compared with, and why; the first in order where no name tells. */
export function guessReference(values: readonly string[]): {
  reference: string | null;
  evidence: string;
} {
  const ordered = orderLevels(values);
  const named = ordered.filter((value) => isComparator(value) || usual.test(value));
  // "Chemotherapy" against "Chemotherapy plus nivolumab": the comparator has the shorter name.
  const shortest = named.toSorted((a, b) => a.length - b.length)[0];
  if (shortest !== undefined) {
    return { reference: shortest, evidence: `${shortest} names a comparator.` };
  }
  return {
    reference: ordered[0] ?? null,
    evidence: 'No name tells which arm is the comparator: the first is taken.',
  };
}
