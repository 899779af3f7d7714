import type { CoxModel } from '../../build/wasm/riskset.js';
import { levelLabel } from '../format/words.ts';
import { CoefficientTable, modelTests, TestTable } from '../panels/cox-numbers.tsx';
import type { LabelOf } from './labels.ts';

interface ModelProps {
  title: string;
  model: CoxModel;
  labelOf: LabelOf;
}

/** The multivariable model at full precision: coefficients, then tests of all terms together. */
export function ModelNumbers({ title, model, labelOf }: ModelProps) {
  return (
    <>
      <CoefficientTable
        label={`${title}: multivariable model`}
        caption={`${title}: multivariable model`}
        head="Term"
        terms={model.terms}
        nameOf={({ name, level }) => `${labelOf(name)} ${levelLabel(level)}`.trim()}
      />
      <TestTable
        label={`${title}: tests of the model`}
        caption={`${title}: tests of all terms together, and of each (likelihood ratio)`}
        head="Test"
        tests={[
          ...modelTests(model.tests),
          ...model.termTests.map(({ name, test }) => ({ name: labelOf(name), ...test })),
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
    <TestTable
      label={`${title}: proportional hazards`}
      caption={title}
      head="Term"
      tests={[
        ...test.terms.map((term) => ({ ...term, name: labelOf(term.name) })),
        { name: 'All terms', ...test.global },
      ]}
    />
  );
}
