// A table as it is taken to a document or a spreadsheet: as HTML and as lines with tabs.
import { plain, type RichText } from '../base/rich-text.ts';
import type { Cell, TableColumn, TableModel, TableNote } from './model.ts';

/** Lines of cells with tabs between: the caption, the heads, the rows, the notes. */
export function tableText(model: TableModel): string {
  const lines = [
    ...(model.caption === undefined ? [] : [`${model.caption.name}. ${model.caption.rest}`]),
    ['', ...model.columns.map(headText)].map(safe).join('\t'),
    ...model.rows.map(({ head, cells }) =>
      [plain(head), ...model.columns.map((_, at) => cellText(cells[at] ?? null))]
        .map(safe)
        .join('\t'),
    ),
    ...(model.notes ?? []).map(noteText),
  ];
  return lines.join('\n');
}

/** A table that word processors and spreadsheets take as one. Numbers stay the texts they are. */
export function tableHtml(model: TableModel): string {
  const asText = ' style="mso-number-format:\'\\@\'"';
  const cells = (tag: 'td' | 'th', inner: readonly string[]) =>
    `<tr>${inner.map((one) => `<${tag}${asText}>${one}</${tag}>`).join('')}</tr>`;
  const caption =
    model.caption === undefined
      ? ''
      : `<caption><b>${escaped(model.caption.name)}.</b> ${escaped(model.caption.rest)}</caption>`;
  const heads = cells('th', ['', ...model.columns.map((column) => escaped(headText(column)))]);
  const rows = model.rows.map(({ kind, head, cells: own }) =>
    cells('td', [
      kind === 'group'
        ? `<b>${escaped(plain(head))}</b>`
        : `${kind === 'level' ? '&nbsp;&nbsp;' : ''}${escaped(plain(head))}`,
      ...model.columns.map((_, at) => cellHtml(own[at] ?? null)),
    ]),
  );
  const notes = (model.notes ?? []).map(
    ({ mark, text }) =>
      `<p>${mark === '' ? '' : `<sup>${escaped(mark)}</sup>`}${escaped(text)}</p>`,
  );
  return `<table>${caption}<thead>${heads}</thead><tbody>${rows.join('')}</tbody></table>${notes.join('')}`;
}

export function headText({ head, note, spanners = [] }: TableColumn): string {
  return [...spanners, plain(head), ...(note === undefined ? [] : [note])].join(' ').trim();
}

function bodyText({ text, interval }: { text: RichText; interval?: string }): string {
  return interval === undefined ? plain(text) : `${plain(text)} ${interval}`;
}

export function cellText(cell: Cell | null): string {
  return cell === null ? '' : `${bodyText(cell)}${cell.mark === undefined ? '' : ` ${cell.mark}`}`;
}

function cellHtml(cell: Cell | null): string {
  if (cell === null) return '';
  const mark = cell.mark === undefined ? '' : `<sup>${escaped(cell.mark)}</sup>`;
  return `${escaped(bodyText(cell))}${mark}`;
}

function noteText({ mark, text }: TableNote): string {
  return mark === '' ? text : `${mark} ${text}`;
}

/**
 * A text that begins like a formula is no formula, whatever its letters are wide; a printed number or
 * interval stays as it is. What a cell cannot hold becomes a space.
 */
export function safe(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  const first = line.trimStart().normalize('NFKC').charAt(0);
  return first !== '' && '=+-@'.includes(first) && !printed.test(line) ? `'${line}` : line;
}

/** A sign and digits, with all that this page prints behind them: no letter beside words of its own. */
const printed =
  /^[+-]\d(?:[\d.,%()[\]–−\s;]|to\b|points?\b|[pP] ?[=<>] ?(?=[\d.])|[<>] ?(?=[\d.])|(?<=[([–]|to |[,;] )[+-](?=\d)| [a-z]$)*$/;

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
