// Conditions on patients, in words.
import { tick } from '../../../format/numbers.ts';
import { levelLabel } from '../../../format/words.ts';
import { text } from '../../../text/text.ts';
import type { Condition } from '../../changes/changes.ts';

const words = text.data.filter.conditions;

export function conditionInWords(condition: Condition): string {
  const { column } = condition;
  if ('in' in condition) return words.in(column, condition.in.map(levelLabel));
  if ('atLeast' in condition) return words.atLeast(column, tick(condition.atLeast));
  if ('below' in condition) return words.below(column, tick(condition.below));
  return condition.missing ? words.missing(column) : words.known(column);
}

export function conditionsInWords(where: readonly Condition[]): string {
  return words.all(where.map(conditionInWords));
}
