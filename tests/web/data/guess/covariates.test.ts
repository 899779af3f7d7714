import { describe, expect, test } from 'vitest';

import {
  defaultTerms,
  univariableTerms,
  whyNotTested,
} from '../../../../web/data/guess/covariates.ts';
import { type ColumnContent, profileColumn } from '../../../../web/data/profile.ts';
import { column } from '../support.ts';

/** A category with these patients in its levels, or a number. */
function category(name: string, ...counts: number[]): ColumnContent {
  return profileColumn(
    name,
    column(counts.flatMap((count, level) => Array.from({ length: count }, () => `level ${level}`))),
  );
}

function number(name: string, rows = 100, missing = 0): ColumnContent {
  return profileColumn(
    name,
    column(Array.from({ length: rows }, (_, at) => (at < missing ? '' : String(at)))),
  );
}

const covariates = [
  number('marker'),
  number('age'),
  category('rare', 97, 3),
  category('even', 50, 50),
  category('uneven', 80, 20),
];

function terms(events: number): string[] {
  return defaultTerms(covariates, { rows: 100, events, used: 1 });
}

describe('defaultTerms', () => {
  test('enters age, then balanced categories, then numbers, ten events for each coefficient', () => {
    expect(terms(19)).toEqual([]);
    expect(terms(20)).toEqual(['age']);
    expect(terms(30)).toEqual(['age', 'even']);
    expect(terms(40)).toEqual(['age', 'even', 'uneven']);
    expect(terms(1000)).toEqual(['marker', 'age', 'even', 'uneven']);
  });

  test('never asks more of the events than ten for each coefficient', () => {
    for (let events = 0; events < 100; events += 7) {
      const entered = defaultTerms(covariates, { rows: 100, events, used: 2 });
      expect(entered.length === 0 || (entered.length + 2) * 10 <= events).toBe(true);
    }
  });

  test('enters a measurement once, not as a number and again in groups', () => {
    const both = [number('cps'), category('cps_group', 60, 40)];
    expect(defaultTerms(both, { rows: 100, events: 500, used: 1 })).toEqual(['cps_group']);
  });

  test('leaves out what too many patients lack', () => {
    const columns = [number('albumin', 100, 11), number('weight', 100, 10)];
    expect(defaultTerms(columns, { rows: 100, events: 500, used: 1 })).toEqual(['weight']);
  });
});

test('univariableTerms lists the factors and whatever else could have been one', () => {
  expect(univariableTerms(covariates, ['age', 'rare'], 100)).toEqual([
    'marker',
    'age',
    'rare',
    'even',
    'uneven',
  ]);
});

test('whatever is not listed has a reason', () => {
  const texts = [...Array.from({ length: 98 }, (_, at) => `${at}.5`), 'lost', '12,,4'];
  const odd = profileColumn('ldh', column(texts));
  const why = (content: ColumnContent) => whyNotTested(content, ['cps_group'], 100);
  expect(why(odd)).toBe('unreadable');
  expect(why(number('albumin', 100, 11))).toBe('missing');
  expect(why(category('rare', 97, 3))).toBe('small');
  expect(why(number('cps'))).toEqual({ sameAs: 'cps_group' });
  expect(why(number('age'))).toBeNull();
});
