// The patients as counts: in each arm, how often each value of a category occurs, and at which times how
// many had the event or were censored. A table is made of them again in which every column has the right
// values in each arm, but what stands in one row belongs to nobody: each column is in its own order.
import { isIdentifying } from '../data/analysis-file.ts';
import { followUp } from '../data/checks/endpoint-checks.ts';
import { analysedRows } from '../data/changes/conditions.ts';
import type { Cohort } from '../data/cohort.ts';
import { divisorOf, isReady, noComposition } from '../data/endpoint-dates.ts';
import { levelTexts } from '../data/row-values.ts';
import type { EndpointSetup, Setup } from '../data/setup.ts';
import { columnOf, type TextTable } from '../data/text/text-table.ts';
import { text } from '../text/text.ts';
import type { Together } from '../data/without-rows.ts';
import { neededColumns, freeName } from './dates.ts';
import { field } from './documents.ts';

/** Of each arm in the order of `arms`, how many have each of `texts`. */
export interface CountedColumn {
  name: string;
  texts: string[];
  counts: number[][];
}

/** Times are `time` divided by 10^`digits` or, of dates, whole days divided by `per`. */
export interface CountedTimes {
  endpoint: string;
  time: string;
  event: string;
  digits: number;
  per: number;
  /** Whether each time is the distance from the one before; of times that are no whole numbers not. */
  steps: boolean;
  /** Of each arm; `unknown` have no time, or nobody knows whether they had the event. */
  arms: { time: number[]; events: number[]; censored: number[]; unknown: number }[];
}

export interface Counted {
  /** Of whom every count is, by arm; "" of those whose arm is not known. */
  arms: string[];
  patients: number[];
  arm: string | null;
  columns: CountedColumn[];
  times: CountedTimes[];
  /** Columns whose values do not go, as numbers of single patients. */
  withheld: string[];
  /** Rows left out by hand. */
  excluded: number;
}

/** How rows of the analysed patients fall to the arms. */
interface Arms {
  labels: string[];
  rows: number[][];
}

export function armsOf(cohort: Cohort, setup: Setup): Arms {
  const { rows: analysed } = analysedRows(cohort, setup);
  const texts = setup.arm === null ? null : levelTexts(cohort, setup, setup.arm);
  const known = new Set(setup.armLevels);
  const byArm = new Map(setup.armLevels.map((level): [string, number[]] => [level, []]));
  for (let row = 0; row < cohort.table.rows; row += 1) {
    if (analysed !== null && analysed[row] !== 1) continue;
    const own = texts?.[row] ?? '';
    const label = known.has(own) ? own : '';
    byArm.set(label, [...(byArm.get(label) ?? []), row]);
  }
  return { labels: [...byArm.keys()], rows: [...byArm.values()] };
}

/** The patients who are analysed, with the endpoints under the columns that stand for theirs. */
export function counted(cohort: Cohort, setup: Setup): { counts: Counted; setup: Setup } {
  const arms = armsOf(cohort, setup);
  const taken = new Set(cohort.table.header);
  const times: CountedTimes[] = [];
  const endpoints = setup.endpoints.map((endpoint): EndpointSetup => {
    if (!isReady(endpoint)) return endpoint;
    const own = countedTimes(cohort, setup, endpoint, arms, taken);
    times.push(own);
    return timedBy(endpoint, own);
  });
  const ofTimes = new Set(times.flatMap(({ time, event }) => [time, event]));
  const named = [...neededColumns(cohort, setup), ...setup.cuts.map(({ name }) => name)];
  const others = named.filter((name) => name !== setup.arm && !ofTimes.has(name));
  const categories = others.filter(
    (name) => setup.types.get(name)?.type === 'category' && !isIdentifying(setup, name),
  );
  return {
    counts: {
      arms: arms.labels,
      patients: arms.rows.map((rows) => rows.length),
      arm: setup.arm,
      columns: categories.map((name) => countedColumn(cohort, setup, name, arms)),
      times,
      withheld: others.filter((name) => !categories.includes(name)),
      excluded: setup.exclude.length,
    },
    setup: { ...setup, endpoints },
  };
}

