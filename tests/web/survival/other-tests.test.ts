import { describe, expect, test } from 'vitest';

import { plain } from '../../../web/base/rich-text.ts';
import { testAnalyses } from '../../../web/data/analyses/tests.ts';
import { defaultOptions, type Options } from '../../../web/data/options.ts';
import type { Setup } from '../../../web/data/setup.ts';
import { survivalAnswers } from '../../../web/survival/answers.ts';
import {
  largestOf,
  pairsTable,
  sensitivityOf,
  weightedTable,
} from '../../../web/survival/test-tables.ts';
import { answer, curve, overallSurvival, reading, resultsOf } from '../support/results.ts';

const shared = { endpoint: 'OS', by: 'arm', strata: ['sex'] };

function asked(arms: number, tests: Partial<Options['tests']>) {
  const armLevels = ['A', 'B', 'C'].slice(0, arms);
  const options = { ...defaultOptions, tests: { ...defaultOptions.tests, ...tests } };
  return testAnalyses({ armLevels, options } as Setup, shared);
}

const everything = {
  weighted: true,
  rho: 0.5,
  gamma: 2,
  maxCombo: true,
  permutation: true,
  trend: true,
  pairs: 'holm',
} as const;

describe('the tests that are asked for', () => {
  test('are none unless they are chosen, and none of one arm', () => {
    expect(asked(2, {})).toEqual([]);
    expect(asked(3, {})).toEqual([]);
    expect(asked(1, everything)).toEqual([]);
  });

  test('of two arms hold no trend and no pairs, of three no max-combo', () => {
    const ids = (arms: number) => asked(arms, everything).map(({ id }) => id.split(':')[1]);
    const weighted = ['gehan', 'taroneWare', 'petoPeto', 'modifiedPetoPeto', 'flemingHarrington'];
    expect(ids(2)).toEqual([...weighted, 'permutation', 'maxCombo']);
    expect(ids(3)).toEqual([...weighted, 'permutation', 'trend', 'pairs']);
  });

  test('carry strata, exponents, seed and adjustment', () => {
    const analyses = asked(3, everything);
    for (const analysis of analyses) expect(analysis).toMatchObject(shared);
    const of = (name: string) => analyses.find(({ id }) => id === `test:${name}:OS`);
    expect(of('flemingHarrington')).toMatchObject({ test: { rho: 0.5, gamma: 2 } });
    expect(of('permutation')).toMatchObject({ seed: 1 });
    expect(of('pairs')).toMatchObject({ pairwise: 'holm' });
  });
});

const groups = ['A', 'B', 'C'].map((label) => curve(label, [[3, 0.4]]));

function logRank(id: string, chiSquare: number, pairs: { p: number | null }[] = []) {
  return answer(id, 'logRank', {
    chiSquare,
    df: 1,
    p: 0.0421,
    z: Math.sqrt(chiSquare),
    groups: [],
    covariance: [],
    trend: null,
    pairs: pairs.map(({ p }) => ({
      a: 'A',
      b: 'B',
      chiSquare: p === null ? null : 4,
      z: p === null ? null : 2,
      p,
      adjustedP: p === null ? null : 3 * p,
    })),
  });
}

function answers(arms: number, ...results: Parameters<typeof resultsOf>) {
  const curves = answer('survival:OS', 'kaplanMeier', {
    variance: 'greenwood',
    groups: groups.slice(0, arms),
    differences: [],
    restrictedMeanContrast: [],
    differenceCurve: null,
  });
  return survivalAnswers(resultsOf(curves, ...results), overallSurvival, reading());
}

function words(table: ReturnType<typeof pairsTable>) {
  return table.rows.map(({ head, cells }) => [
    plain(head),
    ...cells.map((one) => one && plain(one.text)),
  ]);
}

describe('the table of weighted tests', () => {
  test('begins with the log-rank test, the one within strata where there are any', () => {
    const unstratified = logRank('logrank:OS', 4);
    expect(words(weightedTable(answers(2, unstratified)))[0]).toEqual([
      'Log-rank',
      '4.000',
      '2.000',
      '1',
      '0.042',
      'a hazard ratio that stays the same',
    ]);
    const stratified = logRank('logrank-stratified:OS', 9);
    expect(words(weightedTable(answers(2, unstratified, stratified)))[0]).toContain('9.000');
  });

  test('has a Z with two arms only, and a cell for every column', () => {
    for (const arms of [2, 3]) {
      const { columns, rows } = weightedTable(answers(arms, logRank('logrank:OS', 4)));
      expect(columns).toHaveLength(arms === 2 ? 5 : 4);
      for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
    }
  });

  test('says when each pair of exponents is sensitive', () => {
    expect(sensitivityOf(0, 0)).toBe('logRank');
    expect(sensitivityOf(1, 0)).toBe('early');
    expect(sensitivityOf(0, 0.5)).toBe('late');
    expect(sensitivityOf(1, 1)).toBe('middle');
  });
});

test('the largest components of a max-combo test are named, whatever their sign', () => {
  const combo = answer('test:maxCombo:OS', 'maxCombo', {
    statistics: [
      { rho: 0, gamma: 0, z: 1 },
      { rho: 1, gamma: 0, z: null },
      { rho: 0, gamma: 1, z: -2.5 },
    ],
    maximum: 2.5,
    p: 0.03,
    pError: 0,
    correlation: [],
  });
  expect(largestOf(answers(2, combo))).toEqual(['(0, 1)']);
});

test('pairs have the raw beside the adjusted p, or say that they were not tested', () => {
  const table = pairsTable(answers(3, logRank('test:pairs:OS', 4, [{ p: 0.02 }, { p: null }])));
  expect(words(table)).toEqual([
    ['Arm B against Arm A', '4.000', '0.020', '0.060'],
    ['Arm B against Arm A', 'not tested', null, null],
  ]);
});
