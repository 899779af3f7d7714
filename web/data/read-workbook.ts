// A sheet of a workbook -> table of texts, with the same care for its lines as delimited text gets.
import { text } from '../text/text.ts';
import type { ReadOptions } from './read-options.ts';
import { assemble } from './lines/assemble.ts';
import { filled, isEmpty, type Line } from './lines/line.ts';
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
  const asked = options.sheet === undefined ? null : names.indexOf(options.sheet);
  if (asked === -1) return refuse(says.noSheet(options.sheet!, names));
  const { at, content } =
    asked === null
      ? await firstTable(book, tell)
      : { at: asked, content: await book.read(asked, tell) };

  const hidden = new Set(options.hidden === false ? content.hiddenColumns : []);
  const filledDown = fillDown(content);
  const lines = linesOf(content.rows, hidden);
  const spans = content.merged.map((span) => shifted(span, hidden));
  const assembled = assemble(lines, options, null, spans);
  if (!assembled.ok) return assembled;
  const { table, headerRow, headerRows, leftOut, notes, beginning, hiddenRows } = assembled;
  const below = filledDown.filter((line) => line >= headerRow + headerRows).length;
  if (below > 0) notes.push(says.merged(below));
  if (content.notComputed.length > 0) notes.push(says.notComputed(content.notComputed));
  const columns = content.hiddenColumns.filter((column) =>
    content.rows.some(({ cells }) => (cells[column] ?? '') !== ''),
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
