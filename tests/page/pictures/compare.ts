import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/**
 * A pixel differs when its colour is further from the reviewed one than this share of black to
 * white, as the eye sees it; pixels at the edges of letters do not count.
 */
const perceptible = 0.1;

/** Of a picture's pixels as many may differ: a moved line, a changed number or colour is more. */
export const tolerated = 0.0005;

export interface Difference {
  /** Of all pixels; 1 where the sizes differ. */
  share: number;
  words: string;
  drawn: PNG | null;
}

export function differenceOf(shown: PNG, reviewed: PNG): Difference {
  const { width, height } = reviewed;
  if (shown.width !== width || shown.height !== height) {
    const words = `is ${shown.width} × ${shown.height}, was ${width} × ${height}`;
    return { share: 1, words, drawn: null };
  }
  const drawn = new PNG({ width, height });
  const pixels = pixelmatch(shown.data, reviewed.data, drawn.data, width, height, {
    threshold: perceptible,
  });
  const share = pixels / (width * height);
  return { share, words: `${pixels} of ${width * height} pixels differ`, drawn };
}

/** Colours in steps that no eye sees: half of the bytes. */
const step = 5;

/** The picture as it is kept. */
export function kept(picture: PNG): Buffer {
  const { width, height, data } = picture;
  const coarse = new PNG({ width, height });
  coarse.data = Buffer.from(data.map((value) => Math.round(value / step) * step));
  return PNG.sync.write(coarse, {
    colorType: 2,
    deflateLevel: 9,
    filterType: 0,
    deflateStrategy: 0,
  });
}
