// The arms recounted at the landmark: who is at risk there, who is left out and why, what follows.
import type { LandmarkLeftOut, LandmarkValue } from '../../build/wasm/riskset.js';
import { term } from '../base/rich-text.ts';
import {
  count,
  full,
  notEstimable,
  pEquals,
  ratio,
  ratioInterval,
  saysNothing,
  time,
  timeInterval,
} from '../format/numbers.ts';
import { armLabel, referenceLast } from '../panels/arms.ts';
import { armColumns } from '../panels/arm-columns.ts';
import {
  cell,
  estimate,
  quiet,
  reference,
  type Cell,
  type TableModel,
  type TableRow,
} from '../tables/model.ts';
import { text } from '../text/text.ts';
import { ratiosOf, type SurvivalAnswers } from './answers.ts';

const say = text.survival.chosenTime.landmark;

export function landmarkTable(
  value: LandmarkValue,
  { words, unit, groups }: SurvivalAnswers,
): TableModel {
  const ratios = ratiosOf(value.hazardRatios);
  const arms = referenceLast(value.leftOut).map((left) => ({
    left,
    label: armLabel(left.label, value.leftOut.length === 1),
    group: value.groups.find(({ label }) => label === left.label),
  }));
  const row = (head: string, content: (arm: (typeof arms)[number]) => Cell | null): TableRow => ({
    kind: 'plain',
    head: [head],
    cells: arms.map(content),
  });
  const leftOut = (head: string, of: (left: LandmarkLeftOut) => number) =>
    row(head, ({ left }) => cell(count(of(left))));
  return {
    label: say.label,
    columns: armColumns(
      arms.map(({ label }) => ({
        label,
        n: groups.find((group) => group.label === label)?.n ?? 0,
      })),
      null,
    ),
    rows: [
      row(say.atRisk, ({ group }) =>
        group === undefined ? quiet(say.nobody) : cell(count(group.n)),
      ),
      leftOut(say.eventBefore, ({ eventsBefore }) => eventsBefore),
      leftOut(say.censoredBefore, ({ censoredBefore }) => censoredBefore),
      row(say.events, ({ group }) => (group === undefined ? null : cell(count(group.events)))),
      row(say.median(unit), ({ group }) => {
        if (group === undefined) return null;
        const { median } = group;
        return saysNothing(median)
          ? cell(time(median.value, unit))
          : estimate(time(median.value, unit), timeInterval(median, unit));
      }),
      ...(ratios.length === 0
        ? []
        : [
            row(say.hazardRatio(words.hazard), ({ label, group }) => {
              if (group === undefined) return null;
              const own = ratios.find(({ arm }) => arm === label);
              if (own === undefined) return reference;
              return own.value === null
                ? quiet(notEstimable)
                : estimate(ratio(own.value), ratioInterval(own));
            }),
          ]),
      ...(value.logRank === null
        ? []
        : [
            row(say.logRank, ({ label }) =>
              label === arms[0]?.label
                ? {
                    text: [term('p'), pEquals(value.logRank!.p)],
                    interval: `(${text.survival.table.chiSquare(full.chiSquare(value.logRank!.chiSquare), value.logRank!.df)})`,
                  }
                : null,
            ),
          ]),
    ],
  };
}
