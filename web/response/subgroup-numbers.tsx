import { count, full } from '../format/numbers.ts';
import { levelLabel } from '../format/words.ts';
import { armLabel } from '../panels/arms.ts';
import type { RateInterval } from '../data/options.ts';
import { text } from '../text/text.ts';
import { DataTable, type DataColumn } from '../ui/data-table.tsx';
import { rateName } from './answers.ts';
import { pairIn, type ResponseSubgroups } from './subgroup-forest.ts';

const words = text.response.subgroups;
const own = words.numbers;

const right = (head: string): DataColumn => ({ head, align: 'right' });

interface NumbersProps {
  subgroups: ResponseSubgroups;
  interval: RateInterval;
}

/** Every number of response by subgroup at full precision. */
export function ResponseSubgroupNumbers({ subgroups, interval }: NumbersProps) {
  const { forest, arm, rate, labelOf, coverage } = subgroups;
  const rows = [
    { name: text.subgroups.all, row: forest.overall },
    ...forest.rows.map((row) => ({ name: `${labelOf(row.factor)} ${levelLabel(row.level)}`, row })),
  ];
  return (
    <>
      <DataTable
        label={own.effects}
        caption={<strong>{own.effectsCaption(words.rateInSentence[rate])}</strong>}
        dense
        columns={[{ head: own.patients }, ...own.columns.map(right)]}
        rows={rows.map(({ name, row }) => {
          const pair = pairIn(row, arm);
          if (pair === null)
            return [name, full.share(null), '', '', full.ratio(null), '', '', '', ''];
          const { difference, oddsRatio, tests } = pair;
          return [
            name,
            full.share(difference.value),
            full.share(difference.newcombe.lower),
            full.share(difference.newcombe.upper),
            full.ratio(oddsRatio.value),
            oddsRatio.woolf === null ? '' : full.ratio(oddsRatio.woolf.lower),
            oddsRatio.woolf === null ? '' : full.ratio(oddsRatio.woolf.upper),
            full.pValue(tests.pearson?.p ?? null),
            full.pValue(tests.fisher.p),
          ];
        })}
      />
      <DataTable
        label={own.arms}
        compact
        caption={
          <strong>
            {own.armsCaption(rateName(rate), text.comparison.intervalMethod[interval](coverage))}
          </strong>
        }
        dense
        columns={[{ head: own.patients }, { head: own.arm }, ...own.armColumns.map(right)]}
        rows={rows.flatMap(({ name, row }) =>
          row.perArm.map(({ label, n, events, rate: found }) => [
            name,
            armLabel(label),
            count(n),
            count(events),
            ...(found === null
              ? [full.share(null), '', '']
              : [
                  full.share(found.rate),
                  full.share(found.intervals[interval].lower),
                  full.share(found.intervals[interval].upper),
                ]),
          ]),
        )}
      />
      <DataTable
        label={own.tests}
        compact
        caption={<strong>{own.testsCaption}</strong>}
        dense
        columns={[{ head: own.factor }, ...own.testColumns.map(right), { head: own.penalty }]}
        rows={forest.interactions.map(({ factor, n, chiSquare, df, p, penalty }) => [
          labelOf(factor),
          count(n),
          p === null ? own.notTested : full.chiSquare(chiSquare),
          df === null ? '' : count(df),
          p === null ? '' : full.pValue(p),
          p === null ? '' : own.penalties[penalty],
        ])}
      />
    </>
  );
}
