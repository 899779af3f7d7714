// Registries write the time to death in one column and the time to the last contact in another. With
// the first alone a curve is that of the dead.
import { text } from '../../text/text.ts';
import type { Cohort } from '../cohort.ts';
import type { FollowUp } from './endpoint-checks.ts';
import { type Check, type Finding, rowsWhere } from './finding.ts';

const says = text.data.checks.timesOfEvents;

/** Fewer without a time may have been overlooked one by one. */
const fewest = 5;
const nearlyAll = 0.9;

export function timesOfEventsAlone(cohort: Cohort, endpoints: readonly FollowUp[]): Finding {
  const found = endpoints.flatMap(({ endpoint, times, events }): Check[] => {
    const { name, time, event } = endpoint;
    if (time === null) return [];
    const withTime = (happened: boolean) => {
      const rows = rowsWhere(cohort, (row) => events[row] === happened);
      const known = rows.filter((row) => (times[row - 1] ?? null) !== null);
      return { rows, known: known.length };
    };
    const had = withTime(true);
    const censored = withTime(false);
    const without = censored.rows.filter((row) => (times[row - 1] ?? null) === null);
    if (without.length < Math.max(fewest, nearlyAll * censored.rows.length)) return [];
    if (had.known === 0 || had.known < nearlyAll * had.rows.length) return [];
    return [
      {
        id: `timesOfEvents:${name}`,
        kind: 'problem',
        claim: says.claim(without.length, censored.rows.length, name),
        text: says.text,
        rows: without,
        columns: [time, event].filter((one) => one !== null),
      },
    ];
  });
  return found.length > 0 ? found : { passed: says.passed };
}
