// Bytes -> text. A file is judged by its content, never by its name: clinicians rename .xlsx to
// .csv, and a wrong guess here would turn names and values into other names and values.

import { text } from '../../text/text.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'gb18030';

const says = text.data.reading;

/** What a file picker offers first; anything may be dropped, and is judged by its content. */
export const fileTypes = '.csv,.tsv,.txt,.tab,.json,text/csv,text/plain';

export type Decoded =
  { ok: true; text: string; encoding: Encoding } | { ok: false; problem: string };

const encodings: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'gb18030'];

/** The text of a file, or one sentence that says why it has none. */
export function decode(bytes: Uint8Array, wanted?: string): Decoded {
  if (bytes.length === 0) return refuse(says.empty);
  const foreign = foreignFormat(bytes);
  if (foreign !== null) return refuse(foreign);

  const encoding =
    wanted === undefined ? detect(bytes) : encodings.find((name) => name === wanted.toLowerCase());
  if (encoding === undefined) {
    return refuse(wanted === undefined ? says.unknownLetters : says.unknownEncoding(wanted));
  }
  let decoded: string;
  try {
    decoded = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return refuse(says.unknownLetters);
  }
  if (binaryCharacters.test(decoded)) return refuse(says.notText);
  if (decoded.trim() === '') return refuse(says.empty);
  return { ok: true, text: decoded, encoding };
}

function refuse(problem: string): Decoded {
  return { ok: false, problem };
}

/** Control characters that no spreadsheet writes into text. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const binaryCharacters = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** undefined: nothing that all of its bytes could be. */
function detect(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a byte order mark, Latin letters in UTF-16 leave every other byte zero.
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
  });
  const [even, odd] = zeros as [number, number];
  const many = sample.length / 5;
  if (odd > many && even === 0) return 'utf-16le';
  if (even > many && odd === 0) return 'utf-16be';
  return fits(bytes, 'utf-8') ? 'utf-8' : nationalEncoding(bytes);
}

function fits(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * What Excel calls plain "CSV": Windows letters in Europe, where an accent mostly stands alone
 * between plain letters; GB 18030 in China, where every sign is a pair of high bytes, and the
 * common signs begin below 0xd8.
 */
function nationalEncoding(bytes: Uint8Array): Encoding | undefined {
  let alone = 0;
  let signs = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at]! < 0x80) continue;
    if ((bytes[at + 1] ?? 0) < 0x80) {
      alone += 1;
      continue;
    }
    signs += 1;
    common += Number(bytes[at]! < 0xd8);
    at += 1;
  }
  if (alone <= signs / 10 && common > signs / 2 && fits(bytes, 'gb18030')) return 'gb18030';
  return alone >= signs || common === 0 ? 'windows-1252' : undefined;
}

const signatures: readonly { bytes: readonly number[]; sentence: string }[] = [
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], sentence: says.oldWorkbook },
  { bytes: [0x24, 0x46, 0x4c, 0x32], sentence: says.spss },
  { bytes: [0x24, 0x46, 0x4c, 0x33], sentence: says.spss },
  { bytes: [0x25, 0x50, 0x44, 0x46], sentence: says.pdf },
  { bytes: [0x1f, 0x8b], sentence: says.compressed },
  { bytes: [0x89, 0x50, 0x4e, 0x47], sentence: says.picture },
  { bytes: [0xff, 0xd8, 0xff], sentence: says.picture },
];

/** What a file that is no text is, in a sentence; null where it may be text. */
function foreignFormat(bytes: Uint8Array): string | null {
  const startsWith = (signature: readonly number[]) =>
    signature.every((byte, at) => bytes[at] === byte);
  if (startsWith([0x50, 0x4b, 0x03, 0x04])) return zipSentence(bytes);
  return signatures.find((signature) => startsWith(signature.bytes))?.sentence ?? null;
}

function zipSentence(bytes: Uint8Array): string {
  // File names stand uncompressed in a zip; the directory at its end lists them all.
  const names = ascii(bytes.subarray(0, 4096)) + ascii(bytes.subarray(-65536));
  if (names.includes('xl/')) return says.workbook;
  return names.includes('opendocument.spreadsheet') ? says.openDocument : says.archive;
}

function ascii(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
