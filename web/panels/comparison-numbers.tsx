import type { ProportionGroup } from '../../build/wasm/riskset.js';
import { count, full } from '../format/numbers.ts';
import { listed } from '../format/words.ts';
import { DataTable } from '../ui/data-table.tsx';
import { text } from '../text/text.ts';
import { armLabel } from './arms.ts';
import { pairs, type NamedComparison } from './comparison-table.ts';
import { right } from './cox-numbers.tsx';
import { levelShown } from './options.tsx';

const words = text.comparison.numbers;

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
      label={words.rates(name)}
      caption={<strong>{words.ratesCaption(name, levelShown())}</strong>}
      dense
      columns={[
        { head: words.arm },
        right(words.patients),
        right(words.rate),
        { head: text.comparison.interval.clopperPearson },
        { head: text.comparison.interval.wilson },
        { head: text.comparison.interval.wald },
      ]}
      rows={groups.map(({ label, events, n, rate, intervals }) => [
        label === 'all' || label === '' ? text.comparison.allPatients : armLabel(label),
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
  const heading = (name: string, a: string) =>
    compared.length > 1 ? text.comparison.heading(name, a) : a;
  return (
    <>
      <DataTable
        label={words.effects(names)}
        caption={<strong>{words.effectsCaption(levelShown())}</strong>}
        dense
        columns={[
          { head: words.reference },
          right(text.comparison.difference),
          { head: words.newcombe },
          { head: text.comparison.interval.wald },
          right(text.comparison.riskRatio),
          { head: words.katz },
          right(text.comparison.oddsRatio),
          { head: words.woolf },
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
        label={words.tests(names)}
        caption={<strong>{words.testsCaption}</strong>}
        dense
        columns={[
          { head: words.reference },
          right(words.pearson),
          right(words.p),
          right(words.yates),
          right(words.p),
          right(words.fisher),
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
