// At which of the axis ticks survival is quoted in text and in the main table.
import type { KaplanMeierGroup, TimeUnit } from '../../build/wasm/riskset.js';

/** What papers quote: one, two, three and five years. */
const customary: Record<TimeUnit, readonly number[]> = {
  days: [365, 730, 1095, 1825],
  weeks: [52, 104, 156, 260],
  months: [12, 24, 36, 60],
  years: [1, 2, 3, 5],
};

const fewAtRisk = 5;

/**
 * The customary times that are ticks and at which some arm still has patients enough to be quoted;
 * without one, the last tick of which that is true. Time 0 says nothing.
 */
export function landmarks(groups: readonly KaplanMeierGroup[], unit: TimeUnit): number[] {
  const watched = (groups[0]?.atTimes ?? [])
    .map(({ time }) => time)
    .filter(
      (time) =>
        time > 0 &&
        groups.some((group) =>
          group.atTimes.some((at) => at.time === time && at.atRisk >= fewAtRisk),
        ),
    );
  const quoted = watched.filter((time) => customary[unit].includes(time));
  return quoted.length > 0 ? quoted : watched.slice(-1);
}
