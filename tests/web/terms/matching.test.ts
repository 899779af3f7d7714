import { describe, expect, it } from 'vitest';

import { matchingTerms } from '../../../web/terms/matching.ts';
import { sources } from '../../../web/text/en/terms-sources.ts';
import { text } from '../../../web/text/text.ts';

const { groups } = text.terms;
const found = (query: string) =>
  matchingTerms(groups, query).flatMap(({ terms }) => terms.map(({ id }) => id));

describe('the list of terms', () => {
  it('is whole without a query', () => {
    const all = Object.values(groups).flatMap(({ terms }) => Object.keys(terms));
    expect(found('')).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each([
    ['kaplan meier', 'kaplanMeier'],
    ['KAPLAN-MEIER', 'kaplanMeier'],
    ['reverse kaplan', 'followUp'],
    ['rmst', 'restrictedMean'],
    ['hr', 'hazardRatio'],
    ['chi-square', 'pearson'],
    ['NR', 'notReached'],
  ])('finds by “%s” the term %s', (query, id) => {
    expect(found(query)).toContain(id);
  });

  it('finds nothing for a word that stands nowhere', () => {
    expect(matchingTerms(groups, 'pizza')).toEqual([]);
  });

  it('gives every term a source, and every source a year', () => {
    for (const { terms } of Object.values(groups)) {
      for (const term of Object.values(terms)) {
        expect(Object.values(sources)).toContain(term.source);
      }
    }
    for (const source of Object.values(sources)) expect(source).toMatch(/\b(19|20)\d\d\b/);
  });
});
