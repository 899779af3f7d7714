// Univariable and multivariable models side by side, one pair of columns per outcome.
import { count, notEstimable, pValue, ratio, ratioInterval } from '../format/numbers.ts';
import { term } from '../base/rich-text.ts';
import { levelLabel } from '../format/words.ts';
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
import { rowsOf, type Effect, type EffectRow, type OutcomeModels } from './answers.ts';
import { perUnit, type LabelOf } from './labels.ts';

const words = text.regression;

export function regressionTable(
  shown: readonly OutcomeModels[],
  labelOf: LabelOf,
  coverage: string,
): TableModel {
  const [first] = shown;
  const rows = first === undefined ? [] : rowsOf(first);
  return {
    label: words.table[first?.ratio ?? 'hazard'],
    columns: [
      { head: [term('n')], align: 'right' },
      ...(countsEvents(shown) ? [{ head: [first!.eventsHead!], align: 'right' as const }] : []),
      ...shown.flatMap((one) => columnsOf(one, coverage)),
    ],
    rows: terms(rows).flatMap(({ name, levels }) => termRows(name, levels, shown, labelOf)),
  };
}

/** Of one outcome there is room for the patients who had it. */
function countsEvents(shown: readonly OutcomeModels[]): boolean {
  return shown.length === 1 && shown[0]!.eventsHead !== null;
}

function columnsOf({ ratio: kind, head }: OutcomeModels, coverage: string): TableColumn[] {
  return [words.univariable, words.multivariable].flatMap((model) => [
    { head: [words.ratioHead(kind, coverage)], spanners: [head, model] },
    { head: [term('p')], align: 'right' as const, spanners: [head, model] },
  ]);
}

function terms(rows: readonly EffectRow[]): { name: string; levels: EffectRow[] }[] {
  const byName = new Map<string, EffectRow[]>();
  for (const row of rows) byName.set(row.name, [...(byName.get(row.name) ?? []), row]);
  return [...byName].map(([name, levels]) => ({ name, levels }));
}

function termRows(
  name: string,
  levels: readonly EffectRow[],
  shown: readonly OutcomeModels[],
  labelOf: LabelOf,
): TableRow[] {
  const cells = (row: EffectRow): (Cell | null)[] => [
    cell(count(row.n)),
    ...(countsEvents(shown) ? [cell(count(row.events))] : []),
    ...shown.flatMap((answers) => {
      const own = rowsOf(answers).find(
        (other) => other.name === row.name && other.level === row.level,
      );
      return own === undefined ? [null, null, null, null] : effects(own, answers);
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

function effects(row: EffectRow, answers: OutcomeModels): (Cell | null)[] {
  const absent = answers.multivariableRefused ? notFitted : notEntered;
  const without = whyNoRatio(row, answers);
  if (row.reference) {
    return [reference, null, row.multivariable === null ? absent : reference, null];
  }
  return [
    ...effectCells(row.univariable, quiet(words.notTested), without),
    ...effectCells(row.multivariable, absent, without),
  ];
}

function whyNoRatio({ level, n, events }: EffectRow, { nobody, everybody }: OutcomeModels): string {
  if (level === '') return words.runsToInfinity;
  return events === 0 ? nobody : events === n ? everybody : words.runsToInfinity;
}

const notEntered = quiet(words.notEntered);
const notFitted = quiet(words.notFitted);

function effectCells(effect: Effect | null, absent: Cell, diverging: string): (Cell | null)[] {
  if (effect === null) return [absent, null];
  if (effect.reference) return [reference, null];
  if (effect.aliased) return [quiet(words.follows), null];
  if (effect.diverging) return [quiet(diverging), null];
  if (effect.ratio === null) return [quiet(notEstimable), null];
  return [estimate(ratio(effect.ratio), ratioInterval(effect)), cell(pValue(effect.p))];
}
