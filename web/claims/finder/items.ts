// The printed results of one sentence, in its order: shares, medians, ratios and p values.
import type { Measure } from '../../data/paper/claim.ts';
import { isHeterogeneity, isOtherP } from './other-p.ts';
import type { Sentence, Token } from './tokens.ts';
import {
  assigned,
  coded,
  groupWords,
  measured,
  measures,
  noShareAfter,
  noShareBefore,
  outcomes,
  patients,
  survivalWords,
} from './words.ts';

export interface Place {
  /** The first token and the one behind the last. */
  start: number;
  end: number;
}

export interface Bounds {
  lower: string | null;
  upper: string | null;
  /** Coverage, where it is not 95%. */
  level?: number;
}

export interface Share extends Place, Bounds {
  kind: 'share';
  count: string | null;
  n: string | null;
  percent: string | null;
}

export interface Median extends Place, Bounds {
  kind: 'median';
  value: string;
  unit: string | null;
}

export interface Ratio extends Place, Bounds {
  kind: 'ratio';
  measure: Measure;
  value: string;
}

export interface PValue extends Place {
  kind: 'p';
  p: string;
  /** Of an interaction or a trend, or adjusted for several tests: not of a comparison. */
  other: boolean;
}

/** A printed test statistic: "χ2 = 4.25". */
export interface Statistic extends Place {
  kind: 'statistic';
  /** null: chi-square. */
  test: string | null;
  statistic: string;
  df: string | null;
}

export type Item = Share | Median | Ratio | PValue | Statistic;

export function itemsOf(sentence: Sentence): Item[] {
  const taken = new Set<number>();
  const take = <Kind extends Item>(items: Kind[]): Kind[] => {
    const free = items.filter(({ start, end }) => !isTaken(taken, start, end));
    for (const { start, end } of free) for (let at = start; at < end; at += 1) taken.add(at);
    return free;
  };
  const items: Item[] = [
    ...take(pValues(sentence)),
    ...take(statistics(sentence)),
    ...take(ratios(sentence)),
    ...take(shares(sentence)),
    ...take(medians(sentence, taken)),
  ];
  return items.toSorted((a, b) => a.start - b.start);
}

function isTaken(taken: ReadonlySet<number>, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (taken.has(at)) return true;
  return false;
}

const anyP = /p([a-zA-Z]?[ws]{0,3})[=<>\u2264\u2265:,o]{1,2}([id])/g;

/** "p value 0.03": where it is called so, no sign has to stand between. */
const namedP = /p((?:sw)?,?)d/g;

function pValues({ tokens, shape }: Sentence): PValue[] {
  const named = [...shape.matchAll(namedP)].filter(({ index, 0: { length } }) =>
    tokens.slice(index, index + length).some(({ text }) => /value/i.test(text)),
  );
  return [...shape.matchAll(anyP), ...named].map((match): PValue => {
    const start = match.index;
    const end = start + match[0].length;
    const own = tokens.slice(start, end);
    const relation = own.find(({ sign }) => '<>\u2264\u2265'.includes(sign))?.text ?? '';
    const other = isOtherP(tokens, start, end);
    return { kind: 'p', start, end, p: `${relation}${own.at(-1)!.text}`, other };
  });
}

