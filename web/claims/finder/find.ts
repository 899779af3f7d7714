// The printed results of a pasted text, with their places in it. What cannot be told from the words is
// left open: a percentage whose group nobody can name becomes no alarm.
import { type Claim, printed, type PrintedArm } from '../../data/paper/claim.ts';
import type { FoundClaim, Place as TextPlace } from '../../data/paper/paper.ts';
import { isCountedRate, isOfCurve } from './curves.ts';
import type { Group } from './groups.ts';
import { groupsOf } from './groups.ts';
import { type Item, itemsOf, type Place, type PValue, type Share } from './items.ts';
import { areAlike, type Arm, type Read, readSentence } from './pairs.ts';
import { ofResponse } from './responses.ts';
import { type Head, headOf, levelsOf, noHead, type Row, rowOf } from './rows.ts';
import { carriedTo } from './scope.ts';
import { type Sentence, sentencesOf, tokensOf } from './tokens.ts';

/** A text with more results than anybody reads is read so far. */
export const mostClaims = 400;

/** In letters: more than any paper has. */
export const mostLetters = 1_000_000;

export function findClaims(text: string): FoundClaim[] {
  const sentences = sentencesOf(tokensOf(text.slice(0, mostLetters)));
  const groups = groupsOf(sentences);
  const arms = groups.filter(({ total }) => !total).length;
  let head: Head = noHead;
  const rows = sentences.map((sentence): Row | null => {
    head = { ...head, ...headOf(sentence, groups) };
    return rowOf(sentence, head);
  });
  const carried = carriedTo(sentences, groups);
  const found: FoundClaim[] = [];
  for (const [at, sentence] of sentences.entries()) {
    if (found.length >= mostClaims) break;
    const isRow = (rows[at] ?? null) !== null;
    found.push(
      ...(isRow ? ofRow(rows, at, arms) : ofSentence(sentence, groups, carried[at] === true)),
    );
  }
  return found.slice(0, mostClaims).toSorted((a, b) => a.places[0]![0] - b.places[0]![0]);
}

function ofSentence(sentence: Sentence, groups: readonly Group[], isOfPart: boolean): FoundClaim[] {
  const items = itemsOf(sentence);
  if (items.length === 0) return [];
  const read = readSentence(sentence, items, groups);
  const { comparisons, single, ratios, statistics, alone } = isOfPart
    ? withoutGroups(read, ofResponse(sentence, items, groups))
    : read;
  const place = (item: Place) => placeOf(sentence, item);
  const curves = new Set(curvesOf(sentence, items));
  for (const { arms } of comparisons) {
    // Compared results are of one kind; a count that is printed stays a count.
    if (!arms.some(({ item }) => curves.has(item))) continue;
    for (const { item } of arms) if (isBarePercent(item)) curves.add(item);
  }
  const of = (arm: Arm): FoundClaim => ({
    ...claimOf(arm, curves.has(arm.item)),
    places: [place(arm.item)],
  });
  return [
    ...single.map(of).filter(saysAnything),
    ...comparisons.flatMap(({ arms, p }) => ofComparison(sentence, arms, p, of, curves)),
    ...ratios.map(({ item, p }): FoundClaim => {
      const { measure, value, lower, upper, level } = item;
      const fields = { measure, value, lower, upper, level, p: p?.p };
      return {
        claim: printed<Claim>({ kind: 'ratioWithInterval', ...fields }),
        places: [place(item), ...(p === null ? [] : [place(p)])],
      };
    }),
    ...statistics.map(({ item, p }): FoundClaim => {
      const { test, statistic, df } = item;
      const claim = printed<Claim>({ kind: 'testStatistic', test, statistic, df, p: p.p });
      return { claim, places: [place(item), place(p)] };
    }),
    ...alone.map((p): FoundClaim => ({ claim: { kind: 'pValue', p: p.p }, places: [place(p)] })),
  ];
}

/** Where the response of only some is known, nobody knows of how many its shares are. */
function withoutGroups(read: Read, isOpen: (place: Place) => boolean): Read {
  const open = (arm: Arm): Arm => ({ ...arm, group: null });
  return {
    ...read,
    single: read.single.map((arm) => (isOpen(arm.item) ? open(arm) : arm)),
    comparisons: read.comparisons.map((one) => {
      const [a, b] = one.arms;
      return isOpen({ start: a.item.start, end: b.item.end })
        ? { ...one, arms: [open(a), open(b)] }
        : one;
    }),
  };
}

