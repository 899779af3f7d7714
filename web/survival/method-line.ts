// How the numbers of a survival panel were computed, from how many patients.
import type { EndpointSetup } from '../data/setup.ts';
import { nbsp } from '../base/rounding.ts';
import { tick, units } from '../format/numbers.ts';
import { joined, type RichText } from '../base/rich-text.ts';
import { usedOf } from '../panels/method.ts';
import { answered } from '../panels/outcomes.ts';
import { timesInWords } from '../panels/time-origin.ts';
import { text } from '../text/text.ts';
import type { SurvivalAnswers } from './answers.ts';
import { meanOf } from './contrasts.ts';

const say = text.survival.method;

export function methodLine(answers: SurvivalAnswers, endpoint: EndpointSetup): RichText {
  const { curves, followUp, groups, level, options } = answers;
  const curve = answered(curves);
  if (curve === null) return [];
  const compared = groups.length > 1;
  return joined([
    [say.curves(say.intervals[options.survival.interval], level)],
    compared ? [say.tests] : [],
    meansInWords(answers),
    groups.length === 2 ? [say.differences] : [],
    answered(followUp) === null ? [] : [say.followUp],
    [timesInWords(endpoint)],
    [say.ticks],
    usedOf(curve.used, curve.excluded),
  ]);
}

function meansInWords({ groups, times, unit, options }: SurvivalAnswers): RichText {
  const { horizon } = times;
  if (horizon === null || groups.every((group) => meanOf(group) === null)) return [];
  const within = `${tick(horizon)}${nbsp}${units[unit]}`;
  const chosen = options.survival.horizon !== null;
  return [groups.length > 1 ? say.means(within, chosen) : say.meansOfOne(within, chosen)];
}
