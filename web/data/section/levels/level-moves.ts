// Where a dragged level lands, and what becomes of the order. Pure: the editor measures and draws.

export interface Box {
  top: number;
  bottom: number;
}

/** Between two levels, before the one at `at`; or onto one. */
export type Drop = { kind: 'before' | 'onto'; at: number };

/** The middle of a level takes what is let go there; its edges let it pass. */
const edge = 0.28;

/** null where letting go would change nothing. */
export function dropAt(
  boxes: readonly Box[],
  from: number,
  y: number,
  mayMerge: boolean,
): Drop | null {
  const under = boxes.findIndex(({ bottom }) => y < bottom);
  const at = under < 0 ? boxes.length : under;
  const box = boxes[at];
  const share = box === undefined ? 0 : (y - box.top) / (box.bottom - box.top);
  if (mayMerge && share >= edge && share <= 1 - edge)
    return at === from ? null : { kind: 'onto', at };
  const before = share > 0.5 ? at + 1 : at;
  return before === from || before === from + 1 ? null : { kind: 'before', at: before };
}

/** The levels with the one at `from` put before the one at `before`. */
export function movedBefore(levels: readonly string[], from: number, before: number): string[] {
  const rest = levels.filter((_, at) => at !== from);
  rest.splice(before > from ? before - 1 : before, 0, levels[from]!);
  return rest;
}

/** One step up or down; null at the ends. */
export function movedBy(levels: readonly string[], from: number, by: -1 | 1): string[] | null {
  const to = from + by;
  return to < 0 || to >= levels.length ? null : movedBefore(levels, from, by > 0 ? to + 1 : to);
}

/** A name that no other level has: "Other", "Other 2". */
export function unusedName(wanted: string, taken: readonly string[]): string {
  let name = wanted;
  for (let number = 2; taken.includes(name); number += 1) name = `${wanted} ${number}`;
  return name;
}
