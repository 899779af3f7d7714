import { describe, expect, test } from 'vitest';

import { same, sharing } from '../../../web/data/same.ts';

describe('same', () => {
  test.each([
    [Float64Array.of(1, NaN), Float64Array.of(1, NaN), true],
    [Float64Array.of(0), Float64Array.of(-0), false],
    [Float64Array.of(1), Float64Array.of(1, 2), false],
    [Int32Array.of(1), Float64Array.of(1), false],
    [Int32Array.of(1, 2), Int32Array.of(1, 2), true],
    [Float64Array.of(1), [1], false],
    [new Map([['a', [1]]]), new Map([['a', [1]]]), true],
  ])('of %o and %o', (a, b, expected) => {
    expect(same(a, b)).toBe(expected);
    expect(same(b, a)).toBe(expected);
  });
});

describe('sharing', () => {
  const before = {
    endpoints: [{ name: 'OS' }, { name: 'PFS' }],
    arm: 'a',
    of: new Map([['x', 1]]),
  };

  test('gives back what was there where nothing is said anew', () => {
    expect(sharing(before, structuredClone(before))).toBe(before);
  });

  test('keeps each part that says the same, and changes none that does not', () => {
    const next = structuredClone(before);
    next.endpoints[1]!.name = 'TTP';
    const shared = sharing(before, next);
    expect(shared).toEqual(next);
    expect(shared.endpoints[0]).toBe(before.endpoints[0]);
    expect(shared.of).toBe(before.of);
    expect(before.endpoints[1]!.name).toBe('PFS');
  });

  test('makes nothing anew where nothing is as before', () => {
    const next = { endpoints: [{ name: 'TTP' }], arm: 'b' };
    expect(sharing<object>(before, next)).toBe(next);
  });

  test.each([
    [
      [1, 2, 3],
      [1, 2],
    ],
    [{ a: 1, b: 2 }, { a: 1 }],
    [null, { a: 1 }],
    [{ a: 1 }, null],
    [new Map([['a', 1]]), new Map([['a', 2]])],
    [{ a: undefined }, { a: [1] }],
  ])('of %o and %o is the second', (a, b) => {
    expect(sharing<unknown>(a, b)).toEqual(b);
  });
});
