// What the calculator of one rate says about the engine's answer.
import type { ProportionGroup } from '../../../build/wasm/riskset.js';
import type { RichText } from '../../base/rich-text.ts';
import { level, ofTotal, pEquals, percent } from '../../format/numbers.ts';
import { text } from '../../text/text.ts';
import { intervalLine, type Line, pLine } from './lines.ts';

const words = text.calculators;

export function oneRateLines(group: ProportionGroup, coverage: number): Line[] {
  const at = level(coverage);
  return [
    { name: [words.rate], value: [percent(group.rate)], key: true },
    intervalLine(group, 'clopperPearson', at),
    intervalLine(group, 'wilson', at),
  ];
}

export function otherIntervalLines(group: ProportionGroup, coverage: number): Line[] {
  const others = ['wilsonCorrected', 'midP', 'jeffreys', 'agrestiCoull', 'wald'] as const;
  return others.map((name) => intervalLine(group, name, level(coverage)));
}

export function oneRateMethod({ events, n }: ProportionGroup): RichText {
  return words.oneMethod(ofTotal(events, n));
}

/** The exact test against a given rate; nothing where none is given. */
export function againstLines({ exactTest }: ProportionGroup): Line[] {
  if (exactTest === null) return [];
  const rate = percent(exactTest.null);
  return [
    { ...pLine(words.twoSided, exactTest.p), key: true },
    pLine(words.above(rate), exactTest.greater),
    pLine(words.below(rate), exactTest.less),
  ];
}

export function againstSetting(group: ProportionGroup | null): RichText {
  const test = group?.exactTest ?? null;
  return test === null
    ? [words.againstNothing]
    : words.againstSetting(percent(test.null), pEquals(test.p));
}
