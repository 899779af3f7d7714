// A sheet of a workbook -> table of texts, with the same care for its lines as delimited text gets.
import { text } from '../text/text.ts';
import { openFiles, UnreadableFile } from './files/book.ts';
import { writtenAlike } from './files/written-alike.ts';
import type { ReadOptions } from './read-options.ts';
import { assemble } from './lines/assemble.ts';
import { isEmpty, type Line } from './lines/line.ts';
import { headerOf, sameColumns, type Sheet, together } from './lines/sheets-together.ts';
import type { ReadTable } from './read-csv.ts';
import type { Tell } from './reading/step.ts';
import { zipSentence } from './text/formats.ts';
import type { Merged, SheetContent, SheetRow } from './workbook/sheet.ts';
import { firstTable } from './workbook/first-table.ts';
import { openWorkbook, type Workbook } from './workbook/workbook.ts';
import { Unreadable } from './workbook/zip.ts';

const says = text.data.reading;

export async function readWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  options: ReadOptions = {},
  tell?: Tell,
): Promise<ReadTable> {
  try {
    const files = await openFiles(bytes);
    if (files !== null) return await readBook(files, 'files', options, tell);
    const book = await openWorkbook(bytes);
    return book === null
      ? refuse(zipSentence(bytes))
      : await readBook(book, 'workbook', options, tell);
  } catch (error) {
    if (error instanceof UnreadableFile) return refuse(error.message);
    if (!(error instanceof Unreadable)) throw error;
    return refuse(error.kind === 'tooLarge' ? says.tooLarge : says.damagedWorkbook);
  }
}

function refuse(problem: string): ReadTable {
  return { ok: false, problem };
}

/** Sheets are read together where that is asked for; files were opened together to be. */
function readTogether(
  kind: 'files' | 'workbook',
  names: string[],
  { sheet, sheets }: ReadOptions,
): string[] | null {
  const wanted = sheets ?? (kind === 'files' && sheet === undefined ? names : []);
  return wanted.length > 1 ? wanted : null;
}

async function readBook(
  book: Workbook,
  kind: 'files' | 'workbook',
  options: ReadOptions,
  tell?: Tell,
): Promise<ReadTable> {
  const names = book.sheets.map(({ name }) => name);
  if (names.length === 0) return refuse(says.empty);
  const several = readTogether(kind, names, options);
  const wanted = several?.[0] ?? options.sheets?.[0] ?? options.sheet;
  const absent = (several ?? (wanted === undefined ? [] : [wanted])).find(
    (name) => !names.includes(name),
  );
  if (absent !== undefined) {
    return refuse((kind === 'files' ? says.noFile : says.noSheet)(absent, names));
  }
  const chosen =
    wanted === undefined
      ? await firstTable(book, tell)
      : { at: names.indexOf(wanted), content: await book.read(names.indexOf(wanted), tell) };
  const { at } = chosen;
  const own = readyOf(names[at]!, chosen.content, options);
  const alike = await sheetsLike(own, at, book, options, several, tell);
  const other = alike.find(({ sheet }) => !sameColumns(headerOf(own.sheet), headerOf(sheet)));
  if (several !== null && other !== undefined) {
    const say = kind === 'files' ? says.otherFile : says.otherColumns;
    return refuse(say(own.sheet.name, other.sheet.name));
  }
  const read = several === null ? [own] : [own, ...alike];
  const joined =
    several === null ? null : together([own.sheet, ...alike.map(({ sheet }) => sheet)]);
  const called = kind === 'files' ? withoutEndings(names) : (name: string) => name;
  const origin = joined === null ? null : { name: says.sectionColumn, of: joined.sheetOf, called };
  const { lines, spans } = joined ?? own.sheet;
  const assembled = assemble(lines, options, null, spans, origin);
  if (!assembled.ok) return assembled;
  const { table, headerRow, headerRows, notes, beginning, hiddenRows, rowLines } = assembled;
  const written =
    joined === null
      ? { decimal: null }
      : writtenAlike(
          table,
          read.map(({ sheet: { name }, content: { delimiter = null } }) => ({ name, delimiter })),
          rowLines.map(joined.sheetOf),
        );
  if ('problem' in written) return refuse(written.problem);
  const leftOut = [...assembled.leftOut, ...(joined?.titles ?? [])];
  const below = read.reduce(
    (sum, { filledDown }, place) =>
      sum + filledDown.filter((line) => place > 0 || line >= headerRow + headerRows).length,
    0,
  );
  if (below > 0) notes.push(says.merged(below));
  const notComputed = read.flatMap(({ content }) => content.notComputed);
  if (notComputed.length > 0) notes.push(says.notComputed(notComputed));
  const columns = read.flatMap(({ content: { hiddenColumns, rows } }) =>
    hiddenColumns.filter((column) => rows.some(({ cells }) => (cells[column] ?? '') !== '')),
  );
  return {
    ok: true,
    table,
    delimiter: null,
    encoding: null,
    ...(written.decimal !== null && { decimal: written.decimal }),
    notes,
    how: {
      kind,
      sure: true,
      samples: [],
      sheet: names[at]!,
      sheets: book.sheets.map(({ name, hidden: out }) => ({ name, hidden: out })),
      together:
        alike.length === 0
          ? null
          : {
              sheets: [own, ...alike].map(({ sheet }) => sheet.name),
              read: joined !== null,
              column: joined === null ? null : table.header.at(-1)!,
            },
      headerRow,
      headerRows,
      leftOut,
      hidden: {
        rows: hiddenRows + leftOut.filter((line) => line.kind === 'hidden').length,
        columns: columns.length,
      },
      beginning,
      asked: options,
    },
  };
}

