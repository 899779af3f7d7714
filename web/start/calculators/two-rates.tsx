import { useId } from 'preact/hooks';

import type { Analysis } from '../../../build/wasm/riskset.js';
import { text } from '../../text/text.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { CalculatorLink } from './calculator-link.tsx';
import { CountPair } from './count-pair.tsx';
import { problemIn, readRate, type Reading } from './counts.ts';
import { Lines, Method, OpenCalculator, Problem } from './parts.tsx';
import {
  furtherIntervalLines,
  furtherTestLines,
  ratioLines,
  ratiosSetting,
  twoRatesLines,
  twoRatesMethod,
} from './two-rates-lines.ts';
import { useAnswer, valueOf } from './use-answer.ts';
import { useFields } from './use-fields.ts';

const words = text.calculators;

/** Two rates compared: the difference and the three usual tests, the rest one press away. */
export function TwoRates() {
  const id = useId();
  const example = { x1: '15', n1: '49', x2: '2', n2: '34' };
  const { typed, type, level } = useFields('two-rates', example);
  const a = { x: typed.x1, n: typed.n1 };
  const b = { x: typed.x2, n: typed.n2 };
  const readings = [readRate(a), readRate(b)] as const;
  const analysis = comparison(readings, level);
  const answer = useAnswer(analysis);
  const value = valueOf(answer, 'compareProportions');
  const { throughInfinity = false } = value?.numberNeeded ?? {};
  return (
    <OpenCalculator id="two-rates" title={words.two}>
      <div class="calculator-fields">
        <CountPair
          name={words.arms[0]}
          typed={a}
          reading={readings[0]}
          onChange={({ x, n }) => type({ x1: x, n1: n })}
          problem={`${id}-problem`}
        />
        <CountPair
          name={words.arms[1]}
          typed={b}
          reading={readings[1]}
          onChange={({ x, n }) => type({ x2: x, n2: n })}
          problem={`${id}-problem`}
        />
      </div>
      <Problem id={`${id}-problem`} text={problemIn(readings)} answer={answer} />
      {analysis !== null && (
        <>
          <Lines lines={value && twoRatesLines(value, level)} room={5} />
          <Method text={value && twoRatesMethod(value)} />
          <Disclosure name={words.ratios} setting={value && ratiosSetting(value)}>
            <Lines lines={value && ratioLines(value, level)} room={7} />
            <Method text={[words.ratiosMethod(throughInfinity)]} />
          </Disclosure>
          <Disclosure name={words.otherIntervals}>
            <Lines lines={value && furtherIntervalLines(value, level)} room={7} />
            <Method text={[words.otherIntervalsMethod]} />
          </Disclosure>
          <Disclosure name={words.moreTests}>
            <FurtherTests analysis={{ ...analysis, id: 'tests', unconditional: true }} />
          </Disclosure>
          <CalculatorLink id="two-rates" name={words.two} typed={typed} level={level} />
        </>
      )}
    </OpenCalculator>
  );
}

/** Asks the engine only once it is opened: these tests take it up to a second. */
function FurtherTests({ analysis }: { analysis: Analysis }) {
  const value = valueOf(useAnswer(analysis), 'compareProportions');
  return (
    <>
      <Lines lines={value && furtherTestLines(value)} room={6} />
      <Method text={[words.moreTestsMethod]} />
    </>
  );
}

type Comparison = Extract<Analysis, { method: 'compareProportions' }>;

function comparison([a, b]: readonly [Reading, Reading], level: number): Comparison | null {
  if (a.kind !== 'rate' || b.kind !== 'rate') return null;
  const counts = { x1: a.rate.x, n1: a.rate.n, x2: b.rate.x, n2: b.rate.n };
  return { id: 'rates', method: 'compareProportions', counts, level };
}
