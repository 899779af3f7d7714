// The panel's table: one row per quantity, one column per arm, what two arms differ by beside them.
import type { KaplanMeierGroup } from '../../build/wasm/riskset.js';
import {
  countWithPercent,
  full,
  pEquals,
  percent,
  percentInterval,
  points,
  pointsInterval,
  pValue,
  ratio,
  ratioInterval,
  saysNothing,
  signedTime,
  signedTimeInterval,
  tick,
  time,
  timeInterval,
  type Bounds,
} from '../format/numbers.ts';
import { term } from '../base/rich-text.ts';
import { inSentence } from '../format/words.ts';
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
import { text } from '../text/text.ts';
import { armTest, hazardRatios, type HazardRatio, type SurvivalAnswers } from './answers.ts';
import { differenceAt, meanDifference, meanOf, rateAt, type Difference } from './contrasts.ts';

const say = text.survival.table;

export function summaryTable(answers: SurvivalAnswers): TableModel {
  const { words, unit, groups, level, times } = answers;
  const compared = groups.length > 1;
  return {
    label: words.title,
    caption: { name: words.title, rest: say.caption(unit, level) },
    columns: armColumns(groups, compared ? say.effect : null),
    rows: [
      row(say.counted(words.counted), groups, (group) =>
        cell(countWithPercent(group.events, group.n)),
      ),
      ...(compared ? hazardRows(answers) : []),
      row(say.median, groups, (group) => medianCell(group, answers), notCompared(compared)),
      ...times.landmarks.map((at) =>
        row(
          say.freeAt(words.free, tick(at), unit),
          groups,
          (group) => rateCell(group, at),
          compared ? rateDifference(answers, at) : [],
        ),
      ),
      ...meanRow(answers),
      ...followUpRow(answers),
    ],
  };
}

const notTested = quiet(say.notTested);

function testedCell(p: number | null): Cell {
  return p === null ? notTested : cell(pValue(p));
}

function notCompared(compared: boolean): Cell[] {
  return compared ? [notTested] : [];
}

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
  const there = rateAt(group, at);
  if (there === null) return quiet(say.afterFollowUp);
  const rate = percent(there.survival);
  if (there.survival === 1) return { text: [rate], interval: say.noEventBefore };
  if (there.survival === 0) return { text: [rate], interval: say.nobodyLeft };
  return withBounds(rate, there, percentInterval(there));
}

function rateDifference(answers: SurvivalAnswers, at: number): (Cell | null)[] {
  const difference = differenceAt(answers, at);
  if (difference === null) return [notTested];
  return differenceCells(difference, points(difference.value), pointsInterval(difference));
}

function differenceCells(difference: Difference, value: string, bounds: string): Cell[] {
  const shown = saysNothing(difference) ? cell(value) : estimate(value, bounds);
  return [shown, testedCell(difference.p)];
}

/** Mean survival within the horizon. */
function meanRow(answers: SurvivalAnswers): TableRow[] {
  const { groups, unit, times } = answers;
  if (times.horizon === null || groups.every(({ restrictedMean }) => restrictedMean.length === 0)) {
    return [];
  }
  const difference = meanDifference(answers);
  const compared =
    difference === null
      ? notCompared(groups.length > 1)
      : differenceCells(
          difference,
          signedTime(difference.value, unit),
          signedTimeInterval(difference, unit),
        );
  return [
    row(
      say.meanWithin(meanWords(answers), tick(times.horizon), unit),
      groups,
      (group) => meanCell(group, answers),
      compared,
    ),
  ];
}

/** "survival", "progression-free time": what a restricted mean is of. */
export function meanWords({ words }: Pick<SurvivalAnswers, 'words'>): string {
  return words.died ? say.survivalTime : say.eventFreeTime(inSentence(words.free));
}

function meanCell(group: KaplanMeierGroup, { unit }: SurvivalAnswers): Cell {
  const mean = meanOf(group);
  if (mean === null) return quiet(say.afterFollowUp);
  if (mean.stdError !== 0) return estimate(time(mean.value, unit), timeInterval(mean, unit));
  const why = mean.value === mean.tau ? say.noEventBefore : say.allAtOneTime;
  return { text: [time(mean.value, unit)], interval: why };
}

function hazardRows(answers: SurvivalAnswers): TableRow[] {
  const { words, groups, hazard } = answers;
  const rows: TableRow[] = [];
  const two = groups.length === 2;
  if (answered(hazard) !== null) {
    const ratios = hazardRatios(answers);
    const own = (group: KaplanMeierGroup) => ratios.find(({ arm }) => arm === group.label);
    const [first] = ratios;
    rows.push(
      row(
        say.hazardOf(words.hazard),
        groups,
        (group) => {
          const against = own(group);
          if (against === undefined) return reference;
          return two ? null : ratioCell(against, groups);
        },
        two && first !== undefined ? [ratioCell(first, groups), testedCell(first.p)] : [],
      ),
    );
    if (!two) {
      rows.push(
        row(say.wald, groups, (group) => {
          const against = own(group);
          return against === undefined ? null : waldCell(against.p);
        }),
      );
    }
  }
  return two ? rows : [...rows, ...armTestRow(answers)];
}

/** The test of all arms together; that of two stands in the sentence and in the figure. */
function armTestRow(answers: SurvivalAnswers): TableRow[] {
  const test = armTest(answers);
  if (test === null) return [];
  const { kind, chiSquare, df, p } = test;
  const statistic = cell(say.chiSquare(full.chiSquare(chiSquare), df));
  return [row(say.testOfAll(kind), answers.groups, () => null, [statistic, cell(pValue(p))])];
}

function waldCell(p: number | null): Cell {
  return p === null ? quiet(pValue(p)) : cell([term('p'), pEquals(p)]);
}

function ratioCell(hazard: HazardRatio, groups: readonly KaplanMeierGroup[]): Cell {
  if (hazard.value === null) {
    const empty = groups.some(
      ({ label, events }) => [hazard.arm, hazard.reference].includes(label) && events === 0,
    );
    return quiet(empty ? say.noEventsInOneArm : say.runsToInfinity);
  }
  return estimate(say.hazardRatio(ratio(hazard.value)), ratioInterval(hazard));
}

/** Reverse Kaplan-Meier: how long patients were watched. */
function followUpRow(answers: SurvivalAnswers): TableRow[] {
  const { followUpGroups, groups } = answers;
  if (followUpGroups.length !== groups.length) return [];
  return [row(say.followUp, followUpGroups, (group) => medianCell(group, answers))];
}
