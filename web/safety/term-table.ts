// Patients with each adverse event, of any grade and severe, by arm.
import type { ProportionGroup } from '../../build/wasm/riskset.js';
import {
  count,
  countWithPercent,
  ofTotal,
  percent,
  pointsInterval,
  pValue,
  signedPoints,
} from '../format/numbers.ts';
import { armColumns } from '../panels/arm-columns.ts';
import {
  cell,
  estimate,
  quiet,
  type Cell,
  type TableColumn,
  type TableModel,
} from '../tables/model.ts';
import { text } from '../text/text.ts';
import type { Rated, TermAnswers } from './answers.ts';

const words = text.safety;

/** The terms that somebody had; null where nobody had any. */
export function termTable(terms: readonly TermAnswers[], coverage: string): TableModel | null {
  const occurred = terms.flatMap(({ term, any, severe }) =>
    any === null ? [] : [{ term, any, severe }],
  );
  const [first] = occurred;
  if (first === undefined) return null;
  const arms = mostComplete(occurred.map(({ any }) => any.groups));
  const pair = arms.length === 2 && first.any.comparison !== null;
  return {
    label: words.termTable,
    caption: { name: words.termTable, rest: words.termTableUnit },
    rowHead: [words.term],
    columns: [words.any, words.severe].flatMap((spanner) => columns(arms, spanner, pair, coverage)),
    rows: occurred.map(({ term, any, severe }) => ({
      kind: 'plain',
      head: [term],
      cells: [...cells(any, arms, pair), ...severeCells(severe, any, arms, pair)],
    })),
  };
}

/** The arms as they are where fewest patients are left out. */
function mostComplete(all: readonly ProportionGroup[][]): ProportionGroup[] {
  const patients = (groups: ProportionGroup[]) => groups.reduce((sum, { n }) => sum + n, 0);
  return all.reduce((most, groups) => (patients(groups) > patients(most) ? groups : most));
}

function columns(
  arms: readonly ProportionGroup[],
  spanner: string,
  pair: boolean,
  coverage: string,
): TableColumn[] {
  const own = armColumns(arms, pair ? words.differencePoints(coverage) : null);
  return own.map((column) => ({
    ...column,
    ...(column.stack === 'p' && { head: words.exactP }),
    spanners: [spanner],
  }));
}

function cells(
  { groups, comparison }: Rated,
  arms: readonly ProportionGroup[],
  pair: boolean,
): (Cell | null)[] {
  return [
    ...arms.map(({ label, n: all }) => {
      const own = groups.find((group) => group.label === label);
      return own === undefined ? quiet(words.nobody) : share(own, all);
    }),
    ...(pair
      ? comparison === null
        ? [null, null]
        : [
            estimate(
              signedPoints(comparison.difference.value),
              pointsInterval(comparison.difference.newcombe),
            ),
            cell(pValue(comparison.tests.fisher.p)),
          ]
      : []),
  ];
}

/** "12 (24.5%)", or with its own denominator where patients without a grade are left out. */
function share({ events, n, rate }: ProportionGroup, all: number): Cell {
  if (n === all) return cell(countWithPercent(events, n));
  return n === 0 ? cell(count(events)) : cell(`${ofTotal(events, n)} (${percent(rate)})`);
}

function severeCells(
  severe: TermAnswers['severe'],
  any: Rated,
  arms: readonly ProportionGroup[],
  pair: boolean,
): (Cell | null)[] {
  if (severe === 'ungraded') {
    return [...arms.map(() => quiet(words.notGraded)), ...(pair ? [null, null] : [])];
  }
  if (severe !== null) return cells(severe, arms, pair);
  const nobody = any.groups.map((group) => ({ ...group, events: 0, rate: 0 }));
  return cells({ groups: nobody, comparison: null }, arms, pair);
}
