// The order of a category's levels: small before large, absent before present, early before late,
// and the one that others are compared with first.
import { text } from '../../text/text.ts';
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
function boundOf(level: string): [number, number] | null {
  const match = bound.exec(level);
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

function scaleRank(scale: readonly string[], level: string): number {
  const words = level.toLowerCase().split(/[^a-z]+/);
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
  /^((no|none|not|negative|neg|negativ|negativo|absent|absence|never|normal|wild[ -]?type|wt|mss|pmmr|stable|false|without|nein|keine?|nie|non|-)\b|-$|[否无未阴])/i;

function recistRank(level: string): number {
  return recistOrder.findIndex((code) => code === responseCodeOf(level));
}

/** More texts than this are names or remarks: nobody reads them in an order, and to find one takes long. */
const mostOrdered = 1000;

/** Levels in the order of a table, the usual reference first. */
export function orderLevels(values: readonly string[]): string[] {
  const scale = scaleOf(values);
  const codes = values.map(responseCodeOf);
  if (codes.length > 1 && !codes.includes(null)) {
    return values.toSorted((a, b) => recistRank(a) - recistRank(b) || collator.compare(a, b));
  }
  const bounds = new Map(values.map((value) => [value, boundOf(value)]));
  const bounded = values.every((value) => bounds.get(value) !== null);
  if (!bounded && values.length > mostOrdered) return [...values];
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
  /\b(control|controls|controle|chemo|chemotherapy|quimioterapia|chemotherapie|placebo|plazebo|standard|soc|bsc|best supportive care|observation|obs|observación|kontrolle|kontrollgruppe|kontrollarm)\b|化疗|对照|安慰剂|标准治疗/i;

/** What the other arm may be called beside it. */
const usual =
  /\b(conventional|comparator|usual|supportive|monotherapy|monotherapie|mono|alone|only|allein|nur|solo|sola|seul|no|none|kein|keine|without|ohne|sin|untreated)\b|单药|单纯|未/i;

export function isComparator(value: string): boolean {
  return comparator.test(value) || /\b(alone|allein)\b/i.test(value);
}

/** "FOLFIRI" beside "FOLFIRI + bevacizumab"; but "no rechallenge" takes something away. */
function isPartOf(value: string, other: string): boolean {
  if (usual.test(other)) return false;
  const words = (level: string) => new Set(level.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const [own, others] = [words(value), words(other)];
  return own.size > 0 && own.size < others.size && [...own].every((word) => others.has(word));
}

const combined = /\+|\/|&|\b(plus|with|and|und|mit|con|y)\b|联合/i;

/** How surely a name is that of the comparator: highest first. */
function comparatorRank(value: string, values: readonly string[]): number {
  const others = values.filter((other) => other !== value);
  if (others.length > 0 && others.every((other) => isPartOf(value, other))) return 4;
  if (comparator.test(value)) return combined.test(value) ? 1 : 3;
  return usual.test(value) ? 2 : 0;
}

/** The arm that others are compared with, and why; the first in order where no name tells. */
export function guessReference(values: readonly string[]): {
  reference: string | null;
  evidence: string;
} {
  const ordered = orderLevels(values);
  // "Chemotherapy" against "Chemotherapy plus nivolumab": the comparator has the shorter name.
  const [likeliest] = ordered
    .map((value) => ({ value, rank: comparatorRank(value, ordered) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank || a.value.length - b.value.length);
  return likeliest === undefined
    ? { reference: ordered[0] ?? null, evidence: text.data.referenceUnknown }
    : { reference: likeliest.value, evidence: text.data.referenceNamed(likeliest.value) };
}
