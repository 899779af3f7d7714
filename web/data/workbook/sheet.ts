// One sheet -> its rows of texts. A cell is read as it was stored, not as it was printed: numbers
// with all their digits, dates as ISO text.
import { dateText, type Shown } from './number-format.ts';
import { attribute, createXmlReader, type XmlReader } from './xml.ts';

export interface SheetRow {
  /** As the spreadsheet numbers it. */
  line: number;
  cells: string[];
  hidden: boolean;
}

export interface Merged {
  /** Rows as the spreadsheet numbers them, columns from 0; both ends belong to it. */
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface SheetContent {
  rows: SheetRow[];
  merged: Merged[];
  /** Columns from 0. */
  hiddenColumns: number[];
  /** Cells whose formula was never computed, such as "C7". */
  notComputed: string[];
  /** Of a text that is read as a sheet. */
  delimiter?: string;
}

export interface Book {
  strings: readonly string[];
  /** Of each cell style. */
  shown: readonly Shown[];
  from1904: boolean;
}

/** Rows and columns that Excel can have; what lies beyond is no cell. */
const mostRows = 1_048_576;
const mostColumns = 16_384;
/** Far more than a table of patients has; a cell at XFD1 alone would make every row as wide. */
const widest = 2_000;

export function createSheetReader(book: Book): XmlReader & { content: SheetContent } {
  const content: SheetContent = { rows: [], merged: [], hiddenColumns: [], notComputed: [] };
  let row: SheetRow = { line: 0, cells: [], hidden: false };
  let column = -1;
  let kind = '';
  let shown: Shown = 'number';
  let value: string | null = null;
  let formula = false;
  /** What the text that follows belongs to. */
  let inside: 'v' | 't' | null = null;
  let furigana = false;

  const reader = createXmlReader({
    open(name, tag) {
      switch (name) {
        case 'row': {
          const line = Number(attribute(tag, 'r') ?? row.line + 1);
          const valid = Number.isInteger(line) && line > row.line && line <= mostRows;
          row = {
            line: valid ? line : row.line + 1,
            cells: [],
            hidden: isTrue(attribute(tag, 'hidden')),
          };
          column = -1;
          content.rows.push(row);
          break;
        }
        case 'c': {
          const at = columnAt(attribute(tag, 'r'));
          column = at === null || at <= column ? column + 1 : at;
          kind = attribute(tag, 't') ?? 'n';
          shown = book.shown[Number(attribute(tag, 's') ?? 0)] ?? 'number';
          value = null;
          formula = false;
          break;
        }
        case 'f':
          formula = true;
          break;
        case 'v':
          inside = 'v';
          value ??= '';
          break;
        case 't':
          if (!furigana) inside = 't';
          break;
        case 'rPh':
          furigana = true;
          break;
        case 'col':
          hide(content, tag);
          break;
        case 'mergeCell':
          merge(content, attribute(tag, 'ref'));
      }
    },
    close(name) {
      if (name === 'v' || name === 't') inside = null;
      else if (name === 'rPh') furigana = false;
      else if (name === 'c' && column < widest) {
        if (formula && value === null) content.notComputed.push(`${columnName(column)}${row.line}`);
        const text = value === null ? '' : cellText(value, kind, shown, book);
        if (text !== '') {
          while (row.cells.length < column) row.cells.push('');
          row.cells[column] = text;
        }
      }
    },
    text(text) {
      if (inside !== null) value = (value ?? '') + text;
    },
  });
  return { ...reader, content };
}

function cellText(value: string, kind: string, shown: Shown, book: Book): string {
  switch (kind) {
    case 's':
      return book.strings[Number(value)] ?? '';
    case 'b':
      return value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE';
    case 'd':
      return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '').replace('T', ' ');
    case 'n':
      return numberText(value.trim(), shown, book.from1904);
    default:
      return unescaped(value);
  }
}

/** The shortest text of the number that is stored: programs write 0.1 as 0.10000000000000001. */
function numberText(value: string, shown: Shown, from1904: boolean): string {
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return value;
  const date = dateText(number, shown, from1904);
  if (date !== null) return date;
  // As somebody types it into another cell; 0.07 * 100 is 7.000000000000001.
  if (shown === 'percent') return `${Number((number * 100).toPrecision(15))}%`;
  const zeros = typeof shown === 'object' && Number.isInteger(number) ? shown.zeros : 0;
  return String(number).padStart(zeros, '0');
}

/** Signs that XML cannot hold are written _x000D_. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
}

/** Columns from 0 of a reference such as "BC12"; null without one. */
export function columnAt(reference: string | null): number | null {
  const letters = /^\$?([A-Z]{1,3})\$?\d/.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number <= mostColumns ? number - 1 : null;
}

export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

export function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

function hide({ hiddenColumns }: SheetContent, tag: string): void {
  if (!isTrue(attribute(tag, 'hidden'))) return;
  const first = Number(attribute(tag, 'min') ?? 0);
  const last = Math.min(Number(attribute(tag, 'max') ?? first), widest);
  for (let number = first; number >= 1 && number <= last; number += 1) {
    hiddenColumns.push(number - 1);
  }
}

function merge({ merged }: SheetContent, reference: string | null): void {
  const [from = '', to = from] = (reference ?? '').split(':');
  const [left, right] = [columnAt(from), columnAt(to)];
  const [top, bottom] = [from, to].map((one) => Number(/\d+$/.exec(one)?.[0] ?? 0));
  if (left === null || right === null || top! < 1 || right < left || bottom! < top!) return;
  merged.push({ top: top!, bottom: bottom!, left, right: Math.min(right, widest) });
}
