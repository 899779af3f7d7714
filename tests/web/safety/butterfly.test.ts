import { describe, expect, test } from 'vitest';

import { plain } from '../../../web/base/rich-text.ts';
import { describeButterfly, drawButterfly } from '../../../web/figures/butterfly.ts';
import type { Rated, TermAnswers } from '../../../web/safety/answers.ts';
import { butterflyData } from '../../../web/safety/butterfly-data.ts';
import { comparison, proportionGroup } from '../support/results.ts';

const usual = comparison();
const rated = (rechallenge: number, chemotherapy: number): Rated => ({
  groups: [
    proportionGroup('Rechallenge', rechallenge, 49),
    proportionGroup('Chemotherapy', chemotherapy, 34),
  ],
  comparison: comparison({
    difference: {
      ...usual.difference,
      value: rechallenge / 49 - chemotherapy / 34,
      newcombe: { lower: -0.3, upper: 0.2 },
    },
  }),
});
const term = (name: string, any: Rated | null, severe: TermAnswers['severe']): TermAnswers => ({
  column: name,
  term: name,
  any,
  severe,
  fatal: 0,
  deaths: null,
  excluded: [],
  result: null,
});
const terms = [
  term('Fatigue', rated(20, 17), rated(1, 2)),
  term('A term with quite a long name that no column can hold', rated(3, 12), 'ungraded'),
  term('Fever', null, null),
];
const measure = (words: string, size: number) => words.length * size * 0.55;

describe('two arms back to back', () => {
  test('show who had the event at the chosen grade', () => {
    expect(butterflyData(terms, 'any', '95%')?.rows.map((row) => row.term)).toEqual([
      'Fatigue',
      'A term with quite a long name that no column can hold',
    ]);
    expect(butterflyData(terms, 'severe', '95%')?.rows.map((row) => row.term)).toEqual(['Fatigue']);
    expect(butterflyData(terms, 'fatal', '95%')).toBeNull();
  });

  test('are not drawn for one arm', () => {
    const alone = { groups: [proportionGroup('all', 20, 83)], comparison: null };
    expect(butterflyData([term('Fatigue', alone, null)], 'any', '95%')).toBeNull();
  });

  test.each([390, 640, 984])('stay on paper %i px wide', (width) => {
    const data = butterflyData(terms, 'any', '95%');
    if (data === null) throw new Error('nothing to draw');
    const scene = drawButterfly(data)(width, measure);
    const texts = scene.marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
    for (const mark of texts) {
      const wide = measure(plain(mark.text), 12.5);
      const left = mark.x - { start: 0, middle: wide / 2, end: wide }[mark.anchor];
      expect(left).toBeGreaterThanOrEqual(-1);
      expect(left + wide).toBeLessThanOrEqual(width + 1);
      expect(mark.y).toBeLessThanOrEqual(scene.height);
    }
    expect(texts.map(({ text }) => plain(text))).toContain('40.8%');
    const dots = scene.marks.filter(({ kind }) => kind === 'dot');
    expect(dots).toHaveLength(width < 600 ? 0 : 2);
  });

  test.each([
    [
      ['Immunotherapy rechallenge', 'Control'],
      ['Immunotherapy rechallenge', 'Control'],
    ],
    [
      ['Control', 'Immunotherapy rechallenge'],
      ['Control', 'Immunotherapy rechallenge'],
    ],
    [
      ['Immunotherapy rechallenge', 'Immunotherapy continued'],
      ['Immunotherapy rechal…', 'Immunotherapy contin…'],
    ],
  ] as const)('named %j are headed %j on a phone', (arms, heads) => {
    const data = butterflyData(terms, 'any', '95%');
    if (data === null) throw new Error('nothing to draw');
    const { marks } = drawButterfly({ ...data, arms })(340, measure);
    const names = marks.flatMap((mark) =>
      mark.kind === 'text' && mark.look === 'name' ? [{ x: mark.x, own: plain(mark.text) }] : [],
    );
    expect(names.map(({ own }) => own)).toEqual(heads);
    const [left, right] = names.map(({ x, own }) => ({ x, long: measure(own, 13.5) }));
    expect(left!.x - left!.long).toBeGreaterThanOrEqual(0);
    expect(right!.x + right!.long).toBeLessThanOrEqual(340);
    expect(right!.x - left!.x).toBe(16);
  });

  test('draw bars as long as the rates', () => {
    const data = butterflyData(terms, 'any', '95%');
    if (data === null) throw new Error('nothing to draw');
    const lengths = drawButterfly(data)(984, measure).marks.flatMap((mark) =>
      mark.kind === 'path' && mark.look === 'bar' ? [Number(/h([\d.]+)v/.exec(mark.d)?.[1])] : [],
    );
    const [longest = 0, other = 0] = lengths;
    expect(other / longest).toBeCloseTo(17 / 34 / (20 / 49), 2);
  });

  test('are said in words', () => {
    const data = butterflyData(terms, 'severe', '95%');
    if (data === null) throw new Error('nothing to describe');
    expect(describeButterfly(data).replaceAll('\u00a0', ' ')).toBe(
      'Patients with each adverse event of grade 3 or higher, with Rechallenge and with Chemotherapy; ' +
        'differences with 95% intervals. Fatigue: 2.0% and 5.9%, a difference of −3.8 points (−30.0 to 20.0).',
    );
  });
});
