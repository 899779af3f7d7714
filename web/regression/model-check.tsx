import type { CoxModel, ProportionalHazards } from '../../build/wasm/riskset.js';
import { levelLabel } from '../format/words.ts';
import { CoefficientTable, modelTests, TestTable } from '../panels/cox-numbers.tsx';
import { text } from '../text/text.ts';
import type { LabelOf } from './labels.ts';

const words = text.regression;

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
        label={words.modelOf(title)}
        caption={words.modelOf(title)}
        head={words.term}
        terms={model.terms}
        nameOf={({ name, level }) => `${labelOf(name)} ${levelLabel(level)}`.trim()}
      />
      {model.unpenalisedLogLik !== null && <p class="note">{words.profileNote}</p>}
      <TestTable
        label={words.testsOf(title)}
        caption={words.testsCaption(title)}
        head={words.test}
        tests={[
          ...modelTests(model.tests),
          ...model.termTests.map(({ name, test }) => ({ name: labelOf(name), ...test })),
        ]}
      />
    </>
  );
}

interface HazardsProps {
  title: string;
  test: ProportionalHazards;
  labelOf: LabelOf;
}

/** One test of proportional hazards for each term and one for all. */
export function HazardsTable({ title, test, labelOf }: HazardsProps) {
  return (
    <TestTable
      label={words.hazardsOf(title)}
      caption={title}
      head={words.term}
      tests={[
        ...test.terms.map((term) => ({ ...term, name: labelOf(term.name) })),
        { name: words.allTerms, ...test.global },
      ]}
    />
  );
}