/** A file per arm is called "Chemotherapy.csv"; its arm is not. */
function withoutEndings(names: readonly string[]): (name: string) => string {
  const short = (name: string) => name.replace(/\.[a-z]{3,4}$/i, '');
  return new Set(names.map(short)).size === names.length ? short : (name) => name;
}

/** A sheet ready to be assembled. */
interface Ready {
  sheet: Sheet;
  content: SheetContent;
  /** Lines that got the value of a merged cell. */
  filledDown: number[];
}

function readyOf(name: string, content: SheetContent, options: ReadOptions): Ready {
  const hidden = new Set(options.hidden === false ? content.hiddenColumns : []);
  const filledDown = fillDown(content);
  const lines = linesOf(content.rows, hidden);
  const spans = content.merged.map((span) => shifted(span, hidden));
  return { sheet: { name, lines, spans }, content, filledDown };
}

/** More sheets than arms that can be compared are no arms. */
const mostSheets = 12;

/** The other sheets that are asked for; if none are, those in sight with the same columns. */
async function sheetsLike(
  own: Ready,
  at: number,
  book: Workbook,
  options: ReadOptions,
  asked: readonly string[] | null,
  tell?: Tell,
): Promise<Ready[]> {
  const places = book.sheets.flatMap(({ name, hidden }, place) =>
    place !== at && (asked === null ? !hidden : asked.includes(name)) ? [place] : [],
  );
  // As they are asked for, whatever their order in the book.
  const turn = (place: number) => asked?.indexOf(book.sheets[place]!.name) ?? place;
  places.sort((a, b) => turn(a) - turn(b));
  if (asked === null && places.length >= mostSheets) return [];
  const found: Ready[] = [];
  for (const place of places) {
    const content = await book.read(place, tell);
    const ready = readyOf(book.sheets[place]!.name, content, options);
    const fits = () => sameColumns(headerOf(own.sheet), headerOf(ready.sheet));
    if (asked !== null || fits()) found.push(ready);
  }
  return found;
}

/** Where cells of several rows are one, what stands in it holds for each row. */
function fillDown({ rows, merged }: SheetContent): number[] {
  const tall = merged.filter(({ top, bottom }) => bottom > top);
  if (tall.length === 0) return [];
  const at = new Map(rows.map((row) => [row.line, row]));
  return tall.flatMap(({ top, bottom, left }) => {
    const value = at.get(top)?.cells[left] ?? '';
    if (value === '') return [];
    const last = Math.min(bottom, rows.at(-1)!.line);
    const lines: number[] = [];
    for (let line = top + 1; line <= last; line += 1) {
      const cells = at.get(line)?.cells;
      if (cells === undefined || isEmpty(cells)) continue;
      while (cells.length < left) cells.push('');
      cells[left] = value;
      lines.push(line);
    }
    return lines;
  });
}

/** Between two rows of the file at most this many empty ones are told one by one. */
const mostEmpty = 100;

function linesOf(rows: readonly SheetRow[], hidden: ReadonlySet<number>): Line[] {
  let before = 0;
  return rows.flatMap((row) => {
    const missing = row.line - before - 1;
    const empty = Array.from({ length: Math.min(missing, mostEmpty) }, (_, at) => ({
      line: row.line - Math.min(missing, mostEmpty) + at,
      cells: [],
    }));
    before = row.line;
    const cells = hidden.size === 0 ? row.cells : row.cells.filter((_, at) => !hidden.has(at));
    return [...empty, { line: row.line, cells, hidden: row.hidden }];
  });
}

function shifted(span: Merged, hidden: ReadonlySet<number>): Merged {
  const before = (column: number) => [...hidden].filter((one) => one < column).length;
  return { ...span, left: span.left - before(span.left), right: span.right - before(span.right) };
}
