import { describe, expect, test } from 'vitest';

import type { SubgroupForest } from '../../../build/wasm/riskset.js';
import { plain } from '../../../web/base/rich-text.ts';
import { endpointWords } from '../../../web/panels/endpoint-words.ts';
import { comparedArms, forestData, type Subgroups } from '../../../web/subgroups/forest-data.ts';
import { cautions, description, lede, smallCells } from '../../../web/subgroups/sentences.ts';
import { armEffect, overallSurvival, subgroup } from '../support/results.ts';

function subgroups(
  rows: SubgroupForest['rows'],
  interactions: SubgroupForest['interactions'],
): Subgroups {
  return {
    forest: { overall: subgroup('', ''), rows, interactions },
    arm: 'Rechallenge',
    labelOf: (column) => column.toUpperCase(),
    words: endpointWords(overallSurvival),
    unit: 'months',
    coverage: '95%',
  };
}

const interaction = (factor: string, p: number | null) => ({
  factor,
  n: 83,
  chiSquare: p === null ? null : 1.5,
  df: p === null ? null : 1,
  p,
});

const low = subgroup('cps', '>=1', { ratio: 0.35, lower: 0.19, upper: 0.67, p: 0.002 });
const high = subgroup('cps', '<1', { ratio: 0.82, lower: 0.36, upper: 1.88, p: 0.64 });
const oneArm = subgroup('msi', 'MSI-H', {
  ratio: null,
  lower: null,
  upper: null,
  p: null,
  logRankP: null,
  perArm: [
    { label: 'Chemotherapy', n: 0, events: 0, median: null },
    { label: 'Rechallenge', n: 1, events: 1, median: 22.3 },
  ],
});
const words = (own: Subgroups) => plain(lede(own)).replaceAll('\u00a0', ' ');

describe('the sentence of the subgroups panel', () => {
  test('says on which side of 1 the ratios lie, and what the interaction tests say', () => {
    expect(words(subgroups([low, high], [interaction('cps', 0.21)]))).toBe(
      'The hazard ratio was below 1 in every subgroup. No interaction p was below 0.10.',
    );
    const worse = subgroup('cps', '<1', { ratio: 1.3, lower: 0.8, upper: 2.2 });
    expect(words(subgroups([low, worse], [interaction('cps', 0.03)]))).toBe(
      'The hazard ratio was below 1 in 1 of 2 subgroups that could be estimated. ' +
        'The effect may differ by CPS (p = 0.030): 1 test, not corrected.',
    );
  });

  test('says of how many subgroups it speaks', () => {
    expect(words(subgroups([low, oneArm], []))).toContain(
      'below 1 in the only subgroup that could be estimated (of 2)',
    );
    expect(words(subgroups([low, high, oneArm], []))).toContain(
      'below 1 in all 2 subgroups that could be estimated (of 3)',
    );
  });

  test('does not call a ratio of exactly 1 above 1', () => {
    const even = subgroup('cps', '<1', { ratio: 1, lower: 0.5, upper: 2 });
    const worse = subgroup('cps', '>=1', { ratio: 1.3, lower: 0.8, upper: 2.2 });
    expect(words(subgroups([even, worse], []))).toContain('was not below 1 in any subgroup');
    expect(words(subgroups([worse], []))).toContain('was above 1 in every subgroup');
  });

  test('names the arms where there are more than two', () => {
    const three = subgroups([low, high], [interaction('cps', 0.21)]);
    three.forest.overall.others = [armEffect({ a: 'Third' })];
    expect(words(three)).toContain(
      'The hazard ratio of rechallenge against chemotherapy was below 1',
    );
  });

  test('says when nothing could be estimated or tested', () => {
    expect(words(subgroups([oneArm], [interaction('msi', null)]))).toContain(
      'A hazard ratio can be estimated in no subgroup.',
    );
    expect(words(subgroups([low], [interaction('cps', null)]))).toContain(
      'No interaction could be tested.',
    );
  });
});

describe('what not to conclude', () => {
  test('one significant level beside another that is not, without an interaction', () => {
    const [caution] = cautions(subgroups([high, low], [interaction('cps', 0.21)]));
    expect(plain(caution?.claim ?? [])).toBe('Do not write that only CPS ≥\u00a01 benefits.');
    expect(plain(caution?.text ?? []).replaceAll('\u00a0', ' ')).toBe(
      'p is 0.002 in CPS ≥ 1 and 0.64 in CPS < 1, but the hazard ratios do not differ beyond chance (interaction p = 0.21).',
    );
  });

  test('speaks of harm where the ratio says harm', () => {
    const worse = subgroup('cps', '>=1', { ratio: 2.4, lower: 1.3, upper: 4.4, p: 0.005 });
    const [caution] = cautions(subgroups([high, worse], [interaction('cps', 0.06)]));
    expect(plain(caution?.claim ?? [])).toBe('Do not write that only CPS ≥\u00a01 is harmed.');
  });

  test('is said once for several factors, and not where the interaction is small', () => {
    const sex = [subgroup('sex', 'F', { p: 0.01 }), subgroup('sex', 'M', { p: 0.3 })];
    const both = subgroups(
      [high, low, ...sex],
      [interaction('cps', 0.21), interaction('sex', 0.4)],
    );
    expect(cautions(both)).toHaveLength(1);
    expect(cautions(subgroups([high, low], [interaction('cps', 0.02)]))).toEqual([]);
  });

  test('a hollow square is named with its counts', () => {
    const perArm = [
      { label: 'Chemotherapy', n: 6, events: 5, median: 6.3 },
      { label: 'Rechallenge', n: 3, events: 3, median: 12.4 },
    ];
    const small = subgroup('her2', 'Positive', { n: 9, events: 8, small: true, perArm });
    const [caution] = smallCells(subgroups([small], []));
    expect(plain(caution?.claim ?? []).replaceAll('\u00a0', ' ')).toBe(
      'HER2 Positive has 9 patients, with 3 deaths in one arm.',
    );
    expect(smallCells(subgroups([low], []))).toEqual([]);
  });
});

describe('the rows of the forest', () => {
  test('give the reason where there is no ratio', () => {
    const { rows } = forestData(
      subgroups([low, oneArm], [interaction('cps', 0.21), interaction('msi', null)]),
    );
    expect(
      rows.map(({ label, text, interval, interaction: p }) => [label, text, interval, p]),
    ).toEqual([
      ['All patients', '0.43', '(0.26–0.72)', ''],
      ['CPS', '', '', '0.21'],
      ['≥\u00a01', '0.35', '(0.19–0.67)', ''],
      ['MSI', '', '', 'not tested'],
      ['MSI-H', 'Not estimable: one arm only', '', ''],
    ]);
    expect(rows.at(-1)?.cells).toEqual(['1 / 0', '1 / 0', '22.3', 'none']);
  });

  test('show the arm that was chosen of several', () => {
    const third = armEffect({ a: 'Third', ratio: 0.9, lower: 0.5, upper: 1.6 });
    const own = subgroups([], []);
    own.forest.overall = { ...own.forest.overall, others: [third] };
    expect(comparedArms(own.forest)).toEqual(['Rechallenge', 'Third']);
    expect(forestData({ ...own, arm: 'Third' }).rows[0]?.text).toBe('0.90');
  });

  test('are described in words', () => {
    const text = description(subgroups([low, oneArm], [interaction('cps', 0.21)]));
    expect(text).toContain('CPS ≥\u00a01: 0.35 (0.19–0.67).');
    expect(text).toContain('MSI MSI-H: not estimable.');
    expect(text).not.toMatch(/NaN|null|undefined/);
  });
});
