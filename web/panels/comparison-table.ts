// Two proportions compared, as rows of a table: effect measures, then the tests side by side with
// the one to quote named.
import type { Interval, ProportionComparison, TwoProportions } from '../../build/wasm/riskset.js';
import {
  count,
  full,
  points,
  pointsInterval,
  pValue,
  ratio,
  ratioInterval,
  saysNothing,
} from '../format/numbers.ts';
import type { RichText } from '../base/rich-text.ts';
import { inSentence, listed } from '../format/words.ts';
import {
  cell,
  estimate,
  quiet,
  type Cell,
  type TableModel,
  type TableRow,
} from '../tables/model.ts';
import { text } from '../text/text.ts';
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

export function comparisonTable(
  label: string,
  compared: readonly NamedComparison[],
  coverage: string,
): TableModel {
  const words = text.comparison;
  const columns = compared.flatMap(({ name, comparison }) =>
    pairs(comparison).map((pair) => ({
      pair,
      name,
      against: words.against(armLabel(pair.a), inSentence(armLabel(pair.b))),
    })),
  );
  const several = compared.some(({ comparison }) => comparison.others.length > 0);
  const row = (head: string, content: (pair: TwoProportions) => Cell): TableRow => ({
    kind: 'level',
    head: [head],
    cells: columns.map(({ pair }) => content(pair)),
  });
  const rows: TableRow[] = [
    group([words.effectHead(coverage)]),
    row(words.differenceNewcombe, ({ difference }) =>
      estimate(points(difference.value), pointsInterval(difference.newcombe)),
    ),
    row(words.riskRatio, (pair) => ratioCell(pair, pair.riskRatio.value, pair.riskRatio.katz)),
    row(words.oddsRatio, (pair) => ratioCell(pair, pair.oddsRatio.value, pair.oddsRatio.woolf)),
    group(words.testsHead),
    row(words.tests.pearson, (pair) => testCell('pearson', pair)),
    row(words.tests.yates, (pair) => testCell('yates', pair)),
    row(words.tests.fisher, (pair) => testCell('fisher', pair)),
    row(words.smallestExpected, (pair) => cell(full.expected(pair.expectedMin))),
  ];
  if (several) rows.push(overallRow(compared));
  return {
    label,
    caption: {
      name: label,
      rest: several ? words.eachAgainst : (columns[0]?.against ?? ''),
    },
    columns: columns.map(({ name, against }) => ({
      head: [several ? against : name],
      ...(several && { spanners: [name] }),
    })),
    rows,
  };
}

function group(head: RichText): TableRow {
  return { kind: 'group', head, cells: [] };
}

/** A test's p, the one to quote named. */
function testCell(test: 'pearson' | 'yates' | 'fisher', { tests, chosen }: TwoProportions): Cell {
  const p = tests[test]?.p ?? null;
  if (p === null) return quiet(text.comparison.notTested);
  return chosen === test
    ? { text: [pValue(p)], interval: text.comparison.quoted }
    : cell(pValue(p));
}

/** Only a reference rate of 0% leaves no risk ratio; an odds ratio may lack for a rate of 100% too. */
function ratioCell(
  { riskRatio }: TwoProportions,
  value: number | null,
  bounds: Interval | null,
): Cell {
  const { referenceIsNone, armIsAll, noInterval } = text.comparison;
  if (value === null) return quiet(riskRatio.value === null ? referenceIsNone : armIsAll);
  return bounds === null || saysNothing(bounds)
    ? { text: [ratio(value)], interval: noInterval }
    : estimate(ratio(value), ratioInterval(bounds));
}

function overallRow(compared: readonly NamedComparison[]): TableRow {
  return {
    kind: 'plain',
    head: [text.comparison.allArms],
    cells: compared.flatMap(({ comparison }) => {
      const { overall } = comparison;
      const test =
        overall === null
          ? quiet(text.comparison.notTested)
          : {
              text: [pValue(overall.p)],
              interval: text.comparison.degreesOfFreedom(count(overall.df)),
            };
      return [test, ...comparison.others.map(() => null)];
    }),
  };
}

/** Which test is quoted, and why; with many comparisons the rule, with few what it came to. */
export function whyChosen(compared: readonly NamedComparison[]): string {
  if (compared.some(({ comparison }) => comparison.others.length > 0)) {
    return text.comparison.chosenRule;
  }
  return compared
    .map(({ name, comparison: { chosen, expectedMin } }) => {
      const smallest = full.expected(expectedMin);
      return chosen === 'pearson'
        ? text.comparison.pearsonChosen(name, smallest)
        : text.comparison.fisherChosen(name, smallest);
    })
    .join(' ');
}

/** The test to quote, in words, with its p. */
export function chosenTest(pair: TwoProportions): { name: string; p: number } {
  const pearson = pair.tests.pearson;
  return pair.chosen === 'pearson' && pearson !== null
    ? { name: text.comparison.tests.pearson, p: pearson.p }
    : { name: text.comparison.fisher, p: pair.tests.fisher.p };
}

/** What was compared with Fisher's test because an expected count is below 5, for a warning. */
export function fewExpected(
  compared: readonly NamedComparison[],
): { claim: string; text: string }[] {
  const few = compared.flatMap(({ name, comparison }) => {
    const all = pairs(comparison);
    // Where all rates are 0% or all 100% there is nothing to compare, by any test.
    const own = all.filter(({ chosen, expectedMin }) => chosen === 'fisher' && expectedMin > 0);
    if (own.length === 0) return [];
    const smallest = full.expected(Math.min(...own.map(({ expectedMin }) => expectedMin)));
    return [
      all.length === 1
        ? text.comparison.fewIn(inSentence(name), smallest)
        : text.comparison.fewInSome(inSentence(name), own.length, all.length, smallest),
    ];
  });
  if (few.length === 0) return [];
  return [
    { claim: text.comparison.fewExpected(listed(few)), text: text.comparison.fewExpectedText },
  ];
}
