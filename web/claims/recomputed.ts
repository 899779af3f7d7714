// What the engine found when it computed a printed result again, in short lines.
import type { ClaimRecomputed, TableCheck } from '../../build/wasm/riskset.js';
import { measured, ofTotal, pEquals, pValue, ratio } from '../format/numbers.ts';
import { listed } from '../format/words.ts';
import { text } from '../text/text.ts';

const words = text.claims.recomputed;

export function recomputedLines(found: ClaimRecomputed): string[] {
  return [
    ...shareLines(found),
    ...found.tables.slice(0, 1).map(tableLine),
    ...ratioLines(found),
    ...intervalLine(found),
    ...medianLine(found),
    ...found.differences.map(({ method, value }) => {
      const name = (words.differences as Record<string, string>)[method] ?? method;
      return `${name} ${measured(value, 3)}`;
    }),
    ...(found.statistic === null ? [] : [`${words.pOf} ${pEquals(found.statistic.p)}`]),
    ...(found.events === null ? [] : [`${words.leastP} ${pEquals(found.events.leastP)}`]),
    ...(found.medians === null
      ? []
      : [`${words.ratioOfMedians} ${ratio(found.medians.hazardRatio)}`]),
  ];
}

/** Two decimals more than most papers print, so that the rounding can be followed. */
function shareLines({ percentages, tables }: ClaimRecomputed): string[] {
  if (tables.length > 0) return [];
  return percentages.flatMap(({ printedCount, nearest, counts, n }) => {
    const own = printedCount ?? nearest;
    if (own !== null) return [shareLine(own.count, own.n, own.percent)];
    const [only] = counts;
    return counts.length === 1 ? [ofTotal(only!, n)] : [];
  });
}

function shareLine(count: number, n: number, percent: number): string {
  return words.share(String(count), String(n), `${measured(percent, 2)}%`);
}

const tests = ['pearson', 'yates', 'fisher', 'likelihoodRatio'] as const;

function tableLine(table: TableCheck): string {
  const values = tests.flatMap((test) => {
    const p = table[test];
    return p === null ? [] : [`${words.tests[test]} ${pValue(p)}`];
  });
  const counts = [...table.table].map(rowText).reduce(words.vs);
  return `${words.from(counts)}${values.join(', ')}`;
}

/** "13/49" of two levels, all counts of more. */
function rowText(row: Int32Array): string {
  const [first = 0, second = 0] = row;
  return row.length === 2 ? `${first}/${first + second}` : row.join(' + ');
}

function ratioLines({ ratio: found }: ClaimRecomputed): string[] {
  if (found === null) return [];
  const range = words.between(pValue(found.pRange.lower), pValue(found.pRange.upper));
  const centre =
    found.geometricMean === null ? [] : [`${words.symmetric} ${measured(found.geometricMean, 3)}`];
  return [[words.waldP(pEquals(found.p), range), ...centre].join(', ')];
}

function intervalLine({ intervals }: ClaimRecomputed): string[] {
  if (intervals.length === 0) return [];
  const said = intervals.map(({ method, lower, upper }) => {
    const name = (words.intervals as Record<string, string>)[method] ?? method;
    return `${name} ${words.between(measured(lower, 1), measured(upper, 1))}`;
  });
  return [listed(said)];
}

function medianLine({ median }: ClaimRecomputed): string[] {
  const midpoint = median?.midpoint ?? null;
  return midpoint === null ? [] : [`${words.midpoint} ${measured(midpoint, 2)}`];
}
