import { useId } from 'preact/hooks';

import { readPercent } from '../../panels/given-rate.ts';
import { text } from '../../text/text.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Prose } from '../../ui/prose.tsx';
import { CalculatorLink } from './calculator-link.tsx';
import { CountPair } from './count-pair.tsx';
import { problemIn, readRate } from './counts.ts';
import {
  againstLines,
  againstSetting,
  oneRateLines,
  oneRateMethod,
  otherIntervalLines,
} from './one-rate-lines.ts';
import { Lines, Method, OpenCalculator, Problem } from './parts.tsx';
import { useAnswer, valueOf } from './use-answer.ts';
import { useFields } from './use-fields.ts';

const words = text.calculators;

/** A rate with its intervals, and when asked its exact test against a given rate. */
export function OneRate() {
  const id = useId();
  const { typed, type, level } = useFields('one-rate', { x: '15', n: '49', against: '' });
  const reading = readRate(typed);
  const against = readPercent(typed.against);
  const counts = reading.kind === 'rate' ? reading.rate : null;
  const answer = useAnswer(
    counts && { id: 'rate', method: 'proportion', counts, level, null: against.rate },
  );
  const group = valueOf(answer, 'proportion')?.groups[0] ?? null;
  const tests = group && againstLines(group);
  return (
    <OpenCalculator id="one-rate" title={words.one}>
      <div class="calculator-fields">
        <CountPair
          name={words.withEvent}
          typed={typed}
          reading={reading}
          onChange={type}
          problem={`${id}-problem`}
        />
      </div>
      <Problem id={`${id}-problem`} text={problemIn([reading])} answer={answer} />
      {counts !== null && (
        <>
          <Lines lines={group && oneRateLines(group, level)} room={3} />
          <Method text={group && oneRateMethod(group)} />
          <Disclosure name={words.moreIntervals} setting={words.moreIntervalsSetting}>
            <Lines lines={group && otherIntervalLines(group, level)} room={5} />
            <Method text={[words.moreIntervalsMethod]} />
          </Disclosure>
          <Disclosure name={words.against} setting={<Prose text={againstSetting(group)} />}>
            <div class="calculator-field">
              <label for={`${id}-against`}>{words.givenRate}</label>
              <input
                id={`${id}-against`}
                class="input input-number count-field"
                type="text"
                inputMode="decimal"
                autocomplete="off"
                value={typed.against}
                aria-invalid={against.problem !== null}
                aria-describedby={`${id}-against-problem`}
                onInput={(event) => type({ against: event.currentTarget.value })}
              />
            </div>
            <Problem id={`${id}-against-problem`} text={against.problem} answer={null} />
            {against.rate !== null && (
              <>
                <Lines lines={tests} room={3} />
                <Method text={[words.againstMethod]} />
              </>
            )}
          </Disclosure>
          <CalculatorLink id="one-rate" name={words.one} typed={typed} level={level} />
        </>
      )}
    </OpenCalculator>
  );
}
