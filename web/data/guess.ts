// What each column is for, from its name and all of its values. A guess is shown as a guess, with
// the evidence, and every one can be changed.
import { gradeOf, isDoubtfulResponse, responseCodeOf } from './guess/codes.ts';
import { knownValues } from './guess/missing-candidates.ts';
import { patientStates } from './guess/patient-states.ts';
import { type DateRole, dateRoles, guessDateRoles } from './guess/date-roles.ts';
import { isComparator } from './guess/levels.ts';
import type { ColumnContent } from './profile.ts';
import {
  type EndpointKind,
  endpointNamed,
  isElsewhere,
  soundsLikeEvent,
  saysTime,
  soundsLikeTime,
} from './guess/outcome-words.ts';
import {
  armAttributes,
  armWords,
  birthWords,
  gradeWords,
  identifierWords,
  lastingWords,
  namesPatients,
  namesPersons,
  placeWords,
  responseWords,
  rowWords,
  sharedWords,
  soundsLikeCode,
  termWords,
  tissueWords,
  toxicityWords,
  visitWords,
  worstWords,
} from './guess/role-words.ts';
import { differsWithin, namesVisits } from './guess/visits.ts';
import { hasAny, wordsOf } from './guess/words.ts';
import { columnIndex, type TextColumn, type TextTable } from './text/text-table.ts';
import { text } from '../text/text.ts';

export type Role =
  | 'arm'
  | 'time'
  | 'event'
  | 'response'
  | 'firstResponse'
  | 'grade'
  | 'adverseEvent'
  /** What an adverse event is called, in a table with a row for each. */
  | 'term'
  | 'covariate'
  | 'identifier'
  /** A date of which nothing more is known. */
  | 'date'
  | DateRole
  | 'unused';

export interface ColumnRole {
  role: Role;
  /** The endpoint's name where the role is time or event. */
  endpoint: string | null;
  evidence: string;
}

/** Whether a role is that of a date of follow-up. */
export function isDateRole(role: Role): boolean {
  return role === 'date' || dateRoles.some((one) => one === role);
}

/** A comparison needs two arms and stays readable up to eight. */
export const mostArms = 8;
/** More levels than this are no covariate but free text. */
const mostLevels = 8;

const says = text.data.roleEvidence;

/** The role of each column, in the order of the columns. Arm, response and grade occur once each. */
export function guessRoles(columns: readonly ColumnContent[], table: TextTable): ColumnRole[] {
  const { rows } = table;
  const roles = new Map<string, ColumnRole>();
  const give = (name: string, role: Role, evidence: string, endpoint: string | null = null) =>
    roles.set(name, { role, endpoint, evidence });
  const open = () => columns.filter(({ name }) => !roles.has(name));

  const dated = guessDateRoles(columns);
  const visited = visitedColumn(columns, table);
  const marks = columns.filter(({ censoringOf }) => censoringOf !== null);
  for (const { name } of marks) give(name, 'unused', says.otherOutcome);
  for (const column of open()) {
    const identifying =
      identifierEvidence(column, rows) ??
      (column === visited ? says.visits : null) ??
      (column === columns[0] && numbersRows(column, rows) ? says.rowNumbers : null);
    if (identifying !== null) give(column.name, 'identifier', identifying);
    else if (column.type === 'date') {
      const { role, evidence } = dated.get(column.name) ?? { role: 'date', evidence: says.dates };
      give(column.name, role, evidence);
    }
  }

  const response = best(open(), responseScore);
  if (response !== null) give(response.name, 'response', says.responses);
  // Dates have a role already, and here a better one.
  const first =
    response === null
      ? undefined
      : columns.find(
          (column) => roles.get(column.name)?.role !== 'identifier' && isFirstResponse(column),
        );
  if (first !== undefined) give(first.name, 'firstResponse', says.firstResponse);

  for (const column of open()) if (isTerm(column)) give(column.name, 'term', says.term);
  const grade = best(open(), gradeScore);
  if (grade !== null) give(grade.name, 'grade', says.grades);
  for (const column of open()) {
    if (hasAny(wordsOf(column.name), toxicityWords)) {
      give(column.name, 'adverseEvent', says.adverseEvent);
    }
  }

  const dates = columns.filter(({ type }) => type === 'date').length;
  for (const { kind, time, event } of endpointPairs(open(), marks, dates)) {
    if (time !== null) give(time.name, 'time', says.time(kind.name), kind.name);
    if (event === null) continue;
    const said = hasStates(event)
      ? says.states
      : event.censoringOf === null
        ? says.event(kind.name)
        : says.censoring;
    give(event.name, 'event', said, kind.name);
  }
  for (const column of open()) {
    const words = wordsOf(column.name);
    if (isTime(column, words) || isEvent(column, words)) {
      give(column.name, 'unused', says.otherOutcome);
    }
  }

  const arm = best(open(), armScore);
  if (arm !== null) give(arm.name, 'arm', says.arm);

  for (const column of open()) {
    const levels = column.values.length;
    if (levels < 2) {
      give(column.name, 'unused', says.constant);
      continue;
    }
    if (hasAny(wordsOf(column.name), placeWords)) {
      give(column.name, 'unused', says.place);
      continue;
    }
    if (column.type === 'number') give(column.name, 'covariate', says.number);
    else if (levels <= mostLevels) give(column.name, 'covariate', says.groups(levels));
    else give(column.name, 'unused', says.texts(levels));
  }
  return columns.map(({ name }) => roles.get(name)!);
}

