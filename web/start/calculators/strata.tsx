import { useId } from 'preact/hooks';

import type { Analysis } from '../../../build/wasm/riskset.js';
import { text } from '../../text/text.ts';
import { CalculatorLink } from './calculator-link.tsx';
import { CountsField } from './counts-field.tsx';
import { readStrata, type Stratum } from './lines-of-counts.ts';
import { FoldedCalculator, Lines, Method, Problem } from './parts.tsx';
import { strataLines, strataMethod } from './tables-lines.ts';
import { useAnswer, valueOf } from './use-answer.ts';
import { useFields } from './use-fields.ts';

const words = text.calculators;

/** Two rates compared within strata. */
export function Strata() {
  return (
    <FoldedCalculator id="strata" title={words.strata} what={words.strataWhat}>
      <Opened />
    </FoldedCalculator>
  );
}

function Opened() {
  const id = useId();
  const { typed, type, level } = useFields('strata', { strata: '9 25 1 17\n6 24 1 17' });
  const { value: strata, problem } = readStrata(typed.strata);
  const analysis =
    strata &&
    ({
      id: 'strata',
      method: 'cochranMantelHaenszel',
      counts: strata.map(tableOf),
      level,
    } satisfies Analysis);
  const answer = useAnswer(analysis);
  const exact = useAnswer(analysis && { ...analysis, id: 'exact', exact: true });
  const value = valueOf(answer, 'cochranMantelHaenszel');
  const withExact = valueOf(exact, 'cochranMantelHaenszel');
  const refused = answer?.state === 'done' && !answer.result.ok;
  return (
    <>
      <CountsField
        id={id}
        typed={typed.strata}
        hint={words.strataHint}
        wrong={problem !== null}
        problem={`${id}-problem`}
        onChange={(lines) => type({ strata: lines })}
      />
      <Problem id={`${id}-problem`} text={problem} answer={answer} />
      {strata !== null && !refused && (
        <>
          <Lines lines={value && strataLines(value, withExact, level)} room={8} />
          <Method text={value && strataMethod(strata)} />
          <CalculatorLink id="strata" name={words.strata} typed={typed} level={level} />
        </>
      )}
    </>
  );
}

/** With and without the event: arm A above arm B. */
function tableOf({ a, b }: Stratum): number[][] {
  return [a, b].map(({ x, n }) => [x, n - x]);
}
