// What the marks of the survival figure mean, as its options have them.
import { mostBands } from '../figures/kaplan-meier-data.ts';
import { mostCensorTicks } from '../figures/steps.ts';
import { nbsp } from '../base/rounding.ts';
import { tick, unitAt } from '../format/numbers.ts';
import { text } from '../text/text.ts';
import type { SurvivalAnswers } from './answers.ts';
import { meanOf } from './contrasts.ts';
import { meanWords } from './summary-table.ts';

const say = text.survival.figure;

/** The second part speaks of rows that only the wide figure draws. */
export function figureNote(own: SurvivalAnswers): { always: string; wide: string } {
  const { groups, words, level, options } = own;
  const { bands, censorTicks, medians, meanArea, atRisk } = options.curves;
  const few = groups.length <= mostBands;
  const end = groups.map((group) => meanOf(group)?.tau).find((tau) => tau !== undefined);
  const area = meanArea && few && end !== undefined;
  const always = [
    few ? (bands && !area ? say.bands(level) : say.bandsOff(level)) : say.tooManyBands,
    ...(area ? [say.meanArea(meanWords(own), `${tick(end)}${nbsp}${unitAt(end, own.unit)}`)] : []),
    ...(censorTicks
      ? [
          groups.some(({ censored }) => censored > mostCensorTicks)
            ? say.ticksUpTo(mostCensorTicks)
            : say.ticks,
        ]
      : []),
    say.thin,
    ...(medians ? [say.medians] : []),
    ...(few && atRisk === 'atRiskCensored' ? [say.censoredTotals] : []),
    ...(notReached(own) ? [say.notReached] : []),
  ];
  const wide = few && atRisk === 'all' ? say.totals(words.counted.toLowerCase()) : '';
  return { always: always.join(' '), wide };
}

/** NR stands in the figure's box or in the table under it. */
function notReached({ groups, followUpGroups }: SurvivalAnswers): boolean {
  const medians = [...groups, ...followUpGroups].map(({ median }) => median);
  return medians.some(({ value, lower, upper }) => [value, lower, upper].includes(null));
}
