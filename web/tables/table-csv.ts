// A table as a file that spreadsheets and statistics programs read: its heads and rows, without notes.
import { plain } from '../base/rich-text.ts';
import type { TableModel } from './model.ts';
import { cellText, headText, safe } from './table-text.ts';

/** Without it Excel takes the text for one of its own code page. */
const byteOrderMark = '\uFEFF';

export function tableCsv({ rowHead = [], columns, rows }: TableModel): string {
  const lines = [
    [plain(rowHead), ...columns.map(headText)],
    ...rows.map(({ head, cells }) => [
      plain(head),
      ...columns.map((_, at) => cellText(cells[at] ?? null)),
    ]),
  ];
  return byteOrderMark + lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

/**
 * A space that does not break is found by no search. Where semicolons part cells, what stands behind one
 * begins a cell.
 */
function quoted(text: string): string {
  const parts = text.replaceAll('\u00a0', ' ').split(';');
  const plainSpaces = parts.map(safe).join(';');
  return /[",;]/.test(plainSpaces) ? `"${plainSpaces.replaceAll('"', '""')}"` : plainSpaces;
}
