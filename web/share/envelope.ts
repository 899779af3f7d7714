// A document as text for a link or a file. The bytes: a number of the format (1), the length of what
// follows (4), its CRC-32 (4), and then the document as JSON, deflated and, of rows, encrypted. The
// text is base64url, which no program has to escape.

/** What a link or a file brings; the letter stands before it in the address. */
export type Kind = 'settings' | 'results' | 'rows' | 'paper';

export const letters: Readonly<Record<Kind, string>> = {
  settings: 's',
  results: 'r',
  rows: 'd',
  paper: 'p',
};

/** The number of the format that is written, and the highest that is read. */
export const formatNumber = 1;

/** In characters of the address: beyond it mail programs and chats cut links. */
export const longestLink = 8000;

/** In bytes of the document: what unpacks to more is no document. */
const mostUnpacked = 64 * 1024 * 1024;

const headLength = 9;

/** Why something cannot be opened. */
export class Unopenable extends Error {
  readonly code: 'damaged' | 'cutOff' | 'newer' | 'tooLarge';
  readonly found: number;
  readonly wanted: number;

  constructor(code: Unopenable['code'], found = 0, wanted = 0) {
    super(code);
    this.code = code;
    this.found = found;
    this.wanted = wanted;
  }
}

export function sealed(content: Uint8Array): string {
  const bytes = new Uint8Array(headLength + content.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, formatNumber);
  view.setUint32(1, content.length);
  view.setUint32(5, crc32(content));
  bytes.set(content, headLength);
  return base64Url(bytes);
}

/** The content of what `sealed` has made, though mail may have broken it. */
export function unsealed(text: string): Uint8Array<ArrayBuffer> {
  const bytes = bytesOf(mended(text));
  if (bytes.length < headLength) throw new Unopenable('damaged');
  const view = new DataView(bytes.buffer);
  const number = view.getUint8(0);
  if (number > formatNumber) throw new Unopenable('newer', number, formatNumber);
  const length = view.getUint32(1);
  const content = bytes.slice(headLength, headLength + length);
  if (content.length < length) throw new Unopenable('cutOff', content.length, length);
  if (number === 0 || crc32(content) !== view.getUint32(5)) throw new Unopenable('damaged');
  return content;
}

/** The part of an address behind "#". */
export function fragment(kind: Kind, text: string): string {
  return `${letters[kind]}=${text}`;
}

/** What a fragment, or a whole link, says it brings; null where it is no such link. */
export function brought(link: string): { kind: Kind; text: string } | null {
  const found = /(?:^|#)([srdp])=([^&]*)/.exec(link.trim());
  const kind = (Object.keys(letters) as Kind[]).find((one) => letters[one] === found?.[1]);
  // Shorter ones are no link of ours: a page may have an anchor "s=".
  return kind === undefined || found![2]!.length < headLength ? null : { kind, text: found![2]! };
}

/**
 * Mail breaks lines, in quoted-printable with "=" at their ends, writes "=" as "=3D", and puts a full
 * stop or a bracket behind a link. No such sign is part of the text, and a format number begins with "A".
 */
function mended(text: string): string {
  return text.replaceAll(/%[\da-f]{2}|[^\w-]/gi, '').replace(/^3D(?=A)/i, '');
}

export function base64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  // One letter too many is of no use: it is what a damage has left.
  const whole = text.length % 4 === 1 ? text.slice(0, -1) : text;
  const binary = atob(whole.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

const crcOfByte = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = crcOfByte[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

export function deflated(document: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  return through(new CompressionStream('deflate-raw'), bytes);
}

/** The JSON in it, whatever it says. */
export async function inflated(content: Uint8Array<ArrayBuffer>): Promise<unknown> {
  const bytes = await through(new DecompressionStream('deflate-raw'), content);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Unopenable('damaged');
  }
}

/** By hand, piece by piece: what unpacks to too much is never unpacked whole. */
async function through(
  { readable, writable }: CompressionStream | DecompressionStream,
  content: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = writable.getWriter();
  void (async () => {
    await writer.write(content);
    await writer.close();
  })().catch(() => undefined); // the reader hears of it
  const reader = readable.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Unopenable('damaged');
    });
    if (done) break;
    length += value.length;
    if (length > mostUnpacked) {
      await reader.cancel().catch(() => undefined);
      throw new Unopenable('tooLarge');
    }
    pieces.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
