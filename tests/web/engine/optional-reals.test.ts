import { expect, test } from 'vitest';

import type { OptionalReals } from '../../../build/wasm/riskset.js';
import { numberAt, numbersIn, optionalReals } from '../../../web/engine/optional-reals.ts';

test('a missing number is null, and so is what lies beyond the end', () => {
  const list = optionalReals([0.5, null, 0]);
  expect([0, 1, 2, 3].map((at) => numberAt(list, at))).toEqual([0.5, null, 0, null]);
  expect(numbersIn(list)).toEqual([0.5, null, 0]);
});

test('what was shared is read too', () => {
  expect(numbersIn([0.5, null] as unknown as OptionalReals)).toEqual([0.5, null]);
});