/** The endpoint as the made table has it: a time and whether the event occurred. */
export function timedBy(endpoint: EndpointSetup, { time, event }: CountedTimes): EndpointSetup {
  return {
    ...endpoint,
    ...noComposition,
    time,
    event,
    eventLevels: ['1'],
    start: null,
    end: null,
  };
}

function countedColumn(cohort: Cohort, setup: Setup, name: string, arms: Arms): CountedColumn {
  const cells = levelTexts(cohort, setup, name);
  const levels = setup.types.get(name)!.levels;
  const known = new Set(levels);
  const counts = arms.rows.map((rows) => {
    const ofLevel = new Map(levels.map((level) => [level, 0]));
    for (const row of rows) {
      const level = cells[row]!;
      if (known.has(level)) ofLevel.set(level, ofLevel.get(level)! + 1);
    }
    return [...ofLevel.values()];
  });
  return { name, texts: [...levels], counts };
}

const mostDigits = 6;

function countedTimes(
  cohort: Cohort,
  setup: Setup,
  endpoint: EndpointSetup,
  arms: Arms,
  taken: Set<string>,
): CountedTimes {
  const shared = setup.endpoints.filter((one) => one !== endpoint);
  const own = (name: string | null, free: string) =>
    name === null || shared.some(({ time, event }) => time === name || event === name)
      ? freeName(free, taken)
      : name;
  const { times, events } = followUp(cohort, setup, endpoint);
  const per = divisorOf(endpoint);
  const digits = per === 1 ? digitsOf(times) : 0;
  const written = (time: number) => (digits > 0 ? Math.round(time * 10 ** digits) : time);
  const whole = times.every((time) => time === null || Number.isInteger(written(time)));
  return {
    endpoint: endpoint.name,
    time: own(endpoint.time, text.share.timeColumn(endpoint.name)),
    event: own(endpoint.event, text.share.eventColumn(endpoint.name)),
    digits,
    per,
    steps: whole,
    arms: arms.rows.map((rows) => {
      const steps = new Map<number, { events: number; censored: number }>();
      let unknown = 0;
      for (const row of rows) {
        const [time, event] = [times[row] ?? null, events[row] ?? null];
        if (time === null || event === null) {
          unknown += 1;
          continue;
        }
        const at = written(time);
        const step = steps.get(at) ?? { events: 0, censored: 0 };
        steps.set(at, step);
        if (event) step.events += 1;
        else step.censored += 1;
      }
      const sorted = [...steps].toSorted(([a], [b]) => a - b);
      return {
        time: sorted.map(([time], at) => (whole ? time - (sorted[at - 1]?.[0] ?? 0) : time)),
        events: sorted.map(([, step]) => step.events),
        censored: sorted.map(([, step]) => step.censored),
        unknown,
      };
    }),
  };
}

/** So many digits behind the point as the times are written with; 0 also where they have too many. */
function digitsOf(times: readonly (number | null)[]): number {
  const isWritten = (digits: number) =>
    times.every((time) => time === null || Number(time.toFixed(digits)) === time);
  for (let digits = 0; digits <= mostDigits; digits += 1) if (isWritten(digits)) return digits;
  return 0;
}

