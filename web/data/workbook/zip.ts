// The entries of a zip, unpacked by the browser itself. What is unpacked is counted: half a megabyte
// can hold more than the page has memory for.

export class Unreadable extends Error {
  readonly kind: 'damaged' | 'tooLarge';

  constructor(kind: 'damaged' | 'tooLarge') {
    super(kind);
    this.kind = kind;
  }
}

interface Entry {
  name: string;
  method: number;
  /** Of the packed bytes. */
  start: number;
  packed: number;
  /** As the directory says it; it may say anything. */
  size: number;
}

export interface Zip {
  names: string[];
  /** null where there is no such entry. */
  sizeOf: (name: string) => number | null;
  /** The parts of an entry's content as they are unpacked. */
  chunks: (name: string) => AsyncGenerator<Uint8Array>;
}

const endOfDirectory = 0x06054b50;
const inDirectory = 0x02014b50;
const directoryEntry = 46;
const localHeader = 30;
/** Bit 0 of an entry's flags: its content is locked. */
const locked = 1;

/** Below this nothing is too large; above, a table is some ten times as large as its zip. */
const always = 40_000_000;
const mostTimes = 40;
/** Nor can a page hold more. */
const never = 800_000_000;

export function openZip(bytes: Uint8Array<ArrayBuffer>): Zip {
  const entries = new Map(directoryOf(bytes).map((entry) => [entry.name, entry]));
  let left = Math.min(never, Math.max(always, bytes.length * mostTimes));
  return {
    names: [...entries.keys()],
    sizeOf: (name) => entries.get(name)?.size ?? null,
    async *chunks(name) {
      const entry = entries.get(name);
      if (entry === undefined) return;
      for await (const chunk of unpacked(bytes, entry)) {
        left -= chunk.length;
        if (left < 0) throw new Unreadable('tooLarge');
        yield chunk;
      }
    },
  };
}

function directoryOf(bytes: Uint8Array<ArrayBuffer>): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let number = 0; number < count; number += 1) {
    if (at + directoryEntry > bytes.length || view.getUint32(at, true) !== inDirectory) {
      throw new Unreadable('damaged');
    }
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder()
      .decode(bytes.subarray(at + directoryEntry, at + directoryEntry + nameLength))
      .replaceAll('\\', '/');
    const local = view.getUint32(at + 42, true);
    if ((view.getUint16(at + 8, true) & locked) !== 0 || local + localHeader > bytes.length) {
      throw new Unreadable('damaged');
    }
    const start =
      local + localHeader + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      start,
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
    });
    at +=
      directoryEntry + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end of the directory stands at the end of the file, before a remark of at most 64 kB. */
function endOf(view: DataView): number {
  const shortest = 22;
  for (let at = view.byteLength - shortest; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  throw new Unreadable('damaged');
}

async function* unpacked(
  bytes: Uint8Array<ArrayBuffer>,
  { method, start, packed }: Entry,
): AsyncGenerator<Uint8Array> {
  const content = bytes.subarray(start, start + packed);
  if (method === 0) {
    yield content;
    return;
  }
  if (method !== 8) throw new Unreadable('damaged');
  const { readable, writable } = new DecompressionStream('deflate-raw');
  void feed(writable, content);
  const reader = readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new Unreadable('damaged');
      });
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever has read enough leaves the rest packed.
    await reader.cancel().catch(() => undefined);
  }
}

/** So much is handed over at a time, and may unpack to a thousand times as much. */
const piece = 16_384;

/** Piece by piece as the reader takes what they hold. By hand: WebKit's workers read no blob of a file. */
async function feed(
  writable: WritableStream<BufferSource>,
  content: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const writer = writable.getWriter();
  try {
    for (let at = 0; at < content.length; at += piece) {
      await writer.write(content.subarray(at, at + piece));
    }
    await writer.close();
  } catch {
    // The reader hears of it, or has stopped reading.
  }
}
