// The state of the page: the cohort, what was decided about it, and what the engine answered.
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';

import type { AnalysisFile, ColumnType } from '../../build/wasm/riskset.js';

import { createEngine, type Engine } from '../engine/client.ts';
import example from '../examples/rechallenge_cohort.csv?raw';
import { buildAnalysisFile } from './analysis-file.ts';
import { type Cohort, cohortOf } from './cohort.ts';
import type { DateOrder } from './text/parse-cell.ts';
import type { ResponseCategory } from './guess/codes.ts';
import type { Options } from './options.ts';
import { withLevelOrder, withMerged, withoutMerges, withSplit } from './level-changes.ts';
import { endpointPart, type RoleKey } from './roles.ts';
import { readCsv, readText, type ReadTable } from './read-csv.ts';
import { createRun, type Run, type RunInput } from './run.ts';
import {
  emptySetup,
  guessedEndpoint,
  initialSetup,
  responseSetup,
  type Setup,
  withFactors,
} from './setup.ts';
import {
  type EndpointChange,
  freed,
  released,
  reread,
  withEndpoint,
  withMissing,
  withOtherArm,
} from './setup-changes.ts';
import { endpointKinds } from './guess/vocabulary.ts';

export type { Cohort, ColumnProfile } from './cohort.ts';
export type { Run } from './run.ts';
export type { ColumnSetup, EndpointSetup, ResponseSetup, Setup } from './setup.ts';

const cohortState = signal<Cohort | null>(null);
const setupState = signal<Setup>(emptySetup);

export const cohort: ReadonlySignal<Cohort | null> = cohortState;
export const setup: ReadonlySignal<Setup> = setupState;

/** Why the last file could not be loaded, in one sentence; the cohort that was there stays. */
export const loadProblem = signal<string | null>(null);

export const analysisFile: ReadonlySignal<AnalysisFile | null> = computed(() =>
  cohort.value === null ? null : buildAnalysisFile(cohort.value, setup.value),
);

const runInput = computed<RunInput | null>(() => {
  const file = analysisFile.value;
  const table = cohort.value?.table;
  return file === null || table === undefined ? null : { file, table };
});

let engine: Engine | null = null;

/** The page's one engine: what needs no cohort asks it too, and waits its turn. */
export function sharedEngine(): Engine {
  return (engine ??= createEngine());
}

export const run: ReadonlySignal<Run> = createRun(runInput, sharedEngine);

/** Each `open` answers whether there is a new cohort. */
export async function openFile(file: File): Promise<boolean> {
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    loadProblem.value = `${file.name} could not be opened. It may have been moved, or it is a folder.`;
    return false;
  }
  return load(readCsv(new Uint8Array(bytes)), file.name);
}

export function openText(text: string): boolean {
  return load(readText(text), 'Pasted table');
}

export function openExample(): boolean {
  return load(readText(example), 'Example cohort', true);
}

function load(read: ReadTable, name: string, synthetic = false): boolean {
  if (!read.ok) {
    loadProblem.value = `${name}: ${read.problem}`;
    return false;
  }
  const loaded = cohortOf(read, name, synthetic);
  batch(() => {
    loadProblem.value = null;
    cohortState.value = loaded;
    setupState.value = initialSetup(loaded);
  });
  return true;
}

/** One decision of the user: `columns` are no guesses any more, and the default factors follow. */
function decide(
  change: (cohort: Cohort, setup: Setup) => Setup,
  columns: readonly (string | null)[],
): void {
  const loaded = cohort.peek();
  if (loaded === null) return;
  const changed = change(loaded, setupState.peek());
  const chosen = new Set([...changed.chosen, ...columns.filter((name) => name !== null)]);
  setupState.value = withFactors(loaded, { ...changed, chosen });
}

export function setArm(column: string | null): void {
  decide((loaded, before) => withOtherArm(loaded, before, column), [column]);
}

export function setReference(level: string): void {
  const { arm, armLevels } = setup.peek();
  if (arm !== null) setLevels(arm, [level, ...armLevels]);
}

/** The order of a column's levels; the first is the reference. */
export function setLevels(column: string, levels: string[]): void {
  decide((_, before) => withLevelOrder(before, column, levels), [column]);
}

/** Takes several levels as one under this name. With one level in `from` that is a new name for it. */
export function mergeLevels(column: string, into: string, from: string[]): void {
  decide((loaded, before) => withMerged(loaded, before, column, into, from), [column]);
}

/** Takes a merged level apart. */
export function splitLevel(column: string, level: string): void {
  decide((_, before) => withSplit(before, column, level), [column]);
}

