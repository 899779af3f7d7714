// Which printed results of a sentence are compared with one another, in which group each was, and
// which p belongs to which comparison.
import { type Group, twoArms } from './groups.ts';
import type { Item, Median, PValue, Ratio, Share, Statistic } from './items.ts';
import { isOfPart, isRestricted } from './parts.ts';
import type { Sentence } from './tokens.ts';
import { outcomes, rates } from './words.ts';

export interface Arm {
  item: Share | Median;
  group: Group | null;
}

export interface Comparison {
  arms: readonly [Arm, Arm];
  p: PValue | null;
}

export interface Read {
  comparisons: Comparison[];
  /** Results that are compared with nothing. */
  single: Arm[];
  ratios: WithP<Ratio>[];
  statistics: { item: Statistic; p: PValue }[];
  /** p values of nothing else, which are no p values. */
  alone: PValue[];
}

interface WithP<Own> {
  item: Own;
  p: PValue | null;
}

type Value = Share | Median;

export function readSentence(
  sentence: Sentence,
  items: readonly Item[],
  groups: readonly Group[],
): Read {
  const values = items.filter(
    (item): item is Value => item.kind === 'share' || item.kind === 'median',
  );
  const pairs = pairsOf(sentence, values, items, groups);
  const paired = new Set(pairs.flat());
  const comparisons = pairs.map(([a, b]): Comparison => {
    const [first, second] = armsOf(sentence, a, b, groups);
    return {
      arms: [
        { item: a, group: first },
        { item: b, group: second },
      ],
      p: null,
    };
  });
  const single = values
    .filter((value) => !paired.has(value))
    .map((item): Arm => ({ item, group: groupOf(sentence, item, values, groups) }));
  const ratios = items
    .filter((item): item is Ratio => item.kind === 'ratio')
    .map((item) => ({ item, p: null as PValue | null }));
  const statistics = statisticsOf(items);
  const used = new Set(statistics.map(({ p }) => p));
  const alone = attach(sentence, items, comparisons, ratios).filter(
    (p) => !used.has(p) && isNoP(sentence, p),
  );
  return { comparisons, single, ratios, statistics, alone };
}

/** The p right behind a statistic is its own, whatever else it belongs to. */
function statisticsOf(items: readonly Item[]): Read['statistics'] {
  return items.flatMap((item, at): Read['statistics'] => {
    const next = items[at + 1];
    if (item.kind !== 'statistic' || next?.kind !== 'p' || next.start - item.end > 2) return [];
    return [{ item, p: next }];
  });
}

function isNoP({ tokens }: Sentence, { end, p }: PValue): boolean {
  const value = tokens[end - 1]!.value;
  return /^[\d.·∙⋅‧]/.test(p) && (value <= 0 || value > 1);
}

const mostBetween = 26;

function pairsOf(
  sentence: Sentence,
  values: readonly Value[],
  items: readonly Item[],
  groups: readonly Group[],
): [Value, Value][] {
  const inRuns = runsOf(sentence, values, groups);
  if (inRuns !== null) return inRuns;
  const pairs: [Value, Value][] = [];
  for (let at = 0; at + 1 < values.length; at += 1) {
    const [a, b] = [values[at]!, values[at + 1]!];
    if (a.kind !== b.kind || !areCompared(sentence, a, b, values, items, groups)) continue;
    pairs.push([a, b]);
    at += 1;
  }
  return pairs;
}

