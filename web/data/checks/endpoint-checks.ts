// Checks of follow-up: times and events of one endpoint, and of two endpoints against each other.
import { time as timeText, units } from '../../format/numbers.ts';
import { armName } from '../../format/words.ts';
import { text } from '../../text/text.ts';
import { type Cohort, textColumn } from '../cohort.ts';
import { eventDate } from '../dated-events.ts';
import {
  divisorOf,
  endpointColumns,
  hasStatus,
  isComposed,
  timeColumns,
} from '../endpoint-dates.ts';
import {
  composedFollowUp,
  cutFollowUp,
  keptOfEndpoint,
  levelColumn,
  levelTexts,
  statusOf,
  timesOf,
} from '../row-values.ts';
import type { EndpointSetup, Setup } from '../setup.ts';
import { cellReader } from '../text/parse-cell.ts';
import { writtenNumber } from '../text/parse-number.ts';
import { perRow } from '../text/text-table.ts';
import { type Check, type Finding, rowsWhere } from './finding.ts';

const says = text.data.checks;

export interface FollowUp {
  endpoint: EndpointSetup;
  times: readonly (number | null)[];
  /** Whether the row has the event; null where that is not known. */
  events: readonly (boolean | null)[];
}

export const followUp = keptOfEndpoint((cohort, setup, endpoint): FollowUp => {
  if (isComposed(endpoint)) {
    return { endpoint, ...composedFollowUp(cohort, setup, endpoint) };
  }
  const times = timesOf(cohort, setup, endpoint);
  const events = statusOf(cohort, setup, endpoint);
  if (events === null) return { endpoint, times, events: times.map(() => null) };
  if (endpoint.time !== null || endpoint.cutoff === null) return { endpoint, times, events };
  return { endpoint, ...cutFollowUp(cohort, setup, endpoint, { times, events }) };
});

export function negativeTimes(cohort: Cohort, endpoints: readonly FollowUp[]): Finding {
  const found = endpoints.flatMap(({ endpoint, times }): Check[] => {
    const rows = rowsWhere(cohort, (row) => (times[row] ?? 0) < 0);
    if (rows.length === 0) return [];
    return [
      {
        id: `negative:${endpoint.name}`,
        kind: 'problem',
        claim: says.negative.claim(endpoint.name, rows),
        text: says.negative.text(endpoint.name),
        rows,
        columns: timeColumns(endpoint),
      },
    ];
  });
  if (found.length > 0) return found;
  return endpoints.length > 0 ? { passed: says.negative.passed } : null;
}

export function zeroTimes(cohort: Cohort, endpoints: readonly FollowUp[]): Finding {
  const found = endpoints.flatMap(({ endpoint, times, events }): Check[] => {
    const rows = rowsWhere(cohort, (row) => times[row] === 0);
    if (rows.length === 0) return [];
    const withEvent = rows.filter((row) => events[row - 1] === true).length;
    return [
      {
        id: `zero:${endpoint.name}`,
        kind: 'warning',
        claim: says.zero.claim(endpoint.name, rows),
        text: says.zero.text(withEvent),
        rows,
        columns: timeColumns(endpoint),
      },
    ];
  });
  if (found.length > 0) return found;
  return endpoints.length > 0 ? { passed: says.zero.passed } : null;
}

/** Months of 30.4375 days against months of 30 days. */
const divisorRatio = { from: 1.012, to: 1.017 };

export function longerThanOverall(
  cohort: Cohort,
  one: FollowUp,
  overall: FollowUp | undefined,
): Finding {
  if (overall === undefined || !isTimed(one) || !isTimed(overall)) return null;
  const { name, unit } = one.endpoint;
  if (unit !== overall.endpoint.unit) return null;
  const step = printedStep(cohort, one.endpoint) + printedStep(cohort, overall.endpoint);
  const [own, whole] = [divisorOf(one.endpoint), divisorOf(overall.endpoint)];
  // Written times may be months of other days than those that the page makes of dates.
  const mixed = (one.endpoint.time === null) !== (overall.endpoint.time === null);
  const share = mixed ? divisorRatio.to - 1 : 0;
  const rows = rowsWhere(cohort, (row) => {
    const [time, limit] = [one.times[row] ?? null, overall.times[row] ?? null];
    if (time === null || limit === null) return false;
    return time / own - limit / whole > step + (share * limit) / whole;
  });
  if (rows.length === 0) return { passed: says.longer.passed(name) };
  const sameDays = rows.every((row) => {
    const ratio = one.times[row - 1]! / own / (overall.times[row - 1]! / whole);
    return ratio > divisorRatio.from && ratio < divisorRatio.to;
  });
  return [
    {
      id: `longer:${name}`,
      kind: 'problem',
      claim: says.longer.claim(name, rows),
      text: sameDays ? says.longer.divisor(name) : says.longer.text(name, rows),
      rows,
      columns: [...timeColumns(one.endpoint), ...timeColumns(overall.endpoint)],
    },
  ];
}

function isTimed({ times }: FollowUp): boolean {
  return times.some((time) => time !== null);
}

/** Half of the last printed digit of a time column: two times that differ by less may be equal. */
function printedStep(cohort: Cohort, { time }: EndpointSetup): number {
  if (time === null) return 0;
  // Most texts have no more digits than one before, and need not be read.
  const decimals = textColumn(cohort, time).texts.reduce((most, value) => {
    const own = /[.,](\d+)/.exec(value)?.[1]?.length ?? 0;
    return own > most && writtenNumber(value, cohort.decimal) !== null ? own : most;
  }, 0);
  return Number(`5e-${decimals + 1}`);
}