const anyStatistic = /w[wsi]{0,2}\(?[wi=]{0,4}\)?=([id])(?:[,(;]{1,2}[w.]{1,3}=?i)?/g;

function statistics({ tokens, shape }: Sentence): Statistic[] {
  return [...shape.matchAll(anyStatistic)].flatMap((match): Statistic[] => {
    const start = match.index;
    const end = start + match[0].length;
    const own = tokens.slice(start, end);
    const name = own[0]!.word.replace(/[2\u00B2]$/, '');
    const test = testNames.get(name);
    if (test === undefined) return [];
    const at = start + match[0].indexOf('=', match[0].search(/=[id](?:[,(;]|$)/));
    const statistic = tokens[at + 1];
    if (statistic === undefined || Number.isNaN(statistic.value)) return [];
    const df = own.some(({ word }) => word === 'df') ? own.at(-1)!.text : null;
    return [{ kind: 'statistic', start, end, test, statistic: statistic.text, df }];
  });
}

const testNames: ReadonlyMap<string, string | null> = new Map([
  ['χ', null],
  ['x', null],
  ['chi', null],
  ['z', 'z'],
  ['t', 't'],
]);

const anyRatio = /H(?:\([di]%c\)|,[di]%c)?[wanotMTsm]{0,9}[=:,(]{0,2}([id])(?![%oid])/g;
const interval = /[,;:)]{0,2}\({0,2}(?:[id]%)?,?c[,;:=(o]{0,2}([id])%?[-t,;]([idX])%?\)?/y;
const bracketed = /[,;]?\(([id])%?[-t,;]([idX])%?\)?/y;

function ratios({ tokens, shape }: Sentence): Ratio[] {
  return [...shape.matchAll(anyRatio)].flatMap((match): Ratio[] => {
    const start = match.index;
    const at = start + match[0].length;
    const bounds = boundsAt(tokens, shape, at, true);
    if (bounds === null || bounds.isOpen) return [];
    const measure = measures.get(tokens[start]!.word) ?? 'HR';
    const { end, isOpen: _, ...limits } = bounds;
    return [{ kind: 'ratio', start, end, measure, value: tokens[at - 1]!.text, ...limits }];
  });
}

/** "95% CI" is said once; later intervals of the sentence stand in bare brackets. */
function saidBefore(shape: string, at: number): boolean {
  const said = shape.lastIndexOf('c', at);
  return said >= 0 && at - said < 60;
}

/** An interval that stands right here, open where its upper limit was not reached. */
export function boundsAt(
  tokens: readonly Token[],
  shape: string,
  at: number,
  bare: boolean,
): (Bounds & { end: number; isOpen: boolean }) | null {
  for (const form of bare ? [interval, bracketed] : [interval]) {
    form.lastIndex = at;
    const match = form.exec(shape);
    if (match === null) continue;
    const end = at + match[0].length;
    const numbers: number[] = [];
    for (let one = end - 1; one >= at && numbers.length < 2; one -= 1) {
      if (/[idX]/.test(shape[one]!)) numbers.push(one);
    }
    const [upper, lower] = numbers.map((one) => tokens[one]!);
    if (upper === undefined || lower === undefined) continue;
    const coverage = coverageIn(tokens.slice(at, end));
    return {
      lower: lower.text,
      upper: upper.text,
      ...(coverage !== null && { level: coverage }),
      end,
      isOpen: upper.sign === 'X',
    };
  }
  return null;
}

function limitsOf(bounds: Bounds | null): Bounds {
  if (bounds === null) return { lower: null, upper: null };
  const { lower, upper, level } = bounds;
  return { lower, upper, ...(level !== undefined && { level }) };
}

/** "99% CI": what is not said is 95%. */
function coverageIn(own: readonly Token[]): number | null {
  const at = own.findIndex(({ sign }) => sign === 'c');
  const value = own[at - 1]?.sign === '%' ? own[at - 2]?.value : undefined;
  return value === undefined || value === 95 || !(value >= 50 && value < 100) ? null : value / 100;
}

// What a share is printed like: the letters that follow a number, and where its parts stand.
const ofAll = /i[/o](?:w)?i(?:[wo]{0,4}[,;:=(]{0,2}[id]%)?/y;
const thenAll = /i[wo]{0,3}\([id]%\)?[/o](?:w)?i/y;
const percentOfAll = /[id]%[,;:]?\((?:n=)?i[/o](?:w)?i/y;
const percentWithCount = /[id]%\((?:n=i|iw)/y;
const countThenPercent = /i[,;][id]%(?=\))/y;
const percentOfN = /[id]%o(?:w)?i(?!m)/y;
const countWithPercent = /i[wots]{0,6}\([id]%/y;
const percentAlone = /[id]%(?!c)/y;
/** "30.6 vs 6.0%": the sign stands once. */
const percentShared = /[id](?=[va][id]%(?!c))/y;

function shares({ tokens, shape }: Sentence): Share[] {
  const found: Share[] = [];
  let size: number | null = null;
  for (let start = 0; start < tokens.length; start += 1) {
    if (!/[id]/.test(shape[start]!)) continue;
    const share = shareAt(tokens, shape, start);
    if (isOfSize(tokens, start, size) && (share === null || share.count === null)) {
      size = start;
      continue;
    }
    if (share === null) continue;
    found.push(share);
    start = share.end - 1;
  }
  return found;
}

/** "Dose intensity was 91.3% with A and 88.2% with B": the second is of what the first is of. */
function isOfSize(tokens: readonly Token[], start: number, last: number | null): boolean {
  const isNear = last !== null && start - last <= 16;
  const between = tokens.slice(isNear ? last : Math.max(0, start - 6), start);
  if (between.some(({ word, sign }) => outcomes.has(word) || sign === ';')) return false;
  return isNear || between.some(({ word }) => measured.has(word));
}

function shareAt(tokens: readonly Token[], shape: string, start: number): Share | null {
  const match = (form: RegExp) => {
    form.lastIndex = start;
    return form.exec(shape)?.[0] ?? null;
  };
  const put = (form: string, parts: Partial<Share>): Share => {
    const end = start + form.length;
    const bounds = boundsAt(tokens, shape, end, saidBefore(shape, start));
    const at = { start, end: bounds?.end ?? end };
    return {
      kind: 'share',
      count: null,
      n: null,
      percent: null,
      ...limitsOf(bounds),
      ...at,
      ...parts,
    };
  };
  const numbers = (form: string) =>
    tokens.slice(start, start + form.length).filter(({ sign }) => sign === 'i' || sign === 'd');
  const before = tokens[start - 1];
  if (before !== undefined && /[<>\u2264\u2265]/.test(before.sign)) return null;
  const isCode = before !== undefined && (/[-/]/.test(before.sign) || isCoded(tokens, start));

  const all = match(ofAll);
  if (all !== null && !isCode) {
    const [count, n, percent] = numbers(all);
    if (isCountOf(count!, n!, percent)) {
      return put(all, { count: count!.text, n: n!.text, percent: percent?.text ?? null });
    }
  }
  const lancet = match(thenAll);
  if (lancet !== null && !isCode) {
    const [count, percent, n] = numbers(lancet);
    if (isCountOf(count!, n!, percent)) {
      return put(lancet, { count: count!.text, percent: percent!.text, n: n!.text });
    }
  }
  const reversed = match(percentOfAll);
  if (reversed !== null) {
    const [percent, count, n] = numbers(reversed);
    if (isCountOf(count!, n!, percent)) {
      return put(reversed, { percent: percent!.text, count: count!.text, n: n!.text });
    }
  }
  if (isCode) return null;
  const withCount = match(percentWithCount);
  if (withCount !== null) {
    const [percent, count] = numbers(withCount);
    const last = tokens[start + withCount.length - 1]!;
    if (last.word === '' || patients.has(last.word)) {
      return put(withCount, { percent: percent!.text, count: count!.text });
    }
  }
  const listed = match(countThenPercent);
  if (listed !== null && shape.slice(0, start).endsWith('n=')) {
    const [count, percent] = numbers(listed);
    return put(listed, { count: count!.text, percent: percent!.text });
  }
  const ofN = match(percentOfN);
  if (ofN !== null) {
    const [percent, n] = numbers(ofN);
    return put(ofN, { percent: percent!.text, n: n!.text });
  }
  const counted = match(countWithPercent);
  if (counted !== null && countsPatients(tokens, start, start + counted.length)) {
    const [count, percent] = numbers(counted);
    return put(counted, { count: count!.text, percent: percent!.text });
  }
  const alone = match(percentAlone) ?? match(percentShared);
  if (alone === null || !isShare(tokens, start, start + alone.length)) return null;
  return put(alone, { percent: tokens[start]!.text });
}

/** "grade 3, 4, or 5": each is a code. */
function isCoded(tokens: readonly Token[], start: number): boolean {
  for (let at = start - 1; at >= 0 && start - at <= 8; at -= 1) {
    const { word, sign } = tokens[at]!;
    if (coded.has(word)) return true;
    if (!/[ia,]/.test(sign)) return false;
  }
  return false;
}

/** "15 patients (30.6%)", "2 in the control group (5.9%)": what stands between tells of patients. */
function countsPatients(tokens: readonly Token[], start: number, end: number): boolean {
  const between = tokens.slice(start + 1, end).filter(({ word }) => word !== '');
  return (
    between.length === 0 ||
    between.some(({ word }) => patients.has(word)) ||
    assigned.has(between[0]!.word)
  );
}

/** A fraction without a percentage may be a date or a code. */
function isCountOf(count: Token, n: Token, percent: Token | undefined): boolean {
  if (!(count.value <= n.value) || n.value < 1) return false;
  return percent !== undefined || (n.value >= 5 && (n.value < 1900 || n.value > 2100));
}

/** "50% of tumor cells" is none of patients; "90.0% of treated patients" is. */
function isOfPatients(tokens: readonly Token[], end: number): boolean {
  if (tokens[end]?.sign !== 'o') return true;
  return tokens
    .slice(end + 1, end + 6)
    .some(({ word, sign }) => patients.has(word) || groupWords.has(word) || sign === 'i');
}

function isShare(tokens: readonly Token[], start: number, end: number): boolean {
  const value = tokens[start]!.value;
  if (!(value >= 0 && value <= 100)) return false;
  const before = tokens.slice(Math.max(0, start - 3), start);
  const after = tokens.slice(end, end + 2);
  if (tokens[start - 1]?.sign === '-' && /[id%]/.test(tokens[start - 2]?.sign ?? '')) return false;
  if (tokens[end]?.sign === '-' && /[id]/.test(tokens[end + 1]?.sign ?? '')) return false;
  return (
    isOfPatients(tokens, end) &&
    !before.some((_, at) => isHeterogeneity(before, at)) &&
    !before.some(({ word }) => noShareBefore.has(word)) &&
    !after.some(({ word, sign }) => noShareAfter.has(word) || sign === 'c')
  );
}

const chained = /^(?:m?(?:[,]?[vay,]|[,;]?(?:[wots]){1,6}[vay,]{1,2}[wots]{0,6})){1,2}[id](?:m|\()/;

function medians({ tokens, shape }: Sentence, taken: ReadonlySet<number>): Median[] {
  const first = shape.indexOf('M');
  if (first < 0) return [];
  const ofSurvival = tokens.some(({ word }) => survivalWords.has(word));
  const found: Median[] = [];
  for (let start = first + 1; start < tokens.length; start += 1) {
    if (!/[idX]/.test(shape[start]!) || taken.has(start)) continue;
    const before = tokens[start - 1]!;
    if (/[<>\u2264\u2265-]/.test(before.sign) || notMedian.has(before.word)) continue;
    const next = shape[start + 1] ?? '';
    const hasUnit = next === 'm';
    // The unit may stand behind the last of several: "5.8 vs. 2.9 months".
    const chain = hasUnit || chained.test(shape.slice(start + 1, start + 24));
    const bounds = boundsAt(tokens, shape, start + (hasUnit ? 2 : 1), saidBefore(shape, start));
    const value = tokens[start]!;
    if (value.sign === 'X' && (!ofSurvival || found.length === 0)) continue;
    if (value.sign !== 'X' && !chain && bounds === null) continue;
    if (!ofSurvival && bounds === null) continue;
    const end = bounds?.end ?? start + (hasUnit ? 2 : 1);
    const unit = hasUnit ? tokens[start + 1]!.text : null;
    found.push({ kind: 'median', start, end, value: value.text, unit, ...limitsOf(bounds) });
    start = end - 1;
  }
  const unit = found.find((one) => one.unit !== null)?.unit ?? null;
  return found.map((one) => ({ ...one, unit: one.unit ?? unit }));
}

const notMedian: ReadonlySet<string> = new Set(['at', 'within', 'every', 'after', 'for', 'least']);
