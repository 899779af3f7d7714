// What a survival panel says in words, built from its numbers.
import type { KaplanMeierGroup } from '../../build/wasm/riskset.js';
import {
  count,
  intervalInWords,
  pEquals,
  percent,
  percentNumber,
  ratio,
  saysNothing,
  tick,
  time,
  timeWithUnit,
  withInterval,
} from '../format/numbers.ts';
import { joined, plain, rich, type RichText } from '../base/rich-text.ts';
import { counted, inSentence, listed, listedParts } from '../format/words.ts';
import { text } from '../text/text.ts';
import {
  armTest,
  hazardRatios,
  totals,
  type HazardRatio,
  type SurvivalAnswers,
} from './answers.ts';
import { rateAt } from './contrasts.ts';

const say = text.survival;

/** From what to what; how many events in how many patients. */
export function definition({ words, groups, unit }: SurvivalAnswers, start: string): string {
  const { n, events } = totals(groups);
  const rest = count(n - events);
  return [
    say.definition.span(start, words.died ? say.definition.deathFromAnyCause : words.hazard, unit),
    say.definition.counts(
      counted(events, words.event, words.events),
      text.shared.patients(n),
      words.died ? say.definition.alive(rest) : say.definition.eventFree(rest),
    ),
  ].join(' ');
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
  const { words, unit, level } = answers;
  const patients = text.shared.patients(group.n);
  const { median } = group;
  if (median.value === null) {
    return rich`${say.lede.oneNotReached(words.inSentence, patients)}${unreached(answers)}`;
  }
  const shown = timeWithUnit(median.value, unit);
  if (saysNothing(median)) return say.lede.oneAlone(words.inSentence, shown, patients);
  const bounds = intervalInWords(median, (x) => time(x, unit));
  return say.lede.one(words.inSentence, shown, level, bounds, patients);
}

function medians({ groups, words, unit }: SurvivalAnswers): RichText {
  if (groups.every((group) => group.median.value === null)) {
    return say.lede.noneReached(words.inSentence, groups.length);
  }
  const parts = groups.map(({ label, median }) =>
    say.lede.medianOf(timeWithUnit(median.value, unit), inSentence(label)),
  );
  return say.lede.medians(words.inSentence, listedParts(parts));
}

function comparison(answers: SurvivalAnswers): RichText {
  const { words, groups, level } = answers;
  const test = armTest(answers);
  const logRankPart = test === null ? [] : say.lede.armTest[test.kind](pEquals(test.p));
  const [hazard] = hazardRatios(answers);
  const parts =
    groups.length === 2 && hazard !== undefined && hazard.value !== null
      ? [
          say.lede.hazardRatio(
            words.hazard,
            ratio(hazard.value),
            level,
            intervalInWords(hazard, ratio),
          ),
          logRankPart,
        ]
      : [logRankPart];
  const inside = joined(parts, '; ');
  return inside.length === 0 ? [] : rich` (${inside})`;
}

/** Where a median is not reached, the longest landmark rate stands for it. */
function unreached(answers: SurvivalAnswers): RichText {
  const { groups, words, unit, times } = answers;
  const missing = groups.filter((group) => group.median.value === null);
  if (missing.length === 0) return [];
  const had = words.died ? say.lede.haveDied : say.lede.haveHadTheEvent;
  const why =
    missing.length < groups.length
      ? say.lede.fewerThanHalfWith(
          listed(
            missing.map(({ label }) => inSentence(label)),
            'or',
          ),
          had,
        )
      : say.lede.fewerThanHalf(had);
  const at = times.landmarks.findLast((landmark) =>
    missing.some((group) => rateAt(group, landmark) !== null),
  );
  if (at === undefined) return [` ${why}`];
  const rates = missing.flatMap((group) => {
    const there = rateAt(group, at);
    if (there === null) return [];
    const rate = withInterval(percent(there.survival), there, percentNumber);
    return [groups.length > 1 ? say.lede.rateWith(rate, inSentence(group.label)) : rate];
  });
  return [` ${why} ${say.lede.rates(tick(at), unit, listed(rates))}`];
}

/** The figure in words, for those who do not see it. */
export function description(answers: SurvivalAnswers): string {
  const { groups, words, unit, level } = answers;
  const longest = Math.max(...groups.map((group) => group.steps.time.at(-1) ?? 0));
  const last = time(longest, unit);
  const opening =
    groups.length === 1
      ? say.description.one(words.inSentence, level, last, unit)
      : say.description.several(words.inSentence, groups.length, level, last, unit);
  const arms = groups.map((group) => armInWords(group, answers));
  return [opening, ...arms, ...comparisonInWords(answers)].join(' ');
}

function armInWords(group: KaplanMeierGroup, { words, unit, times }: SurvivalAnswers): string {
  const { label, n, events, median } = group;
  const middle =
    median.value === null
      ? say.description.medianNotReached
      : withInterval(say.description.median(time(median.value, unit), unit), median, (x) =>
          time(x, unit),
        );
  const rates = times.landmarks.flatMap((at) => {
    const there = rateAt(group, at);
    if (there === null) return [];
    return [say.description.rate(percent(there.survival), tick(at), unit, count(there.atRisk))];
  });
  const name = label === '' ? '' : `${label}: `;
  const happened = words.died
    ? say.description.died(count(events), count(n))
    : say.description.hadTheEvent(count(events), count(n));
  return `${name}${happened}, ${[middle, ...rates].join('; ')}.`;
}

function comparisonInWords(answers: SurvivalAnswers): string[] {
  const ratios = hazardRatios(answers).filter((hazard) => hazard.value !== null);
  const test = armTest(answers);
  return [
    ...ratios.map((hazard) => ratioInWords(hazard, answers)),
    ...(test === null ? [] : [plain(say.description.armTest(test.kind, pEquals(test.p)))]),
  ];
}

function ratioInWords(hazard: HazardRatio, { words }: SurvivalAnswers): string {
  const arms = say.description.against(inSentence(hazard.arm), inSentence(hazard.reference));
  const bounds = intervalInWords(hazard, ratio);
  return say.description.hazardRatio(words.hazard, arms, ratio(hazard.value), bounds);
}
