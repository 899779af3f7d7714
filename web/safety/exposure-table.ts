// Patients with each adverse event per time under observation, by arm.
import type {
  AdverseEvents,
  AnalysisResult,
  ExposureAdjusted,
  IncidenceRate,
} from '../../build/wasm/riskset.js';
import { count, full, interval, perHundred, pValue, ratio } from '../format/numbers.ts';
import { armLabel, referenceLast } from '../panels/arms.ts';
import { answered, outcome } from '../panels/outcomes.ts';
import { cell, estimate, quiet, type Cell, type TableModel } from '../tables/model.ts';
import { text } from '../text/text.ts';
import { termOf } from './answers.ts';

const words = text.safety.exposure;

/** Null where no time under observation was chosen, or it was refused. */
export function exposureTable(
  results: ReadonlyMap<string, AnalysisResult>,
  labelOf: (column: string) => string,
  column: string,
  coverage: string,
  isListed: (term: string) => boolean = () => true,
): TableModel | null {
  const value = answered(outcome(results, 'safety:exposure', 'adverseEvents'))?.value ?? null;
  if (value === null) return null;
  const arms = referenceLast(value.anyTerm.perArm.map(({ label }) => label));
  const pair = arms.length === 2;
  return {
    label: words.table,
    caption: { name: words.table, rest: words.unit(labelOf(column)) },
    rowHead: [words.event],
    columns: [
      ...arms.flatMap((arm) => {
        const spanners = [armLabel(arm, arms.length === 1)];
        return [
          { head: [words.patientsAndTime], align: 'right' as const, spanners },
          { head: [words.perHundred(coverage)], spanners },
        ];
      }),
      ...(pair
        ? [
            { head: [words.ratio(coverage)], spanners: [''] },
            { head: text.safety.exactP, align: 'right' as const, spanners: [''] },
          ]
        : []),
    ],
    rows: namedRates(value, labelOf, isListed).map(({ name, rates }) => ({
      kind: 'plain',
      head: [name],
      cells: [
        ...referenceLast(rates?.groups ?? arms.map(() => null)).flatMap(rateCells),
        ...(pair ? ratioCells(rates?.ratio ?? null) : []),
      ],
    })),
  };
}

function namedRates(
  { terms, anyTerm }: AdverseEvents,
  labelOf: (column: string) => string,
  isListed: (term: string) => boolean,
): { name: string; rates: ExposureAdjusted | null }[] {
  return [
    { name: words.anyTerm, rates: anyTerm.any.exposureAdjusted },
    { name: words.anySevere, rates: anyTerm.grade3plus.exposureAdjusted },
    ...terms
      .filter(({ term, perArm }) => isListed(term) && perArm.some(({ any }) => any > 0))
      .map(({ term, any }) => ({ name: termOf(labelOf(term)), rates: any.exposureAdjusted })),
  ];
}

function rateCells(rate: IncidenceRate | null): (Cell | null)[] {
  if (rate === null) return [quiet(words.noTime), null];
  return [
    cell(words.eventsOverTime(count(rate.events), full.expected(rate.time))),
    estimate(perHundred(rate.rate), interval(rate, perHundred)),
  ];
}

function ratioCells(compared: ExposureAdjusted['ratio']): (Cell | null)[] {
  if (compared === null) return [quiet(words.noRatio), null];
  return [
    compared.value === null
      ? quiet(words.noRatio)
      : estimate(ratio(compared.value), interval(compared, ratio)),
    cell(pValue(compared.p)),
  ];
}
