import { describe, expect, test } from 'vitest';

import { defaultOptions } from '../../../web/data/options.ts';
import { noSigns } from '../../../web/data/text/parse-cell.ts';
import { type ColumnSetup, emptySetup, type Setup } from '../../../web/data/setup.ts';
import { plain } from '../../../web/base/rich-text.ts';
import { comparedGrades, safetyAnswers, termAnswers } from '../../../web/safety/answers.ts';
import { safetyTable } from '../../../web/safety/safety-table.ts';
import { lede, nobodyHad } from '../../../web/safety/sentences.ts';
import { termTable } from '../../../web/safety/term-table.ts';
import { missingByTerm, missingWorst } from '../../../web/safety/warnings.ts';
import type { TableModel } from '../../../web/tables/model.ts';
import { answer, comparison, proportionGroup, refusal, resultsOf } from '../support/results.ts';

const usual = comparison();
const difference = {
  ...usual.difference,
  value: -0.0876,
  wald: { lower: -0.29, upper: 0.11 },
  newcombe: { lower: -0.2853, upper: 0.1072 },
};
const tests = {
  ...usual.tests,
  pearson: { chiSquare: 0.7323, df: 1, p: 0.392 },
  yates: { chiSquare: 0.376, df: 1, p: 0.54 },
  fisher: { ...usual.tests.fisher, p: 0.468 },
};
const arms = (chemotherapy: number, rechallenge: number, n = 34) => [
  proportionGroup('Chemotherapy', chemotherapy, n),
  proportionGroup('Rechallenge', rechallenge, 49),
];
const two = (id: string, groups: ReturnType<typeof arms>, rest = {}) =>
  answer(id, 'compareProportions', comparison({ groups, difference, tests }), rest);

const words = (results: Parameters<typeof safetyAnswers>[0], setup: Setup = emptySetup) =>
  plain(
    lede(safetyAnswers(results), termAnswers(results, setup), 'clopperPearson', '95%'),
  ).replaceAll('\u00a0', ' ');

function rowsOf(model: TableModel | null): string[] {
  return (model?.rows ?? []).map(({ head, cells }) =>
    [
      plain(head),
      ...cells.map((one) =>
        one === null ? '' : `${plain(one.text)} ${one.interval ?? ''}`.trim(),
      ),
    ]
      .join(' | ')
      .replaceAll('\u00a0', ' '),
  );
}

describe('the worst grade', () => {
  test('of two arms is compared with the quoted test', () => {
    const results = resultsOf(two('grade3', arms(12, 13)), two('grade:any', arms(30, 40)));
    expect(words(results)).toBe(
      'An adverse event of grade 3 or higher occurred in 26.5% of patients with rechallenge and ' +
        '35.3% with chemotherapy: a difference of −8.8 points (95% CI −28.5 to 10.7; Pearson p = 0.39). ' +
        'An adverse event of any grade occurred in 81.6% and 88.2%.',
    );
    expect(comparedGrades(safetyAnswers(results)).map(({ name }) => name)).toEqual([
      'Grade 3 or higher',
      'Any grade',
    ]);
  });

  test('has a row for each grade, also one that nobody had', () => {
    const results = resultsOf(
      two('grade3', arms(12, 13)),
      answer('grade:0', 'proportion', { groups: arms(4, 9) }),
    );
    const rows = rowsOf(safetyTable(safetyAnswers(results), 'clopperPearson', '95%'));
    expect(rows).toContain('No event | 9 (18.4%) | 4 (11.8%)');
    expect(rows).toContain('Grade 5 (death) | 0 (0.0%) | 0 (0.0%)');
    expect(rows.at(-1)).toMatch(/^Grade 3 or higher \| 13\/49, 26\.5% .* \| 0\.39$/);
  });

  test('of one group has its interval and no comparison', () => {
    const alone = answer('grade3', 'proportion', { groups: [proportionGroup('all', 25, 83)] });
    expect(words(resultsOf(alone))).toBe(
      'An adverse event of grade 3 or higher occurred in 30.1% of patients (25 of 83; 95% CI 18.3–45.4).',
    );
    const own = safetyAnswers(resultsOf(alone));
    expect(safetyTable(own, 'clopperPearson', '95%').columns).toHaveLength(1);
  });

  test('says when nobody had a severe event, or none at all', () => {
    expect(words(resultsOf(two('grade:any', arms(30, 40))))).toBe(
      'None of 83 patients had an adverse event of grade 3 or higher. ' +
        'An adverse event of any grade occurred in 81.6% of patients with rechallenge and 88.2% with chemotherapy.',
    );
    const none = answer('grade:0', 'proportion', { groups: arms(34, 49) });
    expect(words(resultsOf(none))).toBe('None of 83 patients had an adverse event.');
  });

  test('names both arms where one had no severe event', () => {
    expect(words(resultsOf(two('grade3', arms(0, 13))))).toContain(
      'occurred in 26.5% of patients with rechallenge and 0.0% with chemotherapy',
    );
  });

  test('does not take a refused comparison for nobody', () => {
    const results = resultsOf(
      refusal('grade3', { code: 'oneGroup' }),
      refusal('grade:any', { code: 'oneGroup' }),
      answer('grade:3', 'proportion', { groups: [proportionGroup('Rechallenge', 13, 49)] }),
    );
    expect(words(results)).toBe('');
    const own = safetyAnswers(results);
    expect(own.counted).toMatchObject({ ok: true });
    expect(rowsOf(safetyTable(own, 'clopperPearson', '95%')).join('\n')).not.toContain('Rates');
  });

  test('names who died of one', () => {
    const fatal = answer('grade:5', 'proportion', { groups: arms(1, 0) });
    expect(words(resultsOf(two('grade3', arms(12, 13)), fatal))).toContain(
      '1 patient died of an adverse event (grade 5).',
    );
  });

  test('is refused or was not asked for', () => {
    expect(safetyAnswers(resultsOf(refusal('grade3', {}))).result).toMatchObject({ ok: false });
    expect(safetyAnswers(resultsOf()).result).toBeNull();
    expect(words(resultsOf())).toBe('');
  });

  test('that is not known is no absence of events', () => {
    const excluded = [{ row: 7, why: 'missing' as const, column: 'worst', detail: '' }];
    expect(missingWorst(two('grade3', arms(1, 1), { excluded }), 'worst')).toMatchObject([
      { claim: '1\u00a0patient has no grade.', rows: [7] },
    ]);
    expect(missingWorst(two('grade3', arms(1, 1)), 'worst')).toEqual([]);
  });
});

