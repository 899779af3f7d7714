// Tables of the tests beside the log-rank test.
import type { LogRankValue } from '../../build/wasm/riskset.js';
import { term } from '../base/rich-text.ts';
import { full, pValue, tick } from '../format/numbers.ts';
import { armLabel } from '../panels/arms.ts';
import { answered } from '../panels/outcomes.ts';
import { cell, quiet, type Cell, type TableModel } from '../tables/model.ts';
import { text } from '../text/text.ts';
import type { SurvivalAnswers } from './answers.ts';
import { weightings, type Weighting } from './test-answers.ts';

const say = text.survival.tests;

/** The test that the weights are compared with: within the strata, where some are chosen. */
export function headline({ logRank, stratified }: SurvivalAnswers) {
  return stratified.logRank === null ? logRank : stratified.logRank;
}

export function weightedTable(answers: SurvivalAnswers): TableModel {
  const { rho, gamma } = answers.options.tests;
  const two = answers.groups.length === 2;
  const { heads } = say;
  const row = (name: string, value: LogRankValue | null, sensitive: string) => ({
    kind: 'plain' as const,
    head: [name],
    cells: [
      ...(value === null
        ? [quiet(text.survival.table.notTested), ...(two ? [null] : []), null, null]
        : numbersOf(value, two)),
      cell(sensitive),
    ],
  });
  const weighted = (name: Weighting) => answered(answers.tests.weighted[name])?.value ?? null;
  return {
    label: say.label,
    rowHead: [heads.test],
    columns: [
      { head: [heads.chiSquare] },
      ...(two ? [{ head: [heads.z] }] : []),
      { head: [heads.df] },
      { head: [term('p')] },
      { head: [heads.sensitive], align: 'left' },
    ],
    rows: [
      row(say.names.logRank, answered(headline(answers))?.value ?? null, say.sensitive.logRank),
      ...weightings.map((name) =>
        name === 'flemingHarrington'
          ? row(
              say.flemingHarrington(tick(rho), tick(gamma)),
              weighted(name),
              say.sensitive[sensitivityOf(rho, gamma)],
            )
          : row(say.names[name], weighted(name), say.sensitive[name]),
      ),
    ],
  };
}

function numbersOf({ chiSquare, z, df, p }: LogRankValue, two: boolean): Cell[] {
  return [
    cell(full.chiSquare(chiSquare)),
    ...(two ? [cell(full.chiSquare(z))] : []),
    cell(String(df)),
    cell(pValue(p)),
  ];
}

/** When events count most: rho weights down the late ones, gamma the early ones. */
export function sensitivityOf(rho: number, gamma: number): 'logRank' | 'early' | 'middle' | 'late' {
  if (gamma === 0) return rho === 0 ? 'logRank' : 'early';
  return rho === 0 ? 'late' : 'middle';
}

export function maxComboTable({ tests }: SurvivalAnswers): TableModel {
  const statistics = answered(tests.maxCombo)?.value.statistics ?? [];
  return {
    label: say.kinds.maxCombo,
    rowHead: [say.component],
    columns: [{ head: [say.heads.z] }],
    rows: statistics.map(({ rho, gamma, z }) => ({
      kind: 'plain',
      head: [say.flemingHarrington(tick(rho), tick(gamma))],
      cells: [z === null ? quiet(text.survival.table.notTested) : cell(full.chiSquare(z))],
    })),
  };
}

export function pairsTable({ tests }: SurvivalAnswers): TableModel {
  const pairs = answered(tests.pairs)?.value.pairs ?? [];
  return {
    label: say.pairsLabel,
    rowHead: [say.pair],
    columns: [{ head: [say.heads.chiSquare] }, { head: say.raw }, { head: say.adjusted }],
    rows: pairs.map(({ a, b, chiSquare, p, adjustedP }) => ({
      kind: 'plain',
      head: [say.pairOf(armLabel(b), armLabel(a))],
      cells:
        p === null
          ? [quiet(text.survival.table.notTested), null, null]
          : [cell(full.chiSquare(chiSquare)), cell(pValue(p)), cell(pValue(adjustedP))],
    })),
  };
}

/** The components whose |Z| is the largest, as (rho, gamma); several where they tie. */
export function largestOf({ tests }: SurvivalAnswers): string[] {
  const found = answered(tests.maxCombo)?.value;
  return (found?.statistics ?? [])
    .filter(({ z }) => z !== null && Math.abs(z) === found?.maximum)
    .map(({ rho, gamma }) => `(${tick(rho)}, ${tick(gamma)})`);
}
