// Best response by arm, and the rates with their intervals: of all treated patients, and of
// those with an evaluable response where these are fewer.
import type {
  Denominator,
  ProportionGroup,
  ResponseCounts,
  ResponseGroup,
} from '../../build/wasm/riskset.js';
import type { RateInterval } from '../data/options.ts';
import { countWithPercent, percent, pValue, tick } from '../format/numbers.ts';
import { armColumns } from '../panels/arm-columns.ts';
import { armLabel } from '../panels/arms.ts';
import { differenceCells, rateCell } from '../panels/comparison-cells.ts';
import { answered } from '../panels/outcomes.ts';
import { cell, quiet, type TableModel, type TableRow } from '../tables/model.ts';
import { text } from '../text/text.ts';
import {
  notEvaluable,
  rateName,
  type Rate,
  type RateSet,
  type ResponseAnswers,
} from './answers.ts';

const words = text.response;
const categories = ['CR', 'PR', 'SD', 'PD', 'NE', 'missing'] as const;

export function responseTable(
  { sets, benefit, against, weeks, denominator: chosen }: ResponseAnswers,
  interval: RateInterval,
  coverage: string,
): TableModel {
  const { groups, comparisons } = sets.all;
  const tested = answered(against)?.value.groups ?? [];
  const compared = groups.length === 2 && comparisons.length > 0;
  const rates = (denominator: Denominator): TableRow[] => [
    { kind: 'group', head: [words.ratesGroup[denominator](coverage)], cells: [] },
    rateRow('orr', words.orrRow, sets[denominator], groups, compared, interval),
    rateRow('dcr', words.dcrRow, sets[denominator], groups, compared, interval),
    ...(answered(benefit) === null
      ? []
      : [rateRow('cbr', words.cbrRow(tick(weeks)), sets[denominator], groups, compared, interval)]),
  ];
  return {
    label: words.table,
    caption: { name: words.table, rest: words.tableUnit },
    columns: armColumns(groups, compared ? text.comparison.differenceHead(coverage) : null),
    rows: [
      { kind: 'group', head: [words.countsGroup], cells: [] },
      ...categories
        .filter((code) => code !== 'missing' || groups.some(({ counts }) => counts.missing > 0))
        .map((code) => countRow(words.categories[code], groups, code)),
      ...rates('all'),
      ...(notEvaluable(groups) > 0 ? rates('evaluable') : []),
      ...againstRows(tested, groups, words.denominators[chosen].toLowerCase()),
    ],
  };
}

function countRow(
  name: string,
  groups: readonly ResponseGroup[],
  code: keyof ResponseCounts,
): TableRow {
  return {
    kind: 'level',
    head: [name],
    cells: groups.map(({ counts, n }) => cell(countWithPercent(counts[code], n))),
  };
}

/** The exact test of each arm's objective response against the rate that is given. */
function againstRows(
  tested: readonly ProportionGroup[],
  arms: readonly ResponseGroup[],
  denominator: string,
): TableRow[] {
  const given = tested[0]?.exactTest?.null;
  if (given === undefined) return [];
  return [
    { kind: 'group', head: words.againstGroup(percent(given), denominator), cells: [] },
    {
      kind: 'level',
      head: [words.exactTest],
      cells: arms.map(({ label }) => {
        // One arm alone is "all" to the engine and has no name here.
        const own =
          arms.length === 1 ? tested[0] : tested.find((arm) => armLabel(arm.label) === label);
        const p = own?.exactTest?.p;
        return p === undefined ? quiet(words.nobodyEvaluable) : cell(pValue(p));
      }),
    },
  ];
}

function rateRow(
  rate: Rate,
  head: string,
  set: RateSet,
  arms: readonly ResponseGroup[],
  compared: boolean,
  interval: RateInterval,
): TableRow {
  const pair = set.comparisons.find(({ name }) => name === rateName(rate))?.comparison;
  return {
    kind: 'level',
    head: [head],
    cells: [
      ...arms.map(({ label }) => {
        const own = set.groups.find((group) => group.label === label)?.[rate] ?? null;
        return own === null ? quiet(words.nobodyEvaluable) : rateCell(own, interval);
      }),
      ...(compared && pair !== undefined ? differenceCells(pair) : []),
    ],
  };
}
