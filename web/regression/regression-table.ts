// Univariable and multivariable Cox models side by side, one pair of columns per endpoint.
import type { CoxTableEffect, CoxTableRow } from '../../build/wasm/riskset.js';
import { count, notEstimable, pValue, ratio, ratioInterval } from '../format/numbers.ts';
import { term } from '../base/rich-text.ts';
import { levelLabel } from '../format/words.ts';
import { answered } from '../panels/outcomes.ts';
import {
  cell,
  estimate,
  quiet,
  reference,
  type Cell,
  type TableColumn,
  type TableModel,
  type TableRow,
} from '../tables/model.ts';
import { text } from '../text/text.ts';
import { rowsOf, type ModelAnswers } from './answers.ts';
import { perUnit, type LabelOf } from './labels.ts';

const words = text.regression;

export function regressionTable(
  shown: readonly ModelAnswers[],
  labelOf: LabelOf,
  coverage: string,
): TableModel {
  const [first] = shown;
  const rows = first === undefined ? [] : rowsOf(first);
  return {
    label: words.table,
    columns: [
      { head: [term('n')], align: 'right' },
      ...shown.flatMap((one) => columnsOf(one, coverage)),
    ],
    rows: terms(rows).flatMap(({ name, levels }) => termRows(name, levels, shown, labelOf)),
  };
}

function columnsOf({ words: own, table }: ModelAnswers, coverage: string): TableColumn[] {
  const events = answered(table)?.value.events;
  const endpoint =
    events === undefined ? own.title : words.endpointHead(own.title, events, own.event, own.events);
  return [words.univariable, words.multivariable].flatMap((model) => [
    { head: [words.ratioHead(coverage)], spanners: [endpoint, model] },
    { head: [term('p')], align: 'right' as const, spanners: [endpoint, model] },
  ]);
}

function terms(rows: readonly CoxTableRow[]): { name: string; levels: CoxTableRow[] }[] {
  const byName = new Map<string, CoxTableRow[]>();
  for (const row of rows) byName.set(row.name, [...(byName.get(row.name) ?? []), row]);
  return [...byName].map(([name, levels]) => ({ name, levels }));
}

function termRows(
  name: string,
  levels: readonly CoxTableRow[],
  shown: readonly ModelAnswers[],
  labelOf: LabelOf,
): TableRow[] {
  const cells = (row: CoxTableRow): (Cell | null)[] => [
    cell(count(row.n)),
    ...shown.flatMap((answers) => {
      const own = rowsOf(answers).find(
        (other) => other.name === row.name && other.level === row.level,
      );
      const refused = answered(answers.table)?.value.refused ?? null;
      const absent = refused === null ? notEntered : notFitted;
      return own === undefined
        ? [null, null, null, null]
        : effects(own, absent, answers.words.events);
    }),
  ];
  const [only] = levels;
  // A number has one row and no level; its heading is the row.
  if (levels.length === 1 && only !== undefined && only.level === '') {
    return [{ kind: 'group', head: [perUnit(labelOf(name))], cells: cells(only) }];
  }
  return [
    { kind: 'group', head: [labelOf(name)], cells: [] },
    ...levels.map((row): TableRow => ({
      kind: 'level',
      head: [levelLabel(row.level)],
      cells: cells(row),
    })),
  ];
}

function effects(row: CoxTableRow, absent: Cell, events: string): (Cell | null)[] {
  const without =
    row.level !== '' && row.events === 0 ? words.noEventsInLevel(events) : words.runsToInfinity;
  if (row.reference) {
    return [reference, null, row.multivariable === null ? absent : reference, null];
  }
  return [
    ...effectCells(row.univariable, quiet(words.notTested), without),
    ...effectCells(row.multivariable, absent, without),
  ];
}

const notEntered = quiet(words.notEntered);
const notFitted = quiet(words.notFitted);

function effectCells(
  effect: CoxTableEffect | null,
  absent: Cell,
  diverging: string,
): (Cell | null)[] {
  if (effect === null) return [absent, null];
  if (effect.reference) return [reference, null];
  if (effect.aliased) return [quiet(words.follows), null];
  if (effect.diverging) return [quiet(diverging), null];
  if (effect.hr === null) return [quiet(notEstimable), null];
  return [estimate(ratio(effect.hr), ratioInterval(effect)), cell(pValue(effect.p))];
}
