// Delimited text -> table of texts. Whatever would make a cell land under another name is refused
// with a sentence; whatever was changed on the way (names made unique, lines left out) is said.
import Papa from 'papaparse';

import { text } from '../text/text.ts';
import type { HowRead } from './how-read.ts';
import { assemble } from './lines/assemble.ts';
import { isEmpty, type Line } from './lines/line.ts';
import type { ReadOptions } from './read-options.ts';
import type { Tell } from './reading/step.ts';
import { decode, type Encoding } from './text/decode.ts';
import { samplesOf } from './text/encodings.ts';
import type { Decimal } from './text/parse-cell.ts';
import type { TextTable } from './text/text-table.ts';

export type { ReadOptions } from './read-options.ts';

export type Delimiter = ',' | ';' | '\t' | '|';

export type ReadTable =
  | {
      ok: true;
      table: TextTable;
      /** null of a workbook, as its encoding. */
      delimiter: Delimiter | null;
      encoding: Encoding | null;
      /** That of files that were read together, each by itself. */
      decimal?: Decimal;
      notes: string[];
      how: HowRead;
    }
  | { ok: false; problem: string };

export const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];
const says = text.data.reading;

/** `tell` hears how many rows are read. */
export function readCsv(bytes: Uint8Array, options: ReadOptions = {}, tell?: Tell): ReadTable {
  const decoded = decode(bytes, options.encoding);
  if (!decoded.ok) return decoded;
  const { encoding, sure, unread } = decoded;
  const read = readText(decoded.text, options, tell);
  if (!read.ok) return read;
  const notes = [...(unread > 0 ? [says.unreadLetters(unread)] : []), ...read.notes];
  const how: HowRead = { ...read.how, kind: 'file', sure, samples: samplesOf(bytes) };
  return { ...read, encoding, notes, how };
}

/** The same for text that never was a file: a table pasted from a spreadsheet. */
export function readText(source: string, options: ReadOptions = {}, tell?: Tell): ReadTable {
  const read = parsedText(source, options, tell);
  if (typeof read === 'string') return refuse(read);
  const { lines, delimiter } = read;
  const assembled = assemble(lines, options, text.data.delimiters[delimiter]);
  if (!assembled.ok) return assembled;
  const { table, headerRow, headerRows, leftOut, notes, beginning } = assembled;
  const how: HowRead = {
    kind: 'pasted',
    sure: true,
    samples: [],
    sheet: null,
    sheets: [],
    together: null,
    headerRow,
    headerRows,
    leftOut,
    hidden: { rows: 0, columns: 0 },
    beginning,
    asked: options,
  };
  return { ok: true, table, delimiter, encoding: 'utf-8', notes, how };
}

export interface ParsedText {
  /** Numbered as an editor does. */
  lines: Line[];
  delimiter: Delimiter;
}

/** The cells of each line, or why it has none. */
export function parsedText(source: string, options: ReadOptions, tell?: Tell): ParsedText | string {
  // Excel may announce the delimiter on a line of its own.
  const announced = /^sep=(.)\r?\n/i.exec(source);
  const body = source.slice(announced?.[0].length ?? 0).replace(/\r\n?/g, '\n');

  const given = options.delimiter ?? announced?.[1];
  const delimiter =
    given === undefined ? sniffDelimiter(body) : delimiters.find((one) => one === given);
  if (delimiter === undefined) {
    return says.unknownDelimiter(given ?? '');
  }

  const parsed = parse(body, delimiter, tell);
  if (typeof parsed === 'string') return parsed;

  const before = announced === null ? 1 : 2;
  return { lines: parsed.map((cells, at) => ({ line: at + before, cells })), delimiter };
}

const betweenTold = 1000;

/** The cells of each line, or what is wrong with its quotes. */
function parse(body: string, delimiter: Delimiter, tell?: Tell): string[][] | string {
  const total = tell === undefined ? 0 : lineCount(body);
  const lines: string[][] = [];
  let problem: string | null = null;
  Papa.parse<string[]>(body, {
    delimiter,
    newline: '\n',
    step({ data, errors }, parser) {
      const broken = errors.find((error) => error.type === 'Quotes');
      if (broken !== undefined) {
        const say = broken.code === 'MissingQuotes' ? says.openQuote : says.strayQuote;
        problem = say(lines.length);
        parser.abort();
      }
      lines.push(data);
      if (lines.length % betweenTold === 0) tell?.({ part: 'rows', done: lines.length, total });
    },
  });
  return problem ?? lines;
}

/** About as many as there are rows; a cell may hold several lines. */
function lineCount(body: string): number {
  let count = 0;
  for (let at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1)) count += 1;
  return count;
}

function refuse(problem: string): ReadTable {
  return { ok: false, problem };
}

const sampleRows = 100;

/**
 * The delimiter under which most lines have the same number of cells, and as many as possible where
 * two do as well. The line of names decides, for a decimal comma appears in values but not in names.
 */
function sniffDelimiter(body: string): Delimiter {
  let best: { delimiter: Delimiter; agreeing: number; cells: number } | null = null;
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(body, { delimiter, newline: '\n', preview: sampleRows });
    const widths = new Map<number, number>();
    for (const line of data) {
      if (line.length > 1 && !isEmpty(line))
        widths.set(line.length, (widths.get(line.length) ?? 0) + 1);
    }
    for (const [cells, agreeing] of widths) {
      if (
        best === null ||
        agreeing > best.agreeing ||
        (agreeing === best.agreeing && cells > best.cells)
      ) {
        best = { delimiter, agreeing, cells };
      }
    }
  }
  return best?.delimiter ?? ',';
}
