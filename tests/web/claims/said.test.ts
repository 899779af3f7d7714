import { describe, expect, it, vi } from 'vitest';

import type { ClaimRecomputed } from '../../../build/wasm/riskset.js';
import { plain } from '../../../web/base/rich-text.ts';
import type { Claim } from '../../../web/data/paper/claim.ts';
import { emptyPaper, type PaperClaim } from '../../../web/data/paper/paper.ts';
import { text } from '../../../web/text/text.ts';

vi.mock('../../../web/engine/pool.ts', () => ({
  createPool: () => ({
    width: 1,
    analyze: (file: { analyses: { id: string }[] }) =>
      Promise.resolve({
        results: file.analyses.map(({ id }) => ({
          ok: true,
          id,
          method: 'checkClaim',
          value: { verdict: 'impossible', sentence: 'No count gives it.' },
        })),
        problem: null,
      }),
  }),
}));

const { nameOf } = await import('../../../web/claims/printed.ts');
const { fieldText, newClaim, withArmField, withField } =
  await import('../../../web/claims/fields.ts');
const { piecesOf } = await import('../../../web/claims/pieces.ts');
const { recomputedLines } = await import('../../../web/claims/recomputed.ts');
const { claimsTable } = await import('../../../web/claims/claims-table.ts');
const { markedCopy } = await import('../../../web/claims/marked-copy.ts');
const { answerTo } = await import('../../../web/data/store.ts');
const { tableText } = await import('../../../web/tables/table-text.ts');

const spaces = (said: string) => said.replaceAll('\u00a0', ' ');

describe('a claim is called', () => {
  it.each<[Claim, string]>([
    [{ kind: 'percentOfN', percent: '6.0', n: '34' }, '6.0% of 34'],
    [{ kind: 'percentOfN', percent: '6.0' }, '6.0%'],
    [{ kind: 'percentOfN', count: '2', n: '34', percent: '6.0' }, '2 of 34 (6.0%)'],
    [
      {
        kind: 'twoArmCounts',
        arms: [
          { count: '15', n: '49' },
          { percent: '6.0', n: '34' },
        ],
        p: '<0.01',
      },
      '15 of 49 vs 6.0% of 34, p < 0.01',
    ],
    [
      { kind: 'twoArmCounts', arms: [{ count: ['1', '2'], n: '3' }, {}], p: '.5' },
      '1 + 2 of 3 vs ?, p = .5',
    ],
    [
      {
        kind: 'ratioWithInterval',
        measure: 'HR',
        value: '0.43',
        lower: '0.2',
        upper: '0.9',
        level: 0.99,
      },
      'HR 0.43 (99% CI 0.2 to 0.9)',
    ],
    [
      { kind: 'medianWithInterval', value: '9.0', lower: '3', upper: 'NR', unit: 'months' },
      'median 9.0 months (3 to NR)',
    ],
    [{ kind: 'twoMedians', arms: [{ value: '5.8' }, { value: '2.9' }] }, 'median 5.8 vs 2.9'],
    [{ kind: 'testStatistic', statistic: '4.25', p: '0.039' }, 'χ² = 4.25, p = 0.039'],
    [{ kind: 'pValue', p: '0.000' }, 'p = 0.000'],
    [{ kind: 'eventsAndRatio', value: '0.5', events: '247' }, 'HR 0.5, 247 events'],
    [newClaim('standardizedDifference'), 'standardised difference ?'],
  ])('%o', (claim, name) => {
    expect(spaces(nameOf(claim))).toBe(name);
  });
});

describe('a field', () => {
  it('is what the paper prints, and nothing where it is empty', () => {
    const filled = withField(newClaim('percentOfN'), 'n', ' 34 ');
    expect(filled).toEqual({ kind: 'percentOfN', n: '34' });
    expect(withField(filled, 'n', '')).toEqual({ kind: 'percentOfN' });
    const assumed = { ...filled, nAssumed: true as const };
    expect(withField(assumed, 'percent', '6.0')).toEqual({ ...assumed, percent: '6.0' });
    expect(withField(assumed, 'n', '33')).toEqual({ kind: 'percentOfN', n: '33' });
  });

  it('of an arm takes the levels of a variable', () => {
    const claim = withArmField(newClaim('twoArmCounts'), 1, 'count', '12 9 11');
    expect(claim.arms).toEqual([{}, { count: ['12', '9', '11'] }]);
    expect(fieldText(claim.arms![1]!.count)).toBe('12 9 11');
  });
});

