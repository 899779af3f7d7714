// The multivariable logistic model at full precision, for comparing with another program.
import type { LogisticModel, LogisticRow } from '../../build/wasm/riskset.js';
import { full } from '../format/numbers.ts';
import { levelLabel } from '../format/words.ts';
import { modelTests, right, TestTable } from '../panels/cox-numbers.tsx';
import { text } from '../text/text.ts';
import { DataTable } from '../ui/data-table.tsx';
import type { LabelOf } from './labels.ts';

const words = text.regression.logistic;

interface LogisticNumbersProps {
  /** "Objective response" */
  outcome: string;
  model: LogisticModel;
  labelOf: LabelOf;
}

export function LogisticNumbers({ outcome, model, labelOf }: LogisticNumbersProps) {
  const { intercept, terms, aic, bic } = model;
  const nameOf = ({ name, level }: LogisticRow) => `${labelOf(name)} ${levelLabel(level)}`.trim();
  return (
    <>
      <DataTable
        label={words.modelOf(outcome)}
        caption={<strong>{words.modelOf(outcome)}</strong>}
        dense
        columns={[{ head: text.regression.term }, ...words.columns.map(right)]}
        rows={[
          ...terms.filter(({ reference }) => !reference).map((row) => [nameOf(row), ...cells(row)]),
          [words.intercept, ...cells(intercept)],
        ]}
      />
      <TestTable
        label={words.testsOf(outcome)}
        caption={words.testsCaption(outcome)}
        head={text.regression.test}
        tests={[
          ...modelTests({ ...model.tests, robustScore: null }),
          ...model.termTests.map(({ name, test }) => ({ name: labelOf(name), ...test })),
        ]}
      />
      {aic !== null && bic !== null && (
        <p class="note">{words.criteria(full.chiSquare(aic), full.chiSquare(bic))}</p>
      )}
    </>
  );
}

function cells(row: LogisticRow): string[] {
  return [
    full.ratio(row.oddsRatio),
    full.ratio(row.lower),
    full.ratio(row.upper),
    full.coefficient(row.coef),
    full.coefficient(row.se),
    full.coefficient(row.z),
    full.pValue(row.p),
    full.ratio(row.profileLower),
    full.ratio(row.profileUpper),
    full.pValue(row.profileP),
  ];
}
