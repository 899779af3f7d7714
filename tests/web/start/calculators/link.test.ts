import { describe, expect, it } from 'vitest';

import { fromLink, linkTo } from '../../../../web/start/calculators/link.ts';

describe('the link of a calculator', () => {
  it('carries what was typed and the coverage', () => {
    const typed = { x1: '15', n1: '49', x2: '2', n2: ' 34' };
    const link = linkTo('two-rates', typed, 0.95);
    expect(link).toBe('#two-rates&x1=15&n1=49&x2=2&n2=34&level=95');
    expect(fromLink(link, 'two-rates', typed)).toEqual({
      typed: { ...typed, n2: '34' },
      level: 0.95,
    });
  });

  it.each(['1 14 26 7\n0 2 11 18', '2 20 -0.5\n5 21 1,5', '1'])(
    'gives lines of counts back: %j',
    (counts) => {
      const link = linkTo('table', { counts }, 0.9);
      expect(link).not.toMatch(/[\s"<>]|%/);
      expect(fromLink(link, 'table', { counts: '' })).toEqual({ typed: { counts }, level: 0.9 });
    },
  );

  it('of another calculator, or of a section, is left alone', () => {
    expect(fromLink('#two-rates&x1=15', 'one-rate', { x: '' })).toBeNull();
    expect(fromLink('#response', 'one-rate', { x: '' })).toBeNull();
    expect(fromLink('', 'one-rate', { x: '' })).toBeNull();
  });

  it('that was cut, changed or made up leaves fields to fill in', () => {
    const empty = { x: '', n: '', against: '' };
    expect(fromLink('#one-rate&x=15', 'one-rate', empty)).toEqual({
      typed: { x: '15', n: '', against: '' },
      level: null,
    });
    for (const level of ['0', '100', '-5', 'x', '1e9', '']) {
      expect(fromLink(`#one-rate&level=${level}`, 'one-rate', empty)?.level).toBeNull();
    }
    expect(fromLink('#one-rate&__proto__=1&y=%E0%A4%A', 'one-rate', empty)?.typed).toEqual(empty);
  });
});
