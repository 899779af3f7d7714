// Best response by arm, and the two rates with their intervals.
import type { Proportion, ResponseCounts, ResponseGroup } from '../../build/wasm/riskset.js';
import {
  countWithPercent,
  ofTotal,
  percent,
  percentInterval,
  points,
  pointsInterval,
  pValue,
} from '../format/numbers.ts';
import { armColumns } from '../panels/arm-columns.ts';
import { chosenTest } from '../panels/comparison-table.ts';
import {
  cell,
  estimate,
  quiet,
  type Cell,
  type TableModel,
  type TableRow,
} from '../tables/model.ts';
import { rateNames, type ResponseAnswers } from './answers.ts';

const categories: readonly { code: keyof ResponseCounts; name: string }[] = [
  { code: 'CR', name: 'Complete response (CR)' },
  { code: 'PR', name: 'Partial response (PR)' },
  { code: 'SD', name: 'Stable disease (SD)' },
  { code: 'PD', name: 'Progressive disease (PD)' },
  { code: 'NE', name: 'Not evaluable (NE)' },
];

export function responseTable(answers: ResponseAnswers): TableModel {
  const { groups, denominator } = answers;
  const compared = groups.length === 2 && answers.comparisons.length > 0;
  return {
    label: 'Best response',
    caption: {
      name: 'Best response',
      rest: denominator === 'all' ? 'all treated patients' : 'evaluable patients',
    },
    columns: armColumns(groups, compared ? 'Difference (95% CI)' : null),
    rows: [
      { kind: 'group', head: ['Best response, n (%)'], cells: [] },
      ...categories
        .filter(({ code }) => code !== 'NE' || denominator === 'all')
        .map(({ code, name }) => countRow(name, groups, code)),
      ...(groups.some(({ counts }) => counts.missing > 0)
        ? [countRow('Not recorded', groups, 'missing')]
        : []),
      { kind: 'group', head: ['Rates (95% CI)'], cells: [] },
      rateRow('orr', 'Objective response (CR + PR)', answers, compared),
      rateRow('dcr', 'Disease control (CR + PR + SD)', answers, compared),
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

function rateRow(
  rate: keyof typeof rateNames,
  head: string,
  { groups, comparisons }: ResponseAnswers,
  compared: boolean,
): TableRow {
  const pair = comparisons.find(({ name }) => name === rateNames[rate])?.comparison;
  return {
    kind: 'level',
    head: [head],
    cells: [
      ...groups.map((group) => rateCell(group[rate])),
      ...(compared && pair !== undefined
        ? [
            estimate(points(pair.difference.value), pointsInterval(pair.difference.newcombe)),
            cell(pValue(chosenTest(pair).p)),
          ]
        : []),
    ],
  };
}

function rateCell(rate: Proportion | null): Cell {
  if (rate === null) return quiet('nobody is evaluable');
  return estimate(
    `${ofTotal(rate.events, rate.n)}, ${percent(rate.rate)}`,
    percentInterval(rate.intervals.clopperPearson),
  );
}
