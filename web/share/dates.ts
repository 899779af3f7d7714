// Dates as the days between them: in each row all dates are moved by the same number of days, so that
// the follow-up starts on one made-up day for everybody. What is counted between two dates of a patient
// stays exactly what it was; when it happened is gone. Only the day on which data were closed is a day
// for all: an endpoint that ends there goes as its times.
import { buildAnalysisFile } from '../data/analysis-file.ts';
import type { Bound, Condition } from '../data/changes/changes.ts';
import { followUp } from '../data/checks/endpoint-checks.ts';
import type { Cohort } from '../data/cohort.ts';
import { divisorOf, isReady, noComposition } from '../data/endpoint-dates.ts';
import { dateColumn } from '../data/row-values.ts';
import type { ColumnSetup, EndpointSetup, Setup } from '../data/setup.ts';
import { noSigns, parseDate } from '../data/text/parse-cell.ts';
import { columnOf, type TextColumn } from '../data/text/text-table.ts';
import { text } from '../text/text.ts';

const { timeColumn, eventColumn, conditionColumn } = text.share;

/** 2000-01-01, in days since 1970-01-01: where every follow-up starts. */
export const madeUpDay = 10_957;

export interface Undated {
  columns: Map<string, TextColumn>;
  setup: Setup;
}

const plainDate: Omit<ColumnSetup, 'label'> = {
  type: 'date',
  order: 'ymd',
  signs: noSigns,
  missing: [],
  notMissing: [],
  levels: [],
  merge: new Map(),
};

/** New columns in the place of those with dates, and the setup that reads them. */
export function undated(cohort: Cohort, setup: Setup, needed: readonly string[]): Undated {
  const columns = new Map<string, TextColumn>();
  const types = new Map(setup.types);
  const add = (name: string, cells: readonly string[], own: Partial<ColumnSetup>) => {
    columns.set(
      name,
      columnOf(cells, (cell) => cell),
    );
    types.set(name, { ...plainDate, label: name, ...own });
  };

  const dates = needed.filter((name) => setup.types.get(name)?.type === 'date');
  const days = new Map(dates.map((name) => [name, dateColumn(cohort, setup, name)]));
  const origins = Array.from({ length: cohort.table.rows }, (_, row) => {
    const own = setup.endpoints.map(({ start }) => days.get(start ?? '')?.[row] ?? null);
    const first = own.find((day) => day !== null) ?? null;
    return first ?? earliest(dates.map((name) => days.get(name)![row] ?? null));
  });
  for (const name of dates) {
    const cells = days
      .get(name)!
      .map((day, row) => (day === null ? '' : isoDay(day, origins[row]!)));
    add(name, cells, { label: setup.types.get(name)!.label });
  }

  const taken = new Set(cohort.table.header);
  const endpoints = setup.endpoints.map((endpoint): EndpointSetup => {
    if (endpoint.cutoff === null) return endpoint;
    // A day that is not counted to, or not yet.
    if (endpoint.time !== null || !isReady(endpoint)) return { ...endpoint, cutoff: null };
    const time = freeName(timeColumn(endpoint.name), taken);
    const event = freeName(eventColumn(endpoint.name), taken);
    const { times, events } = followUp(cohort, setup, endpoint);
    const divisor = divisorOf(endpoint);
    add(
      time,
      times.map((own) => (own === null ? '' : String(own / divisor))),
      { type: 'number' },
    );
    add(
      event,
      events.map((own) => (own === null ? '' : own ? '1' : '0')),
      { type: 'category', levels: ['0', '1'] },
    );
    const timed = { ...noComposition, start: null, end: null, entry: null };
    return { ...endpoint, ...timed, time, event, eventLevels: ['1'] };
  });
  // Which patients started from a day on is told by yes and no: the day is gone.
  const where = setup.where.map((condition, at): Condition => {
    const bound = boundOf(condition);
    if (typeof bound !== 'string') return condition;
    const limit = parseDate(bound) ?? 0;
    const since = 'atLeast' in condition;
    const name = freeName(conditionColumn(condition.column, at + 1), taken);
    add(
      name,
      (days.get(condition.column) ?? []).map((day) =>
        day === null ? '' : day >= limit === since ? '1' : '0',
      ),
      { type: 'category', levels: ['0', '1'] },
    );
    return { column: name, in: ['1'] };
  });
  return { columns, setup: { ...setup, types, endpoints, where } };
}

export function boundOf(condition: Condition): Bound | null {
  if ('atLeast' in condition) return condition.atLeast;
  return 'below' in condition ? condition.below : null;
}

export function dateColumns({ types }: Setup): string[] {
  return [...types].filter(([, { type }]) => type === 'date').map(([name]) => name);
}

/** The columns that the analyses of this setup read. */
export function neededColumns(cohort: Cohort, setup: Setup): string[] {
  const made = new Set(setup.cuts.map(({ name }) => name));
  const used = new Set(Object.keys(buildAnalysisFile(cohort, setup).columns ?? {}));
  return cohort.table.header.filter((name) => used.has(name) && !made.has(name));
}

export function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  while (taken.has(name)) name += '_';
  taken.add(name);
  return name;
}

function earliest(days: readonly (number | null)[]): number {
  return days.reduce<number>((first, day) => Math.min(first, day ?? Infinity), Infinity);
}

function isoDay(day: number, origin: number): string {
  return new Date((madeUpDay + day - origin) * 86_400_000).toISOString().slice(0, 10);
}