/** Where it stands whether a patient had the event. */
function statusColumns(endpoint: EndpointSetup): string[] {
  const { eventDates, event } = endpoint;
  return [...eventDates, ...(event !== null && hasStatus(endpoint) ? [event] : [])];
}

export function deathsWithoutEvent(
  cohort: Cohort,
  one: FollowUp,
  overall: FollowUp | undefined,
): Finding {
  if (overall === undefined) return null;
  const comparable = overall.events.some(
    (event, row) => event !== null && one.events[row] !== null,
  );
  if (!comparable) return null;
  const { name, event, eventLevels } = one.endpoint;
  const rows = rowsWhere(
    cohort,
    (row) => overall.events[row] === true && one.events[row] === false,
  );
  if (rows.length === 0) return { passed: says.deaths.passed(name) };
  return [
    {
      id: `deaths:${name}`,
      kind: 'warning',
      claim: says.deaths.claim(name, rows),
      text:
        event === null
          ? says.deaths.datesText(name)
          : says.deaths.text(name, event, eventLevels?.[0] ?? '', rows),
      rows,
      columns: [...statusColumns(one.endpoint), ...statusColumns(overall.endpoint)],
    },
  ];
}

/** OS ends at the last contact: of those who died, that must be the day of death. */
export function otherDayOfDeath(cohort: Cohort, overall: FollowUp | undefined): Finding {
  if (overall === undefined) return null;
  const { name, start, end, time } = overall.endpoint;
  // Beside dates of death the last contact is nobody's day of death who has one.
  if (isComposed(overall.endpoint)) return null;
  const death = eventDate(cohort, name)?.column ?? null;
  if (time !== null || start === null || end === null || death === null || end === death) {
    return null;
  }
  const days = (column: string) => {
    const own = cohort.columns.find((one) => one.name === column);
    if (own === undefined) return [];
    const read = cellReader(own, cohort.decimal);
    return perRow(textColumn(cohort, column), (written) => {
      const day = read(written);
      return Number.isNaN(day) ? null : day;
    });
  };
  const [deaths, ends] = [days(death), days(end)];
  const rows = rowsWhere(
    cohort,
    (row) => deaths[row] !== null && ends[row] !== null && deaths[row] !== ends[row],
  );
  if (rows.length === 0) return { passed: says.deathDay.passed(name, death) };
  return [
    {
      id: `deathDay:${name}`,
      kind: 'warning',
      claim: says.deathDay.claim(name, end, death, rows),
      text: says.deathDay.text(name, end, death),
      rows,
      columns: [end, death],
    },
  ];
}

/** A response is seen at a scan, and no scan is made in the first four weeks. */
const firstScan = { days: 28, weeks: 4, months: 0.92, years: 0.077 } as const;

export function contradictedResponses(cohort: Cohort, setup: Setup, pfs: FollowUp): Finding {
  const { response } = setup;
  const { endpoint, times, events } = pfs;
  if (response === null || events.every((event) => event === null)) return null;
  const categories = perRow(
    levelColumn(cohort, setup, response.column),
    (value) => response.levels.get(value) ?? null,
  );
  const columns = [response.column, ...endpointColumns(endpoint)];
  const earliest = endpoint.time === null ? firstScan.days : firstScan[endpoint.unit];

  const early = rowsWhere(
    cohort,
    (row) =>
      (categories[row] === 'CR' || categories[row] === 'PR') &&
      events[row] === true &&
      (times[row] ?? Infinity) < earliest,
  );
  const unprogressed = rowsWhere(
    cohort,
    (row) => categories[row] === 'PD' && events[row] === false,
  );
  const found: Check[] = [];
  if (early.length > 0) {
    found.push({
      id: 'response:early',
      kind: 'warning',
      claim: says.response.early(early),
      text: says.response.earlyText,
      rows: early,
      columns,
    });
  }
  if (unprogressed.length > 0) {
    found.push({
      id: 'response:progression',
      kind: 'warning',
      claim: says.response.progression(unprogressed),
      text: says.response.progressionText,
      rows: unprogressed,
      columns,
    });
  }
  return found.length > 0 ? found : { passed: says.response.passed };
}

const early = { days: 183, weeks: 26, months: 6, years: 0.5 } as const;

export function earlyCensoring(
  cohort: Cohort,
  setup: Setup,
  overall: FollowUp | undefined,
): Finding {
  if (overall === undefined || overall.endpoint.time === null) return null;
  const { unit, time, event, eventLevels } = overall.endpoint;
  if (eventLevels === null) return null;
  const rows = rowsWhere(
    cohort,
    (row) => overall.events[row] === false && (overall.times[row] ?? Infinity) < early[unit],
  );
  const before = `${timeText(early[unit], unit).replace(/\.0$/, '')} ${units[unit]}`;
  if (rows.length === 0) return { passed: says.censoring.passed(before) };
  const arms = setup.arm === null ? [] : levelTexts(cohort, setup, setup.arm);
  const perArm = setup.armLevels.map((arm) => ({
    arm: armName(arm),
    patients: rows.filter((row) => arms[row - 1] === arm).length,
  }));
  const split = perArm.length > 1 ? says.censoring.byArm(perArm) : '';
  return [
    {
      id: 'earlyCensoring',
      kind: 'warning',
      claim: says.censoring.claim(rows, before),
      text: split + says.censoring.text,
      rows,
      columns: [time, event].filter((name) => name !== null),
    },
  ];
}
