// Several files as one: a zip that packs nothing, so that they are kept, told apart and handed over as
// any other file is. The same files make the same bytes.
import { openZip } from '../workbook/zip.ts';

export interface NamedBytes {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The first entry of such a zip: another archive may hold anything. */
export const mark = 'riskset-files';

const utf8 = 0x0800;
const firstOf1980 = 0x21;

/** In the order of their names, whichever was chosen first. */
export function packFiles(files: readonly NamedBytes[]): Uint8Array<ArrayBuffer> {
  const entries = [{ name: mark, bytes: new Uint8Array() }, ...inOrder(unique(files))];
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const { name, bytes } of entries) {
    const path = new TextEncoder().encode(name);
    const about = fields(
      [20, 2],
      [utf8, 2],
      [0, 2],
      [0, 2],
      [firstOf1980, 2],
      [checksum(bytes), 4],
      [bytes.length, 4],
      [bytes.length, 4],
      [path.length, 2],
      [0, 2],
    );
    const local = [fields([0x04034b50, 4]), about, path, bytes];
    directory.push(
      fields([0x02014b50, 4], [20, 2]),
      about,
      fields([0, 4], [0, 4], [0, 2], [at, 4]),
      path,
    );
    parts.push(...local);
    at += sizeOf(local);
  }
  const end = fields(
    [0x06054b50, 4],
    [0, 4],
    [entries.length, 2],
    [entries.length, 2],
    [sizeOf(directory), 4],
    [at, 4],
    [0, 2],
  );
  return joined([...parts, ...directory, end]);
}

export async function unpackFiles(packed: Uint8Array<ArrayBuffer>): Promise<NamedBytes[]> {
  const zip = openZip(packed);
  const files: NamedBytes[] = [];
  for (const name of zip.names.filter((one) => one !== mark)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of zip.chunks(name)) chunks.push(chunk);
    files.push({ name, bytes: joined(chunks) });
  }
  return files;
}

export function inOrder<T extends { name: string }>(files: readonly T[]): T[] {
  return files.toSorted((a, b) => Number(a.name > b.name) - Number(a.name < b.name));
}

/** Files of two folders may have one name. */
export function unique(files: readonly NamedBytes[]): NamedBytes[] {
  const taken = new Set<string>([mark]);
  return files.map(({ name, bytes }) => {
    let own = name;
    for (let number = 2; taken.has(own); number += 1) own = `${name} (${number})`;
    taken.add(own);
    return { name: own, bytes };
  });
}

/** Numbers of so many bytes, the lowest byte first. */
function fields(...numbers: (readonly [value: number, size: 2 | 4])[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(numbers.reduce((sum, [, size]) => sum + size, 0)));
  let at = 0;
  for (const [value, size] of numbers) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return new Uint8Array(view.buffer);
}

function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(sizeOf(parts));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** CRC-32, which a zip says of each of its files. */
function checksum(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (rest >>> 8) ^ table[(rest ^ byte) & 0xff]!;
  return (rest ^ 0xffffffff) >>> 0;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  return rest;
});
