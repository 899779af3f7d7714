// Survival of the patients who have come to a chosen time without the event, at later times.
import { nbsp } from '../base/rounding.ts';
import { count, percent, percentInterval, saysNothing, tick, unitAt } from '../format/numbers.ts';
import { armColumns } from '../panels/arm-columns.ts';
import { cell, estimate, quiet, type TableModel } from '../tables/model.ts';
import { text } from '../text/text.ts';
import type { SurvivalAnswers } from './answers.ts';

const say = text.survival.chosenTime.alive;

/** A row for each later tick; null while nothing is computed. */
export function conditionalTable(own: SurvivalAnswers): TableModel | null {
  const { groups, words, unit, times } = own;
  const [first] = groups;
  const [given] = first?.conditional ?? [];
  if (first === undefined || given === undefined) return null;
  const later = first.conditional
    .map(({ time }) => time)
    .filter((time) => times.ticks.includes(time) || times.landmarks.includes(time));
  return {
    label: say.label(words.free, `${tick(given.given)}${nbsp}${unitAt(given.given, unit)}`),
    columns: armColumns(groups, null),
    rows: [
      {
        kind: 'plain',
        head: [say.atRisk],
        cells: groups.map(({ conditional }) => cell(count(conditional[0]?.atRisk ?? 0))),
      },
      ...later.map((at) => ({
        kind: 'plain' as const,
        head: [say.at(tick(at), unit)],
        cells: groups.map(({ conditional }) => {
          const there = conditional.find(({ time }) => time === at);
          if (there === undefined || there.survival === null) return quiet(say.notEstimable);
          return saysNothing(there)
            ? cell(percent(there.survival))
            : estimate(percent(there.survival), percentInterval(there));
        }),
      })),
    ],
  };
}
