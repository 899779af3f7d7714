// What the calculators say that ask what it takes to overturn a result.
import type { AdjustedPValue, EValue } from '../../../build/wasm/riskset.js';
import { full, interval, ratio } from '../../format/numbers.ts';
import { shortened } from '../../panels/given-rate.ts';
import { text } from '../../text/text.ts';
import type { Line } from './lines.ts';

const words = text.trials;

export function eValueLines({ riskRatio, value, limit }: EValue): Line[] {
  return [
    { name: [words.eValueOf], value: [ratio(value)], key: true },
    { name: [words.eValueOfLimit], value: [ratio(limit)], key: true },
    {
      name: [words.asRiskRatio],
      value: [text.calculators.estimate(ratio(riskRatio.value), interval(riskRatio, ratio))],
    },
  ];
}

const mostValues = 200;

export function readPValues(typed: string): { values: number[] | null; problem: string | null } {
  const wrong = (problem: string) => ({ values: null, problem });
  const lines = typed.split('\n').map((line) => line.trim());
  const values: number[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const written = line.replace(/^[<≤=]\s*/, '').replace(',', '.');
    const value = /^\d*\.?\d+(e-\d+)?$/i.test(written) ? Number(written) : NaN;
    if (!(value <= 1)) return wrong(words.inLine(index + 1, words.notAP(shortened(line))));
    values.push(value);
  }
  if (values.length === 0) return wrong(words.fillP);
  return values.length > mostValues ? wrong(words.mostP(mostValues)) : { values, problem: null };
}

export function adjustedRows(values: readonly number[], value: AdjustedPValue): string[][] {
  const { bonferroni, holm, hochberg, hommel, BH, BY } = value;
  return values.map((own, index) => [
    full.pValue(own),
    ...[bonferroni, holm, hochberg, hommel, BH, BY].map((all) => full.pValue(all[index] ?? null)),
  ]);
}
