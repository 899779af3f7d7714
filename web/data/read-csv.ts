// Delimited text -> table of texts. Whatever would make a cell land under another name is refused
// with a sentence; whatever was changed on the way (names made unique, empty rows left out) is said.
import Papa from 'papaparse';

import { decode, type Encoding } from './text/decode.ts';
import type { TextTable } from './text/text-table.ts';
import { counted, rowList } from '../format/words.ts';

export type Delimiter = ',' | ';' | '\t' | '|';

export interface ReadOptions {
  encoding?: string;
  delimiter?: string;
  /** The line of the file that holds the column names, counted from 1. */
  headerRow?: number;
}

export type ReadTable =
  | { ok: true; table: TextTable; delimiter: Delimiter; encoding: Encoding; notes: string[] }
  | { ok: false; problem: string };

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];
const delimiterNames: Record<Delimiter, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
};

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
  const text = source.slice(announced?.[0].length ?? 0).replace(/\r\n?/g, '\n');

  const given = options.delimiter ?? announced?.[1];
  const delimiter =
    given === undefined ? sniffDelimiter(text) : delimiters.find((one) => one === given);
  if (delimiter === undefined) {
    return refuse(
      `The delimiter "${given}" is not known. Use a comma, semicolon, tab or vertical bar.`,
    );
  }

  const parsed = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  const broken = parsed.errors.find((error) => error.type === 'Quotes');
  if (broken !== undefined) return refuse(quoteSentence(broken));

  const lines = parsed.data.slice((options.headerRow ?? 1) - 1);
  const first = options.headerRow === undefined ? lines.findIndex((line) => !isEmpty(line)) : 0;
  const names = lines[first];
  if (names === undefined || isEmpty(names)) {
    return refuse('This file is empty. Choose a table with one row for each patient.');
  }
  return assemble(names, lines.slice(first + 1), delimiter, encoding);
}

function assemble(
  names: string[],
  lines: string[][],
  delimiter: Delimiter,
  encoding: Encoding,
): ReadTable {
  const notes: string[] = [];
  const last = lines.findLastIndex((line) => !isEmpty(line));
  const body = lines.slice(0, last + 1);
  if (body.length === 0) {
    return refuse('This file has column names but no rows. Add one row for each patient.');
  }

  const empty = body.flatMap((line, at) => (isEmpty(line) ? [at + 1] : []));
  const rows = body.filter((line) => !isEmpty(line));
  if (empty.length > 0) {
    notes.push(
      `${counted(empty.length, 'empty row')} left out (${rowList(empty)}); the rows after are numbered without ${empty.length === 1 ? 'it' : 'them'}.`,
    );
  }

  const ragged = rows.flatMap((line, at) =>
    line.length === names.length ? [] : [{ row: at + 1, found: line.length }],
  );
  if (ragged.length > 0) return refuse(raggedSentence(names.length, ragged, delimiter));

  const table = withUniqueNames(names, rows, notes);
  return { ok: true, table, delimiter, encoding, notes };
}

function refuse(problem: string): ReadTable {
  return { ok: false, problem };
}

function isEmpty(line: readonly string[]): boolean {
  return line.every((cell) => cell.trim() === '');
}

function quoteSentence({ code, row }: Papa.ParseError): string {
  const where = (row ?? 0) === 0 ? 'the header' : `row ${row}`;
  return code === 'MissingQuotes'
    ? `A quotation mark opened in ${where} is never closed. Close it or remove it.`
    : `A quotation mark stands inside a quoted text in ${where}. Double it or remove it.`;
}

function raggedSentence(
  expected: number,
  ragged: readonly { row: number; found: number }[],
  delimiter: Delimiter,
): string {
  const shown = ragged.slice(0, 5).map(({ row, found }) => `row ${row} has ${found}`);
  const more = ragged.length > shown.length ? ` and ${ragged.length - shown.length} more` : '';
  const have = ragged.length === 1 ? 'row does' : 'rows do';
  return (
    `${ragged.length} ${have} not have the ${expected} cells of the header (${shown.join(', ')}${more}). ` +
    `Look there for a missing or an extra ${delimiterNames[delimiter]}; a text that holds one must stand in quotation marks.`
  );
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
    notes.push(
      name === ''
        ? `Column ${at + 1} has no name and is called ${unique} here.`
        : `Column ${at + 1} is called ${name}, as another is; it is called ${unique} here.`,
    );
    return unique;
  });
  if (kept.length === named.length) return { header, rows };
  return { header, rows: rows.map((row) => kept.map((at) => row[at]!)) };
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
function sniffDelimiter(text: string): Delimiter {
  let best: { delimiter: Delimiter; agreeing: number; cells: number } | null = null;
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: sampleRows });
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
