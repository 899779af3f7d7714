// Which doubts stand between a survival panel's sentence and its figure, and what to report instead.
import type { Warning } from '../../build/wasm/riskset.js';
import {
  pEquals,
  points,
  pointsInterval,
  ratio,
  ratioInterval,
  signedTime,
  signedTimeInterval,
  tick,
  time,
  unitAt,
  units,
} from '../format/numbers.ts';
import { joined, type RichText } from '../base/rich-text.ts';
import { inSentence, listed } from '../format/words.ts';
import { armLabel } from '../panels/arms.ts';
import { answered, warningsOf } from '../panels/outcomes.ts';
import { text } from '../text/text.ts';
import { type HazardRatio, hazardRatios, ratiosOf, type SurvivalAnswers } from './answers.ts';
import { differenceAt, meanDifference } from './contrasts.ts';
import { meanWords } from './summary-table.ts';

const say = text.survival.warnings;

/**
 * The warnings of the engine that belong beside the sentence. That a median is not reached the
 * sentence says itself; that a tick lies after an arm's last follow-up or a mean has no interval, the
 * rows of the table; that a limit cannot be true, the method line; changing hazards and crossing
 * curves have their own sentences here.
 */
const saidElsewhere: ReadonlySet<Warning['code']> = new Set([
  'notReached',
  'beyondFollowUp',
  'meanBeyondFollowUp',
  'meanWithoutError',
  'meanLimitOutOfRange',
  'nonProportionalHazards',
  'curvesCross',
]);

export function survivalWarnings({ curves, logRank, hazard }: SurvivalAnswers): Warning[] {
  return [hazard, logRank, curves]
    .flatMap((result) => warningsOf(result))
    .filter(({ code, detail }) => !saidElsewhere.has(code) && detail !== 'piecewise');
}

/** Where the hazard ratio changes during follow-up: what the one number is, and what to put beside it. */
export function changingHazards(answers: SurvivalAnswers): RichText | null {
  const model = answered(answers.hazard);
  const changes = model?.warnings.some(({ code }) => code === 'nonProportionalHazards') ?? false;
  const test = model?.value.proportionalHazards ?? null;
  if (!changes || test === null) return null;
  const [only, ...others] = hazardRatios(answers);
  const single = only !== undefined && only.value !== null && others.length === 0 ? only : null;
  const mean = meanInWords(answers);
  const average =
    single === null
      ? say.eachAverage
      : mean === null
        ? say.average(ratio(single.value))
        : say.averageOnly(`${ratio(single.value)} (${ratioInterval(single)})`);
  return joined([
    say.notConstant(pEquals(test.global.p)),
    periodsInWords(answers, single) ?? [average],
    mean === null ? [] : say.reportMean(mean.what, mean.horizon, mean.difference, mean.bounds),
  ]);
}

/** The hazard ratio before and after the time that parts the events. */
function periodsInWords(
  { hazard, unit }: SurvivalAnswers,
  average: HazardRatio | null,
): RichText | null {
  const [before, after, ...others] = answered(hazard)?.value.piecewise?.periods ?? [];
  if (before === undefined || after === undefined || others.length > 0) return null;
  if (average === null || !isKnown(average)) return null;
  const [early, late] = [before, after].map(({ rows }) => ratiosOf(rows)[0]);
  if (before.to === null || !isKnown(early) || !isKnown(late)) return null;
  const inWords = (one: HazardRatio & { value: number }) => ({
    hr: ratio(one.value),
    bounds: ratioInterval(one),
  });
  const until = `${tick(before.to)} ${unitAt(before.to, unit)}`;
  const { hr, bounds } = inWords(average);
  return say.byPeriod(inWords(early), inWords(late), until, `${hr} (${bounds})`);
}

/** How those hazard ratios are made, with the events that they rest on. */
export function periodsMethod({ hazard, unit }: SurvivalAnswers): string | null {
  const [before, after, ...others] = answered(hazard)?.value.piecewise?.periods ?? [];
  if (before === undefined || after === undefined || others.length > 0) return null;
  if (before.to === null) return null;
  const until = `${tick(before.to)} ${unitAt(before.to, unit)}`;
  return text.survival.check.periods(until, before.events, after.events);
}

function isKnown(one: HazardRatio | undefined): one is HazardRatio & { value: number } {
  return one !== undefined && one.value !== null && one.lower !== null && one.upper !== null;
}

function meanInWords(answers: SurvivalAnswers) {
  const { times, unit } = answers;
  const difference = meanDifference(answers);
  if (difference === null || difference.lower === null || times.horizon === null) return null;
  return {
    what: meanWords(answers),
    horizon: `${tick(times.horizon)} ${unitAt(times.horizon, unit)}`,
    difference: signedTime(difference.value, unit),
    bounds: signedTimeInterval(difference, unit),
  };
}

/** Where curves cross: that no single comparison holds, and the numbers that do. */
export function crossingCurves(answers: SurvivalAnswers): string | null {
  const { curves, groups } = answers;
  const crossings = answered(curves)?.warnings.filter(({ code }) => code === 'curvesCross') ?? [];
  if (crossings.length === 0) return null;
  const which = crossings.map((warning) => {
    const { arms, times } = pairAndTimes(warning, answers);
    return groups.length === 2 ? say.crossAt(times) : say.pairCrosses(listed(arms), times);
  });
  return [...which, say.neither, say.reportInstead(listed(reportable(answers)))].join(' ');
}

function timesIn(detail: string): number[] {
  return detail.split(', ').map(Number);
}

/** Where curves cross, all pairs of arms together. */
export function crossingTimes({ curves }: SurvivalAnswers): number[] {
  const warnings = answered(curves)?.warnings ?? [];
  const times = warnings.flatMap(({ code, detail }) =>
    code === 'curvesCross' ? timesIn(detail) : [],
  );
  return [...new Set(times)].toSorted((a, b) => a - b);
}

/** The engine names both arms, and writes the times as "12.4, 20". */
function pairAndTimes(
  { levels, detail }: Warning,
  { unit }: SurvivalAnswers,
): { arms: string[]; times: string } {
  const times = timesIn(detail).map((written) => time(written, unit));
  const arms = levels.map((label) => inSentence(armLabel(label)));
  return { arms, times: `${listed(times)} ${units[unit]}` };
}

/** What describes curves whose order changes: differences of means and of rates, with numbers. */
function reportable(answers: SurvivalAnswers): string[] {
  const { times, unit } = answers;
  const mean = meanInWords(answers);
  const rates = times.landmarks.flatMap((at) => {
    const difference = differenceAt(answers, at);
    if (difference === null || difference.lower === null) return [];
    const when = `${tick(at)} ${unitAt(at, unit)}`;
    return [say.rateDifference(when, points(difference.value), pointsInterval(difference))];
  });
  const own =
    mean === null
      ? rates
      : [say.meanDifference(mean.what, mean.horizon, mean.difference, mean.bounds), ...rates];
  return own.length === 0 ? [say.ratesOfArms] : own;
}
