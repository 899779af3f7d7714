import { describe, expect, test } from 'vitest';

import { plain } from '../../../web/base/rich-text.ts';
import { drawInfluence } from '../../../web/figures/influence.ts';
import type { DotMark, Mark, TextMark } from '../../../web/figures/scene.ts';
import { boxesOf, measure, outside, overlaps } from '../support/boxes.ts';

const patients = [0.02, -0.1, 0.5, 0.45, -0.31, 0.04, 0.01, -0.02].map((scaled, index) => ({
  row: 10 * index + 1,
  scaled,
}));
const farthest = patients.toSorted((a, b) => Math.abs(b.scaled) - Math.abs(a.scaled));

const dots = (marks: readonly Mark[]) =>
  marks.filter((mark): mark is DotMark => mark.kind === 'dot');
const rows = (marks: readonly Mark[]) =>
  marks
    .filter(
      (mark): mark is TextMark => mark.kind === 'text' && plain(mark.text).startsWith('Row\u00a0'),
    )
    .map((mark) => plain(mark.text));

describe('the influence of single patients', () => {
  test('is a stem for each patient, higher where it raises the ratio', () => {
    const { marks } = drawInfluence({ patients, named: farthest.slice(0, 3) })(800, measure);
    const drawn = dots(marks);
    expect(drawn).toHaveLength(patients.length);
    expect(drawn[2]!.y).toBeLessThan(drawn[0]!.y);
    expect(drawn[4]!.y).toBeGreaterThan(drawn[1]!.y);
    expect(drawn[7]!.x).toBeGreaterThan(drawn[0]!.x);
    expect(rows(marks)).toEqual(['Row\u00a021', 'Row\u00a031', 'Row\u00a041']);
  });

  test('names nobody over another name or across a stem', () => {
    const close = patients.map(({ scaled }, index) => ({ row: index + 1, scaled }));
    const crowded = Array.from({ length: 200 }, (_, index) => ({
      row: index + 1,
      scaled: index === 100 ? 1 : index === 101 ? 0.9 : 0.1,
    }));
    for (const own of [close, crowded]) {
      const named = own.toSorted((a, b) => Math.abs(b.scaled) - Math.abs(a.scaled)).slice(0, 3);
      const { marks } = drawInfluence({ patients: own, named })(360, measure);
      expect(rows(marks).length).toBeGreaterThan(0);
      expect(overlaps(boxesOf(marks))).toEqual([]);
    }
    const { marks } = drawInfluence({ patients: crowded, named: crowded.slice(100, 102) })(
      360,
      measure,
    );
    expect(rows(marks)).toEqual(['Row\u00a0101']);
  });

  test('stays on its paper at each width, for one patient too', () => {
    for (const width of [318, 660, 984]) {
      for (const own of [patients, patients.slice(0, 1)]) {
        const scene = drawInfluence({ patients: own, named: own.slice(0, 3) })(width, measure);
        expect(outside(boxesOf(scene.marks), scene.width, scene.height)).toEqual([]);
        expect(JSON.stringify(scene)).not.toMatch(/NaN|Infinity|undefined|null/);
      }
    }
  });
});