/** The made table; the rows that were left out by hand stand at its end, empty. */
export function tableOfCounts(counts: Counted): { table: TextTable; together: Together } {
  const { arms, patients, arm, columns, times, withheld, excluded } = counts;
  const rows = patients.reduce((sum, own) => sum + own, 0) + excluded;
  const table: TextTable = { header: [], rows, columns: [] };
  const add = (name: string, texts: readonly string[], cells: readonly string[]) => {
    // Every level is known, also one that nobody has.
    const all = [...texts, ...cells, ...Array.from({ length: rows - cells.length }, () => '')];
    const column = columnOf(all, (cell) => cell);
    table.header.push(name);
    table.columns.push({ texts: column.texts, codes: column.codes.slice(texts.length) });
  };
  const padded = (cells: readonly string[], at: number) => [
    ...cells,
    ...Array.from({ length: patients[at]! - cells.length }, () => ''),
  ];
  if (arm !== null) {
    const known = arms.filter((label) => label !== '');
    add(
      arm,
      known,
      arms.flatMap((label, at) => repeated(label, patients[at]!)),
    );
  }
  for (const { name, texts, counts: own } of columns) {
    const cells = own.flatMap((ofArm, at) =>
      padded(
        ofArm.flatMap((count, level) => repeated(texts[level]!, count)),
        at,
      ),
    );
    add(name, texts, cells);
  }
  for (const { time, event, digits, per, steps: apart, arms: own } of times) {
    const steps = own.map((ofArm) => {
      let last = 0;
      return ofArm.time.flatMap((at, step) => {
        last = apart ? last + at : at;
        const written = String(last / 10 ** digits / per);
        return [
          ...repeated([written, '1'] as const, ofArm.events[step]!),
          ...repeated([written, '0'] as const, ofArm.censored[step]!),
        ];
      });
    });
    const cells = (which: 0 | 1) =>
      steps.flatMap((ofArm, at) =>
        padded(
          ofArm.map((step) => step[which]),
          at,
        ),
      );
    add(time, [], cells(0));
    add(event, ['0', '1'], cells(1));
  }
  for (const name of withheld) add(name, [], []);
  const together = [
    ...columns.map(({ name }) => [name]),
    ...times.map(({ time, event }) => [time, event]),
  ];
  return { table, together };
}

function repeated<T>(value: T, count: number): T[] {
  return Array.from({ length: count }, () => value);
}

/** What anyone's document says; null where it is no counts, or counts that contradict each other. */
export function countsIn(value: unknown): Counted | null {
  const counts = value as Counted;
  const isList = (list: unknown, fits: (item: unknown) => boolean) =>
    Array.isArray(list) && list.every(fits);
  const isText = (item: unknown) => typeof item === 'string';
  const isCount = (count: unknown) => Number.isInteger(count) && Number(count) >= 0;
  if (!isList(field(value, 'arms'), isText) || !isList(field(value, 'patients'), isCount)) {
    return null;
  }
  const { arms, patients } = counts;
  const sum = (list: readonly number[]) => list.reduce((total, own) => total + own, 0);
  const fits = (list: unknown, own: (item: unknown, at: number) => boolean) =>
    Array.isArray(list) && list.length === arms.length && list.every(own);
  const isColumn = (column: unknown) =>
    isText(field(column, 'name')) &&
    isList(field(column, 'texts'), isText) &&
    fits(field(column, 'counts'), (own, at) => {
      const { texts } = column as CountedColumn;
      return (
        isList(own, isCount) &&
        (own as number[]).length === texts.length &&
        sum(own as number[]) <= patients[at]!
      );
    });
  const isTimes = (times: unknown) =>
    ['endpoint', 'time', 'event'].every((key) => isText(field(times, key))) &&
    isCount(field(times, 'digits')) &&
    Number(field(times, 'digits')) <= mostDigits &&
    Number(field(times, 'per')) > 0 &&
    fits(field(times, 'arms'), (own, at) => {
      const { time, events, censored, unknown } = own as CountedTimes['arms'][number];
      return (
        isList(time, Number.isFinite) &&
        isList(events, isCount) &&
        isList(censored, isCount) &&
        isCount(unknown) &&
        events.length === time.length &&
        censored.length === time.length &&
        sum([...events, ...censored, unknown]) === patients[at]
      );
    });
  const arm = field(value, 'arm');
  const sound =
    arms.length === patients.length &&
    sum(patients) + counts.excluded <= mostPatients &&
    (arm === null || isText(arm)) &&
    isCount(field(value, 'excluded')) &&
    isList(field(value, 'withheld'), isText) &&
    isList(field(value, 'columns'), isColumn) &&
    isList(field(value, 'times'), isTimes);
  if (!sound) return null;
  const { columns, times, withheld } = counts;
  const names = [
    ...(counts.arm === null ? [] : [counts.arm]),
    ...columns.map(({ name }) => name),
    ...times.flatMap(({ time, event }) => [time, event]),
    ...withheld,
  ];
  return new Set(names).size === names.length ? counts : null;
}

/** What a browser holds; more would be a number that somebody made up. */
const mostPatients = 2_000_000;
