// A sheet of a workbook -> table of texts, with the same care for its lines as delimited text gets.
import { text } from '../text/text.ts';
import type { ReadOptions } from './read-options.ts';
import { assemble } from './lines/assemble.ts';
import { filled, isEmpty, type Line } from './lines/line.ts';
import { headerOf, sameColumns, type Sheet, together } from './lines/sheets-together.ts';
import type { ReadTable } from './read-csv.ts';
import type { Tell } from './reading/step.ts';
import { zipSentence } from './text/formats.ts';
import type { Merged, SheetContent, SheetRow } from './workbook/sheet.ts';
import { openWorkbook, type Workbook } from './workbook/workbook.ts';
import { Unreadable } from './workbook/zip.ts';

const says = text.data.reading;

export async function readWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  options: ReadOptions = {},
  tell?: Tell,
): Promise<ReadTable> {
  try {
    const book = await openWorkbook(bytes);
    return book === null ? refuse(zipSentence(bytes)) : await readBook(book, options, tell);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return refuse(error.kind === 'tooLarge' ? says.tooLarge : says.damagedWorkbook);
  }
}

function refuse(problem: string): ReadTable {
  return { ok: false, problem };
}

async function readBook(book: Workbook, options: ReadOptions, tell?: Tell): Promise<ReadTable> {
  const names = book.sheets.map(({ name }) => name);
  if (names.length === 0) return refuse(says.empty);
  const several = (options.sheets ?? []).length > 1 ? options.sheets! : null;
  const wanted = several?.[0] ?? options.sheets?.[0] ?? options.sheet;
  const absent = (several ?? (wanted === undefined ? [] : [wanted])).find(
    (name) => !names.includes(name),
  );
  if (absent !== undefined) return refuse(says.noSheet(absent, names));
  const chosen =
    wanted === undefined
      ? await firstTable(book, tell)
      : { at: names.indexOf(wanted), content: await book.read(names.indexOf(wanted), tell) };
  const { at } = chosen;
  const own = readyOf(names[at]!, chosen.content, options);
  const alike = await sheetsLike(own, at, book, options, several, tell);
  const other = alike.find(({ sheet }) => !sameColumns(headerOf(own.sheet), headerOf(sheet)));
  if (several !== null && other !== undefined) {
    return refuse(says.otherColumns(own.sheet.name, other.sheet.name));
  }
  const read = several === null ? [own] : [own, ...alike];
  const joined =
    several === null ? null : together([own.sheet, ...alike.map(({ sheet }) => sheet)]);
  const origin = joined === null ? null : { name: says.sectionColumn, of: joined.sheetOf };
  const { lines, spans } = joined ?? own.sheet;
  const assembled = assemble(lines, options, null, spans, origin);
  if (!assembled.ok) return assembled;
  const { table, headerRow, headerRows, notes, beginning, hiddenRows } = assembled;
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
    notes,
    how: {
      kind: 'workbook',
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
        rows: hiddenRows + leftOut.filter(({ kind }) => kind === 'hidden').length,
        columns: columns.length,
      },
      beginning,
      asked: options,
    },
  };
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

/** The first sheet in sight that holds a table; a cover sheet has a few lines of text. */
async function firstTable(
  book: Workbook,
  tell?: Tell,
): Promise<{ at: number; content: SheetContent }> {
  const places = book.sheets.map((_, at) => at);
  const order = [
    ...places.filter((at) => !book.sheets[at]!.hidden),
    ...places.filter((at) => book.sheets[at]!.hidden),
  ];
  let first: { at: number; content: SheetContent } | null = null;
  for (const at of order) {
    const content = await book.read(at, tell);
    if (content.rows.filter(({ cells }) => filled(cells).length > 1).length > 1) {
      return { at, content };
    }
    first ??= { at, content };
  }
  return first!;
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
