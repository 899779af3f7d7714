// The groups of patients that a text names with their sizes: "immunotherapy (n = 49)".
import type { Sentence, Token } from './tokens.ts';
import { assigned, groupWords, known, nameless, patients } from './words.ts';

export interface Group {
  /** As printed. */
  n: string;
  size: number;
  /** Words of its name that no other group has. */
  words: ReadonlySet<string>;
  from: number;
  to: number;
  /** Everybody: a number of patients that stands alone, or the sum of the others. */
  total: boolean;
  /** Its name says that it is a group of patients: "(n = 12)" may count events too. */
  told: boolean;
}

/** No study is in fewer, and few texts tell of more groups. */
const smallest = 3;
const most = 40;

export function groupsOf(sentences: readonly Sentence[]): Group[] {
  const found: Group[] = [];
  for (const sentence of sentences) {
    if (found.length >= most) break;
    found.push(...inBrackets(sentence), ...counted(sentence));
  }
  return withoutEvents(distinct(found));
}

const bracket = /\((?:w{0,3})n=i\)/g;
const afterName = /\(i(w)\)/g;

/** "the rechallenge group (n = 49)", "chemotherapy (34 patients)". */
function inBrackets({ tokens, shape }: Sentence): Group[] {
  const groups: Group[] = [];
  for (const match of shape.matchAll(bracket)) {
    if (countsKnown(tokens, match.index)) continue;
    const at = match.index + match[0].indexOf('i');
    groups.push(
      groupAt(tokens, at, nameBefore(tokens, match.index), tellsGroup(tokens, match.index)),
    );
  }
  for (const match of shape.matchAll(afterName)) {
    if (!patients.has(tokens[match.index + 2]!.word)) continue;
    groups.push(groupAt(tokens, match.index + 1, nameBefore(tokens, match.index), true));
  }
  // "the A and B groups (n = 49 and n = 34)"
  for (const match of shape.matchAll(/\(n=i[av,;]n=i\)/g)) {
    if (countsKnown(tokens, match.index)) continue;
    const names = twoNamesBefore(tokens, match.index);
    groups.push(groupAt(tokens, match.index + 3, names[0], true));
    groups.push(groupAt(tokens, match.index + 7, names[1], true));
  }
  return groups.filter(({ size }) => size >= smallest);
}

