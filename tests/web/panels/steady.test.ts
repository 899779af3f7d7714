import { effect, signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';

import { steady } from '../../../web/panels/steady.ts';

test('stays the same object while it says the same, in whole or in part', () => {
  const numbers = signal({ times: [1, 2], arm: 'A', curve: Float64Array.of(1, 0.5, NaN) });
  const shown = steady(() => ({
    axis: { ticks: [...numbers.value.times] },
    arm: numbers.value.arm,
    curve: numbers.value.curve.slice(),
  }));
  const drawn = vi.fn<(value: unknown) => void>();
  effect(() => drawn(shown.value));
  const first = shown.value;

  numbers.value = { ...numbers.value };
  expect(shown.value).toBe(first);
  expect(drawn).toHaveBeenCalledTimes(1);

  numbers.value = { ...numbers.value, arm: 'B' };
  expect(shown.value.arm).toBe('B');
  expect(shown.value.axis).toBe(first.axis);
  expect(shown.value.curve).toBe(first.curve);

  numbers.value = { ...numbers.value, curve: Float64Array.of(1, 0.25, NaN) };
  expect([...shown.value.curve]).toEqual([1, 0.25, NaN]);
  expect(drawn).toHaveBeenCalledTimes(3);
});
