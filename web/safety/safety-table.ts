// Patients by the worst grade of any adverse event, by arm.
import type { RateInterval } from '../data/options.ts';
import { countWithPercent } from '../format/numbers.ts';
import { armColumns } from '../panels/arm-columns.ts';
import { differenceCells, rateCell } from '../panels/comparison-cells.ts';
import { cell, type TableModel, type TableRow } from '../tables/model.ts';
import { text } from '../text/text.ts';
import type { Rated, SafetyAnswers } from './answers.ts';

const words = text.safety;

export function safetyTable(
  { groups, severe, any, byGrade }: SafetyAnswers,
  interval: RateInterval,
  coverage: string,
): TableModel {
  const pair = groups.length === 2 && (severe ?? any)?.comparison !== null;
  return {
    label: words.worstTable,
    caption: { name: words.worstTable, rest: words.worstTableUnit(coverage) },
    columns: armColumns(groups, pair ? text.comparison.differenceHead(coverage) : null),
    rows: [
      { kind: 'group', head: [words.worstGroup], cells: [] },
      ...byGrade.map(({ grade, groups: own }): TableRow => ({
        kind: 'level',
        head: [words.grades[grade] ?? ''],
        cells: groups.map(({ label, n }) =>
          cell(countWithPercent(own.find((one) => one.label === label)?.events ?? 0, n)),
        ),
      })),
      ...(any === null && severe === null
        ? []
        : [{ kind: 'group' as const, head: [words.ratesGroup(coverage)], cells: [] }]),
      ...rateRow(words.any, any, interval),
      ...rateRow(words.severe, severe, interval),
    ],
  };
}

function rateRow(head: string, rates: Rated | null, interval: RateInterval): TableRow[] {
  if (rates === null) return [];
  const { groups, comparison } = rates;
  const compared = groups.length === 2 && comparison !== null;
  return [
    {
      kind: 'level',
      head: [head],
      cells: [
        ...groups.map((group) => rateCell(group, interval)),
        ...(compared ? differenceCells(comparison) : []),
      ],
    },
  ];
}
