// The present choices in words: the line under which the options are folded, and what print keeps.
import { nbsp } from '../base/rounding.ts';
import { tick, units } from '../format/numbers.ts';
import { rowSettings } from '../panels/row-words.ts';
import { text } from '../text/text.ts';
import type { SurvivalAnswers } from './answers.ts';
import { writtenTimes } from './entries.ts';

const say = text.survival.options;

/** "log intervals", "95%", "ticks every 6 months", … */
export function optionsInWords(answers: SurvivalAnswers): string[] {
  const { options, times, unit, level, words } = answers;
  const { survival, curves } = options;
  const step = times.ticks[1];
  return [
    say.intervalsSet[survival.interval],
    ...(survival.median === 'spss' ? [say.medianSet] : []),
    level,
    ...rowSettings(answers.rows),
    ...(step === undefined ? [] : [say.ticksSet(`${tick(step)}${nbsp}${units[unit]}`)]),
    ...(survival.landmarks === null ? [] : [say.landmarksSet(writtenTimes(survival.landmarks))]),
    ...(survival.horizon === null ? [] : [say.horizonSet(tick(survival.horizon))]),
    curves.censorTicks ? say.ticksOn : say.ticksOff,
    ...(curves.bands ? [] : [say.bandsOff]),
    ...(curves.medians ? [] : [say.mediansOff]),
    ...(curves.meanArea ? [say.meanAreaSet] : []),
    say.atRiskSet(words.counted.toLowerCase())[curves.atRisk],
  ];
}
