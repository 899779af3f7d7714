// A saved analysis: the analysis file of the engine with what only the page knows under `page`.
import type { ColumnType, EventsAtStart, TimeUnit } from '../../../build/wasm/riskset.js';

import { text } from '../../text/text.ts';
import { type DateRole, dateRoles } from '../guess/date-roles.ts';
import { defaultOptions } from '../options.ts';
import type { DateOrder, Signs } from '../text/parse-cell.ts';
import { eventTableShape, type SavedEventTable } from './event-table.ts';
import { paperShape, type SavedPaper } from './paper.ts';
import { readShape, type SavedRead } from './read.ts';
import { faultIn, type Shape, withoutNulls } from './shape.ts';

export type Label = string | number;

/** One column, as the analysis file has it and as the page adds to it. */
export interface SavedColumn {
  type?: ColumnType | null;
  levels?: Label[] | null;
  merge?: Record<string, Label[]> | null;
  label?: string | null;
  missing?: Label[] | null;
  notMissing?: Label[] | null;
  order?: DateOrder | null;
  unit?: string | null;
  thousands?: string | null;
  inexact?: Signs['inexact'];
  shortYearsFrom?: number | null;
  serials?: boolean | null;
  otherUnits?: Record<string, number> | null;
  censoringOf?: string | null;
}

export interface SavedEndpoint {
  time?: string | null;
  start?: string | null;
  end?: string | null;
  entry?: string | null;
  eventDates?: string[] | null;
  censoringDates?: string[] | null;
  newTherapy?: string | null;
  cutoff?: string | null;
  unit?: TimeUnit | null;
  longestGap?: number | null;
  eventsAtStart?: EventsAtStart | null;
  daysPerMonth?: number | null;
  event?: string | null;
  eventLevels?: Label | Label[] | null;
}

/** What an endpoint is on the page, where the analysis file cannot say it. */
export interface PageEndpoint extends SavedEndpoint {
  name: string;
  confirmed: boolean;
}

export interface SavedEdit {
  row?: number | null;
  column?: string | null;
  value?: Label | null;
  why?: string | null;
}

export interface SavedCut {
  cut?: string | null;
  at?: number[] | null;
  quantiles?: number[] | null;
  dates?: string[] | null;
  patient?: string | null;
  labels?: Label[] | null;
}

export interface SavedCondition {
  column?: string | null;
  in?: Label | Label[] | null;
  atLeast?: number | string | null;
  below?: number | string | null;
  missing?: boolean | null;
}

export interface SavedPage {
  /** Only what differs from the guess and does not stand in the file's own columns. */
  columns?: Record<string, SavedColumn> | null;
  endpoints?: PageEndpoint[] | null;
  /** Values of the response column whose meaning nobody has said. */
  openResponses?: string[] | null;
  /** Where the engine last found the quantiles of each cut. */
  cutPoints?: Record<string, number[]> | null;
  refusedArm?: string | null;
  firstResponse?: string | null;
  grade?: string | null;
  adverseEvents?: string[] | null;
  eventTable?: SavedEventTable | null;
  identifiers?: string[] | null;
  covariates?: string[] | null;
  factors?: string[] | null;
  factorsChosen?: boolean | null;
  chosen?: string[] | null;
  /** Columns of dates of which a person has said in which order day and month stand. */
  datesAnswered?: string[] | null;
  dateRoles?: { column?: string | null; role?: DateRole | null }[] | null;
  options?: Record<string, unknown> | null;
  paper?: SavedPaper | null;
}

export interface SavedAnalysis {
  riskset: number;
  title?: string | null;
  cohort?: { name?: string | null; rows?: number | null; sha256?: string | null } | null;
  read?: SavedRead | null;
  columns?: Record<string, SavedColumn> | null;
  derived?: Record<string, SavedCut> | null;
  edits?: SavedEdit[] | null;
  exclude?: { row?: number | null; why?: string | null }[] | null;
  where?: SavedCondition | SavedCondition[] | null;
  tables?: Record<string, unknown> | null;
  arm?: string | null;
  endpoints?: Record<string, SavedEndpoint> | null;
  response?: {
    column?: string;
    levels?: Record<string, string> | null;
    firstResponse?: string | null;
    start?: string | null;
  } | null;
  conventions?: string | null;
  analyses?: readonly object[] | null;
  page?: SavedPage | null;
}

const labels: Shape = { listOf: 'label' };
const line: Shape = 'text';
const texts: Shape = { listOf: line };
const numbers: Shape = { listOf: 'number' };

const column: Shape = {
  keys: {
    type: { oneOf: ['number', 'category', 'date'] },
    levels: labels,
    merge: { each: labels },
    label: line,
    unit: 'text',
    missing: labels,
    notMissing: labels,
    order: { oneOf: ['ymd', 'dmy', 'mdy'] },
    thousands: 'text',
    inexact: { oneOf: ['missing', 'approximate'] },
    shortYearsFrom: 'number',
    serials: 'flag',
    censoringOf: 'text',
    otherUnits: { each: 'number' },
  },
};

