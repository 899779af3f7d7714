import { filled } from '../lines/line.ts';
import type { Tell } from '../reading/step.ts';
import type { SheetContent } from './sheet.ts';
import type { Workbook } from './workbook.ts';

/** The first sheet in sight that holds a table; a cover sheet has a few lines of text. */
export async function firstTable(
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
