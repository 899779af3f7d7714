// The bytes of a file -> table of texts, whatever kind of table the file is. It is judged by its
// content: a workbook may be called .csv, and a text .xls.
import type { ReadOptions } from './read-options.ts';
import { readCsv, type ReadTable } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import type { Tell } from './reading/step.ts';
import { isZip } from './text/formats.ts';

/** A workbook is unpacked by the browser, and cannot be there at once. */
export function readTable(
  bytes: Uint8Array<ArrayBuffer>,
  options: ReadOptions = {},
  tell?: Tell,
): ReadTable | Promise<ReadTable> {
  return isZip(bytes) ? readWorkbook(bytes, options, tell) : readCsv(bytes, options, tell);
}
