// Events that share their time: rounding to months makes many, and each rule for them gives
// another hazard ratio.
import { text } from '../../text/text.ts';
import type { Cohort } from '../cohort.ts';
import { timeColumns } from '../endpoint-dates.ts';
import { type FollowUp, followUp } from './endpoint-checks.ts';
import type { EndpointSetup, Setup } from '../setup.ts';
import { type Check, type Finding, rowsWhere } from './finding.ts';

/** From this share of tied events the rule for ties begins to show in the hazard ratio. */
const many = 0.25;
const fewest = 5;

export function ties(cohort: Cohort, endpoints: readonly FollowUp[]): Finding {
  const says = text.data.checks.ties;
  const all = endpoints.map(tiesOf).filter(({ events }) => events > 0);
  const tied = all.filter(isTied);
  if (tied.length === 0) return all.length > 0 ? { passed: says.passed } : null;
  const coarse = tied.find(({ whole }) => whole);
  const check: Check = {
    id: 'ties',
    kind: 'warning',
    claim: says.claim(
      tied.map(({ endpoint, rows, events }) => ({
        endpoint: endpoint.name,
        tied: rows,
        events,
      })),
    ),
    text: coarse === undefined ? says.text : says.whole(coarse.endpoint.unit),
    rows: rowsWhere(cohort, (row) => tied.some(({ shared }) => shared[row] === 1)),
    columns: [...new Set(tied.flatMap(({ endpoint }) => timeColumns(endpoint)))],
  };
  return [check];
}

function isTied({ rows, events }: Ties): boolean {
  return rows >= fewest && rows > many * events;
}

/** Of times in whole months or so, the events that share their time; null where they are few. */
export function coarseTies(
  cohort: Cohort,
  setup: Setup,
  endpoint: EndpointSetup,
): { tied: number; events: number } | null {
  const own = tiesOf(followUp(cohort, setup, endpoint));
  return own.whole && isTied(own) ? { tied: own.rows, events: own.events } : null;
}

interface Ties {
  endpoint: EndpointSetup;
  events: number;
  /** How many of them share their time. */
  rows: number;
  /** 1 for each of these rows. */
  shared: Uint8Array;
  /** All times are whole months or so. */
  whole: boolean;
}

/** Of each endpoint apart: together they would hold the page where the table is large. */
export function readTiesOf(followed: FollowUp): null {
  tiesOf(followed);
  return null;
}

const known = new WeakMap<FollowUp, Ties>();

function tiesOf(followed: FollowUp): Ties {
  const read = known.get(followed) ?? readTies(followed);
  known.set(followed, read);
  return read;
}

function readTies({ endpoint, times, events }: FollowUp): Ties {
  const first = new Map<number, number>();
  const shared = new Uint8Array(times.length);
  let count = 0;
  times.forEach((time, row) => {
    if (time === null || events[row] !== true) return;
    count += 1;
    const other = first.get(time);
    if (other === undefined) first.set(time, row);
    else shared[row] = shared[other] = 1;
  });
  return {
    endpoint,
    events: count,
    rows: shared.reduce((sum, one) => sum + one, 0),
    shared,
    whole:
      endpoint.time !== null &&
      endpoint.unit !== 'days' &&
      [...first.keys()].every((time) => Number.isInteger(time)),
  };
}
