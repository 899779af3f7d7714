// The curves at one time, in words and numbers, and the times that arrow keys visit.
import {
  count,
  percent,
  percentInterval,
  saysNothing,
  tick,
  time as timeText,
} from '../format/numbers.ts';
import { text } from '../text/text.ts';
import type { SurvivalFigureData } from './kaplan-meier-data.ts';
import { readingAt, type Reading } from './steps.ts';

export interface ArmReading {
  label: string;
  /** null after the arm's last follow-up. */
  survival: number | null;
  /** "58.2% (41.9–71.5), 20 at risk", "58.2%, 20 at risk" and "58.2%". */
  long: string;
  short: string;
  share: string;
}

export interface CurveReading {
  time: number;
  /** "12 months", "12.5 months" */
  when: string;
  arms: ArmReading[];
}

export function readCurves({ groups, unit }: SurvivalFigureData, time: number): CurveReading {
  return {
    time,
    when: text.figures.reading.when(
      Number.isInteger(time) ? tick(time) : timeText(time, unit),
      unit,
    ),
    arms: groups.map(({ label, steps, n }) => armReading(label, readingAt(steps, n, time))),
  };
}

function armReading(label: string, at: Reading | null): ArmReading {
  const words = text.figures.reading;
  if (at === null) {
    const none = words.noFollowUp;
    return { label, survival: null, long: words.afterFollowUp, short: none, share: none };
  }
  const share = percent(at.survival);
  const limits = saysNothing(at) ? '' : ` (${percentInterval(at)})`;
  const counted = (read: string) =>
    at.atRisk === null ? read : words.long(read, count(at.atRisk));
  return {
    label,
    survival: at.survival,
    long: counted(`${share}${limits}`),
    short: counted(share),
    share,
  };
}

/** The reading as one sentence, as it is heard. */
export function inWords({ when, arms }: CurveReading): string {
  return [when, ...arms.map(({ label, long }) => `${label} ${long}`.trim())].join('; ');
}

/** The next or the last time at which a curve falls or a patient leaves; null where there is none. */
export function nextStep(
  { groups }: SurvivalFigureData,
  from: number,
  direction: 1 | -1,
): number | null {
  let nearest: number | null = null;
  for (const { steps } of groups) {
    for (const time of steps.time) {
      if ((time - from) * direction <= 0) continue;
      if (nearest === null || (time - nearest) * direction < 0) nearest = time;
    }
  }
  return nearest ?? (direction < 0 && from > 0 ? 0 : null);
}
