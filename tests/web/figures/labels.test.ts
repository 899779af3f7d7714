import { describe, expect, test } from 'vitest';

import { clearance, placeLabels, type Box } from '../../../web/figures/labels.ts';
import { fitted } from '../../../web/figures/measure.ts';
import { curve } from '../support/results.ts';

const plot: Box = { x: 0, y: 0, width: 800, height: 300 };
const scales = { x: (time: number) => 20 * time, y: (share: number) => 300 - 300 * share };
const area = { scales, plot, taken: [] };

function falling(step: number) {
  return curve(
    'arm',
    Array.from({ length: 20 }, (_, index) => [step * (index + 1), 1 - (index + 1) / 20] as const),
    { n: 20 },
  ).steps;
}

const early = falling(0.6);
const late = falling(1.9);

describe('names of curves', () => {
  test('stand inside the plot, apart from each other', () => {
    const boxes = placeLabels(
      [
        { curve: late, width: 160 },
        { curve: early, width: 100 },
      ],
      area,
    );
    expect(boxes).toHaveLength(2);
    const [first, second] = boxes as [Box, Box];
    for (const box of [first, second]) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(plot.width);
      expect(box.y + box.height).toBeLessThanOrEqual(plot.height);
    }
    expect(clearance(first, [second])).toBeGreaterThan(0);
  });

  test('keep off what is on the paper already', () => {
    const box = { x: 300, y: 0, width: 500, height: 120 };
    const boxes = placeLabels([{ curve: late, width: 160 }], { ...area, taken: [box] });
    expect(clearance(boxes?.[0] as Box, [box])).toBeGreaterThan(5);
  });

  test('all go to the key when one of them is too long for the plot', () => {
    const requests = [
      { curve: early, width: 100 },
      { curve: late, width: 900 },
    ];
    expect(placeLabels(requests, area)).toBeNull();
  });

  test('all go to the key when curves lie on one another', () => {
    const requests = Array.from({ length: 8 }, () => ({ curve: falling(1), width: 300 }));
    expect(placeLabels(requests, area)).toBeNull();
  });
});

test('the name of a curve of thousands of steps stands beside it', () => {
  const points = Array.from({ length: 4000 }, (_, index) => {
    const share = (index + 1) / 4000;
    return [36 * share, 1 - 0.9 * share] as const;
  });
  const [name] = placeLabels([{ curve: curve('arm', points).steps, width: 80 }], area) ?? [];
  const drawn = points.map(([at, share]) => ({
    x: scales.x(at),
    y: scales.y(share),
    width: 0,
    height: 0,
  }));
  expect(clearance(name!, drawn)).toBeGreaterThan(4);
  expect(clearance(name!, drawn)).toBeLessThan(28);
});

test('a name that is too long for its figure is cut', () => {
  const width = (text: string) => 10 * text.length;
  expect(fitted('FOLFIRI', 70, width)).toBe('FOLFIRI');
  expect(fitted('FOLFIRI plus bevacizumab', 90, width)).toBe('FOLFIRI…');
});
