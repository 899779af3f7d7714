// What the Patients section says in words.
import type { KaplanMeierGroup, TimeUnit } from '../../build/wasm/riskset.js';
import { count, intervalInWords, saysNothing, time, timeWithUnit } from '../format/numbers.ts';
import { joined, type RichText } from '../base/rich-text.ts';
import { counted, inSentence, listed, listedParts } from '../format/words.ts';
import { text } from '../text/text.ts';
import {
  endedWithoutEvent,
  hadTheEvent,
  shortestAndLongest,
  type EndpointFollowUp,
  type PatientsAnswers,
} from './answers.ts';

const say = text.patients;

/** How many patients, of which arms, watched for how long: a sentence for the paper. */
export function lede(answers: PatientsAnswers, level: string): RichText {
  const { patients, arms, withoutArm, endpoints } = answers;
  const parts = [
    ...arms.map((arm) => [say.lede.arm(count(arm.patients), inSentence(arm.label))]),
    ...(withoutArm > 0 ? [[say.lede.without(count(withoutArm))]] : []),
  ];
  const opening =
    arms.length === 0 ? say.lede.noArms(patients) : say.lede.arms(patients, listedParts(parts));
  const first = endpoints.find(({ all }) => all !== null);
  return joined([opening, first === undefined ? [] : followUpInWords(first, level)]);
}

function followUpInWords({ all, endpoint, words }: EndpointFollowUp, level: string): RichText {
  if (all === null) return [];
  const { unit } = endpoint;
  const { median } = all;
  if (median.value === null) return notReached(all, unit, words.died);
  const shown = timeWithUnit(median.value, unit);
  return saysNothing(median)
    ? say.lede.followUpAlone(shown)
    : say.lede.followUp(
        shown,
        level,
        intervalInWords(median, (x) => time(x, unit)),
      );
}

function notReached(all: KaplanMeierGroup, unit: TimeUnit, death: boolean): RichText {
  const event = death ? say.lede.theDeath : say.lede.theEvent;
  const ended = endedWithoutEvent(all);
  const because =
    ended === 0
      ? say.lede.noneLeft(event)
      : say.lede.tooFewLeft(text.shared.ofPatients(count(ended), count(all.n)), event);
  const longest = shortestAndLongest(all)?.to ?? null;
  return say.lede.notReached(because, timeWithUnit(longest, unit));
}

/** Events of each endpoint, and between which days patients started. */
export function definition(
  { endpoints }: PatientsAnswers,
  period: { from: string; to: string } | null,
): string {
  const events = endpoints.flatMap(({ all, words }) =>
    all === null
      ? []
      : [say.eventsOf(counted(hadTheEvent(all), words.event, words.events), words.title)],
  );
  return [
    ...(period === null ? [] : [say.period(period.from, period.to)]),
    ...(events.length === 0 ? [] : [say.events(events.join('; '))]),
  ].join(' ');
}

/** From this ratio of two medians the arms were not watched alike. */
const muchLonger = 1.5;

/** Where one arm was watched half as long again as another: between which, in words. */
export function differingFollowUp({ endpoints }: PatientsAnswers): string | null {
  for (const { groups, endpoint } of endpoints) {
    const known = groups.filter(({ median }) => median.value !== null);
    const values = known.map(({ median }) => median.value!);
    const shortest = Math.min(...values);
    if (known.length < 2 || Math.max(...values) < muchLonger * shortest) continue;
    const medians = known.map(({ label, median }) =>
      say.differs.of(timeWithUnit(median.value, endpoint.unit), inSentence(label)),
    );
    return `${say.differs.reached(listed(medians))} ${say.differs.consequence}`;
  }
  return null;
}
