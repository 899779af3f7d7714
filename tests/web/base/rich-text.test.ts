import { describe, expect, test } from 'vitest';

import { joined, plain, rich, strong, term } from '../../../web/base/rich-text.ts';

describe('rich text', () => {
  test('keeps emphasis as data and reads as plain words', () => {
    const median = rich`${strong('12.4 months')} with a`;
    const text = rich`Median ${median} (${term('p')} = 0.02).`;
    expect(plain(text)).toBe('Median 12.4 months with a (p = 0.02).');
    expect(text).toContainEqual({ strong: '12.4 months' });
  });

  test('joins only what says something', () => {
    expect(plain(joined([['a'], [], ['b']], '; '))).toBe('a; b');
  });
});
