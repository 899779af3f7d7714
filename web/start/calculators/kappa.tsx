import { useId } from 'preact/hooks';

import type { Answers } from '../../../build/wasm/riskset.js';
import { ChoiceField } from '../../panels/options.tsx';
import { text } from '../../text/text.ts';
import { CalculatorLink } from './calculator-link.tsx';
import { CountsField } from './counts-field.tsx';
import { kappaLines, kappaMethod } from './kappa-lines.ts';
import { readSquare } from './lines-of-counts.ts';
import { FoldedCalculator, Lines, Method, Problem } from './parts.tsx';
import { useAnswer, valueOf } from './use-answer.ts';
import { useFields } from './use-fields.ts';

const words = text.calculators;

/** How far two ratings of the same patients agree beyond chance. */
export function AgreementOfRatings() {
  return (
    <FoldedCalculator id="kappa" title={words.kappa} what={words.kappaWhat}>
      <Opened />
    </FoldedCalculator>
  );
}

type Weights = Answers['kappa']['weights'];

const weightings: readonly Weights[] = ['none', 'linear', 'quadratic'];

function Opened() {
  const id = useId();
  const example = { counts: '20 4 1\n5 15 3\n1 2 12', weights: 'none' };
  const { typed, type, level } = useFields('kappa', example);
  const { value: counts, problem } = readSquare(typed.counts);
  const weights = weightings.find((one) => one === typed.weights) ?? 'none';
  const answer = useAnswer(counts && { id: 'kappa', method: 'kappa', counts, weights, level });
  const value = valueOf(answer, 'kappa');
  const refused = answer?.state === 'done' && !answer.result.ok;
  return (
    <>
      <CountsField
        id={id}
        typed={typed.counts}
        hint={words.kappaHint}
        wrong={problem !== null}
        problem={`${id}-problem`}
        onChange={(lines) => type({ counts: lines })}
      />
      <ChoiceField
        label={words.kappaWeights}
        choices={weightings.map((one) => ({ value: one, label: words.weightings[one] }))}
        value={weights}
        onChange={(one) => type({ weights: one })}
      />
      <Problem id={`${id}-problem`} text={problem} answer={answer} />
      {counts !== null && !refused && (
        <>
          <Lines lines={value && kappaLines(value, level)} room={4} />
          <Method text={value && kappaMethod(value, counts)} />
          <CalculatorLink
            id="kappa"
            name={words.kappa}
            typed={{ ...typed, weights }}
            level={level}
          />
        </>
      )}
    </>
  );
}
