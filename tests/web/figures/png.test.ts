import { expect, test } from 'vitest';

import { checksum, withResolution } from '../../../web/figures/png.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

test('the checksum is that of every PNG', () => {
  expect(checksum(bytesOf('IEND'))).toBe(0xae426082);
});

test.each([
  [300, 11811],
  [600, 23622],
])('a picture of %i dpi says so, and is else unchanged', (resolution, perMetre) => {
  const png = Uint8Array.from({ length: 60 }, (_, index) => index);
  const stated = withResolution(png, resolution);
  expect(stated.subarray(0, 33)).toEqual(png.subarray(0, 33));
  expect(stated.subarray(54)).toEqual(png.subarray(33));
  const chunk = new DataView(stated.buffer, 33, 21);
  expect(chunk.getUint32(0)).toBe(9);
  expect(stated.subarray(37, 41)).toEqual(bytesOf('pHYs'));
  expect([chunk.getUint32(8), chunk.getUint32(12), chunk.getUint8(16)]).toEqual([
    perMetre,
    perMetre,
    1,
  ]);
  expect(chunk.getUint32(17)).toBe(checksum(stated.subarray(37, 50)));
});
