import { count, full } from '../format/numbers.ts';
import { levelLabel } from '../format/words.ts';
import { armLabel } from '../panels/arms.ts';
import { right } from '../panels/cox-numbers.tsx';
import { text } from '../text/text.ts';
import { DataTable } from '../ui/data-table.tsx';
import { effectIn, type Subgroups } from './forest-data.ts';

const own = text.subgroups.numbers;

/** Every number of the forest plot at full precision. */
export function SubgroupNumbers({ subgroups }: { subgroups: Subgroups }) {
  const { forest, arm, labelOf, words, unit } = subgroups;
  const rows = [
    { name: text.subgroups.all, row: forest.overall },
    ...forest.rows.map((row) => ({ name: `${labelOf(row.factor)} ${levelLabel(row.level)}`, row })),
  ];
  return (
    <>
      <DataTable
        label={own.ratios}
        caption={<strong>{own.ratiosCaption(words.hazard)}</strong>}
        dense
        columns={[
          { head: own.patients },
          ...[own.n, own.events, ...own.ratioColumns].map((head) => right(head)),
        ]}
        rows={rows.map(({ name, row }) => {
          const effect = effectIn(row, arm);
          return [
            name,
            count(row.n),
            count(row.events),
            full.ratio(effect.ratio),
            effect.ratio === null ? '' : full.ratio(effect.lower),
            effect.ratio === null ? '' : full.ratio(effect.upper),
            effect.ratio === null ? '' : full.pValue(effect.p),
            full.pValue(effect.logRankP),
          ];
        })}
      />
      <DataTable
        label={own.arms}
        compact
        caption={<strong>{own.armsCaption(unit)}</strong>}
        dense
        columns={[
          { head: own.patients },
          { head: own.arm },
          ...[own.n, own.events, own.median].map((head) => right(head)),
        ]}
        rows={rows.flatMap(({ name, row }) =>
          row.perArm.map(({ label, n, events, median }) => [
            name,
            armLabel(label),
            count(n),
            count(events),
            n === 0 ? own.noPatients : full.time(median),
          ]),
        )}
      />
      <DataTable
        label={own.tests}
        compact
        caption={<strong>{own.testsCaption}</strong>}
        dense
        columns={[{ head: own.factor }, ...own.testColumns.map((head) => right(head))]}
        rows={forest.interactions.map(({ factor, n, chiSquare, df, p }) => [
          labelOf(factor),
          count(n),
          p === null ? own.notEstimable : full.chiSquare(chiSquare),
          df === null ? '' : count(df),
          p === null ? '' : full.pValue(p),
        ])}
      />
    </>
  );
}
