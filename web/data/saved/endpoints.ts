// Endpoints of a saved analysis.
import type { TimeUnit } from '../../../build/wasm/riskset.js';

import type { Cohort } from '../cohort.ts';
import { defaultDaysPerMonth } from '../endpoint-dates.ts';
import { endpointKinds, ownKind } from '../guess/outcome-words.ts';
import type { ColumnSetup, EndpointSetup, Setup } from '../setup.ts';
import { parseDate, parseNumber } from '../text/parse-cell.ts';
import { texts } from './columns.ts';
import type { Label, PageEndpoint, SavedAnalysis, SavedEndpoint } from './document.ts';

/** In the order of the page, or of the file where no page has written it. */
export function restoredEndpoints(
  cohort: Cohort,
  file: SavedAnalysis,
  { types }: Pick<Setup, 'types'>,
): EndpointSetup[] {
  const specs = new Map(Object.entries(file.endpoints ?? {}));
  // Anyone may have written the file: without a name it is no endpoint.
  const listed: readonly Partial<PageEndpoint>[] = file.page?.endpoints ?? [];
  const own = listed.flatMap(({ name, confirmed = false, ...said }): PageEndpoint[] =>
    name === undefined ? [] : [{ name, confirmed, ...said }],
  );
  const named = new Set(own.map(({ name }) => name));
  for (const name of specs.keys()) if (!named.has(name)) own.push({ name, confirmed: true });
  return own.map((one) => restoredEndpoint(cohort, one, specs.get(one.name), types));
}

/** The page's part names columns of its own only where the file's cannot say the same. */
export function restoredEndpoint(
  cohort: Cohort,
  own: PageEndpoint,
  spec: SavedEndpoint | undefined,
  types: Setup['types'],
): EndpointSetup {
  const said: SavedEndpoint = isWhole(own) || spec === undefined ? own : spec;
  const column = (name: string | null | undefined) =>
    typeof name === 'string' && types.has(name) ? name : null;
  const columns = (names: readonly string[] | null | undefined) =>
    (names ?? []).filter((name) => types.has(name));
  const kind = endpointKinds.find(({ name }) => name === own.name) ?? ownKind(own.name);
  const { title, verb } = kind;
  const event = column(said.event);
  const saved = said.eventLevels ?? null;
  const eventLevels =
    event === null || saved === null ? null : presentLevels(cohort, types.get(event)!, saved);
  return {
    name: own.name,
    title,
    verb,
    time: column(said.time),
    start: column(said.start),
    end: column(said.end),
    entry: column(said.entry),
    eventDates: columns(said.eventDates),
    censoringDates: columns(said.censoringDates),
    newTherapy: column(said.newTherapy),
    cutoff: parseDate(said.cutoff ?? '') === null ? null : said.cutoff!,
    longestGap: aboveZero(said.longestGap),
    eventsAtStart: said.eventsAtStart ?? 'atZero',
    daysPerMonth: daysOf(said.daysPerMonth),
    event,
    eventLevels,
    unit: said.unit ?? defaultUnit,
    confirmed: own.confirmed && (saved === null || eventLevels !== null),
  };
}

/** A month of no days is refused by the engine; here it is left to the default. */
function daysOf(saved: number | null | undefined): number {
  return aboveZero(saved) ?? defaultDaysPerMonth;
}

function aboveZero(saved: number | null | undefined): number | null {
  return saved !== null && saved !== undefined && saved > 0 ? saved : null;
}

/** As the engine takes it where none is said. */
const defaultUnit: TimeUnit = 'months';

function isWhole(own: PageEndpoint): boolean {
  return own.unit !== undefined;
}

/**
 * The event values as the column writes them. Where none of them is there, nobody has the event if
 * they are numbers among numbers; otherwise it has to be said again what the event is.
 */
function presentLevels(
  { decimal }: Cohort,
  own: ColumnSetup,
  saved: Label | Label[],
): string[] | null {
  const wanted = texts(Array.isArray(saved) ? saved : [saved]);
  if (wanted.every((level) => own.levels.includes(level))) return wanted;
  const number = (level: string) => parseNumber(level, decimal);
  const matches = (level: string, other: string) =>
    level === other ||
    (own.type === 'number' && number(level) !== null && number(level) === number(other));
  const present = wanted.flatMap((level) => own.levels.filter((one) => matches(one, level)));
  if (present.length > 0) return [...new Set(present)];
  const numeric = [...wanted, ...own.levels].every((level) => number(level) !== null);
  return numeric ? [] : null;
}
