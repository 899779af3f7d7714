// A column's values in one line of words.
import { isoDay } from '../text/parse-date.ts';
import { tick } from '../../format/numbers.ts';
import { levelLabel } from '../../format/words.ts';
import { text } from '../../text/text.ts';
import type { ColumnContent } from '../profile.ts';

const words = text.data.columns;
/** Levels that fit on a line of the table. */
const mostLevels = 6;

/** `order`: of an arm, whose reference may be another than its first value. */
export function valueText(
  { type, values, summary, unreadable }: ColumnContent,
  order: readonly string[] = [],
): string {
  if (values.length === 0) return words.empty;
  const odd = unreadable.rows.length === 0 ? '' : words.unreadable(unreadable.rows.length);
  if (type === 'number' && summary !== null) {
    return words.range(tick(summary.lowest), tick(summary.highest), tick(summary.median)) + odd;
  }
  if (type === 'date' && summary !== null) {
    return words.dates(isoDay(summary.lowest), isoDay(summary.highest)) + odd;
  }
  if (values.length > mostLevels) return words.different(values.length) + odd;
  return (
    values
      .toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value))
      .map(({ value, count }) => words.valueCount(levelLabel(value), count))
      .join(', ') + odd
  );
}
