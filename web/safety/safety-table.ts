import {
  ofTotal,
  percent,
  percentInterval,
  points,
  pointsInterval,
  pValue,
} from '../format/numbers.ts';
import { armColumns } from '../panels/arm-columns.ts';
import { chosenTest } from '../panels/comparison-table.ts';
import { cell, estimate, type TableModel } from '../tables/model.ts';
import { severeName, type SafetyAnswers } from './answers.ts';

/** Patients whose worst adverse event is of grade 3 or higher, by arm. */
export function safetyTable({ groups, comparison }: SafetyAnswers): TableModel {
  const pair = groups.length === 2 && comparison !== null ? comparison.comparison : null;
  return {
    label: 'Adverse events',
    caption: { name: 'Worst adverse event', rest: 'patients, not events; 95% CI' },
    columns: armColumns(groups, pair === null ? null : 'Difference (95% CI)'),
    rows: [
      {
        kind: 'plain',
        head: [severeName],
        cells: [
          ...groups.map(({ events, n, rate, intervals }) =>
            estimate(
              `${ofTotal(events, n)}, ${percent(rate)}`,
              percentInterval(intervals.clopperPearson),
            ),
          ),
          ...(pair === null
            ? []
            : [
                estimate(points(pair.difference.value), pointsInterval(pair.difference.newcombe)),
                cell(pValue(chosenTest(pair).p)),
              ]),
        ],
      },
    ],
  };
}
