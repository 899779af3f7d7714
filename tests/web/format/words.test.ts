import { describe, expect, test } from 'vitest';

import { plain, rich, strong, term, joined } from '../../../web/format/rich-text.ts';
import { counted, inSentence, levelLabel, listed } from '../../../web/format/words.ts';

describe('words', () => {
  test('a label loses its capital inside a sentence unless it is an abbreviation', () => {
    expect(inSentence('Immunotherapy rechallenge')).toBe('immunotherapy rechallenge');
    expect(['FOLFOX', 'B', 'CPS group', '5-FU', ''].map(inSentence)).toEqual([
      'FOLFOX',
      'B',
      'CPS group',
      '5-FU',
      '',
    ]);
  });

  test('a list ends with its conjunction', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => listed(items))).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });

  test('a count agrees with its word', () => {
    expect(counted(1, 'death')).toBe('1\u00a0death');
    expect(counted(66, 'death')).toBe('66\u00a0deaths');
  });

  test('codes become signs', () => {
    expect(['>=1', '<1', '<= 3', 'MSI-H', '>65'].map(levelLabel)).toEqual([
      '≥\u00a01',
      '<\u00a01',
      '≤\u00a03',
      'MSI-H',
      '>\u00a065',
    ]);
  });
});

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
