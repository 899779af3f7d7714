// How the setup follows a decision. Pure: the store keeps the result.
import { type Cohort, type ColumnProfile, textColumn } from './cohort.ts';
import { responseCodeOf } from './guess/codes.ts';
import { constantDay, datePart } from './dated-events.ts';
import type { DateRole } from './guess/date-roles.ts';
import { defaultMissing } from './columns.ts';
import { isComposed, noComposition } from './endpoint-dates.ts';
import { guessSigns } from './guess/column-type.ts';
import { followed, partsOf, reordered } from './levels.ts';
import { valueCounts } from './profile.ts';
import type { EndpointPart } from './roles.ts';
import {
  type ColumnSetup,
  type EndpointSetup,
  guessUnit,
  readAs,
  responseSetup,
  type ResponseSetup,
  type Setup,
  withArm,
  withCoding,
} from './setup.ts';

/** The setup in which the column is neither arm, response, first response, grade, adverse event, covariate nor identifier. */
export function released(before: Setup, column: string): Setup {
  return {
    ...before,
    ...(before.arm === column && { arm: null, armLevels: [] }),
    ...(before.refusedArm === column && { refusedArm: null }),
    ...(before.grade === column && { grade: null }),
    ...(before.response?.column === column && { response: null }),
    ...(before.firstResponse === column && { firstResponse: null }),
    adverseEvents: before.adverseEvents.filter((name) => name !== column),
    identifiers: before.identifiers.filter((name) => name !== column),
    covariates: before.covariates.filter((name) => name !== column),
  };
}

/** The setup in which no endpoint uses the column either. */
export function freed(before: Setup, column: string): Setup {
  const without = (name: string | null) => (name === column ? null : name);
  const others = (names: string[]) =>
    names.includes(column) ? names.filter((name) => name !== column) : names;
  const endpoints = before.endpoints.map((endpoint): EndpointSetup => {
    const { time, start, end, entry, newTherapy } = endpoint;
    const { eventDates, censoringDates } = endpoint;
    return {
      ...endpoint,
      time: without(time),
      start: without(start),
      end: without(end),
      entry: without(entry),
      eventDates: others(eventDates),
      censoringDates: others(censoringDates),
      newTherapy: without(newTherapy),
      ...statusLeft(endpoint, column),
    };
  });
  return { ...released(before, column), endpoints };
}

/** A status without the column, and beside dates of events not without the day that it is of. */
function statusLeft(endpoint: EndpointSetup, column: string) {
  const { event, eventLevels, end } = endpoint;
  return event === column || (isComposed(endpoint) && end === column)
    ? { event: null, eventLevels: null }
    : { event, eventLevels };
}

/** The setup with another arm. The column leaves its former role only if it can be the arm. */
export function withOtherArm(cohort: Cohort, before: Setup, column: string | null): Setup {
  const tried = withArm(before, column);
  const after = tried.arm === null ? tried : withArm(freed(before, tried.arm), tried.arm);
  const former = cohort.columns.find(({ name }) => name === before.arm);
  const describes = former?.role === 'arm' || former?.role === 'covariate';
  return former === undefined || !describes || former.name === after.arm
    ? after
    : { ...after, covariates: [...after.covariates, former.name] };
}

export type EndpointChange = Partial<
  Pick<
    EndpointSetup,
    | 'time'
    | 'start'
    | 'end'
    | 'entry'
    | 'event'
    | 'unit'
    | 'eventDates'
    | 'censoringDates'
    | 'newTherapy'
    | 'cutoff'
    | 'longestGap'
    | 'eventsAtStart'
    | 'daysPerMonth'
  >
>;

/**
 * The setup with one endpoint changed. A time, two dates and a composition of dates exclude each
 * other, and entry is as they are.
 */
export function withEndpoint(
  cohort: Cohort,
  before: Setup,
  name: string,
  change: EndpointChange,
): Setup {
  const { time, start, end, event, unit } = change;
  const endpoints = before.endpoints.map((endpoint) => {
    if (endpoint.name !== name) return endpoint;
    const changed = { ...endpoint, ...change };
    const composed = (change.eventDates?.length ?? 0) > 0;
    const byDates = typeof start === 'string' || typeof end === 'string' || composed;
    if (typeof time === 'string' || (byDates && endpoint.time !== null)) changed.entry = null;
    if (typeof time === 'string') {
      Object.assign(changed, { start: null, end: null, ...noComposition });
      changed.unit = unit ?? guessUnit(cohort, time);
    } else if (byDates) changed.time = null;
    if (composed) {
      if (!isComposed(endpoint)) changed.end = end ?? null;
      if (changed.end === null) Object.assign(changed, { event: null, eventLevels: null });
    } else if (typeof end === 'string') {
      Object.assign(changed, { ...noComposition, cutoff: changed.cutoff });
    }
    return event === undefined ? changed : withCoding(cohort, before, changed);
  });
  return { ...before, endpoints };
}