function areCompared(
  { tokens, shape }: Sentence,
  a: Value,
  b: Value,
  values: readonly Value[],
  items: readonly Item[],
  groups: readonly Group[],
): boolean {
  const between = shape.slice(a.end, b.start);
  if (between.length > mostBetween || /[id]/.test(between.replace(/n=i/g, ''))) return false;
  if (/v/.test(between)) return true;
  if (/[;|]/.test(between) && !/^[;,]?[wo]*\)?$/.test(between)) return false;
  if (!/[a,]/.test(between)) return false;
  const told = mentionsIn(tokens, a.end, b.end + 10, groups);
  const here = mentionsIn(tokens, Math.max(0, a.start - 12), b.end + 12, groups);
  if (told.size === 2) return true;
  const respectively =
    tokens.slice(b.end, b.end + 8).some(({ word }) => word === 'groups' || word === 'arms') ||
    shape.slice(b.end, b.end + 14).includes('y') ||
    shape.slice(Math.max(0, a.start - 6), a.start).includes('y');
  if (!respectively || between.length > 3) return false;
  if (here.size === 2) return true;
  if (mentionsIn(tokens, 0, b.end, groups).size === 2 && !namesTwo(tokens, a.start)) return true;
  // "The rates were 30.6% and 6.0%, respectively (p = 0.006)": of two arms.
  const hasP = items.some((item) => item.kind === 'p' && item.start >= b.end && !item.other);
  return values.length === 2 && hasP && !namesTwo(tokens, a.start) && twoArms(groups) !== null;
}

/** "ORR and DCR were …": two results of the same patients. */
function namesTwo(tokens: Sentence['tokens'], end: number): boolean {
  const near = tokens.slice(Math.max(0, end - 12), end);
  return new Set(near.flatMap(({ word }) => (outcomes.has(word) ? [word] : []))).size > 1;
}

/** "ORR and DCR were 30.6% and 83.7% in A, and 6.0% and 38.3% in B": the first with the third. */
function runsOf(
  { tokens, shape }: Sentence,
  values: readonly Value[],
  groups: readonly Group[],
): [Value, Value][] | null {
  if (values.length !== 4 || twoArms(groups) === null) return null;
  const [a, b, c, d] = values as [Value, Value, Value, Value];
  const apart = (from: Value, to: Value) => shape.slice(from.end, to.start);
  if (
    /v/.test(apart(a, b)) ||
    /v/.test(apart(c, d)) ||
    !/a/.test(apart(a, b)) ||
    !/a/.test(apart(c, d))
  )
    return null;
  if (a.kind !== c.kind || b.kind !== d.kind) return null;
  if (mentionsIn(tokens, a.end, b.start, groups).size > 0) return null;
  if (mentionsIn(tokens, c.end, d.start, groups).size > 0) return null;
  const middle = mentionsIn(tokens, b.end, c.start, groups);
  const ends = mentionsIn(tokens, d.end, d.end + 12, groups);
  const start = mentionsIn(tokens, Math.max(0, a.start - 12), a.start, groups);
  const whole = new Set([...middle, ...ends, ...start]);
  return middle.size > 0 && whole.size === 2
    ? [
        [a, c],
        [b, d],
      ]
    : null;
}

function mentionsIn(
  tokens: Sentence['tokens'],
  from: number,
  to: number,
  groups: readonly Group[],
): Set<Group> {
  const found = new Set<Group>();
  for (const { word } of tokens.slice(from, to)) {
    const group = word === '' ? undefined : groupNamed(word, groups);
    if (group !== undefined) found.add(group);
  }
  return found;
}

function groupNamed(word: string, groups: readonly Group[]): Group | undefined {
  return groups.find(({ total, words }) => !total && words.has(word));
}

/** In which group each of two is: as their names stand beside them, else in the order of the text. */
function armsOf(
  { tokens, shape }: Sentence,
  a: Value,
  b: Value,
  groups: readonly Group[],
): [Group | null, Group | null] {
  if (isOfPart({ tokens, shape }, b.end, groups)) return [null, null];
  const near = (from: number, to: number) => [...mentionsIn(tokens, from, to, groups)];
  const [behindA] = near(a.end, b.start);
  const [behindB] = near(b.end, b.end + 10);
  if (behindA !== undefined && behindB !== undefined && behindA !== behindB)
    return [behindA, behindB];
  const before = near(Math.max(0, a.start - 30), a.start);
  if (behindA !== undefined && behindB === undefined) {
    // Its name stands before each, or behind the first alone.
    const [last] = before.slice(-1);
    if (last !== undefined && last !== behindA) return [last, behindA];
    const other = otherArm(groups, behindA);
    return other === null ? [null, null] : [behindA, other];
  }
  if (near(b.end, b.end + 16).length === 2) return pair(near(b.end, b.end + 16));
  if (before.length === 2) {
    const [first, second] = pair(before);
    const at = tokens.findIndex(({ word }) => word !== '' && first?.words.has(word) === true);
    // "Compared with B, A …"
    return shape.slice(Math.max(0, at - 2), at).includes('v') ? [second, first] : [first, second];
  }
  const arms = twoArms(groups);
  const isPart = isRestricted(tokens, Math.max(0, a.start - 14), a.start, groups);
  return arms === null || isPart ? [null, null] : [arms[0], arms[1]];
}

