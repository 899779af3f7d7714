// Encodings that tables are written in, and which of them a file seems to be in. A wrong guess turns
// names into other names, so the guess can be seen with what it makes of the letters, and changed.
import { decoded } from './decoded.ts';
import { likelihood, nationalEncodings } from './letters.ts';

export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  ...nationalEncodings,
  'big5',
  'euc-jp',
  'euc-kr',
] as const;

export type Encoding = (typeof encodings)[number];

/** Names by which analysis files and people call them too. */
const otherNames: ReadonlyMap<string, Encoding> = new Map([
  ['utf8', 'utf-8'],
  ['utf-16', 'utf-16le'],
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['shift-jis', 'shift_jis'],
  ['sjis', 'shift_jis'],
  ['cp932', 'shift_jis'],
  ['latin1', 'windows-1252'],
  ['iso-8859-1', 'windows-1252'],
  ...['1250', '1251', '1252', '1253', '1254'].map((page): [string, Encoding] => [
    `cp${page}`,
    `windows-${page}` as Encoding,
  ]),
]);

export function encodingNamed(name: string): Encoding | undefined {
  const wanted = name.toLowerCase();
  return encodings.find((one) => one === wanted) ?? otherNames.get(wanted);
}

export interface EncodingGuess {
  encoding: Encoding;
  /** Whether another encoding would make as much sense of the letters. */
  sure: boolean;
}

export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  const unicode = markedAs(bytes) ?? twoBytesEach(bytes);
  if (unicode !== null) return { encoding: unicode, sure: true };
  if (isUtf8(bytes)) return { encoding: 'utf-8', sure: true };

  const sample = foreignLines(bytes);
  // A file that was cut, or one line pasted into it from elsewhere, is still what the rest is.
  if (mostlyUtf8(sample)) return { encoding: 'utf-8', sure: true };
  const scored = nationalEncodings
    .map((encoding) => ({ encoding, score: likelihood(sample, encoding) }))
    .toSorted((a, b) => b.score - a.score);
  const { encoding, score } = scored[0]!;
  const text = decoded(sample, encoding);
  const otherwise = scored.some(
    (one) => one.score > score - nothingBetween && decoded(sample, one.encoding) !== text,
  );
  return { encoding, sure: !otherwise && (score >= sensible || signsOnly(text)) };
}

/** Degrees and dashes read alike in several encodings. */
function signsOnly(text: string): boolean {
  return !/[\u0080-\u009f\ufffd]|[^\p{ASCII}\P{L}]/u.test(text.replaceAll('µ', ''));
}

/** Of 1: most of the letters are usual ones of the encoding, and none are impossible. */
const sensible = 0.4;
const nothingBetween = 0.02;

/** By the mark that some programs write in front. */
function markedAs(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null;
}

/** Without a mark, digits and commas in UTF-16 leave one byte of two zero, and always the same one. */
function twoBytesEach(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
  });
  const [even, odd] = zeros as [number, number];
  const many = Math.max(1, sample.length / 50);
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Most letters beyond ASCII are sequences that hardly arise in another encoding. */
function mostlyUtf8(sample: Uint8Array): boolean {
  const text = decoded(sample, 'utf-8');
  let good = 0;
  let broken = 0;
  for (const letter of text) {
    if (letter === '\ufffd') broken += 1;
    else if (letter > '\u007f') good += 1;
  }
  return good >= 4 * broken && good > 2;
}

const enough = 50_000;

/** The lines that hold letters beyond ASCII, as far as a guess needs them. */
function foreignLines(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  let start = 0;
  while (start < bytes.length && size < enough) {
    const end = bytes.indexOf(0x0a, start);
    const line = bytes.subarray(start, Math.min(end < 0 ? bytes.length : end + 1, start + enough));
    if (hasForeign(line)) {
      parts.push(line);
      size += line.length;
    }
    if (end < 0) break;
    start = end + 1;
  }
  const sample = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    sample.set(part, at);
    at += part.length;
  }
  return sample;
}

function hasForeign(line: Uint8Array): boolean {
  for (const byte of line) if (byte >= 0x80) return true;
  return false;
}

/** A word beyond ASCII as each encoding reads it: what tells a person which is right. */
export function samplesOf(bytes: Uint8Array): { encoding: Encoding; text: string }[] {
  const wide = markedAs(bytes) ?? twoBytesEach(bytes);
  const lines = foreignLines(bytes);
  const sample = (wide?.startsWith('utf-16') === true ? bytes : lines).subarray(0, 4096);
  if (sample.length === 0) return [];
  return encodings.flatMap((encoding) => {
    const word = foreignWord.exec(decoded(sample, encoding))?.[0];
    return word === undefined ? [] : [{ encoding, text: word.slice(0, longestSample) }];
  });
}

const foreignWord = /[\p{L}\p{N}\u0080-\uffff]*[\u0080-\uffff][\p{L}\p{N}\u0080-\uffff]*/u;
const longestSample = 12;
