// What is said of the patients that a significant difference of response hangs on.
import type { AnalysisResult, Fragility } from '../../build/wasm/riskset.js';
import type { RichText } from '../base/rich-text.ts';
import { count, pEquals, percent, pValue } from '../format/numbers.ts';
import { inSentence } from '../format/words.ts';
import { answered, outcome } from '../panels/outcomes.ts';
import { text } from '../text/text.ts';
import { rateName } from './answers.ts';

const words = text.fragility;

export interface RateFragility {
  rate: string;
  fragility: Fragility;
}

/** Of the rates that were answered; none where there are not two arms. */
export function fragilities(results: ReadonlyMap<string, AnalysisResult>): RateFragility[] {
  return (['orr', 'dcr'] as const).flatMap((rate) => {
    const value = answered(outcome(results, `response:fragility:${rate}`, 'fragility'))?.value;
    return value === undefined ? [] : [{ rate: rateName(rate), fragility: value }];
  });
}

export function fragilitySetting(all: readonly RateFragility[]): string {
  return all
    .map(({ rate, fragility: { index } }) =>
      words.settingOf(rate, index === null ? words.noIndex : count(index)),
    )
    .join(' · ');
}

export function fragilitySentence({ rate, fragility }: RateFragility): RichText {
  const { index, quotient, changed, path, p } = fragility;
  if (index === null || quotient === null || changed === null) return words.none(rate, pEquals(p));
  const after = path.at(-1) ?? p;
  return words.sentence(
    rate,
    index,
    inSentence(changed),
    pValue(p),
    pValue(after),
    percent(quotient),
  );
}