describe('by term', () => {
  const column = (label: string, levels: string[]): ColumnSetup => ({
    type: 'number',
    order: 'ymd',
    levels,
    label,
    missing: [],
    notMissing: [],
    signs: noSigns,
    merge: new Map(),
  });
  const setup: Setup = {
    ...emptySetup,
    adverseEvents: ['ae_rash', 'ae_nausea', 'ae_fever'],
    types: new Map([
      ['ae_rash', column('AE rash', ['no', 'yes'])],
      ['ae_nausea', column('AE nausea', ['0', '1', '3'])],
      ['ae_fever', column('AE fever', ['0'])],
    ]),
  };
  const excluded = [
    { row: 3, why: 'missing' as const, column: 'ae_nausea', detail: '' },
    { row: 1, why: 'missing' as const, column: 'ae_nausea', detail: '' },
  ];
  const results = resultsOf(
    two('ae:any:ae_rash', arms(2, 3)),
    two('ae:any:ae_nausea', arms(10, 20, 32), { excluded }),
    two('ae:severe:ae_nausea', arms(1, 0, 32)),
  );
  const terms = termAnswers(results, setup);

  test('the most frequent stands first, with its own denominator where grades are missing', () => {
    expect(rowsOf(termTable(terms, '95%'))).toEqual([
      'Nausea | 20 (40.8%) | 10/32 (31.3%) | −8.8 (−28.5 to 10.7) | 0.47 | 0 (0.0%) | 1/32 (3.1%) | −8.8 (−28.5 to 10.7) | 0.47',
      'Rash | 3 (6.1%) | 2 (5.9%) | −8.8 (−28.5 to 10.7) | 0.47 | not graded | not graded |  | ',
    ]);
    expect(words(results, setup)).toBe(
      'Most frequent with rechallenge and chemotherapy: nausea (40.8% and 31.3%) and rash (6.1% and 5.9%).',
    );
    const after = resultsOf(...results.values(), two('grade3', arms(12, 13)));
    expect(words(after, setup)).toContain('Most frequent: nausea (40.8% and 31.3%)');
  });

  test('a term known in one arm only does not pass for both', () => {
    const oneArm = answer(
      'ae:any:ae_rash',
      'compareProportions',
      comparison({
        groups: [proportionGroup('Rechallenge', 3, 49)],
      }),
    );
    const own = resultsOf(oneArm, two('ae:any:ae_nausea', arms(10, 20, 32)));
    expect(words(own, setup)).toContain('and rash (6.1% with rechallenge).');
  });

  test('follows the order and the choice of terms', () => {
    const ordered = (safety: Partial<typeof defaultOptions.safety>) =>
      termAnswers(results, {
        ...setup,
        options: { ...defaultOptions, safety: { ...defaultOptions.safety, ...safety } },
      }).map(({ term }) => term);
    expect(ordered({ order: 'file' })).toEqual(['Rash', 'Nausea', 'Fever']);
    const small = { ...difference, value: 0.01 };
    const near = answer(
      'ae:any:ae_nausea',
      'compareProportions',
      comparison({ groups: arms(10, 20, 32), difference: small, tests }),
    );
    const differing = termAnswers(resultsOf(...results.values(), near), {
      ...setup,
      options: { ...defaultOptions, safety: { ...defaultOptions.safety, order: 'difference' } },
    });
    expect(differing.map(({ term }) => term)).toEqual(['Rash', 'Nausea', 'Fever']);
    expect(ordered({ order: 'name' })).toEqual(['Fever', 'Nausea', 'Rash']);
    expect(ordered({ terms: ['ae_fever'] })).toEqual(['Fever']);
  });

  test('what nobody had is said, and a missing grade is no absence', () => {
    expect(nobodyHad(terms)).toBe('Nobody had fever.');
    expect(missingByTerm(terms)).toMatchObject([
      { claim: '2\u00a0patients are without a grade of some adverse event.', rows: [1, 3] },
    ]);
  });
});