function best(
  columns: readonly ColumnContent[],
  score: (column: ColumnContent) => number,
): ColumnContent | null {
  let found: { column: ColumnContent; score: number } | null = null;
  for (const column of columns) {
    const points = score(column);
    if (points > 0 && points > (found?.score ?? 0)) found = { column, score: points };
  }
  return found?.column ?? null;
}

function identifierEvidence(column: ColumnContent, rows: number): string | null {
  const words = wordsOf(column.name);
  if (hasAny(words, birthWords)) return says.birth;
  const distinct = column.values.length;
  if (distinct > 8 && words.every((word) => word === 'id' || word === 'patient')) {
    return says.identifier;
  }
  if (distinct > 2 && column.type === 'category' && namesPersons(words)) return says.identifier;
  const nearlyUnique = distinct > 8 && distinct >= 0.9 * (rows - column.missing);
  if (nearlyUnique && hasAny(words, identifierWords)) return says.differentValues;
  const known = rows - column.missing;
  if (distinct > 2 && distinct < known && namesPatients(words) && areNumbered(column)) {
    return says.severalRows(column.values.every(({ count }) => count > 1));
  }
  if (distinct > 8 && distinct === rows && column.type === 'category') {
    return says.differentTexts;
  }
  return null;
}

/**
 * Beside a column of visits a number of any name is the patient's, where it has several rows with
 * another visit in each, and where no other column tells more patients apart.
 */
function visitedColumn(
  columns: readonly ColumnContent[],
  table: TextTable,
): ColumnContent | undefined {
  const places = columnIndex(table);
  const textsOf = ({ name }: ColumnContent) => table.columns[places.get(name) ?? -1];
  const visits = columns.filter(({ name }) => namesVisits(wordsOf(name))).map(textsOf);
  const tellsVisits = (patients: TextColumn | undefined) =>
    patients !== undefined &&
    visits.some((visit) => visit !== undefined && differsWithin(patients, visit, isFilled));
  return columns.find(
    (column) =>
      mayBeVisited(column, table.rows) &&
      !columns.some((other) => tellsMoreApart(other, column, table.rows)) &&
      tellsVisits(textsOf(column)),
  );
}

const isFilled = (written: string) => written !== '';

function mayBeVisited(column: ColumnContent, rows: number): boolean {
  const words = wordsOf(column.name);
  const distinct = column.values.length;
  if (hasAny(words, [...placeWords, ...sharedWords, ...visitWords]) || soundsLikeCode(words)) {
    return false;
  }
  return (
    hasAny(words, identifierWords) && distinct > 2 && 2 * distinct <= rows && areNumbered(column)
  );
}

