import { count, full } from '../format/numbers.ts';
import { levelLabel } from '../format/words.ts';
import { armLabel } from '../panels/arms.ts';
import { DataTable, type DataColumn } from '../ui/data-table.tsx';
import { effectIn, type Subgroups } from './forest-data.ts';

const right = (head: string): DataColumn => ({ head, align: 'right' });

/** Every number of the forest plot at full precision. */
export function SubgroupNumbers({ subgroups }: { subgroups: Subgroups }) {
  const { forest, arm, labelOf, words, unit } = subgroups;
  const rows = [
    { name: 'All patients', row: forest.overall },
    ...forest.rows.map((row) => ({ name: `${labelOf(row.factor)} ${levelLabel(row.level)}`, row })),
  ];
  return (
    <>
      <DataTable
        label="Subgroups: hazard ratios"
        caption={<strong>Hazard ratio for {words.hazard}</strong>}
        dense
        columns={[
          { head: 'Patients' },
          right('n'),
          right('Events'),
          right('HR'),
          right('Lower'),
          right('Upper'),
          right('Wald p'),
          right('Log\u2011rank p'),
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
        label="Subgroups: arms"
        compact
        caption={<strong>Events and median, {unit}, in each arm</strong>}
        dense
        columns={[
          { head: 'Patients' },
          { head: 'Arm' },
          right('n'),
          right('Events'),
          right('Median'),
        ]}
        rows={rows.flatMap(({ name, row }) =>
          row.perArm.map(({ label, n, events, median }) => [
            name,
            armLabel(label),
            count(n),
            count(events),
            n === 0 ? 'no patients' : full.time(median),
          ]),
        )}
      />
      <DataTable
        label="Interaction tests"
        compact
        caption={<strong>Interaction of arm and factor, likelihood ratio</strong>}
        dense
        columns={[{ head: 'Factor' }, right('n'), right('χ²'), right('df'), right('p')]}
        rows={forest.interactions.map(({ factor, n, chiSquare, df, p }) => [
          labelOf(factor),
          count(n),
          p === null ? 'not estimable' : full.chiSquare(chiSquare),
          df === null ? '' : count(df),
          p === null ? '' : full.pValue(p),
        ])}
      />
    </>
  );
}
