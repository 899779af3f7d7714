import { describe, expect, test } from 'vitest';

import {
  chosenTest,
  comparisonTable,
  fewExpected,
  whyChosen,
} from '../../../web/panels/comparison-table.ts';
import type { TableModel } from '../../../web/tables/model.ts';
import { plain } from '../../../web/base/rich-text.ts';
import { comparison, pair } from '../support/results.ts';

function texts(model: TableModel): Record<string, string[]> {
  return Object.fromEntries(
    model.rows.map(({ head, cells }) => [
      plain(head),
      cells.map((cell) =>
        cell === null ? '' : `${plain(cell.text)} ${cell.interval ?? ''}`.trim(),
      ),
    ]),
  );
}

describe('two proportions', () => {
  test('stand with their tests side by side and the quoted one named', () => {
    const rows = texts(
      comparisonTable('Comparison', [{ name: 'Response', comparison: comparison() }], '95%'),
    );
    expect(rows['Difference, Newcombe']).toEqual(['+24.7\u00a0points (7.5–39.3)']);
    expect(rows['Risk ratio']).toEqual(['5.20 (1.27–21.30)']);
    expect(rows['Pearson']).toEqual(['0.006 quoted']);
    expect(rows['Pearson with Yates’s correction']).toEqual(['0.014']);
    expect(rows['Fisher’s exact']).toEqual(['0.006']);
  });

  test('say what an empty cell prevents', () => {
    const empty = comparison({
      riskRatio: { ...pair().riskRatio, value: null, katz: null },
      oddsRatio: { ...pair().oddsRatio, value: 0, woolf: null },
      tests: {
        ...pair().tests,
        pearson: null,
        yates: null,
        fisher: { ...pair().tests.fisher, p: 1 },
      },
      chosen: 'fisher',
    });
    const rows = texts(
      comparisonTable('Comparison', [{ name: 'Response', comparison: empty }], '95%'),
    );
    expect(rows['Risk ratio']).toEqual(['Not estimable: the reference rate is 0%']);
    expect(rows['Odds ratio']).toEqual(['0 (no interval: a rate is 0% or 100%)']);
    expect(rows['Pearson']).toEqual(['Not tested: every rate is 0%, or every rate 100%']);
    expect(chosenTest(empty)).toEqual({ name: 'Fisher', p: 1 });
  });

  test('say 0 of a ratio that is 0, and why an infinite one is none', () => {
    const ratios = (rest: Parameters<typeof comparison>[0]) => {
      const named = [{ name: 'Response', comparison: comparison(rest) }];
      const rows = texts(comparisonTable('Comparison', named, '95%'));
      return [rows['Risk ratio']?.[0], rows['Odds ratio']?.[0]];
    };
    const none = ' (no interval: a rate is 0% or 100%)';
    // 0 of 20 against 5 of 20; the same the other way round.
    expect(
      ratios({
        riskRatio: { ...pair().riskRatio, value: 0, katz: null },
        oddsRatio: { ...pair().oddsRatio, value: 0, woolf: null },
      }),
    ).toEqual([`0${none}`, `0${none}`]);
    expect(
      ratios({
        riskRatio: { ...pair().riskRatio, value: null, katz: null },
        oddsRatio: { ...pair().oddsRatio, value: null, woolf: null },
      }),
    ).toEqual(Array(2).fill('Not estimable: the reference rate is 0%'));
    // 20 of 20 against 5 of 20; everybody in both arms.
    expect(
      ratios({
        riskRatio: { ...pair().riskRatio, value: 4, katz: { lower: 1.9, upper: 8.5 } },
        oddsRatio: { ...pair().oddsRatio, value: null, woolf: null },
      }),
    ).toEqual(['4.00 (1.90–8.50)', 'Not estimable: the rate compared is 100%']);
    expect(
      ratios({ riskRatio: { ...pair().riskRatio, value: 1, katz: { lower: 1, upper: 1 } } })[0],
    ).toBe(`1.00${none}`);
  });

  test('name the test quoted and why', () => {
    expect(whyChosen([{ name: 'Response', comparison: comparison() }])).toContain(
      'every expected count is at least 5 (smallest 7.0)',
    );
    const few = comparison({ chosen: 'fisher', expectedMin: 3.14 });
    expect(whyChosen([{ name: 'Response', comparison: few }])).toContain(
      'Fisher’s exact test is quoted, because an expected count is below 5 (3.1)',
    );
  });

  test('warn of an expected count below 5 with the smallest', () => {
    const few = pair({ chosen: 'fisher', expectedMin: 3.14 });
    const claims = (...own: Parameters<typeof comparison>) =>
      fewExpected([{ name: 'Response', comparison: comparison(...own) }]).map(({ claim }) => claim);
    expect(claims()).toEqual([]);
    expect(claims(few)).toEqual(['An expected count is below 5: response (3.1).']);
    expect(claims({ ...few, others: [pair(), pair()] })).toEqual([
      'An expected count is below 5: response (1 of 3 comparisons, smallest 3.1).',
    ]);
  });

  test('of three arms are each against the first, and overall', () => {
    const three = comparison({
      others: [pair({ a: 'Third' })],
      overall: { chiSquare: 7.6, df: 2, p: 0.022 },
    });
    const model = comparisonTable('Comparison', [{ name: 'Response', comparison: three }], '95%');
    expect(model.columns.map(({ head }) => plain(head))).toEqual([
      'Rechallenge against chemotherapy',
      'Third against chemotherapy',
    ]);
    expect(texts(model)['Pearson, all arms together']).toEqual(['0.022 (2\u00a0df)', '']);
  });
});
