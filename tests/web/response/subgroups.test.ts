// Response by subgroup, of the example cohort and of small tables at the edge, by the real engine.
import { describe, expect, test } from 'vitest';

import type { RateForest } from '../../../build/wasm/riskset.js';
import { plain } from '../../../web/base/rich-text.ts';
import { answered, outcome } from '../../../web/panels/outcomes.ts';
import {
  forestData,
  type ResponseEffect,
  type ResponseSubgroups,
} from '../../../web/response/subgroup-forest.ts';
import {
  cautions,
  description,
  penalised,
  setting,
} from '../../../web/response/subgroup-sentences.ts';
import { open, rowsOf } from '../data/support.ts';
import { answersTo, fileText } from '../support/engine.ts';

function subgroupsOf(text: string, effect: ResponseEffect = 'difference'): ResponseSubgroups {
  const { cohort, setup } = open(text);
  const answer = answered(outcome(answersTo(cohort, setup), 'response:subgroups', 'rateSubgroups'));
  const forest: RateForest = answer!.value;
  return {
    forest,
    arm: forest.overall.comparisons[0]?.a ?? '',
    labelOf: (column) => column.toUpperCase(),
    rate: 'orr',
    effect,
    coverage: '95%',
  };
}

/** A cohort of two arms and one factor from cells [arm, level, responders, patients]. */
function made(cells: readonly [string, string, number, number][]): string {
  const rows = cells.flatMap(([arm, level, responders, patients]) =>
    Array.from({ length: patients }, (_, at) => `${arm},${level},${at < responders ? 'PR' : 'PD'}`),
  );
  return `arm,level,best_response\n${rowsOf(rows.length, (n) => rows[n - 1]!)}`;
}

const spoken = (own: string) => own.replaceAll('\u00a0', ' ');
const example = fileText('web/examples/rechallenge_cohort.csv');

function rowsByLabel(own: ResponseSubgroups) {
  return new Map(forestData(own).rows.map((row) => [row.label, row]));
}

describe('response by subgroup', () => {
  test('draws the difference of the example cohort, and tests with Firth where a cell is empty', () => {
    const own = subgroupsOf(example);
    const data = forestData(own);
    expect(data.kind).toBe('difference');
    const [all] = data.rows;
    expect([all!.text, all!.interval, all!.cells]).toEqual([
      '+24.7',
      '(7.5–39.3)',
      ['15/49', '2/34'],
    ]);
    expect(data.better).toEqual({
      left: 'chemotherapy better',
      right: 'immunotherapy rechallenge better',
    });
    expect(penalised(own)).not.toBe('');
    expect(spoken(plain(setting(own)))).toMatch(/^lowest interaction p \d\.\d+ of \d tests$/);
  });

  test('says why an odds ratio is missing, and keeps the difference of the same patients', () => {
    const cells: [string, string, number, number][] = [
      ['Chemotherapy', 'x', 0, 10],
      ['New', 'x', 4, 10],
      ['Chemotherapy', 'y', 0, 8],
      ['New', 'y', 0, 8],
      ['Chemotherapy', 'z', 6, 6],
      ['New', 'z', 6, 6],
      ['New', 'w', 3, 9],
      ['Chemotherapy', 'v', 3, 9],
      ['New', 'v', 9, 9],
    ];
    const ratios = rowsByLabel(subgroupsOf(made(cells), 'oddsRatio'));
    const why = (level: string) => ratios.get(level)!.text;
    expect(why('x')).toBe('Not estimable: nobody in one arm');
    expect(why('y')).toBe('Not estimable: nobody');
    expect(why('z')).toBe('Not estimable: everybody');
    expect(why('w')).toBe('Not estimable: one arm only');
    expect(why('v')).toBe('Not estimable: everybody in one arm');
    expect(ratios.get('w')!.cells).toEqual(['3/9', 'none']);

    const differences = rowsByLabel(subgroupsOf(made(cells)));
    expect(differences.get('x')!.text).toBe('+40.0');
    expect(differences.get('y')!.text).toBe('0.0');
    expect(differences.get('x')!.effect!.small).toBe(true);
    expect(differences.get('w')!.effect).toBeNull();
  });

  test('tests nothing where there are no two odds ratios, and says so', () => {
    const own = subgroupsOf(
      made([
        ['Chemotherapy', 'x', 3, 10],
        ['New', 'x', 5, 10],
        ['New', 'y', 1, 4],
      ]),
    );
    expect(rowsByLabel(own).get('LEVEL')!.interaction).toBe('not tested');
    expect(plain(setting(own))).toBe('no interaction tested');
  });

  test('warns of the conclusion that only one subgroup responds', () => {
    const contrast = subgroupsOf(
      made([
        ['Chemotherapy', 'x', 8, 60],
        ['New', 'x', 24, 60],
        ['Chemotherapy', 'y', 4, 20],
        ['New', 'y', 8, 20],
      ]),
    );
    const [caution] = cautions(contrast);
    expect(spoken(caution!.claim)).toBe('Do not write that only LEVEL x responds better.');
    expect(spoken(plain(caution!.text))).toMatch(
      /^p is .* in LEVEL x and .* in LEVEL y, but the odds ratios do not differ/,
    );
    expect(
      cautions(
        subgroupsOf(
          made([
            ['Chemotherapy', 'x', 3, 10],
            ['New', 'x', 5, 10],
            ['New', 'y', 1, 4],
          ]),
        ),
      ),
    ).toEqual([]);
  });

  test('describes the figure with every effect and every test', () => {
    const words = spoken(description(subgroupsOf(example)));
    expect(words).toContain('All patients: +24.7 (7.5–39.3).');
    expect(words).toContain('Interaction p: ');
    expect(words).not.toMatch(/NaN|undefined|null/);
  });
});
