// Two proportions compared, as rows of a table: effect measures, then the tests side by side with
// the one to quote named.
import type { ProportionComparison, TwoProportions } from '../../build/wasm/riskset.js';
import {
  full,
  nbsp,
  notEstimable,
  points,
  pointsInterval,
  pValue,
  ratio,
  ratioInterval,
} from '../format/numbers.ts';
import { term } from '../format/rich-text.ts';
import { inSentence } from '../format/words.ts';
import {
  cell,
  estimate,
  quiet,
  type Cell,
  type TableModel,
  type TableRow,
} from '../tables/model.ts';
import { armLabel } from './arms.ts';

export interface NamedComparison {
  /** "Objective response" */
  name: string;
  comparison: ProportionComparison;
}

/** Each arm against the reference. */
export function pairs(comparison: ProportionComparison): TwoProportions[] {
  return [comparison, ...comparison.others];
}

export function comparisonTable(label: string, compared: readonly NamedComparison[]): TableModel {
  const columns = compared.flatMap(({ name, comparison }) =>
    pairs(comparison).map((pair) => ({
      pair,
      name,
      against: `${armLabel(pair.a)} against ${inSentence(armLabel(pair.b))}`,
    })),
  );
  const several = compared.some(({ comparison }) => comparison.others.length > 0);
  const row = (head: string, content: (pair: TwoProportions) => Cell): TableRow => ({
    kind: 'level',
    head: [head],
    cells: columns.map(({ pair }) => content(pair)),
  });
  const rows: TableRow[] = [
    { kind: 'group', head: ['Effect (95% CI)'], cells: [] },
    row('Difference, Newcombe', ({ difference }) =>
      estimate(points(difference.value), pointsInterval(difference.newcombe)),
    ),
    row('Risk ratio', ({ riskRatio }) => ratioCell(riskRatio.value, riskRatio.katz)),
    row('Odds ratio', ({ oddsRatio }) => ratioCell(oddsRatio.value, oddsRatio.woolf)),
    { kind: 'group', head: [term('p'), ', two-sided'], cells: [] },
    row('Pearson', (pair) => testCell('pearson', pair)),
    row('Pearson with Yates’s correction', (pair) => testCell('yates', pair)),
    row('Fisher’s exact', (pair) => testCell('fisher', pair)),
    {
      kind: 'level',
      head: ['Smallest expected count'],
      cells: columns.map(({ pair }) => cell(full.expected(pair.expectedMin))),
    },
  ];
  if (several) rows.push(overallRow(compared));
  return {
    label,
    caption: {
      name: label,
      rest: several ? 'each arm against the reference' : (columns[0]?.against ?? ''),
    },
    columns: columns.map(({ name, against }) => ({
      head: [several ? against : name],
      ...(several && { spanners: [name] }),
    })),
    rows,
  };
}

/** A test's p, the one to quote named. */
function testCell(test: 'pearson' | 'yates' | 'fisher', { tests, chosen }: TwoProportions): Cell {
  const p = tests[test]?.p ?? null;
  if (p === null) return quiet(notEstimable);
  return chosen === test ? { text: [pValue(p)], interval: 'quoted' } : cell(pValue(p));
}

function ratioCell(value: number | null, bounds: { lower: number; upper: number } | null): Cell {
  if (value === null) return quiet(notEstimable);
  return bounds === null
    ? { text: [ratio(value)], interval: '(no interval: an empty cell)' }
    : estimate(ratio(value), ratioInterval(bounds));
}

function overallRow(compared: readonly NamedComparison[]): TableRow {
  return {
    kind: 'plain',
    head: ['Pearson, all arms together'],
    cells: compared.flatMap(({ comparison }) => {
      const { overall } = comparison;
      const test =
        overall === null
          ? quiet(notEstimable)
          : { text: [pValue(overall.p)], interval: `(${overall.df}${nbsp}df)` };
      return [test, ...comparison.others.map(() => null)];
    }),
  };
}

/** Which test is quoted, and why; with many comparisons the rule, with few what it came to. */
export function whyChosen(compared: readonly NamedComparison[]): string {
  if (compared.some(({ comparison }) => comparison.others.length > 0)) {
    return 'Pearson’s test without correction is quoted where every expected count is at least 5, Fisher’s exact test elsewhere.';
  }
  return compared
    .map(({ name, comparison: { chosen, expectedMin } }) => {
      const smallest = full.expected(expectedMin);
      return chosen === 'pearson'
        ? `${name}: Pearson’s test without correction is quoted, because every expected count is at least 5 (smallest ${smallest}).`
        : `${name}: Fisher’s exact test is quoted, because an expected count is below 5 (${smallest}).`;
    })
    .join(' ');
}

/** The test to quote, in words, with its p. */
export function chosenTest(pair: TwoProportions): { name: string; p: number } {
  const pearson = pair.tests.pearson;
  return pair.chosen === 'pearson' && pearson !== null
    ? { name: 'Pearson', p: pearson.p }
    : { name: 'Fisher', p: pair.tests.fisher.p };
}
