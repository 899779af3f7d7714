// What the calculators say about the engine's answers.
import type { Interval, ProportionComparison, ProportionGroup } from '../../build/wasm/riskset.js';
import {
  full,
  interval,
  intervalInWords,
  level,
  notEstimable,
  ofTotal,
  pEquals,
  percent,
  percentNumber,
  points,
  ratio,
  saysNothing,
} from '../format/numbers.ts';
import type { RichText } from '../base/rich-text.ts';
import { inSentence } from '../format/words.ts';
import { text } from '../text/text.ts';

const words = text.start.calculators;

export interface Line {
  name: RichText;
  value: RichText;
  /** The number that the line is about: set in bold. */
  key?: boolean;
}

export function oneRateLines({ rate, intervals }: ProportionGroup, coverage: number): Line[] {
  const at = level(coverage);
  return [
    { name: [words.rate], value: [percent(rate)], key: true },
    { name: [words.wilson(at)], value: [percents(intervals.wilson)] },
    { name: [words.clopperPearson(at)], value: [percents(intervals.clopperPearson)] },
  ];
}

export function oneRateMethod({ events, n }: ProportionGroup): RichText {
  return words.oneMethod(ofTotal(events, n));
}

export function twoRatesLines(value: ProportionComparison, coverage: number): Line[] {
  const { difference, tests, chosen } = value;
  const rates = armsOf(value).map(({ rate }) => percent(rate));
  return [
    {
      name: [words.rates],
      value: [words.pair(...both(rates))],
      key: true,
    },
    {
      name: [words.newcombe(level(coverage))],
      value: [
        words.estimate(
          points(difference.value),
          intervalInWords(difference.newcombe, percentNumber),
        ),
      ],
    },
    {
      name: words.chosen(words.tests[chosen], full.expected(value.expectedMin)),
      value: tested(tests[chosen]?.p ?? null),
    },
  ];
}

/** Behind the disclosure: the ratios, each arm's intervals, and the tests that are not quoted. */
export function furtherLines(value: ProportionComparison, coverage: number): Line[] {
  const at = level(coverage);
  const { riskRatio, oddsRatio, tests, chosen } = value;
  return [
    {
      name: [words.riskRatio(at)],
      value: [ratioOf(riskRatio.value, riskRatio.katz, words.nobodyInB)],
    },
    {
      name: [words.oddsRatio(at)],
      value: [ratioOf(oddsRatio.value, oddsRatio.woolf, words.oddsNone)],
    },
    ...armsOf(value).flatMap((group, index) =>
      oneRateLines(group, coverage)
        .slice(1)
        .map((line) => ({ ...line, name: [words.inArmRow(arm(index), line.name.join(''))] })),
    ),
    ...(['pearson', 'yates', 'fisher'] as const)
      .filter((test) => test !== chosen)
      .map((test) => ({ name: [words.tests[test]], value: tested(tests[test]?.p ?? null) })),
  ];
}

export function furtherSetting({ riskRatio, oddsRatio }: ProportionComparison): string {
  return words.moreSetting(short(riskRatio.value), short(oddsRatio.value));
}

export function twoRatesMethod(value: ProportionComparison): RichText {
  const rule = value.chosen === 'fisher' ? words.fisherRule : words.pearsonRule;
  const counts = armsOf(value).map(({ events, n }) => ofTotal(events, n));
  return words.twoMethod(rule, words.pair(...both(counts)));
}

/** Arm A, then arm B: the engine lists the reference first, and that is B. */
function armsOf({ groups, a, b }: ProportionComparison): ProportionGroup[] {
  return [a, b].flatMap((label) => groups.filter((group) => group.label === label));
}

function short(value: number | null): string {
  return value === null ? inSentence(notEstimable) : ratio(value);
}

function both([a = '', b = '']: readonly string[]): [string, string] {
  return [a, b];
}

function arm(index: number): string {
  return words.arms[index] ?? '';
}

function percents(bounds: Interval): string {
  return intervalInWords(bounds, percent);
}

function ratioOf(value: number | null, bounds: Interval | null, why: string): string {
  if (value === null) return why;
  if (bounds === null || saysNothing(bounds)) return words.noInterval(ratio(value));
  return words.estimate(ratio(value), interval(bounds, ratio));
}

function tested(p: number | null): RichText {
  return p === null ? [words.notTested] : words.pIs(pEquals(p));
}
