// What the user has decided about a cohort, or would decide if the guesses are right.
import type { EventsAtStart, TimeUnit } from '../../build/wasm/riskset.js';

import { type DataChanges, noChanges } from './changes/changes.ts';
import { analysedRows } from './changes/conditions.ts';
import { analysedCohort, analysedContent } from './changes/kept-rows.ts';
import { isAdverseEvent, type ResponseCategory, responseCodeOf } from './guess/codes.ts';
import type { Cohort, ColumnProfile } from './cohort.ts';
import { textColumn } from './cohort.ts';
import { defaultTerms } from './guess/covariates.ts';
import {
  type EventCoding,
  type EventValue,
  eventValues,
  guessEventCoding,
} from './guess/event-coding.ts';
import { mostArms } from './guess.ts';
import { knownValues } from './guess/missing-candidates.ts';
import { type DateRole, dateRoles } from './guess/date-roles.ts';
import { guessReference } from './guess/levels.ts';
import { type Merge, partsOf } from './levels.ts';
import { defaultOptions, type Options } from './options.ts';
import {
  composedByStatus,
  type Composition,
  cutoffDay,
  datedKinds,
  eventDate,
  type FollowUpDates,
  guessComposition,
  guessDates,
} from './dated-events.ts';
import { defaultDaysPerMonth, isComposed, noComposition } from './endpoint-dates.ts';
import { composedFollowUp, keptOfEndpoint, levelColumn, timesOf } from './row-values.ts';
import { same } from './same.ts';
import type { HowRead } from './text/parse-cell.ts';
import type { TextColumn } from './text/text-table.ts';
import { timeUnitOf, unitNamed } from './text/units.ts';
import { type ColumnContent, type GivenReading, profileColumn } from './profile.ts';
import type { EventSetup } from './tables/event-setup.ts';
import { type EndpointKind, endpointKinds } from './guess/outcome-words.ts';
import { wordsOf } from './guess/words.ts';

export interface ColumnSetup extends HowRead {
  /** Of a category, levels[0] being the reference; a merged level by its name. */
  levels: string[];
  merge: Merge;
  label: string;
  /** Codes that mean missing in this column, beside those of every column. */
  missing: string[];
  /** Codes that mean missing in every other column, and are values in this one. */
  notMissing: string[];
}

export interface EndpointSetup {
  name: string;
  title: string;
  /** Completes "66 patients …": died, progressed or died. */
  verb: string;
  time: string | null;
  /** In place of a time: two dates with a status, or a composition of several dates. */
  start: string | null;
  end: string | null;
  /** Dates that only those with an event have; with one of them the endpoint is composed. */
  eventDates: string[];
  /** Dates on which the patient was known to be without the event; the latest counts. */
  censoringDates: string[];
  /** Follow-up ends before it; null: counting goes on after a new therapy. */
  newTherapy: string | null;
  /** The day (yyyy-mm-dd) that ends everybody's follow-up. */
  cutoff: string | null;
  /**
   * Days: an event that comes later than this after the last of the censoring dates, or after the
   * start, does not count (missed visits). null: it counts.
   */
  longestGap: number | null;
  /** An event at time 0 stays there, or counts half a day later. */
  eventsAtStart: EventsAtStart;
  daysPerMonth: number;
  /** From when on a row is observed, where that is not the start: late entry. */
  entry: string | null;
  event: string | null;
  /** null: waits for the user's answer. */
  eventLevels: string[] | null;
  unit: TimeUnit;
  /** Whether a person has said which value is the event. */
  confirmed: boolean;
}

export interface ResponseSetup {
  column: string;
  /** Text in the column -> RECIST category; null: not yet said. */
  levels: Map<string, ResponseCategory | null>;
}

