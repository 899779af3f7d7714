// Files that are no text, known by their first bytes, and what to do about each.
import { text } from '../../text/text.ts';

const says = text.data.reading;

/** Whether the bytes are a workbook of Excel 2007 or later, or another zip that may be one. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]);
}

const signatures: readonly { bytes: readonly number[]; sentence: string }[] = [
  { bytes: [0x24, 0x46, 0x4c, 0x32], sentence: says.spss },
  { bytes: [0x24, 0x46, 0x4c, 0x33], sentence: says.spss },
  { bytes: [0x25, 0x50, 0x44, 0x46], sentence: says.pdf },
  { bytes: [0x1f, 0x8b], sentence: says.compressed },
  { bytes: [0x89, 0x50, 0x4e, 0x47], sentence: says.picture },
  { bytes: [0xff, 0xd8, 0xff], sentence: says.picture },
];

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** What a file that is no text is, in a sentence; null where it may be text. */
export function foreignFormat(bytes: Uint8Array): string | null {
  if (isZip(bytes)) return zipSentence(bytes);
  if (startsWith(bytes, compoundFile)) return compoundSentence(bytes);
  const known = signatures.find((signature) => startsWith(bytes, signature.bytes));
  return known?.sentence ?? markupSentence(bytes);
}

/** Of a zip that is no workbook that can be read here. */
export function zipSentence(bytes: Uint8Array): string {
  // File names stand uncompressed in a zip; the directory at its end lists them all.
  const names = ascii(bytes.subarray(0, 4096)) + ascii(bytes.subarray(-65536));
  if (names.includes('opendocument.spreadsheet')) return says.openDocument;
  if (names.includes('xl/workbook.bin')) return says.binaryWorkbook;
  return names.includes('xl/') ? says.damagedWorkbook : says.archive;
}

/** An old workbook and a locked one are the same kind of container; its directory tells them apart. */
function compoundSentence(bytes: Uint8Array): string {
  if (includesWide(bytes, 'EncryptedPackage')) return says.lockedWorkbook;
  const workbook = includesWide(bytes, 'Workbook') || includesWide(bytes, 'Book');
  return workbook ? says.oldWorkbook : says.otherOffice;
}

/** Names in the directory are UTF-16. */
function includesWide(bytes: Uint8Array, name: string): boolean {
  const wide = Array.from(name).flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wide[0]!); at >= 0; at = bytes.indexOf(wide[0]!, at + 1)) {
    if (wide.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}

/** What some systems call a spreadsheet is a page of a browser, or the XML of Excel 2003. */
function markupSentence(bytes: Uint8Array): string | null {
  const start = ascii(bytes.subarray(0, 2048)).replaceAll('\u0000', '').toLowerCase();
  if (/^\W{0,4}<(?:!doctype html|html|table)/.test(start)) return says.webPage;
  return start.includes('urn:schemas-microsoft-com:office:spreadsheet') ? says.xmlWorkbook : null;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function ascii(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
