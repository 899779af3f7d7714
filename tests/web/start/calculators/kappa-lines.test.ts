// With the compiled engine: agreement of two ratings, and what is said where there is none.
import { describe, expect, it } from 'vitest';

import type { Answers } from '../../../../build/wasm/riskset.js';
import { plain } from '../../../../web/base/rich-text.ts';
import { problemText } from '../../../../web/engine/problem-text.ts';
import { kappaLines, kappaMethod } from '../../../../web/start/calculators/kappa-lines.ts';
import { readSquare } from '../../../../web/start/calculators/lines-of-counts.ts';
import { answerToCounts } from '../../support/engine.ts';

const spoken = (own: string) => own.replaceAll('\u00a0', ' ');

function answer(counts: number[][], weights: Answers['kappa']['weights'] = 'none') {
  return answerToCounts({ id: 'kappa', method: 'kappa', counts, weights, level: 0.95 });
}

function said(counts: number[][], weights: Answers['kappa']['weights'] = 'none'): string[] {
  const result = answer(counts, weights);
  if (!result.ok) return [problemText(result.problem)];
  const value = result.value as Answers['kappa'];
  return kappaLines(value, 0.95).map(({ name, value: own }) =>
    spoken(`${plain(name)}: ${plain(own)}`),
  );
}

const example = [
  [20, 4, 1],
  [5, 15, 3],
  [1, 2, 12],
];

describe('agreement of two ratings', () => {
  // R, by the formulas of Fleiss, Cohen and Everitt (tests/reference/kappa.R has more).
  it('is said with its interval and its test', () => {
    expect(said(example)).toEqual([
      'Cohen’s kappa, 95% CI: 0.61 (0.45–0.78)',
      'Agreement: 74.6%',
      'Agreement expected by chance: 34.6%',
      'Test of kappa = 0, two-sided: z = 6.7973, p < 0.001',
    ]);
  });

  it('is higher where near misses count for something, and says so', () => {
    const [linear] = said(example, 'linear');
    expect(linear).toMatch(/^Kappa with linear weights, 95% CI: 0\.6[2-9]/);
    const value = answer(example, 'linear');
    expect(
      spoken(plain(kappaMethod((value.ok ? value.value : null) as Answers['kappa'], example))),
    ).toMatch(/^Ordered categories: .* 63 patients\.$/);
  });

  it.each([
    [
      [
        [5, 0],
        [0, 7],
      ],
      'Cohen’s kappa, 95% CI: 1.00 (no interval: all pairs agree)',
    ],
    [
      [
        [0, 5],
        [7, 0],
      ],
      'Cohen’s kappa, 95% CI: −0.95 (−1.30 to −0.59)',
    ],
    [
      [
        [4, 0],
        [0, 0],
      ],
      'One of the ratings puts all patients into one category.',
    ],
    [
      [
        [1, 0],
        [0, 1],
      ],
      'Cohen’s kappa, 95% CI: 1.00 (no interval: all pairs agree)',
    ],
    [
      [
        [3, 2],
        [0, 0],
      ],
      'One of the ratings puts all patients into one category.',
    ],
  ])('of %j has an answer or a sentence', (counts, line) => {
    expect(said(counts)[0]).toContain(line);
    for (const own of said(counts)) expect(own).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it.each([
    ['', 'two lines of two counts'],
    ['5', 'two lines of two counts'],
    ['1 2 3\n4 5 6', '2\u00a0lines of 3\u00a0counts: both ratings need the same categories.'],
    ['0 0\n0 0', 'at least one pair'],
    ['1 2\n3 x', 'Line 2: “x” is not a whole number'],
  ])('%j is refused with a reason', (typed, reason) => {
    expect(readSquare(typed).problem).toContain(reason);
  });
});
