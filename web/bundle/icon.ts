import { PNG } from 'pngjs';

/** The strokes of the page's mark on a ground of 20 by 20, as boxes: x, y, width, height. */
const axes = [
  [1, 2, 2, 17],
  [2, 17, 16, 2],
] as const;
const curve = [
  [2, 3, 6, 2],
  [6, 4, 2, 5],
  [6, 7, 6, 2],
  [10, 8, 2, 5],
  [10, 11, 6, 2],
  [14, 12, 2, 5],
] as const;

const paper = [255, 255, 255];
const accent = [11, 94, 85];
const ink3 = [98, 105, 115];

/**
 * The mark of the page as an icon. It keeps within the circle that a system may cut out of it: that
 * has two fifths of the edge as its radius.
 */
export function icon(edge: number): Uint8Array {
  const unit = Math.floor((0.4 * edge) / (9 * Math.SQRT2));
  const margin = (edge - 20 * unit) / 2;
  const picture = new PNG({ width: edge, height: edge });
  const fill = (x: number, y: number, width: number, height: number, colour: number[]) => {
    for (let row = y; row < y + height; ++row) {
      for (let column = x; column < x + width; ++column) {
        picture.data.set([...colour, 255], 4 * (row * edge + column));
      }
    }
  };
  fill(0, 0, edge, edge, paper);
  for (const [boxes, colour] of [[axes, accent] as const, [curve, ink3] as const]) {
    for (const [x, y, width, height] of boxes) {
      fill(margin + x * unit, margin + y * unit, width * unit, height * unit, colour);
    }
  }
  return PNG.sync.write(picture, { colorType: 2 });
}
