// Times that are written in a way that is not read, such as "1y3m". Such a column is one of texts, and
// the endpoint of its name is missing without a word.
import { text } from '../../text/text.ts';
import { type Cohort, textColumn } from '../cohort.ts';
import { soundsLikeTime } from '../guess/outcome-words.ts';
import { wordsOf } from '../guess/words.ts';
import type { Setup } from '../setup.ts';
import { writtenNumber } from '../text/parse-number.ts';
import { rowsOfTexts } from '../text/text-table.ts';
import type { Check, Finding } from './finding.ts';

const says = text.data.checks.unreadTimes;

/** Fewer different texts are groups of times. */
const fewest = 5;

export function unreadTimes(cohort: Cohort, setup: Setup): Finding {
  const found = cohort.columns.flatMap(({ name }): Check[] => {
    const isText = setup.types.get(name)?.type === 'category';
    if (!isText || setup.chosen.has(name) || !soundsLikeTime(wordsOf(name))) return [];
    const column = textColumn(cohort, name);
    const isTime = (written: string) => /^[<>≤≥=~]?\s*\d/.test(written);
    const rows = rowsOfTexts(column, isTime);
    if (column.texts.filter(isTime).length < fewest || 2 * rows.length < cohort.table.rows)
      return [];
    const odd = (written: string) => isTime(written) && isMixed(written, cohort);
    const different = column.texts.filter(odd);
    const oddRows = rowsOfTexts(column, odd);
    const areGroups = different.every(isRange) && 2 * different.length <= oddRows.length;
    const [example] = different;
    if (example === undefined || areGroups) return [];
    return [
      {
        id: `unreadTimes:${name}`,
        kind: 'problem',
        claim: says.claim(name, example),
        text: says.text,
        rows: oddRows,
        columns: [name],
      },
    ];
  });
  return found.length > 0 ? found : null;
}

/** "1y3m": more than a number and a unit. */
function isMixed(written: string, { decimal }: Cohort): boolean {
  const number = writtenNumber(written, decimal);
  return number === null || /\d/.test(number.unit);
}

const range = /^\W*[\d.,]+\s*(\p{L}*)\s*(?:[-–—~]|to|bis|至)\s*\W*[\d.,]+\s*(\p{L}*)/u;

/** "6-12" and "6 to 12 months", not "1y-3m". */
function isRange(written: string): boolean {
  const [sides, unit, other] = range.exec(written) ?? [];
  return sides !== undefined && (unit === '' || unit === other);
}
