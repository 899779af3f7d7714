import { useId, useState } from 'preact/hooks';

import type { Analysis, ProportionComparison, ProportionGroup } from '../../build/wasm/riskset.js';
import { parts } from '../data/store.ts';
import { text } from '../text/text.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Lines, Method, Problem } from './calculator-parts.tsx';
import { CountPair } from './count-pair.tsx';
import { problemIn, readRate, type Typed } from './counts.ts';
import {
  furtherLines,
  furtherSetting,
  oneRateLines,
  oneRateMethod,
  twoRatesLines,
  twoRatesMethod,
} from './rates.ts';
import { type Answer, useAnswer } from './use-answer.ts';

const words = text.start.calculators;

/** Rates from counts alone: no table is needed, and one that is open is not touched. */
export function Calculators() {
  return (
    <section class="calculators" aria-labelledby="without-file">
      <h2 id="without-file">{text.start.withoutFile}</h2>
      <div class="calculator-columns">
        <OneRate />
        <TwoRates />
      </div>
    </section>
  );
}

function OneRate() {
  const id = useId();
  const [typed, setTyped] = useState<Typed>({ x: '15', n: '49' });
  const { level } = parts.options.value;
  const reading = readRate(typed);
  const counts = reading.kind === 'rate' ? reading.rate : null;
  const answer = useAnswer(counts && { id: 'rate', method: 'proportion', counts, level });
  const group = rateOf(answer);
  return (
    <section class="calculator" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{words.one}</h3>
      <div class="calculator-fields">
        <CountPair
          name={words.withEvent}
          typed={typed}
          reading={reading}
          onChange={setTyped}
          problem={`${id}-problem`}
        />
      </div>
      <Problem id={`${id}-problem`} text={problemIn([reading])} answer={answer} />
      {counts !== null && (
        <>
          <Lines lines={group && oneRateLines(group, level)} room={3} />
          <Method text={group && oneRateMethod(group)} />
        </>
      )}
    </section>
  );
}

function TwoRates() {
  const id = useId();
  const [a, setA] = useState<Typed>({ x: '15', n: '49' });
  const [b, setB] = useState<Typed>({ x: '2', n: '34' });
  const { level } = parts.options.value;
  const readings = [readRate(a), readRate(b)] as const;
  const analysis = comparison(readings, level);
  const answer = useAnswer(analysis);
  const value = comparisonOf(answer);
  return (
    <section class="calculator" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{words.two}</h3>
      <div class="calculator-fields">
        <CountPair
          name={words.arms[0]}
          typed={a}
          reading={readings[0]}
          onChange={setA}
          problem={`${id}-problem`}
        />
        <CountPair
          name={words.arms[1]}
          typed={b}
          reading={readings[1]}
          onChange={setB}
          problem={`${id}-problem`}
        />
      </div>
      <Problem id={`${id}-problem`} text={problemIn(readings)} answer={answer} />
      {analysis !== null && (
        <>
          <Lines lines={value && twoRatesLines(value, level)} room={3} />
          <Disclosure name={words.more} setting={value && furtherSetting(value)}>
            <Lines lines={value && furtherLines(value, level)} room={8} />
          </Disclosure>
          <Method text={value && twoRatesMethod(value)} />
        </>
      )}
    </section>
  );
}

function comparison(
  [a, b]: readonly [ReturnType<typeof readRate>, ReturnType<typeof readRate>],
  level: number,
): Analysis | null {
  if (a.kind !== 'rate' || b.kind !== 'rate') return null;
  const counts = { x1: a.rate.x, n1: a.rate.n, x2: b.rate.x, n2: b.rate.n };
  return { id: 'rates', method: 'compareProportions', counts, level };
}

function rateOf(answer: Answer | null): ProportionGroup | null {
  if (answer?.state !== 'done' || !answer.result.ok) return null;
  return answer.result.method === 'proportion' ? (answer.result.value.groups[0] ?? null) : null;
}

function comparisonOf(answer: Answer | null): ProportionComparison | null {
  if (answer?.state !== 'done' || !answer.result.ok) return null;
  return answer.result.method === 'compareProportions' ? answer.result.value : null;
}
