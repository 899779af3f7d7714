import type { ProportionGroup } from '../../build/wasm/riskset.js';
import { count, full } from '../format/numbers.ts';
import { listed } from '../format/words.ts';
import { DataTable, type DataColumn } from '../ui/data-table.tsx';
import { armLabel } from './arms.ts';
import { pairs, type NamedComparison } from './comparison-table.ts';

const right = (head: string): DataColumn => ({ head, align: 'right' });

/** Rates with each of their intervals, at full precision. */
export function RateNumbers({
  name,
  groups,
}: {
  name: string;
  groups: readonly ProportionGroup[];
}) {
  return (
    <DataTable
      label={`${name}: rates`}
      caption={<strong>{name}: rates and their 95% intervals</strong>}
      dense
      columns={[
        { head: 'Arm' },
        right('Patients'),
        right('Rate'),
        { head: 'Clopper–Pearson' },
        { head: 'Wilson' },
        { head: 'Wald' },
      ]}
      rows={groups.map(({ label, events, n, rate, intervals }) => [
        label === 'all' ? 'All patients' : armLabel(label),
        `${count(events)}/${count(n)}`,
        full.share(rate),
        full.bounds(intervals.clopperPearson),
        full.bounds(intervals.wilson),
        full.bounds(intervals.wald),
      ])}
    />
  );
}

/** Effects and tests at full precision. */
export function ComparisonNumbers({ compared }: { compared: readonly NamedComparison[] }) {
  const rows = compared.flatMap(({ name, comparison }) =>
    pairs(comparison).map((pair) => ({ name, pair })),
  );
  const names = listed(compared.map(({ name }) => name));
  const heading = (name: string, a: string) => (compared.length > 1 ? `${name}, ${a}` : a);
  return (
    <>
      <DataTable
        label={`${names}: effects`}
        caption={<strong>Effects and their 95% intervals</strong>}
        dense
        columns={[
          { head: 'Against the reference' },
          right('Difference'),
          { head: 'Newcombe' },
          { head: 'Wald' },
          right('Risk ratio'),
          { head: 'Katz' },
          right('Odds ratio'),
          { head: 'Woolf' },
        ]}
        rows={rows.map(({ name, pair }) => [
          heading(name, armLabel(pair.a)),
          full.share(pair.difference.value),
          full.bounds(pair.difference.newcombe),
          full.bounds(pair.difference.wald),
          full.ratio(pair.riskRatio.value),
          full.bounds(pair.riskRatio.katz),
          full.ratio(pair.oddsRatio.value),
          full.bounds(pair.oddsRatio.woolf),
        ])}
      />
      <DataTable
        label={`${names}: tests`}
        caption={<strong>Tests, two-sided</strong>}
        dense
        columns={[
          { head: 'Against the reference' },
          right('Pearson χ²'),
          right('p'),
          right('Yates χ²'),
          right('p'),
          right('Fisher p'),
        ]}
        rows={rows.map(({ name, pair: { a, tests } }) => [
          heading(name, armLabel(a)),
          full.chiSquare(tests.pearson?.chiSquare ?? null),
          tests.pearson === null ? '' : full.pValue(tests.pearson.p),
          full.chiSquare(tests.yates?.chiSquare ?? null),
          tests.yates === null ? '' : full.pValue(tests.yates.p),
          full.pValue(tests.fisher.p),
        ])}
      />
    </>
  );
}
