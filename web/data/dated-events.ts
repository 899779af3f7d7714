// Dates of follow-up: where it starts, where it ends, and the day of an event. Patients without the
// event lack its date, so it ends nobody else's follow-up; but it says which endpoint the file is of.
import { type Cohort, type ColumnProfile, textColumn } from './cohort.ts';
import { isDateRole } from './guess.ts';
import type { DateRole } from './guess/date-roles.ts';
import {
  assessmentWords,
  clinicalWords,
  cutoffWords,
  type EndpointKind,
  endpointKinds,
  endpointOfDate,
  endWords,
  newTherapyWords,
  startWords,
} from './guess/outcome-words.ts';
import { hasAny, wordsOf } from './guess/words.ts';
import type { Setup } from './setup.ts';
import { cellReader } from './text/parse-cell.ts';
import { isoDay } from './text/parse-date.ts';
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
  const ownEnd = ends.find((date) => endpointOf(date) === kind.name)?.name ?? null;
  const start = startDate(cohort);
  const end = ownEnd ?? (ofDeath.includes(kind.name) ? lastContact(ends) : null);
  return start !== end ? { start, end } : { start, end: null };
}

const ofDeath = ['OS', 'DSS'];

const overallSurvival = endpointKinds.find(({ name }) => name === 'OS')!;

/** The dates of one endpoint's event, which those without the event lack. */
export interface EventDate {
  column: string;
  lacking: number;
  /** Of the death that ends the endpoint as well, and of the last contact, where columns say them. */
  death: string | null;
  last: string | null;
}

export function eventDate(cohort: Cohort, endpoint: string): EventDate | null {
  const partial = datesOf(cohort).filter(
    (date) => !isKnownOfAll(cohort, date) && !isClinicalProgression(date.name),
  );
  const of = (name: string) => partial.find((date) => endpointOf(date) === name) ?? null;
  const own = of(endpoint);
  if (own === null) return null;
  return {
    column: own.name,
    lacking: own.missing,
    death: of('OS')?.name ?? null,
    last: lastContact(datesOf(cohort)),
  };
}

/** Dates that an endpoint is composed of. */
export interface Composition {
  start: string | null;
  end?: string;
  eventDates: string[];
  censoringDates: string[];
}

/**
 * Where those without the event lack its date: its own dates, that of death with those endpoints
 * that count it, and the last day without. Null where the file does not have all of them.
 */
export function guessComposition(cohort: Cohort, kind: EndpointKind): Composition | null {
  const dates = datesOf(cohort);
  const start = startDate(cohort);
  const role = (wanted: DateRole) => dateWith(dates, wanted)?.name;
  if (kind.name === 'PPS') return afterProgression(cohort);
  const counted = eventDate(cohort, kind.name === 'TTP' ? 'PFS' : kind.name);
  const last = ofDeath.includes(kind.name)
    ? role('lastContact')
    : (role('lastAssessment') ?? role('lastContact'));
  if (start === null || counted === null || counted.column === start) return null;
  // Without another day the living are censored at the cut-off.
  if (last === undefined && cutoffDay(cohort) === null) return null;
  const censoring = last === undefined ? [] : [last];
  const { column, death } = counted;
  if (kind.name === 'TTP') {
    return { start, eventDates: [column], censoringDates: distinct([...censoring, death]) };
  }
  if (countsDeath(kind.name) && death === null) return null;
  const events = countsDeath(kind.name) ? [column, death] : [column];
  return { start, eventDates: distinct(events), censoringDates: censoring };
}

/** Dates whose status is another endpoint's. */
export interface ByStatus extends Composition {
  end: string;
  event: string;
}

/**
 * Where only the status of overall survival says who died: those died on the day of their last
 * contact, and so have their event then, unless they had it before.
 */
export function composedByStatus(cohort: Cohort, kind: EndpointKind): ByStatus | null {
  if (!countsDeath(kind.name)) return null;
  const counted = eventDate(cohort, kind.name);
  const { start, end } = guessDates(cohort, overallSurvival);
  const status = cohort.columns.find(({ role, endpoint }) => role === 'event' && endpoint === 'OS');
  if (counted === null || counted.death !== null || status === undefined) return null;
  // Who is assessed is censored at the last assessment, which is not the day of the status.
  const assessed = dateWith(datesOf(cohort), 'lastAssessment') !== undefined;
  if (start === null || end === null || counted.column === start || assessed) return null;
  return { start, end, event: status.name, eventDates: [counted.column], censoringDates: [] };
}

/** From the progression to the death: whoever did not progress is not part of it. */
function afterProgression(cohort: Cohort): Composition | null {
  const start = eventDate(cohort, 'PFS');
  if (start === null || start.death === null) return null;
  const { column, death, last } = start;
  if (last === null && cutoffDay(cohort) === null) return null;
  return { start: column, eventDates: [death], censoringDates: last === null ? [] : [last] };
}

function distinct(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))];
}

