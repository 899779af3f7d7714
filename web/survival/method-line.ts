// How the numbers of a survival panel were computed, from how many patients.
import { countAlike } from '../data/analyses/row-options.ts';
import type { EndpointSetup } from '../data/setup.ts';
import { nbsp } from '../base/rounding.ts';
import { tick, unitAt } from '../format/numbers.ts';
import { joined, type RichText } from '../base/rich-text.ts';
import { inSentence, listed } from '../format/words.ts';
import { armLabel } from '../panels/arms.ts';
import { usedOf } from '../panels/method.ts';
import { answered } from '../panels/outcomes.ts';
import { rowsInWords } from '../panels/row-words.ts';
import { timesInWords } from '../panels/time-origin.ts';
import { text } from '../text/text.ts';
import type { SurvivalAnswers } from './answers.ts';
import { differenceAt, meanDifference, meanOf } from './contrasts.ts';

const say = text.survival.method;

export function methodLine(answers: SurvivalAnswers, endpoint: EndpointSetup): RichText {
  const { curves, followUp, groups, level, options, rows } = answers;
  const alike = countAlike(rows);
  const curve = answered(curves);
  if (curve === null) return [];
  const compared = groups.length > 1;
  return joined([
    [say.curves(say.intervals[options.survival.interval], level, options.survival.median)],
    compared ? [alike ? say.tests : say.testsOfRows] : [],
    meansInWords(answers),
    limitsInWords(answers),
    groups.length === 2 ? [say.differences(alike ? 'greenwood' : 'curves')] : [],
    notCompared(answers) ? [say.notCompared] : [],
    answered(followUp) === null ? [] : [say.followUp],
    [timesInWords(endpoint)],
    rowsInWords(rows),
    [say.ticks],
    usedOf(curve.used, curve.excluded),
  ]);
}

function meansInWords({ groups, times, unit, options }: SurvivalAnswers): RichText {
  const { horizon } = times;
  if (horizon === null || groups.every((group) => meanOf(group) === null)) return [];
  const within = `${tick(horizon)}${nbsp}${unitAt(horizon, unit)}`;
  const why =
    options.survival.horizon !== null
      ? 'chosen'
      : times.ticks.includes(horizon)
        ? 'tick'
        : 'followUp';
  return [groups.length > 1 ? say.means(within, why) : say.meansOfOne(within, why)];
}

/** Whose mean has a limit that cannot be true. */
function limitsInWords({ curves, groups, times, unit }: SurvivalAnswers): RichText {
  const warnings = answered(curves)?.warnings ?? [];
  const whose = warnings.flatMap(({ code, levels }) =>
    code === 'meanLimitOutOfRange' ? levels : [],
  );
  if (whose.length === 0 || times.horizon === null) return [];
  const arms = whose.map((label) => inSentence(armLabel(label, groups.length === 1)));
  return [
    say.limitOutOfRange(
      listed(arms),
      `${tick(times.horizon)}${nbsp}${unitAt(times.horizon, unit)}`,
    ),
  ];
}

function notCompared(answers: SurvivalAnswers): boolean {
  const differences = [
    meanDifference(answers),
    ...answers.times.landmarks.map((at) => differenceAt(answers, at)),
  ];
  return differences.some((difference) => difference !== null && difference.p === null);
}
