import { useId } from 'preact/hooks';

import { text } from '../../text/text.ts';
import { CalculatorLink } from './calculator-link.tsx';
import { pairCells, readPairs } from './pair-counts.ts';
import { FoldedCalculator, Lines, Method, Problem } from './parts.tsx';
import { pairsLines, pairsMethod } from './tables-lines.ts';
import { useAnswer, valueOf } from './use-answer.ts';
import { useFields } from './use-fields.ts';

const words = text.calculators;

/** A yes or no of the same patients twice. */
export function Pairs() {
  return (
    <FoldedCalculator id="pairs" title={words.pairs} what={words.pairsWhat}>
      <Opened />
    </FoldedCalculator>
  );
}

function Opened() {
  const id = useId();
  const example = { both: '20', first: '9', second: '3', neither: '17' };
  const { typed, type, level } = useFields('pairs', example);
  const { value: pairs, problem, wrong } = readPairs(typed);
  const answer = useAnswer(
    pairs && {
      id: 'pairs',
      method: 'mcnemar',
      counts: [
        [pairs.both, pairs.first],
        [pairs.second, pairs.neither],
      ],
    },
  );
  const value = valueOf(answer, 'mcnemar');
  return (
    <>
      <div class="calculator-pairs">
        {pairCells.map((cell) => (
          <div key={cell} class="calculator-field">
            <label for={`${id}-${cell}`}>{words.pairFields[cell]}</label>
            <input
              id={`${id}-${cell}`}
              class="input input-number count-field"
              type="text"
              inputMode="numeric"
              autocomplete="off"
              value={typed[cell]}
              aria-invalid={wrong === cell}
              aria-describedby={`${id}-problem`}
              onInput={(event) => type({ [cell]: event.currentTarget.value })}
            />
          </div>
        ))}
      </div>
      <Problem id={`${id}-problem`} text={problem} answer={answer} />
      {pairs !== null && (
        <>
          <Lines lines={value && pairsLines(value, pairs)} room={6} />
          <Method text={value && pairsMethod(pairs)} />
          <CalculatorLink id="pairs" name={words.pairs} typed={typed} level={level} />
        </>
      )}
    </>
  );
}
