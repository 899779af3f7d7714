// Delimited text -> table of texts. Whatever would make a cell land under another name is refused
// with a sentence; whatever was changed on the way (names made unique, empty rows left out) is said.
import Papa from 'papaparse';

import { decode, type Encoding } from './text/decode.ts';
import { tableOf, type TextTable } from './text/text-table.ts';
import { text } from '../text/text.ts';
import { withoutExtraLines } from './extra-lines.ts';
import type { Tell } from './reading/step.ts';

export type Delimiter = ',' | ';' | '\t' | '|';

export interface ReadOptions {
  encoding?: string;
  delimiter?: string;
  /** The line of the file that holds the column names, counted from 1. */
  headerRow?: number;
  /** Hears how many rows are read. */
  tell?: Tell | undefined;
}

export type ReadTable =
  | { ok: true; table: TextTable; delimiter: Delimiter; encoding: Encoding; notes: string[] }
  | { ok: false; problem: string };

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];
const says = text.data.reading;

export function readCsv(bytes: Uint8Array, options: ReadOptions = {}): ReadTable {
  const decoded = decode(bytes, options.encoding);
  if (!decoded.ok) return decoded;
  return readText(decoded.text, options, decoded.encoding);
}

/** The same for text that never was a file: a table pasted from a spreadsheet. */
export function readText(
  source: string,
  options: ReadOptions = {},
  encoding: Encoding = 'utf-8',
): ReadTable {
  // Excel may announce the delimiter on a line of its own.
  const announced = /^sep=(.)\r?\n/i.exec(source);
  const body = source.slice(announced?.[0].length ?? 0).replace(/\r\n?/g, '\n');

  const given = options.delimiter ?? announced?.[1];
  const delimiter =
    given === undefined ? sniffDelimiter(body) : delimiters.find((one) => one === given);
  if (delimiter === undefined) {
    return refuse(says.unknownDelimiter(given ?? ''));
  }

  const parsed = parse(body, delimiter, options.tell);
  if (typeof parsed === 'string') return refuse(parsed);

  const lines = parsed.slice((options.headerRow ?? 1) - 1);
  const first = options.headerRow === undefined ? lines.findIndex((line) => !isEmpty(line)) : 0;
  if (lines[first] === undefined || isEmpty(lines[first])) return refuse(says.empty);
  return assemble(lines.slice(first), delimiter, encoding);
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

function assemble(lines: string[][], delimiter: Delimiter, encoding: Encoding): ReadTable {
  const last = lines.findLastIndex((line) => !isEmpty(line));
  const { names, rows: body, notes } = withoutExtraLines(lines.slice(0, last + 1));
  if (body.length === 0) return refuse(says.noRows);

  const empty = body.flatMap((line, at) => (isEmpty(line) ? [at + 1] : []));
  const rows = body.filter((line) => !isEmpty(line)).map((line) => cut(line, names.length));
  if (empty.length > 0) notes.push(says.emptyRows(empty));

  const ragged = rows.flatMap((line, at) =>
    line.length === names.length ? [] : [{ row: at + 1, found: line.length }],
  );
  if (ragged.length > 0) {
    return refuse(says.ragged(names.length, ragged, text.data.delimiters[delimiter]));
  }

  const table = withUniqueNames(names, rows, notes);
  return { ok: true, table, delimiter, encoding, notes };
}

/** Without the empty cells that a spreadsheet leaves beyond its last column. */
function cut(line: string[], width: number): string[] {
  return line.length > width && isEmpty(line.slice(width)) ? line.slice(0, width) : line;
}

function refuse(problem: string): ReadTable {
  return { ok: false, problem };
}

function isEmpty(line: readonly string[]): boolean {
  return line.every((cell) => cell.trim() === '');
}

/** Trims names, drops columns without name and values, and makes the rest unique. */
function withUniqueNames(names: string[], rows: string[][], notes: string[]): TextTable {
  const named = names.map((name) => name.replace(/\s+/g, ' ').trim());
  const kept = named.flatMap((name, at) =>
    name !== '' || rows.some((row) => row[at]!.trim() !== '') ? [at] : [],
  );
  const taken = new Set(named.filter((name) => name !== ''));
  const used = new Set<string>();
  const header = kept.map((at) => {
    const name = named[at]!;
    if (name !== '' && !used.has(name)) {
      used.add(name);
      return name;
    }
    const unique = freeName(name === '' ? `column_${at + 1}` : `${name}_2`, taken);
    taken.add(unique);
    used.add(unique);
    notes.push(name === '' ? says.unnamed(at + 1, unique) : says.sameName(at + 1, name, unique));
    return unique;
  });
  const cells = kept.length < named.length ? rows.map((row) => kept.map((at) => row[at]!)) : rows;
  return tableOf(header, cells);
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.replace(/_\d+$/, '');
  let number = 2;
  while (taken.has(`${stem}_${number}`)) number += 1;
  return `${stem}_${number}`;
}

const sampleRows = 50;

/**
 * The delimiter under which most rows have as many cells as the header. The header decides, for a
 * decimal comma appears in values but not in names.
 */
function sniffDelimiter(body: string): Delimiter {
  let best: { delimiter: Delimiter; agreeing: number; cells: number } | null = null;
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(body, { delimiter, newline: '\n', preview: sampleRows });
    const lines = data.filter((line) => !isEmpty(line));
    const cells = lines[0]?.length ?? 0;
    if (cells < 2) continue;
    const agreeing = lines.filter((line) => line.length === cells).length;
    if (
      best === null ||
      agreeing > best.agreeing ||
      (agreeing === best.agreeing && cells > best.cells)
    ) {
      best = { delimiter, agreeing, cells };
    }
  }
  return best?.delimiter ?? ',';
}