export interface Setup extends DataChanges {
  arm: string | null;
  /** armLevels[0] is the reference. */
  armLevels: string[];
  /** A column that was chosen as the arm and cannot be one. */
  refusedArm: string | null;
  endpoints: EndpointSetup[];
  response: ResponseSetup | null;
  /** Column with the time or date of the first response. */
  firstResponse: string | null;
  /** Column with the worst grade of any adverse event. */
  grade: string | null;
  /** Columns with each patient's worst grade of one adverse event. */
  adverseEvents: string[];
  /** A further table with a row for each adverse event, in place of those columns. */
  eventTable: EventSetup | null;
  /** Columns that can identify a patient. */
  identifiers: string[];
  /** Columns that describe patients before treatment: univariable table and, if categories, subgroups. */
  covariates: string[];
  /** The covariates that enter the multivariable model. */
  factors: string[];
  types: Map<string, ColumnSetup>;
  /** Columns whose use a person has chosen or confirmed; all others are guesses. */
  chosen: ReadonlySet<string>;
  /** Columns of dates of which a person has said in which order day and month stand. */
  datesAnswered: ReadonlySet<string>;
  /** What days a column of dates holds, as guessed or as a person said. */
  dateRoles: ReadonlyMap<string, DateRole>;
  /** The factors are a person's choice and no longer follow the guess. */
  factorsChosen: boolean;
  options: Options;
}

export const emptySetup: Setup = {
  ...noChanges,
  arm: null,
  armLevels: [],
  refusedArm: null,
  endpoints: [],
  response: null,
  firstResponse: null,
  grade: null,
  adverseEvents: [],
  eventTable: null,
  identifiers: [],
  covariates: [],
  factors: [],
  types: new Map(),
  chosen: new Set(),
  datesAnswered: new Set(),
  dateRoles: new Map(),
  factorsChosen: false,
  options: defaultOptions,
};