function pair(found: readonly Group[]): [Group | null, Group | null] {
  return [found[0] ?? null, found[1] ?? null];
}

function otherArm(groups: readonly Group[], arm: Group): Group | null {
  const arms = twoArms(groups);
  return arms === null ? null : arms[0] === arm ? arms[1] : arms[0];
}

/** Of a result that is compared with nothing: the one group that is named beside it. */
function groupOf(
  { tokens, shape }: Sentence,
  item: Value,
  values: readonly Value[],
  groups: readonly Group[],
): Group | null {
  const at = values.indexOf(item);
  const from = Math.max(values[at - 1]?.end ?? 0, item.start - 16);
  const to = Math.min(values[at + 1]?.start ?? tokens.length, item.end + 8);
  const near = tokens.slice(from, to);
  if (isRestricted(tokens, from, to) || isOfPart({ tokens, shape }, item.end, groups)) return null;
  const named = mentionsIn(tokens, from, to, groups);
  if (named.size === 1) return [...named][0]!;
  if (named.size > 1) return null;
  const everybody = groups.filter(({ total }) => total);
  const isOverall = near.some(({ word }) => word === 'overall' || word === 'all');
  const alone = groups.length === everybody.length;
  // A condition anywhere in the sentence may hold for all of its results.
  if (isRestricted(tokens, 0, tokens.length) || shape.includes('|')) return null;
  return everybody.length === 1 && (alone || isOverall) ? everybody[0]! : null;
}

/** Results between which no other outcome is named are of the same one. */
export function areAlike({ tokens }: Sentence, a: Value, b: Value): boolean {
  return !tokens.slice(a.end, b.start).some(({ word, sign }) => rates.has(word) || sign === ';');
}

/** Gives each p to what it belongs to; answers with those that belong to nothing. */
function attach(
  { shape, tokens }: Sentence,
  items: readonly Item[],
  comparisons: Comparison[],
  ratios: WithP<Ratio>[],
): PValue[] {
  const owners = [
    ...comparisons.map((owner) => ({
      owner,
      start: owner.arms[0].item.start,
      end: owner.arms[1].item.end,
    })),
    ...ratios.map((owner) => ({ owner, start: owner.item.start, end: owner.item.end })),
  ].toSorted((a, b) => a.start - b.start);
  const alone: PValue[] = [];
  for (const p of items) {
    if (p.kind !== 'p' || p.other) continue;
    const earlier = owners.filter(({ owner, end }) => owner.p === null && end <= p.start);
    const next = owners.find(({ owner, start }) => owner.p === null && start >= p.end);
    const owner =
      earlier.at(-1)?.owner ?? (next && next.start - p.end <= 12 ? next.owner : undefined);
    if (owner === undefined) {
      alone.push(p);
      continue;
    }
    owner.p = p;
    const around = [
      ...tokens.slice(Math.max(0, p.start - 2), p.start),
      ...tokens.slice(p.end, p.end + 3),
    ];
    if (!around.some(({ word }) => everyOne.has(word))) continue;
    for (const other of earlier) {
      if (!shape.slice(other.end, p.start).includes('.')) other.owner.p ??= p;
    }
  }
  return alone;
}

const everyOne: ReadonlySet<string> = new Set(['both', 'all', 'each']);
