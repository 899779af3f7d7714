// Events that share their time: rounding to months makes many, and each rule for them gives
// another hazard ratio.
import { text } from '../../text/text.ts';
import { type FollowUp, timeColumns } from './endpoint-checks.ts';
import type { Check, Finding } from './finding.ts';

/** From this share of tied events the rule for ties begins to show in the hazard ratio. */
const many = 0.25;
const fewest = 5;

export function ties(endpoints: readonly FollowUp[]): Finding {
  const says = text.data.checks.ties;
  const all = endpoints.map(tiesOf).filter(({ events }) => events > 0);
  const tied = all.filter(
    ({ rows, events }) => rows.length >= fewest && rows.length > many * events,
  );
  if (tied.length === 0) return all.length > 0 ? { passed: says.passed } : null;
  const coarse = tied.find(({ whole }) => whole);
  const check: Check = {
    id: 'ties',
    kind: 'warning',
    claim: says.claim(
      tied.map(({ endpoint, rows, events }) => ({
        endpoint: endpoint.name,
        tied: rows.length,
        events,
      })),
    ),
    text: coarse === undefined ? says.text : says.whole(coarse.endpoint.unit),
    rows: [...new Set(tied.flatMap(({ rows }) => rows))].toSorted((a, b) => a - b),
    columns: [...new Set(tied.flatMap(({ endpoint }) => timeColumns(endpoint)))],
  };
  return [check];
}

/** The events of an endpoint that share their time, and whether all times are whole months or so. */
function tiesOf({ endpoint, times, events }: FollowUp) {
  const at = new Map<number, number[]>();
  times.forEach((time, row) => {
    if (time === null || events[row] !== true) return;
    at.set(time, [...(at.get(time) ?? []), row + 1]);
  });
  const groups = [...at.values()];
  return {
    endpoint,
    events: groups.flat().length,
    rows: groups.filter((same) => same.length > 1).flat(),
    whole:
      endpoint.time !== null &&
      endpoint.unit !== 'days' &&
      [...at.keys()].every((time) => Number.isInteger(time)),
  };
}
