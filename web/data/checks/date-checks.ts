// Checks of dates against each other and against the day on which the table is read.
import { day } from '../../format/numbers.ts';
import { text } from '../../text/text.ts';
import { type Cohort, textColumn } from '../cohort.ts';
import { defaultMissing } from '../columns.ts';
import { dateRole, guessComposition, guessDates } from '../dated-events.ts';
import type { DateRole } from '../guess/date-roles.ts';
import { isComposed, noComposition, timeColumns } from '../endpoint-dates.ts';
import { endpointKinds } from '../guess/outcome-words.ts';
import { saysNever } from '../guess/unknown-words.ts';
import { wordsOf } from '../guess/words.ts';
import { dateColumn, timesOf } from '../row-values.ts';
import type { EndpointSetup, Setup } from '../setup.ts';
import { cellReader, parseNumber } from '../text/parse-cell.ts';
import { unitNamed } from '../text/units.ts';
import { perRow, rowsOfTexts } from '../text/text-table.ts';
import { type Check, type Finding, rowsWhere } from './finding.ts';

const says = text.data.checks;

function dateColumns(cohort: Cohort, setup: Setup): string[] {
  return cohort.columns
    .map(({ name }) => name)
    .filter((name) => setup.types.get(name)?.type === 'date');
}

/** What cannot come after what. A last contact of the dead is at most the day of death. */
const order: readonly [DateRole, readonly DateRole[]][] = [
  ['start', ['progression', 'death', 'lastContact', 'lastAssessment', 'newTherapy']],
  ['progression', ['death', 'lastContact']],
  ['lastAssessment', ['death', 'lastContact']],
  ['newTherapy', ['death', 'lastContact']],
  ['lastContact', ['death']],
];

/** What an endpoint's own start and end say is told as its negative time. */
export function datesOutOfOrder(cohort: Cohort, setup: Setup): Finding {
  const dates = dateColumns(cohort, setup).map((name) => ({ name, role: dateRole(name) }));
  const pairs = order.flatMap(([first, later]) =>
    dates.flatMap((a) =>
      a.role !== first
        ? []
        : dates.flatMap((b) =>
            b.role !== null && later.includes(b.role) && !sameEndpoint(setup, a.name, b.name)
              ? [[a.name, b.name] as const]
              : [],
          ),
    ),
  );
  const found = pairs.flatMap(([first, then]): Check[] => {
    const [earlier, later] = [dateColumn(cohort, setup, first), dateColumn(cohort, setup, then)];
    const rows = rowsWhere(cohort, (row) => {
      const [from, to] = [earlier[row] ?? null, later[row] ?? null];
      return from !== null && to !== null && to < from;
    });
    if (rows.length === 0) return [];
    return [
      {
        id: `order:${first}:${then}`,
        kind: 'problem',
        claim: says.dateOrder.claim(first, then, rows),
        text: says.dateOrder.text,
        rows,
        columns: [first, then],
      },
    ];
  });
  if (found.length > 0) return found;
  return pairs.length > 0 ? { passed: says.dateOrder.passed } : null;
}

function sameEndpoint({ endpoints }: Setup, start: string, date: string): boolean {
  return endpoints.some(
    (endpoint) => endpoint.start === start && timeColumns(endpoint).includes(date),
  );
}

/** An event of which only the day is not known would count as none. */
export function eventsOnUnknownDays(cohort: Cohort, setup: Setup): Finding {
  const excluded = new Set(setup.exclude.map(({ row }) => row));
  const columns = new Set(setup.endpoints.flatMap(({ eventDates }) => eventDates));
  const found = [...columns].flatMap((name): Check[] => {
    const own = setup.types.get(name);
    if (own?.type !== 'date') return [];
    const read = cellReader(own, cohort.decimal);
    const isUnknown = (written: string) =>
      written !== '' &&
      !defaultMissing.includes(written) &&
      !saysNever(written) &&
      (own.missing.includes(written) || Number.isNaN(read(written)));
    const column = textColumn(cohort, name);
    const rows = rowsOfTexts(column, isUnknown).filter((row) => !excluded.has(row));
    if (rows.length === 0) return [];
    return [
      {
        id: `unknownDay:${name}`,
        kind: 'problem',
        claim: says.unknownDay.claim(name, rows, column.texts.filter(isUnknown).slice(0, 3)),
        text: says.unknownDay.text,
        rows,
        columns: [name],
      },
    ];
  });
  return found.length > 0 ? found : null;
}

