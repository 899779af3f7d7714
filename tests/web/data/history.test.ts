import { describe, expect, test } from 'vitest';

import {
  type History,
  mostSteps,
  noHistory,
  redone,
  remembered,
  undone,
} from '../../../web/data/history.ts';
import { same } from '../../../web/data/same.ts';

/** 0 -> 1 -> 2 … each step named after where it led. */
function walked(steps: number): History<number> {
  let history: History<number> = noHistory;
  for (let to = 1; to <= steps; to += 1) history = remembered(history, `to ${to}`, to - 1);
  return history;
}

describe('history', () => {
  test('goes back step by step and forward again, each under its name', () => {
    let { history, state }: { history: History<number>; state: number } = {
      history: walked(3),
      state: 3,
    };
    const seen: string[] = [];
    for (const take of [undone, undone, undone, redone, redone, redone]) {
      const move = take(history, state)!;
      ({ history, state } = move);
      seen.push(`${move.name}: ${move.state}`);
    }
    expect(seen).toEqual(['to 3: 2', 'to 2: 1', 'to 1: 0', 'to 1: 1', 'to 2: 2', 'to 3: 3']);
    expect(history).toEqual(walked(3));
  });

  test('has an end on either side', () => {
    expect(undone(noHistory, 0)).toBeNull();
    expect(redone(walked(2), 2)).toBeNull();
  });

  test('a change after an undo ends what could be done again', () => {
    const { history } = undone(walked(2), 2)!;
    expect(remembered(history, 'elsewhere', 1).future).toEqual([]);
  });

  test('forgets the oldest steps first', () => {
    const { past } = walked(mostSteps + 5);
    expect(past).toHaveLength(mostSteps);
    expect(past[0]).toEqual({ name: 'to 6', state: 5 });
  });
});

describe('same', () => {
  test.each([
    [new Map([['a', [1]]]), new Map([['a', [1]]]), true],
    [new Map([['a', [1]]]), new Map([['a', [2]]]), false],
    [new Map(Object.entries({ a: 1, b: 2 })), new Map(Object.entries({ b: 2, a: 1 })), false],
    [new Set(['x', 'y']), new Set(['y', 'x']), true],
    [new Set(['x']), new Set(['x', 'y']), false],
    [{ a: null }, { a: undefined }, false],
    [{ a: 1 }, { b: 1 }, false],
    [[1, 2], [1], false],
    [[], {}, false],
    [null, {}, false],
  ])('%o and %o: %s', (a, b, expected) => {
    expect(same(a, b)).toBe(expected);
  });
});
