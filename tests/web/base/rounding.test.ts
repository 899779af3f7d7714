import { expect, test } from 'vitest';

import { fixed } from '../../../web/base/rounding.ts';

/** Half away from zero on the digits of the number's shortest decimal form. */
function onDigits(x: number, decimals: number): string {
  const [whole = '', digits = ''] = String(x).split('.');
  const kept = BigInt(whole + digits.padEnd(decimals, '0').slice(0, decimals));
  const up = (digits[decimals] ?? '0') >= '5' ? 1n : 0n;
  const rounded = String(kept + up).padStart(decimals + 1, '0');
  return `${rounded.slice(0, -decimals)}.${rounded.slice(-decimals)}`;
}

test('a number is rounded as on paper, near a half and far from it', () => {
  let state = 20251126;
  for (let i = 0; i < 20_000; ++i) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const decimals = 1 + (i % 4);
    // Every second one ends in a 5 just behind the last digit that is kept.
    const digits = state % 1_000_000;
    const x = i % 2 === 0 ? state / 7919 : Number(`${digits}5e${-decimals - 1}`);
    const shortest = Number(x.toPrecision(10));
    expect(fixed(shortest, decimals)).toBe(onDigits(shortest, decimals));
  }
});
