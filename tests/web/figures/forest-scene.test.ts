import { describe, expect, test } from 'vitest';

import type { ForestData, ForestRow } from '../../../web/figures/forest-model.ts';
import { drawForest } from '../../../web/figures/forest-scene.ts';
import type { Mark, PathMark, TextMark } from '../../../web/figures/scene.ts';
import { plain } from '../../../web/base/rich-text.ts';
import { boxesOf, isText, measure, outside, overlaps } from '../support/boxes.ts';

/** One and two columns of a journal, in the units of a file. */
const widths = [394, 824];

function level(label: string, ratio: number, rest: Partial<ForestRow> = {}): ForestRow {
  const effect = {
    value: ratio,
    lower: ratio * 0.6,
    upper: ratio * 1.7,
    weight: 20,
    small: false,
  };
  return {
    kind: 'level',
    label,
    cells: ['26 / 17', '19 / 17', '11.5', '5.3'],
    effect,
    text: ratio.toFixed(2),
    interval: '(0.17–0.67)',
    interaction: '',
    ...rest,
  };
}

function factor(label: string, interaction = '0.15'): ForestRow {
  return {
    ...level(label, 1),
    kind: 'factor',
    cells: [],
    effect: null,
    text: '',
    interval: '',
    interaction,
  };
}

const none = { effect: null, text: 'Not estimable: no events in one arm', interval: '' };

function groupsOf(head: string): ForestData['groups'] {
  return [
    { head, columns: [{ head: 'Patients' }, { head: 'Deaths' }] },
    { head: 'Median, months', columns: [{ head: 'Rech.' }, { head: 'Chemo.' }] },
  ];
}

function forest(rows: readonly ForestRow[], rest: Partial<ForestData> = {}): ForestData {
  return {
    kind: 'ratio',
    rows: [level('All patients', 0.43, { kind: 'overall' }), ...rows],
    groups: groupsOf('Rechallenge / chemotherapy'),
    effectHead: 'HR (95% CI)',
    better: { left: 'rechallenge better', right: 'chemotherapy better' },
    ...rest,
  };
}

const usual = forest([
  factor('Sex'),
  level('Female', 0.27),
  level('Male', 0.52),
  factor('Microsatellites', 'not tested'),
  level('MSI-H', 1, none),
]);

const regimen = 'Pembrolizumab plus ramucirumab and paclitaxel after progression';
const long = forest(
  [
    factor('Best response to the first checkpoint inhibitor, by investigator'),
    level('Progressive disease within three months of the first dose', 0.4),
    level('Complete or partial response that lasted at least a year', 0.004),
    level('Never assessed', 1, none),
  ],
  {
    groups: groupsOf(`${regimen} / ${regimen}`),
    better: { left: `${regimen} better`, right: `${regimen} better` },
  },
);

const hopeless = forest([factor('Sex'), level('Female', 1, none)], {});

describe.each([
  ['usual subgroups', usual],
  ['long names', long],
  ['nothing to estimate', hopeless],
  ['no subgroup', forest([])],
])('the file of a forest with %s', (_, data) => {
  test.each(widths)('stands clear at %i', (width) => {
    const { marks, height } = drawForest(data)(width, measure);
    const boxes = boxesOf(marks);
    expect(overlaps(boxes)).toEqual([]);
    expect(outside(boxes, width, height)).toEqual([]);
    expect(JSON.stringify(marks)).not.toMatch(/NaN|Infinity|undefined|null/);
  });
});

describe('the file of a forest', () => {
  const { marks } = drawForest(usual)(824, measure);
  const find = (words: string) =>
    marks.find((mark): mark is TextMark => isText(mark) && plain(mark.text) === words)!;
  const paths = (all: readonly Mark[], look: string) =>
    all.filter((mark): mark is PathMark => mark.kind === 'path' && mark.look === look);

  test('has a row’s square at the height of its numbers', () => {
    const [female] = paths(marks, 'square');
    const [, top, side] = /,([\d.]+)h([\d.]+)/.exec(female!.d) ?? [];
    const middle = Number(top) + Number(side) / 2;
    expect(Math.abs(middle - (find('Female').y - 4.4))).toBeLessThan(1.5);
  });

  test('has the line of no difference over the tick at 1 and the dotted line in the diamond', () => {
    const x = (path: PathMark) => Number(/^M([\d.]+)/.exec(path.d)?.[1]);
    expect(x(paths(marks, 'none')[0]!)).toBeCloseTo(find('1').x, 1);
    const [diamond] = paths(marks, 'diamond');
    const [, tip] = diamond!.d.split('L');
    expect(Number(tip!.split(',')[0])).toBeCloseTo(x(paths(marks, 'overall')[0]!), 1);
  });

  test('has each arm’s median in a column of its own, under one head', () => {
    const [spanner, rech, chemo] = ['Median, months', 'Rech.', 'Chemo.'].map(find);
    expect(spanner!.x).toBeGreaterThan(rech!.x - 40);
    expect(spanner!.x).toBeLessThan(chemo!.x);
    expect([find('11.5').x, find('5.3').x]).toEqual([rech!.x, chemo!.x]);
  });

  test('says everything that the table of the page says', () => {
    const said = marks.filter(isText).map((mark) => plain(mark.text));
    const written = usual.rows
      .flatMap((row) => [row.label, ...row.cells, row.text, row.interval, row.interaction])
      .filter((words) => words !== '');
    expect(said).toEqual(expect.arrayContaining(written));
    expect(said).toContain('← rechallenge better');
  });
});