/** The day (yyyy-mm-dd) of a column that holds no other, if nobody's follow-up starts later. */
export function constantDay(cohort: Cohort, name: string): string | null {
  const summary = (column: string | null) =>
    cohort.columns.find((one) => one.name === column)?.summary ?? null;
  const own = summary(name);
  if (own === null || own.lowest !== own.highest) return null;
  const starts = summary(startDate(cohort))?.highest ?? -Infinity;
  return starts > own.lowest ? null : isoDay(own.lowest);
}

/** The cut-off that the table names. */
export function cutoffDay(cohort: Cohort): { column: string; day: string } | null {
  const column = cohort.columns.find(({ role }) => role === 'cutoff')?.name;
  const day = column === undefined ? null : constantDay(cohort, column);
  return column === undefined || day === null ? null : { column, day };
}

/** The same where a person has said which column it is. */
export function cutoffNamed(cohort: Cohort, setup: Setup): { column: string; day: string } | null {
  const column = [...setup.dateRoles].find(([, role]) => role === 'cutoff')?.[0];
  const own = column === undefined ? null : constantDay(cohort, column);
  return column === undefined || own === null ? null : { column, day: own };
}

/** Whether the day of a cut-off is the table's own, which nobody has confirmed. */
export function isGuessedCutoff(cohort: Cohort, setup: Setup, cutoff: string | null): boolean {
  const named = cutoffNamed(cohort, setup);
  return named !== null && named.day === cutoff && !setup.chosen.has(named.column);
}

/** What a day of this kind is to an endpoint; null: nothing. */
export function datePart(endpoint: string, role: DateRole): 'event' | 'censoring' | null {
  const dies = ofDeath.includes(endpoint) || endpoint === 'PPS';
  switch (role) {
    case 'death':
      if (endpoint === 'TTP') return 'censoring';
      return dies || countsDeath(endpoint) ? 'event' : null;
    case 'progression':
      return ['PFS', 'TTP'].includes(endpoint) ? 'event' : null;
    case 'lastContact':
      return dies ? 'censoring' : null;
    case 'lastAssessment':
      return dies ? null : 'censoring';
    default:
      return null;
  }
}

/** A progression that was seen at the bedside and on no scan: whether it counts is a rule of its own. */
export function isClinicalProgression(name: string): boolean {
  return endpointOfDate(name)?.name === 'PFS' && hasAny(wordsOf(name), clinicalWords);
}

/** Endpoints that count death as an event, beside one of their own. */
export function countsDeath(endpoint: string): boolean {
  return ['PFS', 'PFS2', 'DFS', 'RFS', 'EFS', 'MFS'].includes(endpoint);
}

/** What a day of follow-up is, by the name of its column. */
export function dateRole(name: string): DateRole | null {
  const words = wordsOf(name);
  if (hasAny(words, cutoffWords)) return 'cutoff';
  if (hasAny(words, newTherapyWords)) return 'newTherapy';
  if (hasAny(words, assessmentWords)) return 'lastAssessment';
  const endpoint = endpointOfDate(name)?.name;
  if (endpoint === 'OS') return 'death';
  if (endpoint === 'PFS') return 'progression';
  if (hasAny(words, endWords) && !hasAny(words, startWords)) return 'lastContact';
  return hasAny(words, startWords) && !hasAny(words, endWords) ? 'start' : null;
}

/** Endpoints of which the file has dates after the start, and nothing else. */
export function datedKinds(cohort: Cohort): EndpointKind[] {
  const start = cohort.columns.find(({ name }) => name === startDate(cohort));
  if (start === undefined) return [];
  const dates = datesOf(cohort).filter((date) => date !== start && follows(cohort, start, date));
  return endpointKinds.filter(({ name }) => dates.some((date) => endpointOf(date) === name));
}

function datesOf({ columns }: Cohort): ColumnProfile[] {
  return columns.filter(({ role }) => isDateRole(role));
}

function isKnownOfAll({ table }: Cohort, { missing }: ColumnProfile): boolean {
  return table.rows - missing >= nearlyAll * table.rows;
}

/** "End of treatment" is neither the start nor the end of a follow-up. */
export function startDate(cohort: Cohort): string | null {
  const dates = datesOf(cohort);
  return (
    called(dates, startWords, [...endWords, ...newTherapyWords]) ??
    withRole(dates, 'start')?.name ??
    null
  );
}

function lastContact(dates: readonly ColumnProfile[]): string | null {
  return called(dates, endWords, startWords) ?? withRole(dates, 'lastContact')?.name ?? null;
}

/** The endpoint whose event a column of dates holds: by its name, else by the role it is shown with. */
function endpointOf({ name, role }: ColumnProfile): string | null {
  const named = endpointOfDate(name)?.name;
  if (named !== undefined) return named;
  return role === 'death' ? 'OS' : role === 'progression' ? 'PFS' : null;
}

function dateWith(dates: readonly ColumnProfile[], wanted: DateRole): ColumnProfile | undefined {
  return dates.find(({ name }) => dateRole(name) === wanted) ?? withRole(dates, wanted);
}

function withRole(dates: readonly ColumnProfile[], wanted: DateRole): ColumnProfile | undefined {
  return dates.find(({ role }) => role === wanted);
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
