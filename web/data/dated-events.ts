// Dates of follow-up: where it starts, where it ends, and the day of an event. Patients without the
// event lack its date, so it ends nobody else's follow-up; but it says which endpoint the file is of.
import { type Cohort, type ColumnProfile, textColumn } from './cohort.ts';
import { isDateRole } from './guess.ts';
import {
  type EndpointKind,
  endpointKinds,
  endpointOfDate,
  endWords,
  startWords,
} from './guess/outcome-words.ts';
import { hasAny, wordsOf } from './guess/words.ts';
import { cellReader } from './text/parse-cell.ts';
import { perRow } from './text/text-table.ts';

/** A date that fewer patients have than this is an event's, not the end of everybody's follow-up. */
const nearlyAll = 0.9;

export interface FollowUpDates {
  start: string | null;
  end: string | null;
}

/**
 * Two date columns that a follow-up time may be made of. The last contact is the day of death of
 * those who died, and so ends an endpoint of death alone; a progression came before it.
 */
export function guessDates(cohort: Cohort, kind: EndpointKind): FollowUpDates {
  const ends = datesOf(cohort).filter((date) => isKnownOfAll(cohort, date));
  const ownEnd = ends.find(({ name }) => endpointOfDate(name)?.name === kind.name)?.name ?? null;
  const start = startDate(cohort);
  const end = ownEnd ?? (ofDeath.includes(kind.name) ? lastContact(ends) : null);
  return start !== end ? { start, end } : { start, end: null };
}

const ofDeath = ['OS', 'DSS'];

/** The dates of one endpoint's event, which those without the event lack. */
export interface EventDate {
  column: string;
  lacking: number;
  /** Of the death that ends the endpoint as well, and of the last contact, where columns say them. */
  death: string | null;
  last: string | null;
}

export function eventDate(cohort: Cohort, endpoint: string): EventDate | null {
  const partial = datesOf(cohort).filter((date) => !isKnownOfAll(cohort, date));
  const of = (name: string) =>
    partial.find((column) => endpointOfDate(column.name)?.name === name) ?? null;
  const own = of(endpoint);
  if (own === null) return null;
  return {
    column: own.name,
    lacking: own.missing,
    death: of('OS')?.name ?? null,
    last: lastContact(datesOf(cohort)),
  };
}

/** Endpoints of which the file has dates after the start, and nothing else. */
export function datedKinds(cohort: Cohort): EndpointKind[] {
  const start = cohort.columns.find(({ name }) => name === startDate(cohort));
  if (start === undefined) return [];
  const dates = datesOf(cohort).filter((date) => date !== start && follows(cohort, start, date));
  return endpointKinds.filter(({ name }) =>
    dates.some((date) => endpointOfDate(date.name)?.name === name),
  );
}

function datesOf({ columns }: Cohort): ColumnProfile[] {
  return columns.filter(({ role }) => isDateRole(role));
}

function isKnownOfAll({ table }: Cohort, { missing }: ColumnProfile): boolean {
  return table.rows - missing >= nearlyAll * table.rows;
}

/** "End of treatment" is neither the start nor the end of a follow-up. */
export function startDate(cohort: Cohort): string | null {
  return called(datesOf(cohort), startWords, endWords);
}

function lastContact(dates: readonly ColumnProfile[]): string | null {
  return called(dates, endWords, startWords);
}

function called(
  dates: readonly ColumnProfile[],
  wanted: readonly string[],
  unwanted: readonly string[],
): string | null {
  const fits = ({ name }: ColumnProfile) => {
    const words = wordsOf(name);
    return hasAny(words, wanted) && !hasAny(words, unwanted);
  };
  return dates.find(fits)?.name ?? null;
}

/** Some dates of a real file are wrong. */
const mostly = 0.8;

/** A relapse for which patients are treated now came before the start: it is no endpoint. */
function follows(cohort: Cohort, start: ColumnProfile, date: ColumnProfile): boolean {
  const days = (column: ColumnProfile) =>
    perRow(textColumn(cohort, column.name), cellReader(column, cohort.decimal));
  const starts = days(start);
  const known = days(date).flatMap((to, row) => {
    const from = starts[row] ?? null;
    return from === null || to === null || Number.isNaN(to - from) ? [] : [to >= from];
  });
  return known.length > 0 && known.filter(Boolean).length >= mostly * known.length;
}
