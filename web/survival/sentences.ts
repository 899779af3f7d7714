// What a survival panel says in words, built from its numbers.
import type { KaplanMeierGroup } from '../../build/wasm/riskset.js';
import {
  count,
  intervalInWords,
  nbsp,
  pEquals,
  percent,
  percentNumber,
  ratio,
  tick,
  time,
  timeWithUnit,
  withInterval,
} from '../format/numbers.ts';
import { joined, listedParts, p, plain, rich, strong, type RichText } from '../format/rich-text.ts';
import { counted, inSentence, listed } from '../format/words.ts';
import { answered } from '../panels/outcomes.ts';
import { hazardRatios, totals, type HazardRatio, type SurvivalAnswers } from './answers.ts';
import { landmarks } from './landmarks.ts';

/** From what to what; how many events in how many patients. */
export function definition({ words, groups, unit }: SurvivalAnswers, start: string): string {
  const { n, events } = totals(groups);
  const happened = counted(events, words.event, words.events);
  const rest =
    words.event === 'death' ? 'alive at last contact' : 'without the event at last contact';
  const end = words.hazard === 'death' ? 'death from any cause' : words.hazard;
  return (
    `From ${start} to ${end}, in ${unit}. ` +
    `${happened} in ${counted(n, 'patient')}; ${count(n - events)} ${rest}.`
  );
}

/** The panel's answer as a sentence. */
export function lede(answers: SurvivalAnswers): RichText {
  const { groups } = answers;
  const [only] = groups;
  if (only === undefined) return [];
  if (groups.length === 1) return ledeOfOne(only, answers);
  return rich`${medians(answers)}${comparison(answers)}.${unreached(answers)}`;
}

function ledeOfOne(group: KaplanMeierGroup, answers: SurvivalAnswers): RichText {
  const { words, unit } = answers;
  const among = `${counted(group.n, 'patient')}`;
  if (group.median.value === null) {
    return rich`Median ${words.inSentence} was ${strong('not reached')} in ${among}.${unreached(answers)}`;
  }
  const bounds = intervalInWords(group.median, (x) => time(x, unit));
  const median = strong(timeWithUnit(group.median.value, unit));
  return rich`Median ${words.inSentence} was ${median} (95%${nbsp}CI ${bounds}) in ${among}.`;
}

function medians({ groups, words, unit }: SurvivalAnswers): RichText {
  if (groups.every((group) => group.median.value === null)) {
    const arms = groups.length === 2 ? 'in either arm' : 'in any arm';
    return rich`Median ${words.inSentence} was ${strong('not reached')} ${arms}`;
  }
  const parts = groups.map(
    ({ label, median }) =>
      rich`${strong(timeWithUnit(median.value, unit))} with ${inSentence(label)}`,
  );
  return rich`Median ${words.inSentence} was ${listedParts(parts)}`;
}

function comparison(answers: SurvivalAnswers): RichText {
  const { words, groups, logRank } = answers;
  const test = answered(logRank);
  const logRankPart = test === null ? [] : rich`log${'\u2011'}rank ${p}${pEquals(test.value.p)}`;
  const ratios = hazardRatios(answers);
  const [hazard] = ratios;
  const parts =
    groups.length === 2 && hazard !== undefined && hazard.value !== null
      ? [
          rich`HR for ${words.hazard} ${strong(ratio(hazard.value))}, 95%${nbsp}CI ${intervalInWords(hazard, ratio)}`,
          logRankPart,
        ]
      : [logRankPart];
  const inside = joined(parts, '; ');
  return inside.length === 0 ? [] : rich` (${inside})`;
}

/** Where a median is not reached, the longest landmark rate stands for it. */
function unreached(answers: SurvivalAnswers): RichText {
  const { groups, words, unit } = answers;
  const missing = groups.filter((group) => group.median.value === null);
  if (missing.length === 0) return [];
  const at = landmarks(groups, unit).at(-1);
  const [only] = missing;
  const why =
    missing.length === 1 && groups.length > 1
      ? ` With ${inSentence(only?.label ?? '')} fewer than half of the patients ${had(words.event)}.`
      : ` Fewer than half of the patients ${had(words.event)}.`;
  if (at === undefined) return [why];
  const rates = missing.flatMap((group) => {
    const there = group.atTimes.find(({ time: when }) => when === at);
    if (there === undefined || there.beyondFollowUp) return [];
    const rate = withInterval(percent(there.survival), there, percentNumber);
    return [groups.length > 1 ? `${rate} with ${inSentence(group.label)}` : rate];
  });
  if (rates.length === 0) return [why];
  return [`${why} The ${tick(at)}-${unit.replace(/s$/, '')} rate is ${listed(rates)}.`];
}

function had(event: string): string {
  return event === 'death' ? 'have died' : 'have had the event';
}

/** The figure in words, for those who do not see it. */
export function description(answers: SurvivalAnswers): string {
  const { groups, words, unit } = answers;
  const last = Math.max(...groups.map((group) => group.steps.time.at(-1) ?? 0));
  const opening =
    groups.length === 1
      ? `Kaplan–Meier curve of ${words.inSentence} with its 95% interval, from 0 to ${time(last, unit)} ${unit}.`
      : `Kaplan–Meier curves of ${words.inSentence} in ${groups.length} arms with 95% intervals, from 0 to ${time(last, unit)} ${unit}.`;
  const arms = groups.map((group) => {
    const { label, n, events, median } = group;
    const middle =
      median.value === null
        ? 'median not reached'
        : withInterval(`median ${time(median.value, unit)} ${unit}`, median, (x) => time(x, unit));
    const rates = landmarks(groups, unit).flatMap((at) => {
      const there = group.atTimes.find(({ time: when }) => when === at);
      if (there === undefined || there.beyondFollowUp) return [];
      return [`${percent(there.survival)} at ${tick(at)} ${unit}, ${count(there.atRisk)} at risk`];
    });
    const name = label === '' ? '' : `${label}: `;
    return `${name}${events} of ${n} ${words.event === 'death' ? 'died' : 'had the event'}, ${[middle, ...rates].join('; ')}.`;
  });
  return [opening, ...arms, ...comparisonInWords(answers)].join(' ');
}

function comparisonInWords(answers: SurvivalAnswers): string[] {
  const ratios = hazardRatios(answers).filter((hazard) => hazard.value !== null);
  const test = answered(answers.logRank);
  return [
    ...ratios.map((hazard) => ratioInWords(hazard, answers)),
    ...(test === null ? [] : [plain(rich`Log-rank test: ${p}${pEquals(test.value.p)}.`)]),
  ];
}

function ratioInWords(hazard: HazardRatio, { words }: SurvivalAnswers): string {
  const arms = `${inSentence(hazard.arm)} against ${inSentence(hazard.reference)}`;
  return `Hazard ratio for ${words.hazard}, ${arms}: ${ratio(hazard.value)} (${intervalInWords(hazard, ratio)}).`;
}
