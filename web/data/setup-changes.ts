// How the setup follows a decision. Pure: the store keeps the result.
import { type Cohort, textColumn } from './cohort.ts';
import { responseCodeOf } from './guess/codes.ts';
import { followed, partsOf, reordered } from './levels.ts';
import { profileColumn } from './profile.ts';
import {
  type ColumnSetup,
  type EndpointSetup,
  guessUnit,
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
  const endpoints = before.endpoints.map((endpoint): EndpointSetup => {
    const { time, start, end, entry, event, eventLevels } = endpoint;
    return {
      ...endpoint,
      time: without(time),
      start: without(start),
      end: without(end),
      entry: without(entry),
      event: without(event),
      eventLevels: event === column ? null : eventLevels,
    };
  });
  return { ...released(before, column), endpoints };
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
  Pick<EndpointSetup, 'time' | 'start' | 'end' | 'entry' | 'event' | 'unit'>
>;

/** The setup with one endpoint changed. A time and two dates exclude each other, and entry is as they are. */
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
    const byDates = typeof start === 'string' || typeof end === 'string';
    if (typeof time === 'string' || (byDates && endpoint.time !== null)) changed.entry = null;
    if (typeof time === 'string') {
      changed.start = null;
      changed.end = null;
      changed.unit = unit ?? guessUnit(cohort, time);
    } else if (byDates) changed.time = null;
    return event === undefined ? changed : withCoding(cohort, before, changed);
  });
  return { ...before, endpoints };
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

/** The setup after a column is read in another way: its levels, and what depends on them, follow. */
export function reread(
  cohort: Cohort,
  before: Setup,
  column: string,
  change: Partial<ColumnSetup>,
): Setup {
  const own = before.types.get(column);
  if (own === undefined) return before;
  const type = { ...own, ...change };
  const values = profileColumn(column, textColumn(cohort, column), cohort.decimal, type).values.map(
    ({ value }) => value,
  );
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
  const { type, order, label } = own;
  const missing: string[] = [];
  const content =
    type === guessed.type && order === guessed.order
      ? guessed
      : profileColumn(column, textColumn(cohort, column), cohort.decimal, {
          type,
          order,
          missing,
        });
  const levels = content.values.map(({ value }) => value);
  const plain = { type, order, label, missing, levels, merge: new Map() };
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
