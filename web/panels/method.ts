// From how many patients a number comes, and why the others are not in it.
import type { Exclusion } from '../../build/wasm/riskset.js';
import { count } from '../format/numbers.ts';
import type { RichText } from '../base/rich-text.ts';
import { conditionsInWords } from '../data/section/filter/condition-words.ts';
import { sharedSelection } from '../data/without-rows.ts';
import { text } from '../text/text.ts';
import { shownCohort, shownParts } from './shown.ts';

const say = text.panels.used;

/**
 * "n = 80 of 83; excluded: 2 without os_months, 1 withdrew consent." Where conditions choose who is
 * analysed they are named, for nobody else is among the 83.
 */
export function usedOf(used: number, excluded: readonly Exclusion[]): RichText {
  const n = count(used);
  const of = count(used + excluded.length);
  const where = shownParts.where.value;
  const conditions =
    where.length > 0
      ? conditionsInWords(where)
      : (sharedSelection(shownCohort.value)?.conditions ?? '');
  return [
    ...(excluded.length === 0 ? say.all(n, of) : say.without(n, of, reasons(excluded))),
    ...(conditions === '' ? [] : [say.onlyOf(conditions)]),
  ];
}

function reasons(excluded: readonly Exclusion[]): string[] {
  const counts = new Map<string, number>();
  for (const { why, column, detail } of excluded) {
    const reason =
      why === 'missing'
        ? say.missing(column)
        : why === 'afterCutoff'
          ? say.afterCutoff
          : detail === ''
            ? say.byYou
            : detail;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, rows]) => say.reason(count(rows), reason));
}