/** The setup in which the column is a part of the endpoint; some parts hold several columns. */
export function withPart(
  cohort: Cohort,
  before: Setup,
  { part, name }: { part: EndpointPart; name: string },
  column: string,
): Setup {
  const own = before.endpoints.find((endpoint) => endpoint.name === name);
  const change: EndpointChange =
    part === 'eventDates' || part === 'censoringDates'
      ? { [part]: [...(own?.[part] ?? []), column] }
      : { [part]: column };
  return withEndpoint(cohort, before, name, change);
}

/** The setup in which months have so many days, wherever dates make them. */
export function withMonths(before: Setup, daysPerMonth: number): Setup {
  return {
    ...before,
    endpoints: before.endpoints.map((endpoint) => ({ ...endpoint, daysPerMonth })),
  };
}

/** The setup in which the follow-up of every endpoint of dates ends on this day. */
export function withCutoff(before: Setup, cutoff: string | null): Setup {
  return {
    ...before,
    endpoints: before.endpoints.map((endpoint) =>
      endpoint.time === null ? { ...endpoint, cutoff } : endpoint,
    ),
  };
}

/**
 * The setup in which the column holds days of this kind, and the endpoints of dates that count such a
 * day are made of it. A new therapy is a rule that a person chooses.
 */
export function withDateRole(cohort: Cohort, before: Setup, column: string, role: DateRole): Setup {
  const named = { ...before, dateRoles: new Map(before.dateRoles).set(column, role) };
  if (role === 'cutoff') {
    const day = constantDay(cohort, column);
    return day === null ? named : withCutoff(named, day);
  }
  return {
    ...named,
    endpoints: named.endpoints.map((endpoint) =>
      endpoint.time === null ? withDays(endpoint, column, role) : endpoint,
    ),
  };
}

function withDays(endpoint: EndpointSetup, column: string, role: DateRole): EndpointSetup {
  const { name, eventDates, censoringDates } = endpoint;
  if (role === 'start') return name === 'PPS' ? endpoint : { ...endpoint, start: column };
  const part = datePart(name, role);
  if (part === 'event' && endpoint.end === null) {
    return { ...endpoint, eventDates: [...eventDates, column] };
  }
  return part === 'censoring' && isComposed(endpoint)
    ? { ...endpoint, censoringDates: [...censoringDates, column] }
    : endpoint;
}

export function withMissing(
  cohort: Cohort,
  before: Setup,
  column: string,
  codes: readonly string[],
): Setup {
  const own = before.types.get(column);
  if (own === undefined || before.identifiers.includes(column)) return before;
  const texts = codes.flatMap((code) => partsOf(own, code));
  return reread(cohort, before, column, { missing: [...new Set([...own.missing, ...texts])] });
}

/** The setup in which one text of a column counts as missing, or does not. */
export function withCode(
  cohort: Cohort,
  before: Setup,
  column: string,
  code: string,
  counts: boolean,
): Setup {
  const own = before.types.get(column);
  if (own === undefined || before.identifiers.includes(column)) return before;
  const without = (codes: readonly string[]) => codes.filter((one) => one !== code);
  const always = defaultMissing.includes(code);
  const missing = counts && !always ? [...without(own.missing), code] : without(own.missing);
  const notMissing =
    !counts && always ? [...without(own.notMissing), code] : without(own.notMissing);
  return reread(cohort, before, column, { missing, notMissing });
}

/** The setup in which a column is read as guessed; that nobody has decided about it is kept too. */
export function withGuess(cohort: Cohort, before: Setup, guess: Setup, column: string): Setup {
  const own = guess.types.get(column);
  if (own === undefined) return before;
  const without = (names: ReadonlySet<string>) =>
    new Set([...names].filter((name) => name !== column));
  const after: Setup = {
    ...before,
    types: new Map(before.types).set(column, own),
    covariates: inPlace(before.covariates, guess.covariates, column),
    chosen: without(before.chosen),
    datesAnswered: without(before.datesAnswered),
  };
  const endpoints = after.endpoints.map((endpoint) =>
    endpoint.event === column ? withCoding(cohort, after, endpoint) : endpoint,
  );
  const response =
    after.response?.column === column ? responseSetup(after, column) : after.response;
  const read = { ...after, endpoints, response };
  if (column === read.refusedArm) return withOtherArm(cohort, read, column);
  return column === read.arm ? withArm(read, column) : read;
}