const paper = (own: string, places: [number, number][]) => ({
  ...emptyPaper,
  text: own,
  claims: places.map((place, at): PaperClaim => ({
    id: `claim-${at + 1}`,
    by: 'found',
    claim: { kind: 'percentOfN', percent: '6.0', n: '34' },
    places: [place],
  })),
});

describe('the marked text', () => {
  it('is the text, cut where marks begin and end', () => {
    const { pieces, isWhole } = piecesOf(paper('ORR 6.0% of 34, DCR', [[4, 14]]));
    expect(isWhole).toBe(true);
    expect(pieces.map((piece) => [piece.text, piece.mark?.number ?? null])).toEqual([
      ['ORR ', null],
      ['6.0% of 34', 1],
      [', DCR', null],
    ]);
  });

  it('of a long text is what stands around the marks', () => {
    const long = `${'a '.repeat(20_000)}6.0%${' b'.repeat(20_000)}`;
    const { pieces, isWhole } = piecesOf(paper(long, [[40_000, 40_004]]));
    expect(isWhole).toBe(false);
    expect(pieces.map((piece) => piece.text).join('').length).toBeLessThan(400);
  });

  it('is taken along with numbers, and as text only', () => {
    const { html, text: own } = markedCopy(paper('<b>6.0%</b>', [[3, 7]]));
    expect(html).toBe('<p>&lt;b&gt;<u>6.0%</u><sup>1</sup>&lt;/b&gt;</p>');
    expect(own).toBe('<b>6.0% [1]</b>\n\n');
  });
});

it('the table has each claim with its verdict', async () => {
  const { claims } = paper('6.0%', [[0, 4]]);
  await vi.waitFor(() => expect(answerTo(claims[0]!.claim).state).toBe('done'));
  expect(tableText(claimsTable(claims))).toContain(
    '1. 6.0% of 34\tnot possible\tNo count gives it.',
  );
});

it.each([
  [
    [9, 3, 4, 2],
    '3 of 9 printed results do not follow from the numbers printed beside them; 4 agree and 2 cannot be checked.',
  ],
  [[1, 1, 0, 0], '1 of 1 printed result does not follow from the numbers printed beside it.'],
  [
    [5, 0, 4, 1],
    '4 of 5 printed results agree with the numbers printed beside them; 1 cannot be checked.',
  ],
  [[2, 0, 0, 2], 'None of 2 printed results can be checked as printed.'],
] as const)('the sentence for %o', ([all, flagged, agree, open], said) => {
  expect(spaces(plain(text.claims.lede(all, flagged, agree, open)))).toBe(said);
});

const nothing: ClaimRecomputed = {
  percentages: [],
  tables: [],
  ratio: null,
  intervals: [],
  median: null,
  differences: [],
  statistic: null,
  events: null,
  medians: null,
};

it('what was computed again is told in short lines', () => {
  const tables: ClaimRecomputed['tables'] = [
    {
      tabulation: 'asPrinted',
      level: 0,
      table: [Int32Array.of(13, 36), Int32Array.of(12, 22)],
      pearson: 0.39211,
      yates: 0.54018,
      fisher: 0.46828,
      likelihoodRatio: null,
      fisherOneSided: null,
      fisherRange: null,
      expectedMin: 10.24,
      matches: [],
    },
  ];
  expect(recomputedLines(nothing)).toEqual([]);
  expect(recomputedLines({ ...nothing, tables })).toEqual([
    'From 13/49 vs 12/34: Pearson 0.39, Yates 0.54, Fisher 0.47',
  ]);
});
