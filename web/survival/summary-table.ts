// The panel's table: one row per quantity, one column per arm.
import type { KaplanMeierGroup } from '../../build/wasm/riskset.js';
import {
  countWithPercent,
  full,
  nbsp,
  notEstimable,
  pEquals,
  percent,
  percentInterval,
  pValue,
  ratio,
  ratioInterval,
  tick,
  saysNothing,
  time,
  timeInterval,
  type Bounds,
} from '../format/numbers.ts';
import { term } from '../format/rich-text.ts';
import { armColumns } from '../panels/arm-columns.ts';
import { answered } from '../panels/outcomes.ts';
import {
  cell,
  estimate,
  quiet,
  reference,
  type Cell,
  type TableModel,
  type TableRow,
} from '../tables/model.ts';
import { hazardRatios, type HazardRatio, type SurvivalAnswers } from './answers.ts';
import { landmarks } from './landmarks.ts';

export function summaryTable(answers: SurvivalAnswers): TableModel {
  const { words, unit, groups } = answers;
  const compared = groups.length > 1;
  return {
    label: words.title,
    caption: { name: words.title, rest: `${unit}; intervals are 95%` },
    columns: armColumns(groups, compared ? 'Difference or ratio' : null),
    rows: [
      row(`${words.counted}, n (%)`, groups, (group) =>
        cell(countWithPercent(group.events, group.n)),
      ),
      ...(compared ? hazardRows(answers) : []),
      row('Median', groups, (group) => medianCell(group, answers), compared ? [notTested] : []),
      ...landmarks(groups, unit).map((at) =>
        row(
          `${words.free} at ${tick(at)}${nbsp}${unit}`,
          groups,
          (group) => rateCell(group, at),
          compared ? [notTested] : [],
        ),
      ),
      ...followUpRow(answers),
    ],
  };
}

const notTested = quiet('not tested');

function row(
  head: string,
  groups: readonly KaplanMeierGroup[],
  content: (group: KaplanMeierGroup) => Cell | null,
  compared: readonly (Cell | null)[] = [],
): TableRow {
  return { kind: 'plain', head: [head], cells: [...groups.map(content), ...compared] };
}

function medianCell({ median }: KaplanMeierGroup, { unit }: SurvivalAnswers): Cell {
  return withBounds(time(median.value, unit), median, timeInterval(median, unit));
}

/** Bounds that say nothing are left out: both not reached, or both the estimate itself. */
function withBounds(value: string, bounds: Bounds, shown: string): Cell {
  return saysNothing(bounds) ? cell(value) : estimate(value, shown);
}

function rateCell(group: KaplanMeierGroup, at: number): Cell {
  const there = group.atTimes.find(({ time: when }) => when === at);
  if (there === undefined || there.beyondFollowUp) return quiet('after the last follow-up');
  return withBounds(percent(there.survival), there, percentInterval(there));
}

function hazardRows(answers: SurvivalAnswers): TableRow[] {
  const { words, groups, hazard, logRank } = answers;
  const ratios = hazardRatios(answers);
  const rows: TableRow[] = [];
  if (answered(hazard) !== null) {
    const two = groups.length === 2;
    const own = (group: KaplanMeierGroup) => ratios.find(({ arm }) => arm === group.label);
    const [first] = ratios;
    rows.push(
      row(
        `Hazard of ${words.hazard}`,
        groups,
        (group) => {
          const against = own(group);
          if (against === undefined) return reference;
          return two ? null : ratioCell(against);
        },
        two && first !== undefined ? [ratioCell(first), cell(pValue(first.p))] : [],
      ),
    );
    if (!two) {
      rows.push(
        row('Wald test against the reference', groups, (group) => {
          const against = own(group);
          return against === undefined ? null : waldCell(against.p);
        }),
      );
    }
  }
  const test = answered(logRank);
  if (test !== null) {
    const { chiSquare, df, p } = test.value;
    const statistic = `χ²${nbsp}=${nbsp}${full.chiSquare(chiSquare)}, ${df}${nbsp}df`;
    rows.push(
      row(
        groups.length > 2 ? 'Log\u2011rank test, all arms' : 'Log\u2011rank test',
        groups,
        () => null,
        [cell(statistic), cell(pValue(p))],
      ),
    );
  }
  return rows;
}

function waldCell(p: number | null): Cell {
  return p === null ? quiet(pValue(p)) : cell([term('p'), pEquals(p)]);
}

function ratioCell(hazard: HazardRatio): Cell {
  if (hazard.value === null) return quiet(notEstimable);
  return estimate(`HR ${ratio(hazard.value)}`, ratioInterval(hazard));
}

/** Reverse Kaplan-Meier: how long patients were watched. */
function followUpRow(answers: SurvivalAnswers): TableRow[] {
  const { followUpGroups, groups } = answers;
  if (followUpGroups.length !== groups.length) return [];
  return [row('Median follow-up', followUpGroups, (group) => medianCell(group, answers))];
}