export function initialSetup(cohort: Cohort): Setup {
  const steps = guessingSetup(cohort);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Of a large table each endpoint takes a while to guess: the page can answer in between. */
export function* guessingSetup(cohort: Cohort): Generator<void, Setup> {
  const { columns } = cohort;
  const named = (role: ColumnProfile['role']) =>
    columns.find((column) => column.role === role)?.name ?? null;
  const response = named('response');
  const setup: Setup = {
    ...emptySetup,
    firstResponse: named('firstResponse'),
    grade: named('grade'),
    adverseEvents: columns
      .filter(({ role, values }) => role === 'adverseEvent' && isAdverseEvent(knownValues(values)))
      .map(({ name }) => name),
    identifiers: columns.filter(({ role }) => role === 'identifier').map(({ name }) => name),
    covariates: columns.filter(({ role }) => role === 'covariate').map(({ name }) => name),
    types: new Map(columns.map((column) => [column.name, columnSetup(column)])),
    dateRoles: guessedDateRoles(cohort),
  };
  setup.response = response === null ? null : responseSetup(setup, response);
  const dated = datedKinds(cohort);
  const kinds = endpointKinds.filter(
    (kind) => dated.includes(kind) || columns.some(({ endpoint }) => endpoint === kind.name),
  );
  const endpoints: EndpointSetup[] = [];
  for (const kind of kinds) {
    yield;
    endpoints.push(guessedEndpoint(cohort, setup, kind));
  }
  yield;
  setup.endpoints = endpoints.toSorted((a, b) => Number(b.name === 'OS') - Number(a.name === 'OS'));
  return withFactors(cohort, withArm(setup, named('arm')));
}

export function guessedDateRoles({ columns }: Cohort): Map<string, DateRole> {
  return new Map(
    columns.flatMap(({ name, role }) => {
      const own = dateRoles.find((one) => one === role);
      return own === undefined ? [] : [[name, own] as const];
    }),
  );
}

const guesses = new WeakMap<Cohort, Setup>();

/** The setup as it was when the table was opened. */
export function guessedSetup(cohort: Cohort): Setup {
  const known = guesses.get(cohort) ?? initialSetup(cohort);
  guesses.set(cohort, known);
  return known;
}

/** Guesses it beforehand, for a large table: the page answers between the steps. */
export async function guessBetween(cohort: Cohort, pause: () => Promise<void>): Promise<void> {
  const steps = guessingSetup(cohort);
  let step = steps.next();
  while (step.done !== true) {
    await pause();
    step = steps.next();
  }
  guesses.set(cohort, step.value);
}

/** A column as it is guessed. */
export function columnSetup(column: ColumnProfile): ColumnSetup {
  const { type, order, signs, label, codes } = column;
  const levels = column.values.map(({ value }) => value);
  // Nothing is kept of what single values of an identifier mean.
  const missing = column.role === 'identifier' ? [] : [...codes];
  return { type, order, signs, label, missing, notMissing: [], levels, merge: new Map() };
}

/**
 * The setup with another arm column, its comparator guessed. A column of too many different values
 * is remembered as what the user wanted, but compares nothing.
 */
export function withArm(setup: Setup, column: string | null): Setup {
  const own = column === null ? undefined : setup.types.get(column);
  const none = { ...setup, arm: null, armLevels: [], refusedArm: null };
  if (column === null || own === undefined) return none;
  const { levels } = own;
  const { reference } = guessReference(levels);
  if (reference === null || levels.length > mostArms) return { ...none, refusedArm: column };
  return {
    ...none,
    arm: column,
    armLevels: [reference, ...levels.filter((level) => level !== reference)],
    covariates: setup.covariates.filter((name) => name !== column),
    // Arms are groups, also where they are written as numbers.
    types: new Map(setup.types).set(column, { ...own, type: 'category' }),
  };
}

export function responseSetup(setup: Setup, column: string): ResponseSetup {
  const values = setup.types.get(column)?.levels ?? [];
  return { column, levels: new Map(values.map((value) => [value, responseCodeOf(value)])) };
}

/** An endpoint of this kind from the columns that seem to belong to it. */
export function guessedEndpoint(cohort: Cohort, setup: Setup, kind: EndpointKind): EndpointSetup {
  const column = (role: ColumnProfile['role']) =>
    cohort.columns.find((one) => one.role === role && one.endpoint === kind.name)?.name ?? null;
  const { name, title, verb } = kind;
  const time = column('time');
  const event = column('event');
  const dates = time === null ? guessDates(cohort, kind) : { start: null, end: null };
  const composed = time === null ? composedOf(cohort, kind, dates, event) : null;
  const endpoint: EndpointSetup = {
    name,
    title,
    verb,
    time,
    end: null,
    ...noComposition,
    ...(composed ?? dates),
    cutoff: time === null ? (cutoffDay(cohort)?.day ?? null) : null,
    eventsAtStart: 'atZero',
    daysPerMonth: defaultDaysPerMonth,
    entry: null,
    event: composed === null || typeof composed.end === 'string' ? event : null,
    eventLevels: null,
    unit: time === null ? 'months' : guessUnit(cohort, time),
    confirmed: false,
  };
  const sameDeaths = name === 'DSS' && endpoint.event === null ? withCauses(cohort, setup) : null;
  if (sameDeaths === null) {
    return withDeathsByStatus(cohort, setup, endpoint, kind) ?? withCoding(cohort, setup, endpoint);
  }
  const cutoff = sameDeaths.time === null ? endpoint.cutoff : null;
  return withCoding(cohort, setup, { ...endpoint, ...sameDeaths, cutoff });
}

/** The endpoint whose deaths are those of overall survival's status, with what was said of it. */
function withDeathsByStatus(
  cohort: Cohort,
  setup: Setup,
  endpoint: EndpointSetup,
  kind: EndpointKind,
): EndpointSetup | null {
  const incomplete = endpoint.time === null && endpoint.event === null && !isComposed(endpoint);
  const dates = incomplete ? composedByStatus(cohort, kind) : null;
  if (dates === null) return null;
  const made = withCoding(cohort, setup, { ...endpoint, ...dates });
  // A status of life and disease together says more than who died.
  if (codingOf(cohort, setup, made).states !== null) return null;
  const overall = statusSharedWith(setup, made);
  if (overall === null) return made;
  const { eventLevels, confirmed } = overall;
  return { ...made, eventLevels, confirmed };
}

/** Overall survival, where a composed endpoint has its status, which then says who died. */
export function statusSharedWith(setup: Setup, endpoint: EndpointSetup): EndpointSetup | null {
  if (!isComposed(endpoint) || endpoint.end === null || endpoint.name === 'OS') return null;
  return (
    setup.endpoints.find(({ name, event }) => name === 'OS' && event === endpoint.event) ?? null
  );
}

/** What the status is asked about: the event, or death where that is all it tells. */
export function verbOfStatus(setup: Setup, endpoint: EndpointSetup): string {
  return (statusSharedWith(setup, endpoint) ?? endpoint).verb;
}

/**
 * A status beside an end that all have says more than dates that only some have; but who of them has
 * a day of death died on it.
 */
function composedOf(
  cohort: Cohort,
  kind: EndpointKind,
  { start, end }: FollowUpDates,
  event: string | null,
): Composition | null {
  if (end === null || event === null) return guessComposition(cohort, kind);
  const death = kind.name === 'OS' ? (eventDate(cohort, kind.name)?.column ?? null) : null;
  return start === null || death === null || death === end
    ? null
    : { start, end, eventDates: [death], censoringDates: [] };
}

/** The columns of overall survival, where its event tells deaths of the disease from others. */
export function withCauses(
  cohort: Cohort,
  setup: Setup,
): Pick<EndpointSetup, 'time' | 'start' | 'end' | 'entry' | 'event' | 'unit'> | null {
  const overall = setup.endpoints.find(({ name }) => name === 'OS');
  const states = overall === undefined ? null : codingOf(cohort, setup, overall).states;
  if (overall === undefined || ![...(states?.values() ?? [])].includes('deadOfDisease'))
    return null;
  const { time, start, end, entry, event, unit } = overall;
  return { time, start, end, entry, event, unit };
}

/** The endpoint with its event values guessed afresh, as after another event column was chosen. */
export function withCoding(cohort: Cohort, setup: Setup, endpoint: EndpointSetup): EndpointSetup {
  const { levels } = codingOf(cohort, setup, endpoint);
  return { ...endpoint, eventLevels: levels, confirmed: false };
}

export type Coding = EventCoding & { values: EventValue[] };

/** What a value of the event column stands for, with the evidence. */
export const codingOf = keptOfEndpoint((cohort, setup, endpoint): Coding => {
  const column = cohort.columns.find(({ name }) => name === endpoint.event);
  const own = column === undefined ? undefined : setup.types.get(column.name);
  if (column === undefined || own === undefined) {
    return { levels: null, suggestion: [], evidence: '', states: null, values: [] };
  }
  const values = eventValues(
    levelColumn(cohort, setup, column.name),
    timesOf(cohort, setup, endpoint),
    own.levels,
  );
  return { ...guessEventCoding(column, values, endpoint.name), values };
});

/** No cohort is followed for 150 months in the median, and few for less than 150 days at most. */
const longMonths = 150;

export function guessUnit(cohort: Cohort, time: string): TimeUnit {
  const column = cohort.columns.find(({ name }) => name === time);
  const named = timeUnitOf(column?.signs.unit ?? '') ?? unitNamed(wordsOf(time));
  if (named !== null) return named;
  const summary = column?.summary;
  return summary !== undefined && summary !== null && summary.highest > longMonths
    ? 'days'
    : 'months';
}

/** The setup with the default factors, unless a person has chosen them. */
export function withFactors(cohort: Cohort, setup: Setup): Setup {
  if (setup.factorsChosen) {
    return { ...setup, factors: setup.factors.filter((name) => setup.covariates.includes(name)) };
  }
  const rows = analysedRows(cohort, setup).meet;
  const analysed = analysedCohort(cohort, setup);
  const counts = setup.endpoints.flatMap((endpoint) => {
    const { eventLevels } = endpoint;
    if (isComposed(endpoint)) {
      if (endpoint.end !== null && eventLevels === null) return [];
      return composedFollowUp(analysed, setup, endpoint).events.filter((event) => event).length;
    }
    if (eventLevels === null) return [];
    const { values } = codingOf(analysed, setup, endpoint);
    return values
      .filter(({ value }) => eventLevels.includes(value))
      .reduce((sum, { count }) => sum + count, 0);
  });
  const events =
    counts.length > 0 ? Math.min(...counts) : (rarerResponse(cohort, setup) ?? rows / 2);
  const used = Math.max(0, setup.armLevels.length - 1);
  // A number cut into groups would enter beside itself.
  const made = new Set(setup.cuts.map(({ name }) => name));
  const candidates = contents(cohort, setup).filter(({ name }) => !made.has(name));
  return { ...setup, factors: defaultTerms(candidates, { rows, events, used }) };
}

/** Patients with objective response or those without it, whichever are fewer; null: no model of it. */
function rarerResponse(cohort: Cohort, setup: Setup): number | null {
  const { response } = setup;
  const whole = response === null ? null : contentOf(cohort, setup, response.column);
  const content = whole === null ? null : analysedContent(cohort, setup, whole);
  const responders = (content?.values ?? [])
    .filter(({ value }) => ['CR', 'PR'].includes(response?.levels.get(value) ?? ''))
    .reduce((sum, { count }) => sum + count, 0);
  const fewer = Math.min(responders, analysedRows(cohort, setup).meet - responders);
  return fewer === 0 ? null : fewer;
}

/** The covariates as the setup reads them, of those who are analysed. */
export function contents(cohort: Cohort, setup: Setup): ColumnContent[] {
  return setup.covariates.flatMap((name) => {
    const content = contentOf(cohort, setup, name);
    return content === null ? [] : analysedContent(cohort, setup, content);
  });
}

const reread = new WeakMap<ColumnSetup, WeakMap<TextColumn, ColumnContent>>();

/** What a column holds when it is read as the setup says, which may differ from the guess. */
export function contentOf(cohort: Cohort, setup: Setup, name: string): ColumnContent | null {
  const own = setup.types.get(name);
  const guessed = cohort.columns.find((column) => column.name === name);
  if (own === undefined || guessed === undefined) return null;
  const column = textColumn(cohort, name);
  const ofOwn = reread.get(own) ?? new WeakMap<TextColumn, ColumnContent>();
  reread.set(own, ofOwn);
  const known = ofOwn.get(column);
  if (known !== undefined) return known;
  const content = withLevels(readAs(cohort, guessed, own), own);
  ofOwn.set(column, content);
  return content;
}

/** What a column holds when it is read in this way. */
export function readAs(cohort: Cohort, guessed: ColumnProfile, how: GivenReading): ColumnContent {
  const asGuessed =
    how.type === guessed.type &&
    how.order === guessed.order &&
    same(how.signs, guessed.signs) &&
    same(how.missing, guessed.codes) &&
    how.notMissing.length === 0;
  return asGuessed
    ? guessed
    : profileColumn(guessed.name, textColumn(cohort, guessed.name), cohort.decimal, how);
}

/** The values as levels: merged, and in the order of the setup. */
function withLevels(content: ColumnContent, own: ColumnSetup): ColumnContent {
  if (own.type !== 'category') return content;
  if (own.merge.size === 0 && sameOrder(content, own)) return content;
  const counts = new Map(content.values.map(({ value, count }) => [value, count]));
  const values = own.levels.map((level) => ({
    value: level,
    count: partsOf(own, level).reduce((sum, part) => sum + (counts.get(part) ?? 0), 0),
  }));
  return { ...content, values };
}

function sameOrder({ values }: ColumnContent, { levels }: ColumnSetup): boolean {
  return values.length === levels.length && values.every(({ value }, at) => value === levels[at]);
}
