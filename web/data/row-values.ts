// What stands in each row of a column, as the setup reads it. Kept, because a change leaves most
// columns as they were.
import { type Cohort, columnNamed } from './cohort.ts';
import { levelOf } from './levels.ts';
import type { ColumnSetup, EndpointSetup, Setup } from './setup.ts';
import { composeDates, type DatedFollowUp, until } from './dated-follow-up.ts';
import { isComposed, timeColumns } from './endpoint-dates.ts';
import { cellReader, parseDate } from './text/parse-cell.ts';
import { perRow, recoded, rowsOfTexts, type TextColumn, textCounts } from './text/text-table.ts';

/** What is made of a column as it is read: `make` is called again only for another `column` or `own`. */
export function kept<T>(make: (column: TextColumn, own: ColumnSetup, cohort: Cohort) => T) {
  const known = new WeakMap<ColumnSetup, WeakMap<TextColumn, T>>();
  return (cohort: Cohort, setup: Setup, name: string | null): T | null => {
    const own = name === null ? undefined : setup.types.get(name);
    const column = name === null ? undefined : columnNamed(cohort, name);
    if (own === undefined || column === undefined) return null;
    const ofOwn = known.get(own) ?? new WeakMap<TextColumn, T>();
    known.set(own, ofOwn);
    if (!ofOwn.has(column)) ofOwn.set(column, make(column, own, cohort));
    return ofOwn.get(column) ?? null;
  };
}

type Read<T> = (cohort: Cohort, setup: Setup, endpoint: EndpointSetup) => T;

/** What is read of an endpoint's columns, read again only after one of them is read in another way. */
export function keptOfEndpoint<T>(read: Read<T>): Read<T> {
  const known = new WeakMap<EndpointSetup, { of: readonly unknown[]; value: T }>();
  return (cohort, setup, endpoint) => {
    const names = [...timeColumns(endpoint), endpoint.event];
    const of = [cohort, ...names.map((name) => setup.types.get(name ?? ''))];
    const last = known.get(endpoint);
    if (last?.of.every((part, at) => part === of[at]) === true) return last.value;
    const value = read(cohort, setup, endpoint);
    known.set(endpoint, { of, value });
    return value;
  };
}

const merged = kept((column, own) =>
  own.merge.size === 0 ? column : recoded(column, levelOf(own)),
);

/** A column with merged levels by their names. */
export function levelColumn(cohort: Cohort, setup: Setup, name: string): TextColumn {
  return merged(cohort, setup, name) ?? { texts: [], codes: new Int32Array() };
}

const byRow = kept((column, own) => perRow(column, levelOf(own)));

/** The level of each row. */
export function levelTexts(cohort: Cohort, setup: Setup, name: string): readonly string[] {
  return byRow(cohort, setup, name) ?? [];
}

const byLevel = kept((column, own) => {
  const { texts, codes } = recoded(column, levelOf(own));
  const counts = textCounts({ texts, codes });
  return new Map(texts.map((text, code) => [text, counts[code]!]));
});

const none: ReadonlyMap<string, number> = new Map();

/** In how many rows each level stands. */
export function levelCounts(
  cohort: Cohort,
  setup: Setup,
  name: string,
): ReadonlyMap<string, number> {
  return byLevel(cohort, setup, name) ?? none;
}

/** Data rows of a level, counted from 1. */
export function levelRows(cohort: Cohort, setup: Setup, name: string, level: string): number[] {
  return rowsOfTexts(levelColumn(cohort, setup, name), (one) => one === level);
}

/** The numbers of the rows; of a column of dates its days since 1970-01-01; null where the text is neither. */
export const numbersOf = kept((column, own, { decimal }) => {
  const read = cellReader(own, decimal);
  const missing = new Set(own.missing);
  return perRow(column, (text) => {
    const number = missing.has(text) ? null : read(text);
    return Number.isNaN(number) ? null : number;
  });
});

/** The days of a column of dates, since 1970-01-01; null where the text is none. */
export function dateColumn(cohort: Cohort, setup: Setup, name: string): readonly (number | null)[] {
  return setup.types.get(name)?.type === 'date' ? (numbersOf(cohort, setup, name) ?? []) : [];
}

/** The follow-up of each row as written, or the distance of its dates in days; null where unknown. */
export function timesOf(
  cohort: Cohort,
  setup: Setup,
  endpoint: EndpointSetup,
): readonly (number | null)[] {
  const times = numbersOf(cohort, setup, endpoint.time);
  if (times !== null) return times;
  if (isComposed(endpoint)) return composedFollowUp(cohort, setup, endpoint).times;
  const start = numbersOf(cohort, setup, endpoint.start);
  const end = numbersOf(cohort, setup, endpoint.end);
  return Array.from({ length: cohort.table.rows }, (_, row) => {
    const from = start?.[row] ?? null;
    const to = end?.[row] ?? null;
    return from === null || to === null ? null : to - from;
  });
}

/** Whether the status of each row is the event; null where it is not known. */
export function statusOf(
  cohort: Cohort,
  setup: Setup,
  { event, eventLevels }: EndpointSetup,
): (boolean | null)[] | null {
  const own = event === null ? undefined : setup.types.get(event);
  if (event === null || eventLevels === null || own === undefined) return null;
  const levels = new Set(own.levels);
  return perRow(levelColumn(cohort, setup, event), (level) =>
    levels.has(level) ? eventLevels.includes(level) : null,
  );
}

/** Follow-up in days and events, of an endpoint whose events are dates. */
export const composedFollowUp = keptOfEndpoint((cohort, setup, endpoint): DatedFollowUp => {
  const { start, end, eventDates, censoringDates, newTherapy, cutoff, longestGap } = endpoint;
  const days = (name: string | null) =>
    numbersOf(cohort, setup, name) ?? Array.from({ length: cohort.table.rows }, () => null);
  return composeDates({
    start: days(start),
    events: eventDates.map(days),
    censoring: censoringDates.filter((name) => name !== start).map(days),
    end: end === null ? null : days(end),
    status: statusOf(cohort, setup, endpoint),
    longestGap,
    newTherapy: newTherapy === null ? null : days(newTherapy),
    cutoff: cutoff === null ? null : parseDate(cutoff),
    censoredAtStart: start !== null && censoringDates.includes(start),
  });
});

/** The follow-up between two dates, ended at the cut-off. */
export function cutFollowUp(
  cohort: Cohort,
  setup: Setup,
  { start, cutoff }: EndpointSetup,
  { times, events }: { times: readonly (number | null)[]; events: readonly (boolean | null)[] },
): DatedFollowUp {
  const day = parseDate(cutoff ?? '');
  const starts = numbersOf(cohort, setup, start);
  const rows = times.map((time, row) => {
    const from = starts?.[row] ?? null;
    return until(day, from, from === null || time === null ? null : from + time, events[row]!);
  });
  return { times: rows.map(({ time }) => time), events: rows.map(({ event }) => event) };
}
