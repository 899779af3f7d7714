// A PNG's own statement of its resolution. A canvas writes none, and a journal's system then takes
// the picture for one of 72 dots per inch.

const signatureLength = 8;
const chunkOverhead = 12;
const inchesPerMetre = 1 / 0.0254;

/** The same picture with a pHYs chunk after its header. */
export function withResolution(png: Uint8Array, dotsPerInch: number): Uint8Array<ArrayBuffer> {
  const header = signatureLength + chunkOverhead + 13;
  const chunk = resolutionChunk(Math.round(dotsPerInch * inchesPerMetre));
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, header));
  whole.set(chunk, header);
  whole.set(png.subarray(header), header + chunk.length);
  return whole;
}

function resolutionChunk(perMetre: number): Uint8Array {
  const chunk = new Uint8Array(chunkOverhead + 9);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set(new TextEncoder().encode('pHYs'), 4);
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  view.setUint8(16, 1); // the unit is the metre
  view.setUint32(17, checksum(chunk.subarray(4, 17)));
  return chunk;
}

/** The CRC-32 that every chunk of a PNG ends with. */
export function checksum(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return (rest ^ 0xffffffff) >>> 0;
}