const endpoint = {
  time: 'text',
  start: 'text',
  end: 'text',
  entry: 'text',
  eventDates: { listOf: 'text' },
  censoringDates: { listOf: 'text' },
  newTherapy: 'text',
  unit: { oneOf: ['days', 'weeks', 'months', 'years'] },
  longestGap: 'number',
  eventsAtStart: { oneOf: ['atZero', 'halfDayLater'] },
  daysPerMonth: 'number',
  event: 'text',
  eventLevels: 'anything',
  competingLevels: 'anything',
  cutoff: 'text',
} as const;

/** Choices that are left to the page or are no list of names, so that the default does not say their kind. */
const choices: Readonly<Record<string, Shape>> = {
  weights: 'text',
  cluster: 'text',
  variables: texts,
  chosenTests: { listOf: { keys: { column: 'text', test: 'text' } } },
  tickEvery: 'number',
  landmarks: numbers,
  horizon: 'number',
  landmarkAt: 'number',
  aliveAt: 'number',
  against: 'number',
  column: 'text',
  level: 'text',
  factors: texts,
  terms: texts,
  exposure: 'text',
};

function choiceShape(key: string, own: unknown): Shape {
  return choices[key] ?? (Array.isArray(own) ? texts : 'anything');
}

/** Every part of the options that there is, with whatever can be chosen there. */
const options: Shape = {
  keys: Object.fromEntries(
    Object.entries(defaultOptions).map(([part, own]: [string, unknown]): [string, Shape] => [
      part,
      typeof own === 'object' && own !== null
        ? {
            keys: Object.fromEntries(
              Object.entries(own).map(([key, one]: [string, unknown]) => [
                key,
                choiceShape(key, one),
              ]),
            ),
          }
        : 'number',
    ]),
  ),
};

const shape: Shape = {
  keys: {
    riskset: 'number',
    title: line,
    cohort: { keys: { name: 'text', rows: 'number', sha256: 'text' } },
    read: readShape,
    columns: { each: column },
    derived: {
      each: {
        keys: {
          cut: 'text',
          at: numbers,
          quantiles: numbers,
          dates: { listOf: 'text' },
          patient: 'text',
          labels,
        },
      },
    },
    edits: { listOf: { keys: { row: 'number', column: 'text', value: 'label', why: line } } },
    exclude: { listOf: { keys: { row: 'number', why: line } } },
    where: 'anything', // one condition or several: looked at when they are taken over
    tables: { each: 'anything' },
    arm: 'text',
    endpoints: { each: { keys: endpoint } },
    response: {
      keys: { column: 'text', levels: { each: 'text' }, firstResponse: 'text', start: 'text' },
    },
    conventions: 'text',
    analyses: { listOf: { each: 'anything' } },
    page: {
      keys: {
        columns: { each: column },
        endpoints: { listOf: { keys: { name: 'text', confirmed: 'flag', ...endpoint } } },
        openResponses: texts,
        cutPoints: { each: numbers },
        refusedArm: 'text',
        firstResponse: 'text',
        grade: 'text',
        adverseEvents: texts,
        eventTable: eventTableShape,
        identifiers: texts,
        covariates: texts,
        factors: texts,
        factorsChosen: 'flag',
        chosen: texts,
        datesAnswered: texts,
        dateRoles: { listOf: { keys: { column: 'text', role: { oneOf: [...dateRoles] } } } },
        options,
        paper: paperShape,
      },
    },
  },
};

/** The number of the format that this page writes, and the highest that it reads. */
const newest = 1;

export type Parsed = { ok: true; file: SavedAnalysis } | { ok: false; problem: string };

const words = text.shell.save.problems;

/** A saved analysis, or one sentence why it is none. */
export function parseSaved(content: string, name: string): Parsed {
  const refuse = (problem: string): Parsed => ({ ok: false, problem });
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return refuse(words.unreadable(name));
  }
  const number = isRecord(value) ? value['riskset'] : undefined;
  if (typeof number !== 'number') return refuse(words.otherFile(name));
  if (number > newest) return refuse(words.newer(name, number, newest));
  const fault = faultIn(value, shape);
  if (fault?.kind === 'unknown') return refuse(words.unknown(name, fault.path));
  if (fault !== null) return refuse(words.unfitting(name, fault.path));
  return { ok: true, file: withoutNulls(value, shape) as SavedAnalysis };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a file chosen or dropped is a saved analysis, by its name. */
export function isSavedName(name: string): boolean {
  return /\.riskset(\.json)?$|\.json$/i.test(name);
}