function ofComparison(
  sentence: Sentence,
  arms: readonly [Arm, Arm],
  p: PValue | null,
  of: (arm: Arm) => FoundClaim,
  curves: ReadonlySet<Item>,
): FoundClaim[] {
  const [{ item: a }, { item: b }] = arms;
  const pPlace = p === null ? null : placeOf(sentence, p);
  if (a.kind === 'median' || b.kind === 'median') {
    const own = arms.map(of).filter(saysAnything);
    if (own.length > 0 && pPlace === null) return own;
    const values = arms.map(({ item, group }) =>
      printed<PrintedArm>({ value: item.kind === 'median' ? item.value : null, n: group?.n }),
    );
    const claim = printed<Claim>({ kind: 'twoMedians', arms: values, p: p?.p });
    const whole = placeOf(sentence, { start: a.start, end: b.end });
    const places = [...(own.length > 0 ? [] : [whole]), ...(pPlace === null ? [] : [pPlace])];
    return [...own, { claim, places }];
  }
  const own = arms.map(of).filter(({ claim }) => claim.percent !== undefined);
  const test = testOf(sentence);
  // The p of two curves is none of two counts.
  const isOfCurves = curves.has(a) || curves.has(b);
  if (p === null || pPlace === null || test === logRank || isOfCurves) return own;
  const counts = [armOf(a, arms[0].group), armOf(b, arms[1].group)];
  return [
    ...own,
    {
      claim: {
        ...printed<Claim>({ kind: 'twoArmCounts', arms: counts, test, p: p.p }),
        ...(arms.some(assumesN) && { nAssumed: true }),
      },
      places: [pPlace],
    },
  ];
}

/** A median alone agrees with anything. */
function saysAnything({ claim }: FoundClaim): boolean {
  return claim.kind !== 'medianWithInterval' || claim.lower !== undefined;
}

/** With the bracket that closes one that was opened in it. */
function placeOf({ tokens, shape }: Sentence, { start, end }: Place): TextPlace {
  const own = shape.slice(start, end);
  const open = own.split('(').length > own.split(')').length && shape[end] === ')';
  return [tokens[start]!.from, tokens[open ? end : end - 1]!.to];
}

function isBarePercent(item: Item): item is Share {
  return item.kind === 'share' && item.count === null && item.n === null;
}

/** The shares that are read from a curve; of several alike the first says it for all. */
function curvesOf(sentence: Sentence, items: readonly Item[]): ReadonlySet<Item> {
  const curves = new Set<Item>();
  let last: Share | null = null;
  let isCounted = false;
  for (const item of items) {
    if (!isBarePercent(item)) continue;
    const isAlike = last !== null && areAlike(sentence, last, item);
    const goesOn = isAlike && curves.has(last!);
    isCounted = (isAlike && isCounted) || isCountedRate(sentence, item);
    if (goesOn || isOfCurve(sentence, item, isCounted)) curves.add(item);
    last = item;
  }
  return curves;
}

function claimOf({ item, group }: Arm, ofCurve: boolean): { claim: Claim; ofCurve?: true } {
  const { lower, upper, level } = item;
  if (item.kind === 'median') {
    const { value, unit } = item;
    return {
      claim: printed<Claim>({ kind: 'medianWithInterval', value, lower, upper, level, unit }),
    };
  }
  const arm = armOf(item, ofCurve ? null : group);
  const kind = lower === null ? 'percentOfN' : 'proportionWithInterval';
  return {
    claim: {
      ...printed<Claim>({ kind, ...arm, lower, upper, level }),
      ...(!ofCurve && assumesN({ item, group }) && { nAssumed: true }),
    },
    ...(ofCurve && { ofCurve }),
  };
}

/** How many of an arm were evaluable is not said where its size stands elsewhere. */
function assumesN({ item, group }: Arm): boolean {
  return item.kind === 'share' && item.percent !== null && item.n === null && group !== null;
}

function armOf({ count, n, percent }: Share, group: Group | null) {
  return printed<{ count: string; n: string; percent: string }>({
    count,
    n: n ?? group?.n,
    percent,
  });
}

const logRank = 'logRank';

/** The test that the sentence names, as the engine calls it. */
function testOf({ tokens }: Sentence): string | null {
  const words = new Set(tokens.map(({ word }) => word));
  if (words.has('fisher')) return 'fisher';
  if (words.has('yates') || words.has('continuity')) return 'yates';
  if (words.has('chi') || words.has('pearson') || words.has('χ')) return 'pearson';
  return words.has('logrank') || (words.has('log') && words.has('rank')) ? logRank : null;
}

function ofRow(rows: readonly (Row | null)[], at: number, arms: number): FoundClaim[] {
  const row = rows[at]!;
  const found: FoundClaim[] = row.cells.map(({ count, percent, to, group }) => ({
    claim: { kind: 'percentOfN', count: count.text, n: group.n, percent: percent.text },
    places: [[count.from, to]],
  }));
  const levels = levelsOf(rows, at);
  const compared = row.cells.flatMap(({ group }, column) => (group.total ? [] : [column]));
  if (row.p !== null && arms === 2 && compared.length === 2 && levels.length > 0) {
    const { p, from, to } = row.p;
    const counted = compared.map((column): PrintedArm => {
      const own = levels.map(({ cells }) => cells[column]!.count.text);
      const { percent, group } = row.cells[column]!;
      return own.length === 1
        ? { count: own[0]!, n: group.n, percent: percent.text }
        : { count: own, n: group.n };
    });
    found.push({ claim: { kind: 'twoArmCounts', arms: counted, p }, places: [[from, to]] });
  }
  for (const { measure, value, lower, upper, p, to: end } of row.ratios) {
    const claim = printed<Claim>({
      kind: 'ratioWithInterval',
      measure,
      value: value.text,
      lower,
      upper,
      p: p?.p,
    });
    found.push({
      claim,
      places: [[value.from, end], ...(p === null ? [] : [[p.from, p.to] as const])],
    });
  }
  return found;
}
