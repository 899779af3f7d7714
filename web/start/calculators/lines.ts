// A line of a calculator's answer: what it is, and its value in words.
import type { ChiSquareTest, ProportionGroup } from '../../../build/wasm/riskset.js';
import type { RichText } from '../../base/rich-text.ts';
import {
  type Bounds,
  count,
  full,
  interval,
  intervalInWords,
  pEquals,
  percent,
  ratio,
  saysNothing,
} from '../../format/numbers.ts';
import { text } from '../../text/text.ts';

const words = text.calculators;

export interface Line {
  name: RichText;
  value: RichText;
  /** The number that the line is about: set in bold. */
  key?: boolean;
}

export function pLine(name: string | RichText, p: number | null, absent = words.notTested): Line {
  return {
    name: typeof name === 'string' ? [name] : name,
    value: p === null ? [absent] : words.pIs(pEquals(p)),
  };
}

export function chiSquareLine(
  name: string | RichText,
  test: ChiSquareTest | null,
  absent = words.notTested,
): Line {
  const line = pLine(name, test?.p ?? null, absent);
  return test === null
    ? line
    : {
        ...line,
        value: words.chiSquare(full.chiSquare(test.chiSquare), count(test.df), pEquals(test.p)),
      };
}

type IntervalName = keyof ProportionGroup['intervals'];

export function intervalLine(
  { intervals }: ProportionGroup,
  name: IntervalName,
  coverage: string,
): Line {
  return {
    name: [words.intervalOf(coverage, words.intervals[name])],
    value: [intervalInWords(intervals[name], percent)],
  };
}

/** A ratio with its bounds; `why` it does not exist, `noInterval` where its bounds do not. */
export function ratioSaid(value: number | null, bounds: Bounds | null, why: string): string {
  if (value === null) return why;
  if (bounds === null || saysNothing(bounds)) return words.noInterval(ratio(value));
  return words.estimate(ratio(value), ratioBounds(bounds));
}

/** The upper bound of a ratio that has none is infinite. */
export function ratioBounds(bounds: Bounds): string {
  return bounds.upper === null ? words.from(ratio(bounds.lower)) : interval(bounds, ratio);
}

/** Patients to treat, or to be expected: 1 decimal, none where there are thousands. */
export function patients(x: number | null): string {
  return x !== null && x >= 1000 ? count(Math.round(x)) : full.expected(x);
}
