// Files that were opened together, as a workbook of which each is a sheet: each is read by itself, in
// its own letters and with its own delimiter, a workbook by its first table.
import { parsedText } from '../read-csv.ts';
import { zipSentence } from '../text/formats.ts';
import { decode } from '../text/decode.ts';
import { isZip } from '../text/formats.ts';
import type { Tell } from '../reading/step.ts';
import { firstTable } from '../workbook/first-table.ts';
import type { SheetContent } from '../workbook/sheet.ts';
import { openWorkbook, type Workbook } from '../workbook/workbook.ts';
import { openZip } from '../workbook/zip.ts';
import { mark, unpackFiles } from './pack.ts';

/** One of several files cannot be read; the sentence says why. */
export class UnreadableFile extends Error {}

/** null: the bytes are not several files. */
export async function openFiles(bytes: Uint8Array<ArrayBuffer>): Promise<Workbook | null> {
  if (openZip(bytes).names[0] !== mark) return null;
  const files = await unpackFiles(bytes);
  return {
    sheets: files.map(({ name }) => ({ name, hidden: false })),
    read: async (at, tell) => {
      const { name, bytes: own } = files[at]!;
      return isZip(own) ? contentOfWorkbook(name, own, tell) : contentOfText(name, own, tell);
    },
  };
}

async function contentOfWorkbook(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  tell?: Tell,
): Promise<SheetContent> {
  const book = await openWorkbook(bytes);
  if (book === null || book.sheets.length === 0) {
    throw new UnreadableFile(`${name}: ${zipSentence(bytes)}`);
  }
  return (await firstTable(book, tell)).content;
}

function contentOfText(name: string, bytes: Uint8Array, tell?: Tell): SheetContent {
  const decoded = decode(bytes);
  const parsed = decoded.ok ? parsedText(decoded.text, {}, tell) : decoded.problem;
  if (typeof parsed === 'string') throw new UnreadableFile(`${name}: ${parsed}`);
  const rows = parsed.lines.map((line) => ({ ...line, hidden: false }));
  const { delimiter } = parsed;
  return { rows, merged: [], hiddenColumns: [], notComputed: [], delimiter };
}
