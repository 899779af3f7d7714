// The texts of a column that count as missing, or might: each with its rows and the evidence.
import { type Cohort, textColumn } from './cohort.ts';
import { defaultMissing } from './columns.ts';
import { missingCandidates } from './guess/missing-candidates.ts';
import { contentOf, type Setup } from './setup.ts';
import { textCounts } from './text/text-table.ts';

export interface ColumnCode {
  code: string;
  rows: number;
  counts: boolean;
  why: 'always' | 'guessed' | 'chosen' | 'word' | 'sign' | 'outOfScale' | 'unreadable';
}

/** More texts than this that cannot be read are no codes, but the wrong type. */
const mostUnreadable = 8;

/** In how many rows the cell is empty, and the codes by their frequency. */
export function codesOf(
  cohort: Cohort,
  setup: Setup,
  name: string,
): { empty: number; codes: ColumnCode[] } {
  const own = setup.types.get(name);
  const content = contentOf(cohort, setup, name);
  const guessed = cohort.columns.find((column) => column.name === name);
  if (own === undefined || content === null || guessed === undefined) {
    return { empty: 0, codes: [] };
  }
  const column = textColumn(cohort, name);
  const counts = textCounts(column);
  const rows = new Map(column.texts.map((text, at) => [text, counts[at]!]));
  const unreadable = [...new Set(content.unreadable.texts)];
  const said: [string, ColumnCode['why']][] = [
    ...defaultMissing.map((code) => [code, 'always'] as const),
    ...guessed.codes.map((code) => [code, 'guessed'] as const),
    ...own.missing.map((code) => [code, 'chosen'] as const),
    ...missingCandidates(content, cohort.decimal).map(({ code, why }) => [code, why] as const),
    ...(unreadable.length > mostUnreadable
      ? []
      : unreadable.map((code) => [code, 'unreadable'] as const)),
  ].map(([code, why]) => [code, why]);
  const codes = new Map<string, ColumnCode>();
  for (const [code, why] of said) {
    const inRows = rows.get(code);
    if (inRows === undefined || code === '' || codes.has(code)) continue;
    const always = defaultMissing.includes(code) && !own.notMissing.includes(code);
    codes.set(code, { code, rows: inRows, counts: always || own.missing.includes(code), why });
  }
  return {
    empty: rows.get('') ?? 0,
    codes: [...codes.values()].toSorted((a, b) => b.rows - a.rows || (a.code < b.code ? -1 : 1)),
  };
}