/** A number of each row is nobody's. */
function tellsMoreApart(other: ColumnContent, column: ColumnContent, rows: number): boolean {
  const words = wordsOf(other.name);
  const ofPatients = namesPatients(words);
  return (
    other.values.length > column.values.length &&
    (ofPatients || (hasAny(words, identifierWords) && !numbersRows(other, rows))) &&
    identifierEvidence(other, rows) !== null
  );
}

/** "P001", "12-345": a patient of several rows has the same in each. */
function areNumbered({ type, values }: ColumnContent): boolean {
  return (
    type !== 'date' && values.every(({ value }) => /\d/.test(value) && /^[\w./-]+$/.test(value))
  );
}

/** The first column of a table, by its name a number of the patient: each from 1 on once. */
function numbersRows({ name, type, values, summary }: ColumnContent, rows: number): boolean {
  return (
    type === 'number' &&
    rows > 10 &&
    values.length === rows &&
    summary?.lowest === 1 &&
    summary.highest === rows &&
    values.every(({ value }) => /^\d+$/.test(value)) &&
    hasAny(wordsOf(name), rowWords)
  );
}

function responseScore(column: ColumnContent): number {
  const codes = column.values.map(({ value }) => responseCodeOf(value));
  const known = new Set(codes.filter((code) => code !== null));
  const words = wordsOf(column.name);
  const named = hasAny(words, responseWords);
  const sure = column.values.some(
    ({ value }, at) => codes[at] !== null && codes[at] !== 'NE' && !isDoubtfulResponse(value),
  );
  if (!named && !sure) return 0;
  if (!(known.has('CR') || known.has('PR') || known.has('SD')) || known.size < 2) return 0;
  if (codes.includes(null) && !named) return 0;
  return 1 + Number(named) + Number(hasAny(words, ['best', 'bor', 'overall']));
}

/** "response_date", "time_to_response": not how long it lasted, nor the response to something else. */
function isFirstResponse({ name, type, values }: ColumnContent): boolean {
  const words = wordsOf(name);
  if (type === 'category' || values.length < 2) return false;
  if (isElsewhere(words) || hasAny(words, lastingWords)) return false;
  if (words.includes('ttr')) return true;
  return hasAny(words, responseWords) && (type === 'date' || saysTime(words));
}

/** "PT" is a preferred term where it is a text, and else the prothrombin time. */
function isTerm({ name, type, values }: ColumnContent): boolean {
  const words = wordsOf(name);
  const named =
    hasAny(words, termWords) || (words.length === 1 && ['pt', 'llt'].includes(words[0]!));
  return named && type === 'category' && values.some(({ value }) => gradeOf(value) === null);
}

/** In more ways than this nobody writes five grades. */
const mostGrades = 30;

/** Grades, of some patients perhaps said to be unknown. */
function areGrades({ values }: ColumnContent): boolean {
  if (values.length > mostGrades) return false;
  const known = knownValues(values);
  return known.length > 1 && known.every(({ value }) => gradeOf(value) !== null);
}

function gradeScore(column: ColumnContent): number {
  const words = wordsOf(column.name);
  if (!areGrades(column) || hasAny(words, tissueWords)) return 0;
  const worst = hasAny(words, worstWords);
  const grade = hasAny(words, gradeWords);
  if (hasAny(words, toxicityWords)) return worst ? 3 : 2 * Number(grade || words.length === 1);
  // Only of adverse events is there a worst; and no tumour has grade 0.
  if (worst && grade) return 1;
  return grade && words.length === 1 && column.values.some(hasNoGrade) ? 0.5 : 0;
}

function hasNoGrade({ value }: { value: string }): boolean {
  return gradeOf(value) === 0;
}

/** A plain "grade" may be the tumour's or the worst adverse event's: its values do not tell. */
export function mayBeGrade(column: ColumnContent): boolean {
  const words = wordsOf(column.name);
  return areGrades(column) && hasAny(words, gradeWords) && !hasAny(words, tissueWords);
}

