// Coefficients and tests of Cox models at full precision, for comparing with another program.
import type { ComponentChildren } from 'preact';

import type { ChiSquareTest, CoxRow, CoxTests } from '../../build/wasm/riskset.js';
import { count, full } from '../format/numbers.ts';
import { text } from '../text/text.ts';
import { DataTable, type DataColumn } from '../ui/data-table.tsx';

const words = text.shared.cox;

interface TableProps {
  label: string;
  caption?: ComponentChildren;
  /** What the first column names. */
  head: string;
}

export const right = (head: string): DataColumn => ({ head, align: 'right' });

/** One row for each coefficient; a reference level has none. */
export function CoefficientTable({
  label,
  caption,
  head,
  terms,
  nameOf,
}: TableProps & { terms: readonly CoxRow[]; nameOf: (term: CoxRow) => string }) {
  return (
    <DataTable
      label={label}
      caption={<strong>{caption}</strong>}
      dense
      columns={[{ head }, ...words.columns.map(right)]}
      rows={terms
        .filter((term) => !term.reference)
        .map((term) => {
          // Under Firth's penalty limits and p are those of the profile.
          const profile = term.profileP !== null;
          return [
            nameOf(term),
            full.ratio(term.hr),
            full.ratio(profile ? term.profileLower : term.lower),
            full.ratio(profile ? term.profileUpper : term.upper),
            full.coefficient(term.coef),
            full.coefficient(term.robustSe ?? term.se),
            full.coefficient(term.z),
            full.pValue(term.profileP ?? term.p),
          ];
        })}
    />
  );
}

export interface NamedTest extends ChiSquareTest {
  name: string;
}

export function TestTable({
  label,
  caption,
  head,
  tests,
}: TableProps & { tests: readonly NamedTest[] }) {
  return (
    <DataTable
      label={label}
      compact
      caption={caption === undefined ? undefined : <strong>{caption}</strong>}
      dense
      columns={[{ head }, right(words.chiSquare), right(words.df), right(words.p)]}
      rows={tests.map(({ name, chiSquare, df, p }) => [
        name,
        full.chiSquare(chiSquare),
        count(df),
        full.pValue(p),
      ])}
    />
  );
}

/** The tests of all terms of a model that could be made. */
export function modelTests({ likelihoodRatio, wald, score, robustScore }: CoxTests): NamedTest[] {
  return [
    { name: words.likelihoodRatio, test: likelihoodRatio },
    { name: words.wald, test: wald },
    { name: words.score, test: score },
    { name: words.robustScore, test: robustScore },
  ].flatMap(({ name, test }) => (test === null ? [] : [{ name, ...test }]));
}
