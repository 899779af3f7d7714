// What the marks of the survival figure mean, as its options have them.
import { mostBands } from '../figures/kaplan-meier-data.ts';
import { mostCensorTicks } from '../figures/steps.ts';
import { text } from '../text/text.ts';
import type { SurvivalAnswers } from './answers.ts';

const say = text.survival.figure;

export function figureNote({ groups, words, level, options }: SurvivalAnswers): string {
  const { bands, censorTicks, medians, atRisk } = options.curves;
  const few = groups.length <= mostBands;
  const notReached = groups.some(
    ({ median }) => median.value === null || median.lower === null || median.upper === null,
  );
  return [
    few ? (bands ? say.bands(level) : say.bandsOff(level)) : say.tooManyBands,
    ...(censorTicks
      ? [
          groups.some(({ censored }) => censored > mostCensorTicks)
            ? say.ticksUpTo(mostCensorTicks)
            : say.ticks,
        ]
      : []),
    say.thin,
    ...(medians ? [say.medians] : []),
    ...(few && atRisk === 'all' ? [say.totals(words.counted.toLowerCase())] : []),
    ...(few && atRisk === 'atRiskCensored' ? [say.censoredTotals] : []),
    ...(notReached ? [say.notReached] : []),
  ].join(' ');
}
