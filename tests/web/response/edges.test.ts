// 0/n, n/n, empty levels, an arm with one patient: an answer or a sentence for each, by the real
// engine. And tails down to 1e-300, which print as a bound or in full, never as 0.
import { describe, expect, test } from 'vitest';

import type { Answers } from '../../../build/wasm/riskset.js';
import { plain } from '../../../web/base/rich-text.ts';
import { defaultOptions } from '../../../web/data/options.ts';
import { responseSetup } from '../../../web/data/setup.ts';
import { problemText } from '../../../web/engine/problem-text.ts';
import { full, pEquals, pValue } from '../../../web/format/numbers.ts';
import { comparisonTable } from '../../../web/panels/comparison-table.ts';
import { answered, refused } from '../../../web/panels/outcomes.ts';
import { responseAnswers } from '../../../web/response/answers.ts';
import { responseTable } from '../../../web/response/response-table.ts';
import { definition, lede } from '../../../web/response/sentences.ts';
import type { TableModel } from '../../../web/tables/model.ts';
import { open } from '../data/support.ts';
import { answersTo, answerToCounts } from '../support/engine.ts';

/** Nothing that is no number or word may stand in a cell, and no cell may be empty. */
const fault = /NaN|Infinity|undefined|null|^$/;

function textsOf({ rows }: TableModel): string[] {
  return rows.flatMap(({ kind, cells }) =>
    kind === 'group'
      ? []
      : cells.map((own) =>
          own === null ? 'not asked' : `${plain(own.text)} ${own.interval ?? ''}`.trim(),
        ),
  );
}

function shown(responses: readonly (readonly [arm: string, response: string])[]) {
  const rows = responses.map(([arm, response], at) => `${arm},${response},${at + 2.5},${at % 2}`);
  const { cohort, setup } = open(`arm,best_response,pfs_months,pfs_event\n${rows.join('\n')}`);
  const arms = ['A', 'B'].filter((arm) => responses.some(([own]) => own === arm));
  const own = responseAnswers(
    answersTo(cohort, {
      ...setup,
      arm: 'arm',
      armLevels: arms,
      response: responseSetup(setup, 'best_response'),
    }),
    defaultOptions.response,
  );
  const problem = refused(own.result);
  if (problem !== null) return { words: problemText(problem.problem), cells: [] };
  expect(answered(own.result)).not.toBeNull();
  return {
    words: `${definition(own)} ${plain(lede(own, 'clopperPearson', '95%'))}`,
    cells: [
      ...textsOf(responseTable(own, 'clopperPearson', '95%')),
      ...(own.comparisons.length > 0
        ? textsOf(comparisonTable('Comparison', own.comparisons, '95%'))
        : []),
    ],
  };
}

const many = (count: number, arm: string, response: string) =>
  Array.from({ length: count }, () => [arm, response] as const);

describe('the response panel at the edge', () => {
  const cases: [string, readonly (readonly [string, string])[], RegExp][] = [
    ['0 of n in both arms', [...many(7, 'A', 'PD'), ...many(5, 'B', 'SD')], /0\.0%/],
    ['n of n in both arms', [...many(7, 'A', 'PR'), ...many(5, 'B', 'CR')], /100\.0%/],
    ['0 of n against n of n', [...many(7, 'A', 'PD'), ...many(5, 'B', 'PR')], /\+100\.0/],
    [
      'an arm with one patient',
      [...many(4, 'A', 'PD'), ...many(3, 'A', 'PR'), ['B', 'CR']],
      /100\.0%/,
    ],
    [
      'one patient in each arm',
      [
        ['A', 'PD'],
        ['B', 'PR'],
      ],
      /100\.0%/,
    ],
    ['one arm', many(6, 'A', 'PR'), /100\.0%/],
    ['one patient', [['A', 'SD']], /0\.0%/],
    ['nobody evaluable in one arm', [...many(6, 'A', 'NE'), ...many(4, 'B', 'PR')], /100\.0%/],
    ['nobody evaluable at all', [...many(6, 'A', 'NE'), ...many(4, 'B', 'NE')], /0\.0%/],
    [
      'nothing recorded for some',
      [...many(6, 'A', ''), ...many(4, 'B', 'PR'), ['A', 'SD']],
      /100\.0%/,
    ],
  ];
  test.each(cases)('%s', (_, responses, says) => {
    const { words, cells } = shown(responses);
    expect(words).toMatch(says);
    expect(words).not.toMatch(fault);
    for (const own of cells) expect(own).not.toMatch(fault);
  });
});

describe('a small p', () => {
  /** Two arms of n patients each, all with the event in one and nobody in the other. */
  const fisherOf = (n: number) => {
    const result = answerToCounts({
      id: 'two',
      method: 'compareProportions',
      counts: { x1: n, n1: n, x2: 0, n2: n },
    });
    return (result.ok ? (result.value as Answers['compareProportions']) : null)!.tests.fisher.p;
  };

  // Fisher's p of such a table is 2 / choose(2n, n); log10 of it by sums of logarithms.
  const log10Of = (n: number) => {
    let sum = Math.log10(2);
    for (let i = 1; i <= n; i += 1) sum -= Math.log10((n + i) / i);
    return sum;
  };

  test.each([10, 100, 300, 495])('keeps its digits and is never printed as 0: %i of %i', (n) => {
    const p = fisherOf(n);
    expect(p).toBeGreaterThan(0);
    expect(Math.abs(Math.log10(p) - log10Of(n))).toBeLessThan(1e-10);
    expect(pValue(p)).toBe('<\u00a00.001');
    expect(pEquals(p)).toBe('\u00a0<\u00a00.001');
    expect(full.pValue(p)).toMatch(n === 10 ? /^1\.1e-5$/ : /^\d\.\de-\d+$/);
  });

  test('that a double cannot hold is a bound in words, not 0', () => {
    const p = fisherOf(600);
    expect(log10Of(600)).toBeLessThan(-300);
    expect(pValue(p)).toBe('<\u00a00.001');
    expect(full.pValue(p)).not.toMatch(/^0/);
    expect(full.pValue(0)).toBe('<\u00a01e-300');
  });
});
