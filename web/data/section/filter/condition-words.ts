// Conditions on patients, in words.
import { day, tick } from '../../../format/numbers.ts';
import { levelLabel } from '../../../format/words.ts';
import { text } from '../../../text/text.ts';
import type { Bound, Condition } from '../../changes/changes.ts';
import { parseDate } from '../../text/parse-cell.ts';

const words = text.data.filter.conditions;

export function conditionInWords(condition: Condition): string {
  const { column } = condition;
  if ('in' in condition) return words.in(column, condition.in.map(levelLabel));
  if ('atLeast' in condition) return since(column, condition.atLeast);
  if ('below' in condition) return before(column, condition.below);
  return condition.missing ? words.missing(column) : words.known(column);
}

function since(column: string, bound: Bound): string {
  return typeof bound === 'number'
    ? words.atLeast(column, tick(bound))
    : words.since(column, dayShown(bound));
}

function before(column: string, bound: Bound): string {
  return typeof bound === 'number'
    ? words.below(column, tick(bound))
    : words.before(column, dayShown(bound));
}

function dayShown(date: string): string {
  return day(parseDate(date) ?? 0);
}

export function conditionsInWords(where: readonly Condition[]): string {
  return words.all(where.map(conditionInWords));
}
