// Between which days the patients started, where a column of dates says it.
import { analysedCohort } from '../data/changes/kept-rows.ts';
import { type Cohort, textColumn } from '../data/cohort.ts';
import { startWords } from '../data/guess/outcome-words.ts';
import { hasAny, wordsOf } from '../data/guess/words.ts';
import type { Setup } from '../data/setup.ts';
import { textCounts } from '../data/text/text-table.ts';
import { cellReader } from '../data/text/parse-cell.ts';
import { day } from '../format/numbers.ts';

export function startPeriod(cohort: Cohort, setup: Setup): { from: string; to: string } | null {
  const used = setup.endpoints.find(({ start }) => start !== null)?.start ?? null;
  const column =
    used ??
    cohort.columns.find(
      ({ name }) => setup.types.get(name)?.type === 'date' && hasAny(wordsOf(name), startWords),
    )?.name ??
    null;
  const type = column === null ? undefined : setup.types.get(column);
  if (column === null || type?.type !== 'date') return null;
  let [from, to] = [Infinity, -Infinity];
  const read = cellReader(type, cohort.decimal);
  const written = textColumn(analysedCohort(cohort, setup), column);
  const counts = textCounts(written);
  for (const [code, own] of written.texts.entries()) {
    const date = counts[code] === 0 ? null : read(own);
    if (date === null || Number.isNaN(date)) continue;
    from = Math.min(from, date);
    to = Math.max(to, date);
  }
  // One day for everybody is none: so dates are written that were shared without the calendar.
  return from >= to ? null : { from: day(from), to: day(to) };
}
