// What the calculators of larger, ordered, stratified and paired tables say about the answers.
import type {
  Answers,
  ConditionalOddsRatio,
  ContingencyValue,
} from '../../../build/wasm/riskset.js';
import type { RichText } from '../../base/rich-text.ts';
import {
  count,
  full,
  intervalInWords,
  level,
  ofTotal,
  pEquals,
  percent,
  ratio,
  tick,
} from '../../format/numbers.ts';
import { text } from '../../text/text.ts';
import type { ScoredGroup, Stratum } from './lines-of-counts.ts';
import { chiSquareLine, type Line, patients, pLine, ratioBounds, ratioSaid } from './lines.ts';
import { type PairCounts, pairsIn } from './pair-counts.ts';

const words = text.calculators;

/** `exact`: the answer with the exact test, null while it is computed. */
export function tableLines(value: ContingencyValue, exact: ContingencyValue | null): Line[] {
  const small = value.expectedMin < 5;
  const fisher = exact?.fisher ?? null;
  const bounds = fisher?.interval ?? null;
  const exactLine =
    fisher === null
      ? {
          name: [words.freemanHalton],
          value: [exact === null ? words.computing : words.exactTooLarge],
        }
      : bounds === null
        ? pLine(words.freemanHalton, fisher.p)
        : {
            name: [words.freemanHaltonDrawn],
            value: words.drawn(
              pEquals(fisher.p),
              intervalInWords(bounds, (p) => (p === 0 ? count(0) : full.pValue(p))),
            ),
          };
  return [
    { ...chiSquareLine(words.pearson, value), key: !small },
    { ...exactLine, key: small && fisher !== null },
    { name: [words.smallestExpected], value: [patients(value.expectedMin)] },
    { name: [words.shareBelow5], value: [percent(value.shareBelow5)] },
    { name: [words.cramerV], value: [ratio(value.cramerV)] },
  ];
}

export function tableMethod(
  value: ContingencyValue,
  exact: ContingencyValue | null,
  counts: readonly (readonly number[])[],
): RichText {
  const drawn = exact?.fisher?.monteCarlo === true;
  const { pearson, exact: fisher, none } = words.quotedTest;
  const givenUp = exact !== null && exact.fisher === null;
  const quoted = value.expectedMin >= 5 ? pearson : givenUp ? none : fisher;
  return words.tableMethod(quoted, drawn, words.patientsN(sum(counts.flat())));
}

/** Counts with what was expected, "12 (8.5)", of the rows and columns that have patients. */
export function expectedTable(
  counts: readonly (readonly number[])[],
  { expected }: ContingencyValue,
): { columns: string[]; rows: string[][] } {
  const rows = counts.flatMap((row, at) => (sum(row) > 0 ? [at] : []));
  const columns = (counts[0] ?? []).flatMap((_, at) =>
    sum(counts.map((row) => row[at] ?? 0)) > 0 ? [at] : [],
  );
  return {
    columns: columns.map((at) => words.column(at + 1)),
    rows: rows.map((row, i) => [
      words.row(row + 1),
      ...columns.map((column, j) =>
        words.cell(count(counts[row]?.[column] ?? 0), patients(expected[i]?.[j] ?? null)),
      ),
    ]),
  };
}

export function trendLines(
  { test, z }: Answers['cochranArmitage'],
  groups: readonly ScoredGroup[],
): Line[] {
  return [
    ...groups.map(({ x, n, score }, index) => ({
      name: [words.trendGroup(index + 1, String(score))],
      value: [words.estimate(percent(x / n), ofTotal(x, n))],
    })),
    { ...chiSquareLine(words.trendTest, test), key: true },
    { name: [words.trendZ], value: [tick(z)] },
  ];
}

export function trendMethod(groups: readonly ScoredGroup[]): RichText {
  return words.trendMethod(words.patientsN(sum(groups.map(({ n }) => n))));
}

/** `exact`: the answer with the exact test, null while it is computed. */
export function strataLines(
  value: Answers['cochranMantelHaenszel'],
  exact: Answers['cochranMantelHaenszel'] | null,
  coverage: number,
): Line[] {
  const at = level(coverage);
  const { oddsRatio, riskRatio, homogeneity } = value;
  const { commonOddsRatio, commonRiskRatio, notHomogeneous } = words;
  return [
    {
      name: [commonOddsRatio(at)],
      value: [ratioSaid(oddsRatio.value, oddsRatio, words.commonOddsNone)],
      key: true,
    },
    {
      name: [commonRiskRatio(at)],
      value: [ratioSaid(riskRatio.value, riskRatio, words.nobodyInB)],
    },
    { ...chiSquareLine(words.cmh, value.test), key: true },
    chiSquareLine(words.cmhCorrected, value.testCorrected),
    chiSquareLine(words.breslowDay, homogeneity?.breslowDay ?? null, notHomogeneous),
    chiSquareLine(words.tarone, homogeneity?.tarone ?? null, notHomogeneous),
    ...exactStrataLines(exact, at),
  ];
}

function exactStrataLines(answer: Answers['cochranMantelHaenszel'] | null, at: string): Line[] {
  const exact = answer?.exact ?? null;
  const absent = answer === null ? words.computing : words.exactStrataTooLarge;
  return [
    pLine(words.exactConditional, exact?.p ?? null, absent),
    {
      name: [words.exactOddsRatio(at)],
      value: [exact === null ? absent : conditionalRatio(exact.oddsRatio)],
    },
  ];
}

/** Without a value it is infinite. */
function conditionalRatio({ value, lower, upper }: ConditionalOddsRatio): string {
  const estimated = value === null ? words.infinite : ratio(value);
  return words.estimate(estimated, ratioBounds({ lower, upper }));
}

export function strataMethod(strata: readonly Stratum[]): RichText {
  return words.strataMethod(words.patientsN(sum(strata.flatMap(({ a, b }) => [a.n, b.n]))));
}

export function pairsLines(
  { test, testCorrected, exactP, midP, oddsRatio }: Answers['mcnemar'],
  pairs: PairCounts,
): Line[] {
  const changed = pairs.first + pairs.second;
  const none = words.noneChanged;
  const tested = (p: number) => (changed === 0 ? null : p);
  return [
    {
      name: [words.changed],
      value: [words.changedOf(count(changed), count(pairsIn(pairs)))],
    },
    { ...pLine(words.mcnemarExact, tested(exactP), none), key: true },
    pLine(words.mcnemarMidP, tested(midP), none),
    chiSquareLine(words.mcnemar, test, none),
    chiSquareLine(words.mcnemarCorrected, testCorrected, none),
    {
      name: [words.pairsOddsRatio],
      value: [changed === 0 ? none : oddsRatio === null ? words.pairsOddsNone : ratio(oddsRatio)],
    },
  ];
}

export function pairsMethod(pairs: PairCounts): RichText {
  return words.pairsMethod(words.pairsN(pairsIn(pairs)));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, own) => total + own, 0);
}
