import type { CoxModel } from '../../build/wasm/riskset.js';
import { count, full } from '../format/numbers.ts';
import { levelLabel } from '../format/words.ts';
import { DataTable, type DataColumn } from '../ui/data-table.tsx';
import type { LabelOf } from './labels.ts';

interface ModelProps {
  title: string;
  model: CoxModel;
  labelOf: LabelOf;
}

const right = (head: string): DataColumn => ({ head, align: 'right' });

/** The multivariable model at full precision: coefficients, then tests of all terms together. */
export function ModelNumbers({ title, model, labelOf }: ModelProps) {
  const tests = [
    { name: 'Likelihood ratio', test: model.tests.likelihoodRatio },
    { name: 'Wald', test: model.tests.wald },
    { name: 'Score', test: model.tests.score },
  ].flatMap(({ name, test }) => (test === null ? [] : [{ name, ...test }]));
  return (
    <>
      <DataTable
        label={`${title}: multivariable model`}
        caption={<strong>{title}: multivariable model</strong>}
        dense
        columns={[
          { head: 'Term' },
          right('HR'),
          right('Lower'),
          right('Upper'),
          right('Coefficient'),
          right('SE'),
          right('z'),
          right('p'),
        ]}
        rows={model.terms
          .filter((term) => !term.reference)
          .map((term) => [
            `${labelOf(term.name)} ${levelLabel(term.level)}`.trim(),
            full.ratio(term.hr),
            full.ratio(term.lower),
            full.ratio(term.upper),
            full.coefficient(term.coef),
            full.coefficient(term.se),
            full.coefficient(term.z),
            full.pValue(term.p),
          ])}
      />
      <DataTable
        label={`${title}: tests of the model`}
        compact
        caption={
          <strong>{title}: tests of all terms together, and of each (likelihood ratio)</strong>
        }
        dense
        columns={[{ head: 'Test' }, right('χ²'), right('df'), right('p')]}
        rows={[
          ...tests.map(({ name, chiSquare, df, p }) => [
            name,
            full.chiSquare(chiSquare),
            count(df),
            full.pValue(p),
          ]),
          ...model.termTests.map(({ name, test }) => [
            labelOf(name),
            full.chiSquare(test.chiSquare),
            count(test.df),
            full.pValue(test.p),
          ]),
        ]}
      />
    </>
  );
}

/** One test of proportional hazards for each term and one for all. */
export function HazardsTable({ title, model, labelOf }: ModelProps) {
  const test = model.proportionalHazards;
  if (test === null) return null;
  return (
    <DataTable
      label={`${title}: proportional hazards`}
      caption={<strong>{title}</strong>}
      dense
      compact
      columns={[{ head: 'Term' }, right('χ²'), right('df'), right('p')]}
      rows={[
        ...test.terms.map(({ name, chiSquare, df, p }) => [
          labelOf(name),
          full.chiSquare(chiSquare),
          count(df),
          full.pValue(p),
        ]),
        [
          'All terms',
          full.chiSquare(test.global.chiSquare),
          count(test.global.df),
          full.pValue(test.global.p),
        ],
      ]}
    />
  );
}