/** `today` in days since 1970-01-01. */
export function datesInFuture(cohort: Cohort, setup: Setup, today: number): Finding {
  const columns = dateColumns(cohort, setup);
  const found = columns.flatMap((name): Check[] => {
    const days = dateColumn(cohort, setup, name);
    const rows = rowsWhere(cohort, (row) => (days[row] ?? -Infinity) > today);
    if (rows.length === 0) return [];
    return [
      {
        id: `future:${name}`,
        kind: 'problem',
        claim: says.future.claim(name, rows, day(today)),
        text: says.future.text,
        rows,
        columns: [name],
      },
    ];
  });
  if (found.length > 0) return found;
  return columns.length > 0 ? { passed: says.future.passed } : null;
}

const divisors: readonly number[] = [30, 30.4, 30.4375];
/** Times and dates that are of the same endpoint agree for most patients under one divisor. */
const most = 0.8;

/** Times in months beside the dates that they were made of: what they were divided by. */
export function monthsOfDates(cohort: Cohort, setup: Setup): Finding {
  const dated = setup.endpoints.find(({ time }) => time === null);
  const [first] = cohort.columns.flatMap(({ name, role, endpoint }) => {
    const kind = endpointKinds.find((one) => one.name === endpoint);
    if (role !== 'time' || kind === undefined || unitNamed(wordsOf(name)) !== 'months') return [];
    const days = datedTimes(cohort, setup, kind);
    const divided = days === null ? null : dividedBy(cohort, name, days);
    return divided === null ? [] : [{ name, ...divided }];
  });
  if (first === undefined) return null;
  const { name, divisor, rows } = first;
  const counted = dated?.daysPerMonth ?? setup.endpoints[0]?.daysPerMonth ?? divisor;
  if (divisor === counted) return { passed: says.months.passed(name, divisor) };
  return [
    {
      id: `months:${name}`,
      kind: 'warning',
      claim: says.months.claim(name, divisor, counted),
      text: says.months.text((100 * Math.abs(counted - divisor)) / counted),
      rows,
      columns: [name],
      offer: { kind: 'daysPerMonth', days: divisor },
    },
  ];
}

/** Follow-up in days from the dates that the file has of this endpoint. */
function datedTimes(
  cohort: Cohort,
  setup: Setup,
  kind: (typeof endpointKinds)[number],
): readonly (number | null)[] | null {
  const own = setup.endpoints.find(({ name }) => name === kind.name);
  const composition = guessComposition(cohort, kind);
  const { start, end } = guessDates(cohort, kind);
  if (composition === null && (start === null || end === null)) return null;
  const endpoint: EndpointSetup = {
    name: kind.name,
    title: kind.title,
    verb: kind.verb,
    time: null,
    start,
    end,
    ...noComposition,
    ...composition,
    eventsAtStart: 'atZero',
    daysPerMonth: 1,
    entry: null,
    event: null,
    eventLevels: null,
    unit: 'days',
    confirmed: false,
  };
  return own !== undefined && own.time === null && isComposed(own)
    ? timesOf(cohort, setup, own)
    : timesOf(cohort, setup, endpoint);
}

function dividedBy(
  cohort: Cohort,
  name: string,
  days: readonly (number | null)[],
): { divisor: number; rows: number[] } | null {
  const column = textColumn(cohort, name);
  const decimals = Math.max(
    0,
    ...column.texts.map((written) => /[.,](\d+)$/.exec(written)?.[1]?.length ?? 0),
  );
  // Half of the last printed digit, and the noise of binary fractions.
  const tolerance = 0.5 * 10 ** -decimals + 1e-9;
  const months = perRow(column, (written) => parseNumber(written, cohort.decimal));
  const known = rowsWhere(cohort, (row) => {
    const length = days[row] ?? null;
    return length !== null && length > 0 && (months[row] ?? null) !== null;
  });
  const fitting = divisors.map((divisor) => ({
    divisor,
    rows: known.filter((row) => Math.abs(days[row - 1]! / divisor - months[row - 1]!) <= tolerance),
  }));
  const best = fitting.reduce((a, b) => (b.rows.length > a.rows.length ? b : a));
  return known.length > 0 && best.rows.length >= most * known.length ? best : null;
}
