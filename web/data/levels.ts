// The levels of a category as the user orders and merges them. A merged level has a name of its own
// and stands for several values of the file; all others stand for themselves.

/** Name of a merged level -> the values of the file that it stands for. */
export type Merge = ReadonlyMap<string, readonly string[]>;

export interface Levels {
  /** levels[0] is the reference. */
  levels: string[];
  merge: Merge;
}

/** The values of the file that a level stands for. */
export function partsOf({ merge }: Pick<Levels, 'merge'>, level: string): readonly string[] {
  return merge.get(level) ?? [level];
}

/** From a value of the file to its level. */
export function levelOf({ merge }: Pick<Levels, 'merge'>): (value: string) => string {
  const names = new Map<string, string>();
  for (const [name, parts] of merge) for (const part of parts) names.set(part, name);
  return (value) => names.get(value) ?? value;
}

/** These levels first, in this order; what they leave out follows as it was. */
export function reordered(before: readonly string[], wanted: readonly string[]): string[] {
  const first = wanted.filter((level) => before.includes(level));
  return [...new Set([...first, ...before])];
}

/** The levels that become one: those named, and the one that has the new name already. */
export function joinedLevels(before: Levels, into: string, from: readonly string[]): string[] {
  return before.levels.filter((level) => level === into || from.includes(level));
}

/** One of `joined` stays under a new name in the place of the first of them. */
export function joinedInto(
  levels: readonly string[],
  into: string,
  joined: readonly string[],
): string[] {
  return [...new Set(levels.map((level) => (joined.includes(level) ? into : level)))];
}

/** Levels merged under a name, or one level given another name. */
export function merged(before: Levels, into: string, joined: readonly string[]): Levels {
  const parts = [...new Set(joined.flatMap((level) => partsOf(before, level)))];
  const merge = new Map([...before.merge].filter(([name]) => !joined.includes(name)));
  if (parts.length !== 1 || parts[0] !== into) merge.set(into, parts);
  return { levels: joinedInto(before.levels, into, joined), merge };
}

/** A merged level taken apart: its values stand in its place again. */
export function split(before: Levels, level: string): Levels {
  const merge = new Map([...before.merge].filter(([name]) => name !== level));
  return { levels: splitInto(before.levels, level, partsOf(before, level)), merge };
}

export function splitInto(
  levels: readonly string[],
  level: string,
  parts: readonly string[],
): string[] {
  return [...new Set(levels.flatMap((one) => (one === level ? parts : [one])))];
}

/** The levels after the column is read anew and holds these values: order and merges are kept. */
export function followed(before: Levels, values: readonly string[]): Levels {
  const there = new Set(values);
  const merge = new Map<string, string[]>();
  for (const [name, parts] of before.merge) {
    const left = parts.filter((part) => there.has(part));
    if (left.length > 0) merge.set(name, left);
  }
  const level = levelOf({ merge });
  const levels = [...new Set(values.map(level))];
  return { levels: reordered(levels, before.levels), merge };
}