/** "49 patients received A and 34 B", "154 to A and 151 to B"; alone: everybody. */
function counted({ tokens, shape, isRow }: Sentence): Group[] {
  if (isRow) return [];
  const groups: Group[] = [];
  let told = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (
      token.sign !== 'i' ||
      token.value < smallest ||
      /[<>\u2264\u2265=%/-]/.test(shape[at - 1] ?? '')
    )
      continue;
    if (
      /[%/(-]/.test(shape[at + 1] ?? '') ||
      shape[at + 1] === 'o' ||
      (shape[at - 1] === 'o' && shape[at - 2] === 'i')
    )
      continue;
    const next = tokens[at + 1];
    const people = peopleAfter(tokens, at);
    const verb = tokens[people > 0 ? at + 1 + people : at + 1];
    const isAssigned = verb !== undefined && assigned.has(verb.word) && verb.sign !== 'm';
    const isMore = told && next !== undefined && next.word !== '' && next.sign === 'w';
    if (!isAssigned && people === 0 && !isMore) continue;
    if (isAssigned && people === 0 && !told && !/[(,a]/.test(shape[at - 1] ?? '(')) continue;
    const { words, end } = nameAfter(tokens, at + 1 + people);
    const named = isAssigned || isMore ? words : [];
    if ((isAssigned || isMore) && words.length > 0) told = true;
    else if (people === 0) continue;
    groups.push({
      ...groupAt(tokens, at, named, true),
      to: tokens[end]?.to ?? token.to,
      total: named.length === 0,
    });
    at = Math.max(at, end - 1);
  }
  // Of several that are assigned each is a group; one alone is everybody who was treated.
  const own = groups.filter(({ total }) => !total);
  return own.length === 1 ? groups.map((group) => ({ ...group, total: true })) : groups;
}

/** How many words after a number say that it counts patients: "83 AGC patients". */
export function peopleAfter(tokens: readonly Token[], at: number): number {
  for (let step = 1; step <= 5; step += 1) {
    const token = tokens[at + step];
    if (token === undefined || (token.word === '' && token.sign !== 's')) return 0;
    if (/[id]/.test(token.sign) || (token.sign !== 'w' && token.sign !== 's')) return 0;
    if (patients.has(token.word)) return step;
    if (assigned.has(token.word)) return 0;
  }
  return 0;
}

function groupAt(
  tokens: readonly Token[],
  at: number,
  words: readonly string[],
  told: boolean,
): Group {
  const { text, value, from, to } = tokens[at]!;
  return { n: text, size: value, words: new Set(words), from, to, total: false, told };
}

function tellsGroup(tokens: readonly Token[], end: number): boolean {
  return tokens.slice(Math.max(0, end - 4), end).some(({ word }) => groupWords.has(word));
}

/** "with complete response data (n = 31)", "evaluable for response (n = 31)": no arm is called so. */
function countsKnown(tokens: readonly Token[], end: number): boolean {
  const last = tokens[end - 1]?.word ?? '';
  const near = tokens.slice(Math.max(0, end - 5), end);
  return (
    last === 'data' ||
    (/^responses?$/.test(last) && near.some(({ word }) => known.has(word) && word !== 'complete'))
  );
}

const nameLength = 8;

function nameBefore(tokens: readonly Token[], end: number): string[] {
  const words: string[] = [];
  for (let at = end - 1; at >= 0 && end - at <= nameLength; at -= 1) {
    const { word, sign } = tokens[at]!;
    if (sign === 'a' && words.length > 0) break;
    if (word === '' && sign !== 's' && sign !== '-') break;
    if (sign === 'v' || sign === 'i' || sign === 'd') break;
    if (word !== '' && !nameless.has(word)) words.push(word);
  }
  return words;
}

function twoNamesBefore(tokens: readonly Token[], end: number): [string[], string[]] {
  const second = nameBefore(tokens, end);
  for (let at = end - 1; at >= 0 && end - at <= nameLength; at -= 1) {
    if (tokens[at]!.sign === 'a' || tokens[at]!.sign === 'v')
      return [nameBefore(tokens, at), second];
  }
  return [[], second];
}

function nameAfter(tokens: readonly Token[], start: number): { words: string[]; end: number } {
  const words: string[] = [];
  let at = start;
  for (; at < tokens.length && at - start <= nameLength; at += 1) {
    const { word, sign } = tokens[at]!;
    if ((sign === 'a' || sign === 'v') && words.length > 0) break;
    if (sign === 'i' || sign === 'd' || '(),;.'.includes(sign)) break;
    if (word !== '' && !nameless.has(word) && !patients.has(word)) words.push(word);
  }
  return { words, end: at };
}

/** Of more than two in brackets some may count events: two that make up everybody are the arms. */
function withoutEvents(groups: readonly Group[]): Group[] {
  const arms = groups.filter(({ total }) => !total);
  if (arms.length <= 2) return [...groups];
  const totals = groups.filter(({ total }) => total);
  for (const a of arms) {
    const b = arms.find(
      (one) => one !== a && totals.some(({ size }) => size === a.size + one.size),
    );
    if (b !== undefined) return [...totals, a, b];
  }
  const told = arms.filter((one) => one.told);
  return told.length >= 2 ? [...totals, ...told] : [...groups];
}

/** The same group told twice is one; a word that several groups share names none of them. */
function distinct(found: readonly Group[]): Group[] {
  const named = found.filter(({ total, words }) => !total && words.size > 0);
  const all: Group[] = [];
  for (const group of [...named, ...found.filter((one) => !named.includes(one))]) {
    const same = all.find(
      (one) => one.size === group.size && (one.total === group.total || overlaps(one, group)),
    );
    if (same === undefined) all.push(group);
    else if (!group.total) same.words = new Set([...same.words, ...group.words]);
  }
  const arms = all.filter(({ total }) => !total);
  for (const group of arms) {
    const others = arms.filter((one) => one !== group);
    const sum = others.reduce((rest, { size }) => rest + size, 0);
    if (others.length > 1 && sum === group.size) group.total = true;
  }
  return all.map((group) => ({
    ...group,
    words: group.total ? group.words : ownWords(group, arms),
  }));
}

function overlaps(a: Group, b: Group): boolean {
  return [...b.words].some((word) => a.words.has(word));
}

function ownWords(group: Group, arms: readonly Group[]): Set<string> {
  const others = arms.filter((one) => one !== group && !one.total);
  return new Set([...group.words].filter((word) => !others.some(({ words }) => words.has(word))));
}

/** The two that are compared; null where there are more, or fewer. */
export function twoArms(groups: readonly Group[]): readonly [Group, Group] | null {
  const arms = groups.filter(({ total }) => !total).toSorted((a, b) => a.from - b.from);
  return arms.length === 2 ? [arms[0]!, arms[1]!] : null;
}