export function setEndpoint(name: string, change: EndpointChange): void {
  const columns = [change.time, change.start, change.end, change.event].filter(
    (column) => typeof column === 'string',
  );
  decide(
    (loaded, before) => withEndpoint(loaded, columns.reduce(released, before), name, change),
    columns,
  );
}

export function addEndpoint(name: string): void {
  decide((loaded, before) => {
    const kind = endpointKinds.find((one) => one.name === name);
    if (kind === undefined || before.endpoints.some((endpoint) => endpoint.name === name))
      return before;
    return { ...before, endpoints: [...before.endpoints, guessedEndpoint(loaded, before, kind)] };
  }, []);
}

export function removeEndpoint(name: string): void {
  decide(
    (_, before) => ({
      ...before,
      endpoints: before.endpoints.filter((endpoint) => endpoint.name !== name),
    }),
    [],
  );
}

/** Says which values of the event column mean the event, and which mean that nothing is known. */
export function setEventLevels(name: string, levels: string[], unknown: string[] = []): void {
  const event = setup.peek().endpoints.find((endpoint) => endpoint.name === name)?.event ?? null;
  decide(
    (loaded, before) => ({
      ...(event === null || unknown.length === 0
        ? before
        : withMissing(loaded, before, event, unknown)),
      endpoints: before.endpoints.map((endpoint) =>
        endpoint.name === name ? { ...endpoint, eventLevels: levels, confirmed: true } : endpoint,
      ),
    }),
    [event],
  );
}

/** Opens the question about an endpoint's event values again. */
export function askEventLevels(name: string): void {
  decide(
    (_, before) => ({
      ...before,
      endpoints: before.endpoints.map((endpoint) =>
        endpoint.name === name ? { ...endpoint, confirmed: false } : endpoint,
      ),
    }),
    [],
  );
}

export function setResponse(column: string | null): void {
  decide(
    (_, before) => {
      if (column === null) return { ...before, response: null };
      const rest = freed(before, column);
      return { ...rest, response: responseSetup(rest, column) };
    },
    [column],
  );
}

export function setResponseCategory(text: string, category: ResponseCategory | null): void {
  const { response } = setup.peek();
  if (response === null) return;
  const levels = new Map(response.levels).set(text, category);
  decide((_, before) => ({ ...before, response: { ...response, levels } }), [response.column]);
}

export function setGrade(column: string | null): void {
  decide(
    (_, before) =>
      column === null
        ? { ...before, grade: null }
        : { ...withoutMerges(freed(before, column), column), grade: column },
    [column],
  );
}

/** The covariates of the multivariable model; from now on they are the user's choice. */
export function setFactors(factors: string[]): void {
  decide((_, before) => ({ ...before, factors, factorsChosen: true }), factors);
}

/** Changes what is chosen about one section's methods or figures. */
export function setOptions<Part extends Exclude<keyof Options, 'level'>>(
  part: Part,
  change: Partial<Options[Part]>,
): void {
  decide(
    (_, before) => ({
      ...before,
      options: { ...before.options, [part]: { ...before.options[part], ...change } },
    }),
    [],
  );
}

/** The coverage of every interval on the page. */
export function setLevel(level: Options['level']): void {
  decide((_, before) => ({ ...before, options: { ...before.options, level } }), []);
}

/** Gives a column one role and takes it from every other. */
export function setRole(column: string, role: RoleKey): void {
  const part = endpointPart(role);
  if (part !== null) {
    decide(
      (loaded, before) =>
        withEndpoint(loaded, freed(before, column), part.name, { [part.part]: column }),
      [column],
    );
  } else if (role === 'arm') setArm(column);
  else if (role === 'response') setResponse(column);
  else if (role === 'grade') setGrade(column);
  else {
    decide(
      (_, before) => {
        const rest = freed(before, column);
        if (role === 'covariate') return { ...rest, covariates: [...rest.covariates, column] };
        if (role === 'adverseEvent')
          return { ...rest, adverseEvents: [...rest.adverseEvents, column] };
        return role === 'identifier'
          ? { ...rest, identifiers: [...rest.identifiers, column] }
          : rest;
      },
      [column],
    );
  }
}

export function setType(column: string, type: ColumnType, order: DateOrder = 'ymd'): void {
  decide((loaded, before) => reread(loaded, before, column, { type, order }), [column]);
}

/** Counts these texts of a column as missing, as the answer to "not a number". */
export function countAsMissing(column: string, codes: string[]): void {
  decide((loaded, before) => withMissing(loaded, before, column, codes), [column]);
}
