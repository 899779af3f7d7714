// A saved analysis and a table -> the setup, as far as the two fit together.
import { workingCohort } from '../changes/working-cohort.ts';
import { type Cohort, originalOf } from '../cohort.ts';
import { type ResponseCategory, recistOrder, responseCodeOf } from '../guess/codes.ts';
import { defaultOptions, type Options } from '../options.ts';
import {
  type ColumnSetup,
  emptySetup,
  guessedDateRoles,
  initialSetup,
  type ResponseSetup,
  type Setup,
  withFactors,
} from '../setup.ts';
import { codesAnywhere, restoredArms, restoredColumn } from './columns.ts';
import { restoredCuts, restoredEdits, restoredExclusions, restoredWhere } from './changes.ts';
import type { SavedAnalysis, SavedPage } from './document.ts';
import { restoredEndpoints } from './endpoints.ts';
import { restoredEventTable } from './event-table.ts';
import { writtenElsewhere } from './hand-written.ts';

/** Pure, and whole: what the table does not have is left out, and nothing else. */
export function restoredSetup(open: Cohort, file: SavedAnalysis): Setup {
  const loaded = originalOf(open);
  const edits = restoredEdits(loaded, file);
  const edited = workingCohort(loaded, { ...emptySetup, edits });
  const fileTypes = restoredTypes(edited, file, edited.table.header);
  const cuts = restoredCuts(loaded, file, fileTypes);
  const cohort = workingCohort(loaded, { edits, cuts, types: fileTypes });
  const made = cuts.map(({ name }) => name);
  const types = new Map([...fileTypes, ...restoredTypes(cohort, file, made)]);
  const there = new Set(cohort.table.header);
  const column = (name: string | null | undefined) =>
    typeof name === 'string' && there.has(name) ? name : null;
  const columns = (names: readonly string[] | null | undefined) =>
    (names ?? []).filter((name) => there.has(name));

  const arm = column(file.arm);
  const base: Setup = {
    ...emptySetup,
    edits,
    exclude: restoredExclusions(loaded, file),
    cuts,
    where: restoredWhere(file, types),
    types: arm === null ? types : new Map(types).set(arm, asGroups(types.get(arm)!)),
    arm,
    armLevels: arm === null ? [] : restoredArms(types.get(arm)!, specOf(file, arm)),
    response: restoredResponse(file, types),
    firstResponse: column(file.page?.firstResponse ?? file.response?.firstResponse),
  };
  base.endpoints = restoredEndpoints(cohort, file, base);
  const { page } = file;
  if (page === null || page === undefined) {
    return withFactors(cohort, writtenElsewhere(file, base, initialSetup(cohort)));
  }
  return withFactors(cohort, {
    ...base,
    refusedArm: column(page.refusedArm),
    grade: column(page.grade),
    adverseEvents: columns(page.adverseEvents),
    eventTable: restoredEventTable(page.eventTable, there),
    identifiers: columns(page.identifiers),
    covariates: columns(page.covariates),
    factors: columns(page.factors),
    factorsChosen: page.factorsChosen ?? false,
    chosen: new Set(columns(page.chosen)),
    datesAnswered: new Set(columns(page.datesAnswered)),
    dateRoles: restoredDateRoles(page.dateRoles, there) ?? guessedDateRoles(cohort),
    options: restoredOptions(page.options ?? {}, there),
  });
}

function restoredDateRoles(
  saved: SavedPage['dateRoles'],
  there: ReadonlySet<string>,
): Setup['dateRoles'] | null {
  if (saved === undefined || saved === null) return null;
  return new Map(
    saved.flatMap(({ column, role }) =>
      typeof column === 'string' && there.has(column) && role ? [[column, role] as const] : [],
    ),
  );
}

function specOf({ columns }: SavedAnalysis, name: string) {
  return Object.hasOwn(columns ?? {}, name) ? columns![name] : undefined;
}

function restoredTypes(
  cohort: Cohort,
  file: SavedAnalysis,
  names: readonly string[],
): Map<string, ColumnSetup> {
  const own = file.page?.columns ?? {};
  const codes = codesAnywhere(file);
  return new Map(
    names.map((name) => [
      name,
      restoredColumn(cohort, name, {
        spec: specOf(file, name),
        own: Object.hasOwn(own, name) ? own[name] : undefined,
        isArm: name === file.arm,
        missingAnywhere: codes,
      }),
    ]),
  );
}

/** Arms are groups, also where they are written as numbers. */
function asGroups(own: ColumnSetup): ColumnSetup {
  return own.type === 'category' ? own : { ...own, type: 'category' };
}

function restoredResponse(
  { response, page }: SavedAnalysis,
  types: ReadonlyMap<string, ColumnSetup>,
): ResponseSetup | null {
  const column = response?.column ?? '';
  const own = types.get(column);
  if (own === undefined) return null;
  const said = new Map(Object.entries(response?.levels ?? {}));
  const open = new Set(page?.openResponses ?? []);
  const meaning = (level: string): ResponseCategory | null => {
    if (open.has(level)) return null;
    const code = said.get(level);
    return recistOrder.find((category) => category === code) ?? responseCodeOf(level);
  };
  return {
    column,
    levels: new Map(own.levels.map((level) => [level, meaning(level)])),
  };
}

/** Choices of a kind that their place cannot hold are left to the default. */
function restoredOptions(saved: Record<string, unknown>, there: ReadonlySet<string>): Options {
  const kept = (own: unknown, value: unknown): unknown => {
    if (value === undefined || !isOfKind(own, value)) return own;
    if (!Array.isArray(value)) return value;
    const items = value.filter((item) => item !== null);
    const names = items.every((item) => typeof item === 'string');
    return names ? items.filter((name) => there.has(name)) : items;
  };
  const entries = Object.entries(defaultOptions).map(([part, own]: [string, unknown]) => {
    const value = saved[part];
    if (typeof own !== 'object' || own === null) return [part, kept(own, value)];
    const parts = (typeof value === 'object' ? value : null) as Record<string, unknown> | null;
    return [
      part,
      Object.fromEntries(
        Object.entries(own).map(([key, one]: [string, unknown]) => [key, kept(one, parts?.[key])]),
      ),
    ];
  });
  return Object.fromEntries(entries) as unknown as Options;
}

/** `null` is a choice left to the page, where any can stand; a number can stand beside words. */
function isOfKind(own: unknown, value: unknown): boolean {
  if (own === null) return typeof value !== 'boolean';
  if (Array.isArray(own)) return Array.isArray(value);
  if (typeof own === 'string') return typeof value === 'string' || typeof value === 'number';
  return typeof own === typeof value;
}
