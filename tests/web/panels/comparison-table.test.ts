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
      riskRatio: { value: null, katz: null },
      oddsRatio: { value: 0, woolf: null },
      tests: { pearson: null, yates: null, fisher: { p: 1 } },
      chosen: 'fisher',
    });
    const rows = texts(
      comparisonTable('Comparison', [{ name: 'Response', comparison: empty }], '95%'),
    );
    expect(rows['Risk ratio']).toEqual(['Not estimable']);
    expect(rows['Odds ratio']).toEqual(['<\u00a00.01 (no interval: an empty cell)']);
    expect(rows['Pearson']).toEqual(['Not estimable']);
    expect(chosenTest(empty)).toEqual({ name: 'Fisher', p: 1 });
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