/** The column before the first that follows it in `order`; the others stay where they are. */
function inPlace(names: readonly string[], order: readonly string[], column: string): string[] {
  if (!names.includes(column) || !order.includes(column)) return [...names];
  const others = names.filter((name) => name !== column);
  const later = new Set(order.slice(order.indexOf(column) + 1));
  const at = others.findIndex((name) => later.has(name));
  return at < 0 ? [...others, column] : others.toSpliced(at, 0, column);
}

/** The setup after a column is read in another way: its levels, and what depends on them, follow. */
export function reread(
  cohort: Cohort,
  before: Setup,
  column: string,
  change: Partial<ColumnSetup>,
): Setup {
  const own = before.types.get(column);
  if (own === undefined) return before;
  const guessed = cohort.columns.find(({ name }) => name === column)!;
  const type = { ...own, ...change, ...signsFor(cohort, guessed, own, change) };
  const values = readAs(cohort, guessed, type).values.map(({ value }) => value);
  const kept = type.type === 'category' && own.type === 'category';
  const levels = kept ? followed(own, values) : { levels: values, merge: new Map() };
  const after = {
    ...before,
    types: new Map(before.types).set(column, { ...type, ...levels }),
    endpoints: before.endpoints.map((endpoint) =>
      endpoint.event === column ? withEventsLeft(endpoint, levels.levels) : endpoint,
    ),
    response: withResponsesLeft(before.response, column, levels.levels),
  };
  if (column === after.refusedArm) return withOtherArm(cohort, after, column);
  return column !== after.arm
    ? after
    : kept && levels.levels.length > 0
      ? { ...after, armLevels: reordered(levels.levels, before.armLevels) }
      : withArm(after, column);
}

/** A column of another type is written in another way, and other texts in it mean missing. */
function signsFor(
  cohort: Cohort,
  guessed: ColumnProfile,
  own: ColumnSetup,
  { type = own.type, order = own.order, signs }: Partial<ColumnSetup>,
): Partial<ColumnSetup> {
  if (signs !== undefined || (type === own.type && order === own.order)) return {};
  const before = guessedAs(cohort, guessed, own).missing;
  const after = guessedAs(cohort, guessed, { type, order });
  const missing = own.missing.filter((code) => !before.includes(code));
  return { signs: after.signs, missing: [...new Set([...missing, ...after.missing])] };
}

function guessedAs(
  cohort: Cohort,
  guessed: ColumnProfile,
  { type, order }: Pick<ColumnSetup, 'type' | 'order'>,
): Pick<ColumnSetup, 'signs' | 'missing'> {
  if (type === guessed.type && order === guessed.order) {
    return { signs: guessed.signs, missing: guessed.codes };
  }
  const counts = valueCounts(textColumn(cohort, guessed.name), { missing: [], notMissing: [] });
  return guessSigns(counts, type, order, cohort.decimal);
}

/** An event that no row has any more has to be asked about again. */
function withEventsLeft(endpoint: EndpointSetup, levels: readonly string[]): EndpointSetup {
  const left = endpoint.eventLevels?.filter((level) => levels.includes(level)) ?? [];
  if (left.length === (endpoint.eventLevels?.length ?? 0)) return endpoint;
  return left.length > 0
    ? { ...endpoint, eventLevels: left }
    : { ...endpoint, eventLevels: null, confirmed: false };
}

function withResponsesLeft(
  before: ResponseSetup | null,
  column: string,
  levels: readonly string[],
): ResponseSetup | null {
  if (before?.column !== column) return before;
  const meaning = (level: string) => before.levels.get(level) ?? responseCodeOf(level);
  return { column, levels: new Map(levels.map((level) => [level, meaning(level)])) };
}

/** The setup without what was decided about the single values of a column: of an identifier none is kept. */
export function asRead(cohort: Cohort, before: Setup, column: string): Setup {
  const own = before.types.get(column);
  const guessed = cohort.columns.find(({ name }) => name === column);
  if (own === undefined || guessed === undefined) return before;
  const how = { ...own, missing: [], notMissing: [] };
  const levels = readAs(cohort, guessed, how).values.map(({ value }) => value);
  const plain = { ...how, levels, merge: new Map() };
  return { ...before, types: new Map(before.types).set(column, plain) };
}

/** The setup in which the column is no outcome of odds ratios, and no level of it is kept. */
export function withoutOutcome(before: Setup, column: string): Setup {
  const { options } = before;
  if (options.logistic.column !== column) return before;
  return {
    ...before,
    options: { ...options, logistic: { ...options.logistic, column: null, level: null } },
  };
}
