import { expect, test } from 'vitest';

import { optionalReals } from '../../../web/engine/optional-reals.ts';
import { packed, printable, unpacked } from '../../../web/share/columnar.ts';
import { dice } from '../data/support.ts';

const through = (value: unknown) => unpacked(JSON.parse(JSON.stringify(packed(value))));

test('whatever is packed comes back', () => {
  const value = {
    list: [],
    one: [{ a: 1, b: null }],
    table: [{ a: 1, b: 'x', c: [{ d: 1 }, { d: 2 }] }, null, { a: 2, b: 'x', c: [] }],
    uneven: [{ a: 1 }, { b: 1 }],
    flags: [true, true, true],
    mixed: [1, 'a', null, [2]],
    nested: [[{ a: 1 }], [], [{ a: 2 }, { a: 3 }]],
    times: Float64Array.of(0.25, 12),
    counts: Int32Array.of(1, 2, 3),
    empty: {},
    nothing: null,
  };
  expect(through(value)).toStrictEqual(value);
});

test('numbers of which some are missing travel as they do for every version of the page', () => {
  expect(through({ lower: optionalReals([0.25, null, 12]) })).toStrictEqual({
    lower: [0.25, null, 12],
  });
  expect(through({ lower: optionalReals([null, null]) })).toStrictEqual({ lower: [null, null] });
});

test('a number printed from the short one is the number printed from the whole', () => {
  const roll = dice(1);
  for (let draw = 0; draw < 20_000; draw += 1) {
    const size = 10 ** (roll(9) - 5);
    const value = (roll(1_000_000_007) / 1_000_000_007) * size;
    const short = printable(value);
    for (const decimals of [0, 1, 2, 3, 4]) {
      // Round half up of the decimal digits, as the page prints; toFixed does so of exact values.
      expect(short.toFixed(decimals)).toBe(value.toFixed(decimals));
    }
    expect(short.toPrecision(3)).toBe(value.toPrecision(3));
  }
});

test.each([
  ['0.104996', 0.104996, '0.10'],
  ['0.0449999', 0.0449999, '0.04'],
])('the tie %s is not decided by rounding twice', (_, value, printed) => {
  expect(printable(value).toFixed(2)).toBe(printed);
});

test('what fits nowhere is refused, and fills no memory', () => {
  const refused: unknown[] = [
    { $: 'i', v: ['1'] },
    { $: 'f', v: { length: 3 } },
    { $: 'f', v: [null] },
    { $: 'c', n: 1e9, v: 1 },
    { $: 'c', n: -1, v: 1 },
    { $: 'o', n: 2, o: { a: 1 } },
    { $: 'o', n: 2 },
    { $: 'a', n: [1], v: 3 },
    [JSON.parse('1e999')],
  ];
  for (const one of refused) expect(() => unpacked(one), JSON.stringify(one)).toThrow(TypeError);
  let bomb: unknown = 1;
  for (let level = 0; level < 6; level += 1) bomb = { $: 'c', n: 1000, v: bomb };
  expect(() => unpacked(bomb)).toThrow(TypeError);
});
