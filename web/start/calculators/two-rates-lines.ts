// What the calculator of two rates says about the engine's answers.
import type {
  NumberNeeded,
  ProportionComparison,
  ProportionGroup,
} from '../../../build/wasm/riskset.js';
import type { RichText } from '../../base/rich-text.ts';
import {
  full,
  intervalInWords,
  level,
  notEstimable,
  ofTotal,
  percent,
  percentNumber,
  points,
  ratio,
} from '../../format/numbers.ts';
import { inSentence } from '../../format/words.ts';
import { text } from '../../text/text.ts';
import { intervalLine, type Line, patients, pLine, ratioBounds, ratioSaid } from './lines.ts';

const words = text.calculators;

type DifferenceInterval = keyof typeof words.differences;

export function twoRatesLines(value: ProportionComparison, coverage: number): Line[] {
  const [a = '', b = ''] = armsOf(value).map(({ rate }) => percent(rate));
  return [
    { name: [words.rates], value: [words.pair(a, b)], key: true },
    differenceLine(value, 'newcombe', coverage),
    ...(['pearson', 'yates', 'fisher'] as const).map((test) => {
      const name = words.tests[test];
      const quoted = test === value.chosen;
      const line = pLine(quoted ? words.quoted(name) : name, value.tests[test]?.p ?? null);
      return { ...line, key: quoted };
    }),
  ];
}

export function twoRatesMethod(value: ProportionComparison): RichText {
  const smallest = full.expected(value.expectedMin);
  const rule = value.chosen === 'fisher' ? words.fisherRule(smallest) : words.pearsonRule(smallest);
  const [a = '', b = ''] = armsOf(value).map(({ events, n }) => ofTotal(events, n));
  return words.twoMethod(rule, words.pair(a, b));
}

export function ratioLines(value: ProportionComparison, coverage: number): Line[] {
  const at = level(coverage);
  const { riskRatio: risk, oddsRatio: odds } = value;
  const { riskRatio, oddsRatio, ratioNames: names, nobodyInB, oddsNone } = words;
  const line = (name: string, said: string): Line => ({ name: [name], value: [said] });
  return [
    line(riskRatio(at, names.katz), ratioSaid(risk.value, risk.katz, nobodyInB)),
    line(
      riskRatio(at, names.miettinenNurminen),
      scoreSaid(risk.value, risk.miettinenNurminen, nobodyInB),
    ),
    line(oddsRatio(at, names.woolf), ratioSaid(odds.value, odds.woolf, oddsNone)),
    line(
      oddsRatio(at, names.miettinenNurminen),
      scoreSaid(odds.value, odds.miettinenNurminen, oddsNone),
    ),
    line(
      oddsRatio(at, names.conditional),
      scoreSaid(odds.conditional.value, odds.conditional, oddsNone),
    ),
    line(oddsRatio(at, names.haldane), ratioSaid(odds.haldane.value, odds.haldane, oddsNone)),
    line(words.needed(at), neededSaid(value.numberNeeded)),
  ];
}

export function ratiosSetting({ riskRatio, oddsRatio }: ProportionComparison): string {
  const short = (value: number | null) =>
    value === null ? inSentence(notEstimable) : ratio(value);
  return words.ratiosSetting(short(riskRatio.value), short(oddsRatio.value));
}

/** The other intervals of the difference, then of each arm's rate. */
export function furtherIntervalLines(value: ProportionComparison, coverage: number): Line[] {
  const at = level(coverage);
  return [
    ...(['miettinenNurminen', 'mee', 'wald'] as const).map((name) =>
      differenceLine(value, name, coverage),
    ),
    ...armsOf(value).flatMap((group, index) =>
      (['clopperPearson', 'wilson'] as const).map((name) => {
        const line = intervalLine(group, name, at);
        return { ...line, name: [words.inArmRow(words.arms[index] ?? '', line.name.join(''))] };
      }),
    ),
  ];
}

/** With Barnard's and Boschloo's tests, which the engine makes only when asked. */
export function furtherTestLines({ tests }: ProportionComparison): Line[] {
  const names = words.furtherTests;
  return [
    pLine(names.fisherMidP, tests.fisherMidP.p),
    pLine(names.fisherMidPObserved, tests.fisherMidPObserved.p),
    pLine(names.fisherMidPDoubled, tests.fisherMidPDoubled.p),
    pLine(names.pearsonNMinus1, tests.pearsonNMinus1?.p ?? null),
    pLine(names.barnard, tests.barnard?.p ?? null, words.tooLarge),
    pLine(names.boschloo, tests.boschloo?.p ?? null, words.tooLarge),
  ];
}

function differenceLine(
  { difference }: ProportionComparison,
  name: DifferenceInterval,
  coverage: number,
): Line {
  return {
    name: [words.difference(level(coverage), words.differences[name])],
    value: [
      words.estimate(points(difference.value), intervalInWords(difference[name], percentNumber)),
    ],
  };
}

/** A ratio whose interval exists even where it is 0 or infinite itself. */
function scoreSaid(
  value: number | null,
  bounds: ProportionComparison['riskRatio']['miettinenNurminen'],
  why: string,
): string {
  const { lower = null, upper = null } = bounds ?? {};
  if (bounds === null || (lower === 0 && upper === null)) return ratioSaid(value, null, why);
  return words.estimate(value === null ? words.infinite : ratio(value), ratioBounds(bounds));
}

/**
 * Where the interval of the difference holds 0, that of the number needed is not what lies between
 * its two ends but what lies beyond them: both sides are said.
 */
function neededSaid({ value, lower, upper, throughInfinity }: NumberNeeded): string {
  const size = (x: number) => patients(Math.abs(x));
  const said = value === null ? words.neededEqual : words.neededFor(size(value), value > 0);
  const ends = value !== null && value < 0 ? [upper, lower] : [lower, upper];
  const [from = null, to = null] = ends;
  if (throughInfinity) {
    const sides = ends.flatMap((end) =>
      end === null ? [] : [words.neededOrMore(size(end), end > 0)],
    );
    return sides.length === 0 ? said : words.neededOpen(said, sides);
  }
  if (from === null || to === null) return said;
  return words.estimate(said, intervalInWords({ lower: from, upper: to }, size));
}

/** Arm A, then arm B: the engine lists the reference first, and that is B. */
function armsOf({ groups, a, b }: ProportionComparison): ProportionGroup[] {
  return [a, b].flatMap((label) => groups.filter((group) => group.label === label));
}
