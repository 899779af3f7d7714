import { useId } from 'preact/hooks';

import type { RatioMeasure } from '../../../build/wasm/riskset.js';
import { ratio } from '../../format/numbers.ts';
import { text } from '../../text/text.ts';
import { Select } from '../../ui/select.tsx';
import { CalculatorLink } from './calculator-link.tsx';
import { eValueLines } from './doubt.ts';
import { FoldedCalculator, Lines, Method, Problem } from './parts.tsx';
import { NumberFields } from './planned-calculator.tsx';
import { type NumberField, readNumbers } from './planned-numbers.ts';
import { useAnswer, valueOf } from './use-answer.ts';
import { useFields } from './use-fields.ts';

const words = text.trials;
const title = words.eValue;

type Measure = keyof typeof words.measures;
const measures: Readonly<Record<Measure, { measure: RatioMeasure; rareOutcome: boolean }>> = {
  HR: { measure: 'HR', rareOutcome: false },
  rareHR: { measure: 'HR', rareOutcome: true },
  OR: { measure: 'OR', rareOutcome: false },
  rareOR: { measure: 'OR', rareOutcome: true },
  RR: { measure: 'RR', rareOutcome: false },
};
const isMeasure = (typed: string): typed is Measure => Object.hasOwn(measures, typed);

const fields: readonly NumberField<'estimate' | 'lower' | 'upper'>[] = [
  { name: 'estimate', label: words.estimate, kind: 'number' },
  { name: 'lower', label: words.lower, kind: 'number' },
  { name: 'upper', label: words.upper, kind: 'number' },
];

/** How strongly an unmeasured confounder would have to act to explain a ratio away. */
export function EValue() {
  return (
    <FoldedCalculator id="e-value" title={title} what={words.eValueWhat}>
      <Opened />
    </FoldedCalculator>
  );
}

function Opened() {
  const id = useId();
  const example = { measure: 'HR', estimate: '0.42', lower: '0.25', upper: '0.71' };
  const { typed, type, level } = useFields('e-value', example);
  const measure = isMeasure(typed.measure) ? typed.measure : 'HR';
  const read = readNumbers(fields, typed);
  const { numbers } = read;
  const ordered = numbers === null || inOrder(numbers);
  const problem = read.problem ?? (ordered ? null : words.limitsOutOfOrder);
  const asked = problem === null ? numbers : null;
  const answer = useAnswer(
    asked && { id: 'e-value', method: 'eValue', ...measures[measure], ...asked },
  );
  const value = valueOf(answer, 'eValue');
  return (
    <>
      <div class="calculator-choice">
        <Select
          label={words.measure}
          choices={Object.keys(measures)
            .filter(isMeasure)
            .map((own) => ({ value: own, label: words.measures[own] }))}
          value={measure}
          onChange={(own) => type({ measure: own })}
        />
      </div>
      <NumberFields
        id={id}
        fields={fields}
        typed={typed}
        wrong={read.wrong}
        onChange={(name, own) => type({ [name]: own })}
      />
      <Problem id={`${id}-problem`} text={problem} answer={answer} />
      {asked !== null && (
        <>
          <Lines lines={value && eValueLines(value)} room={3} />
          <Method
            text={
              value &&
              words.eValueMethod(ratio(value.value), value.limit === 1 ? null : ratio(value.limit))
            }
          />
          <CalculatorLink id="e-value" name={title} typed={typed} level={level} />
        </>
      )}
    </>
  );
}

function inOrder({ estimate, lower, upper }: Record<'estimate' | 'lower' | 'upper', number>) {
  return lower <= estimate && estimate <= upper;
}
