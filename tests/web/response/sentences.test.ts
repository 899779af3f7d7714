import { describe, expect, test } from 'vitest';

import type { ResponseGroup } from '../../../build/wasm/riskset.js';
import { defaultOptions } from '../../../web/data/options.ts';
import { plain } from '../../../web/base/rich-text.ts';
import { responseAnswers } from '../../../web/response/answers.ts';
import { responseTable } from '../../../web/response/response-table.ts';
import { benefitMethod, definition, lede } from '../../../web/response/sentences.ts';
import { answer, comparison, pair, refusal, responseGroup, resultsOf } from '../support/results.ts';

const chemotherapy = responseGroup('Chemotherapy', [0, 2, 11, 18, 3]);
const rechallenge = responseGroup('Rechallenge', [1, 14, 26, 7, 1]);

function answers(groups: ResponseGroup[], comparisons = true, three = false) {
  const compared = comparison(
    three ? { others: [pair({ a: 'Third' })], overall: { chiSquare: 7.6, df: 2, p: 0.022 } } : {},
  );
  const set = {
    groups,
    comparisons: comparisons ? { orr: compared, dcr: compared, cbr: null } : null,
  };
  const result = answer('response', 'bestResponse', { sets: { all: set, evaluable: set } });
  return responseAnswers(resultsOf(result), defaultOptions.response);
}

const words = (own: ReturnType<typeof answers>) =>
  plain(lede(own, 'clopperPearson', '95%')).replaceAll('\u00a0', ' ');

describe('the sentence of the response panel', () => {
  test('compares two arms with the quoted test', () => {
    expect(words(answers([chemotherapy, rechallenge]))).toBe(
      '30.6% of patients responded with rechallenge and 5.9% with chemotherapy: ' +
        'a difference of +24.7 points (95% CI 7.5 to 39.3; Pearson p = 0.006). ' +
        'Disease was controlled in 83.7% and 38.2%.',
    );
  });

  test('of one group has its interval', () => {
    expect(words(answers([{ ...rechallenge, label: 'all' }], false))).toBe(
      '30.6% of patients responded (15 of 49; 95% CI 18.3–45.4). Disease was controlled in 83.7%.',
    );
  });

  test('names the one arm of which patients are evaluable', () => {
    const nobody = { ...chemotherapy, orr: null, dcr: null };
    expect(words(answers([nobody, rechallenge], false))).toBe(
      '30.6% of patients responded with rechallenge (15 of 49; 95% CI 18.3–45.4). ' +
        'Disease was controlled in 83.7%.',
    );
  });

  test('of three arms has the overall test', () => {
    const third = responseGroup('Third', [0, 3, 3, 3, 1]);
    expect(words(answers([chemotherapy, rechallenge, third], true, true))).toBe(
      '30.6% of patients responded with rechallenge, 30.0% with third and 5.9% with chemotherapy ' +
        '(Pearson, all arms, p = 0.022). Disease was controlled in 83.7%, 60.0% and 38.2%.',
    );
  });

  test('says nothing where nobody can be counted', () => {
    const nobody = { ...chemotherapy, n: 0, orr: null, dcr: null };
    expect(words(answers([nobody], false))).toBe('');
    const refused = responseAnswers(
      resultsOf(refusal('response', { code: 'responseUnmapped' })),
      defaultOptions.response,
    );
    expect(lede(refused, 'clopperPearson', '95%')).toEqual([]);
  });
});

test('the denominator is always said', () => {
  const own = answers([chemotherapy, rechallenge]);
  expect(definition(own).replaceAll('\u00a0', ' ')).toBe(
    'All 83 treated patients; 4 not evaluable or not recorded count as non-response.',
  );
  expect(definition({ ...own, denominator: 'evaluable' })).toContain(
    'with an evaluable best response',
  );
});

test('the table leaves the comparison out where there is none', () => {
  const columns = (own: ReturnType<typeof answers>) =>
    responseTable(own, 'clopperPearson', '95%').columns.map(({ head }) => plain(head));
  expect(columns(answers([chemotherapy, rechallenge]))).toEqual([
    'Rechallenge',
    'Chemotherapy',
    'Difference (95% CI)',
    'p',
  ]);
  expect(columns(answers([{ ...rechallenge, label: 'all' }], false))).toEqual(['All patients']);
});

describe('clinical benefit', () => {
  const lasting = { ...rechallenge, cbr: rechallenge.orr, benefitUnknown: 2 };
  const set = { groups: [chemotherapy, lasting], comparisons: null };
  const plainly = answer('response', 'bestResponse', { sets: { all: set, evaluable: set } });
  const benefit = { ...plainly, id: 'response:benefit' };
  const rows = (own: ReturnType<typeof answers>) =>
    responseTable(own, 'clopperPearson', '95%').rows.map(({ head }) => plain(head));

  test('stands below disease control, with its rule and of whom nobody knows', () => {
    const own = responseAnswers(resultsOf(plainly, benefit), defaultOptions.response);
    expect(rows(own)).toContain('Clinical benefit (CR + PR + SD of 24 weeks or more)');
    expect(benefitMethod(own).replaceAll('\u00a0', ' ')).toContain(
      'by the times of PFS. Of 2 patients with SD who were followed for less, nobody knows',
    );
  });

  test('is left out where it was not asked for or is refused, and the other rates stay', () => {
    for (const others of [[], [refusal('response:benefit', { code: 'timeNegative' })]]) {
      const own = responseAnswers(resultsOf(plainly, ...others), defaultOptions.response);
      expect(rows(own).join()).not.toContain('Clinical benefit');
      expect(rows(own)).toContain('Disease control (CR + PR + SD)');
      expect(benefitMethod(own)).toBe('');
    }
  });
});

test('a given rate is tested in each arm, and its denominator is said', () => {
  const group = (label: string, p: number) => ({
    ...rechallenge.orr!,
    label,
    exactTest: { null: 0.2, p, less: 1, greater: 1 },
  });
  const against = answer('response:against', 'proportion', {
    groups: [group('Chemotherapy', 0.0489), group('Rechallenge', 0.0732)],
  });
  const set = { groups: [chemotherapy, rechallenge], comparisons: null };
  const best = answer('response', 'bestResponse', { sets: { all: set, evaluable: set } });
  const own = responseAnswers(resultsOf(best, against), defaultOptions.response);
  const [head, tests] = responseTable(own, 'clopperPearson', '95%').rows.slice(-2);
  expect(plain(head!.head)).toBe('Objective response against 20.0%, p (all treated)');
  expect(tests!.cells.map((one) => plain(one!.text))).toEqual(['0.073', '0.049']);
});