function armScore(column: ColumnContent): number {
  const words = wordsOf(column.name);
  const levels = column.values.length;
  if (column.type === 'date' || levels < 1 || levels > mostArms || isElsewhere(words)) return 0;
  const rank = armWords.findIndex((one) => words.includes(one));
  // "cps_group" is no arm; "treatment_group" and "assigned_arm" are.
  const foreign = words.some((one) => !armWords.includes(one) && !armAttributes.includes(one));
  const named = rank >= 0 && !foreign ? 1 + armWords.length - rank : 0;
  const comparator = levels > 1 && column.values.some(({ value }) => isComparator(value));
  return (named + Number(comparator)) * (levels > 1 ? 1 : 0.01);
}

interface EndpointPair {
  kind: EndpointKind;
  /** null: two dates may take its place. */
  time: ColumnContent | null;
  event: ColumnContent | null;
}

function isTime(column: ColumnContent, words: readonly string[]): boolean {
  return column.type === 'number' && column.values.length > 2 && soundsLikeTime(words);
}

function isEvent(column: ColumnContent, words: readonly string[]): boolean {
  return column.values.length <= 8 && (soundsLikeEvent(words) || hasStates(column));
}

function hasStates({ values }: ColumnContent): boolean {
  return patientStates(values.map(({ value }) => value)) !== null;
}

/**
 * Times with the event of the same endpoint; a plain "time" goes with a plain "status". `marks` say
 * of a column of times where they are censored.
 */
function endpointPairs(
  columns: readonly ColumnContent[],
  marks: readonly ColumnContent[],
  dates: number,
): EndpointPair[] {
  const marksOf = (time: string) => marks.find(({ censoringOf }) => censoringOf === time);
  const described = columns.map((column) => {
    const words = wordsOf(column.name);
    return { column, words, kind: endpointNamed(words) };
  });
  const times = described.filter(({ column, words }) => isTime(column, words));
  const events = described.filter(
    ({ column, words }) => isEvent(column, words) && column.values.length > 0,
  );
  const pairs = new Map<string, EndpointPair>();
  const taken = new Set<ColumnContent>();

  const free = () => events.filter(({ column }) => !taken.has(column)).toSorted(byEventRank);
  const eventFor = ({ words, kind }: Described): Described | undefined => {
    if (kind !== null) return free().find((event) => event.kind === kind);
    // "dtime" goes with "death" and "rtime" with "recur".
    const letter = words.find((word) => word.length === 1);
    if (letter !== undefined) return free().find((event) => event.words[0]?.startsWith(letter));
    return (
      free().find((event) => event.kind === null) ??
      free().find((event) => event.kind === overallSurvival)
    );
  };
  // Named endpoints take their own events first; what is left may belong to plain names.
  for (const time of times.toSorted((a, b) => Number(a.kind === null) - Number(b.kind === null))) {
    const event = eventFor(time);
    const kind = time.kind ?? event?.kind ?? overallSurvival;
    const told = event !== undefined || marksOf(time.column.name) !== undefined;
    if (pairs.has(kind.name) || (time.kind === null && !told)) continue;
    pairs.set(kind.name, { kind, time: time.column, event: event?.column ?? null });
    if (event !== undefined) taken.add(event.column);
  }
  // An endpoint whose event has a plain name: "os_months" beside "status".
  for (const pair of pairs.values()) {
    if (pair.event !== null) continue;
    const plain = free().find((event) => event.kind === null);
    if (plain === undefined) continue;
    pair.event = plain.column;
    taken.add(plain.column);
  }
  for (const pair of pairs.values()) {
    if (pair.time !== null) pair.event ??= marksOf(pair.time.name) ?? null;
  }
  if (dates >= 2) {
    for (const { column, kind } of free()) {
      const endpoint = kind ?? overallSurvival;
      if (!pairs.has(endpoint.name))
        pairs.set(endpoint.name, { kind: endpoint, time: null, event: column });
    }
  }
  return [...pairs.values()];
}

const overallSurvival: EndpointKind = endpointNamed(['os'])!;

type Described = { column: ColumnContent; words: readonly string[]; kind: EndpointKind | null };

/** Two values before three, and "event" before "status": a recoded column is the better one. */
function byEventRank(a: Described, b: Described): number {
  return eventRank(a) - eventRank(b);
}

function eventRank({ column, words }: Described): number {
  return (column.values.length === 2 ? 0 : 2) + (hasAny(words, ['status', 'stat']) ? 1 : 0);
}
