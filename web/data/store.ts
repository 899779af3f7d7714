// What the features read and call: the cohort, what was decided about it, what the engine answered,
// and every decision that the user can make. Each is one step that can be undone.
import { computed, type ReadonlySignal } from '@preact/signals';

import type { AnalysisFile, AnalysisResult, ColumnType } from '../../build/wasm/riskset.js';

import type { Engine } from '../engine/client.ts';
import { createPool } from '../engine/pool.ts';
import { text } from '../text/text.ts';
import type { Analysis } from './analyses/analysis.ts';
import { followQuantiles } from './changes/follow.ts';
import { buildAnalysisFile } from './analysis-file.ts';
import { answersBeside } from './beside.ts';
import type { SameLevel } from './checks/finding.ts';
import { type Cohort, originalOf } from './cohort.ts';
import type { ResponseCategory } from './guess/codes.ts';
import { withLevelOrder, withMerged, withoutMerges, withSplit } from './level-changes.ts';
import { createMemories } from './memory.ts';
import type { Options } from './options.ts';
import { createClaimAnswers } from './paper/answers.ts';
import { dayOf, endpointPart, type RoleKey, roleOf } from './roles.ts';
import { createRun, type Run, type RunInput } from './run.ts';
import { guessedEndpoint, guessedSetup, responseSetup, type Setup } from './setup.ts';
import {
  asRead,
  type EndpointChange,
  freed,
  released,
  reread,
  withCode,
  withEndpoint,
  withGuess,
  withMissing,
  withCutoff,
  withDateRole,
  withMonths,
  withOtherArm,
  withoutOutcome,
  withPart,
} from './setup-changes.ts';
import { eventTableName } from './tables/event-analyses.ts';
import { asked } from './tables/linked.ts';
import { openEventTable } from './tables/opened.ts';
import { endpointKinds, ownKind } from './guess/outcome-words.ts';
import { decide } from './decide.ts';
import { isWithoutRows } from './without-rows.ts';
import { asOneStep, change, cohort, setup } from './state.ts';
import type { DateOrder, Signs } from './text/parse-cell.ts';

export type { Cohort, ColumnProfile } from './cohort.ts';
export {
  correctCell,
  cutColumn,
  excludeRow,
  includeRow,
  removeCut,
  restoreCell,
  setWhere,
} from './changes/decisions.ts';
export { addRowsOf, canAddRows, openFiles } from './files/open.ts';
export {
  forgetWaiting,
  loadProblem,
  opened,
  openedPaper,
  openExample,
  openFile,
  openKept,
  openSaved,
  openText,
  useOpenTable,
  waiting,
} from './opening.ts';
export {
  addClaims,
  beginTyping,
  clearPaper,
  correctClaim,
  removeClaim,
  setPaperText,
} from './paper/decisions.ts';
export { readAgain } from './read-again.ts';
export { type Reading, reading, stopReading } from './reading/reading.ts';
export type { Run } from './run.ts';
export type { ColumnSetup, EndpointSetup, ResponseSetup, Setup } from './setup.ts';
export {
  asOneStep,
  markSafe,
  cohort,
  moved,
  paper,
  type Parts,
  parts,
  redo,
  redoName,
  setup,
  undo,
  undoName,
  unsaved,
} from './state.ts';

export const analysisFile: ReadonlySignal<AnalysisFile | null> = computed(() =>
  cohort.value === null ? null : buildAnalysisFile(cohort.value, setup.value),
);

const runInput = computed<RunInput | null>(() => {
  const file = analysisFile.value;
  const loaded = cohort.value;
  if (file === null || loaded === null) return null;
  // What was corrected is in the file too: answers are kept with the table as it was read.
  const { table } = originalOf(loaded);
  if (isWithoutRows(loaded)) return { file, table };
  const events = openEventTable.value;
  return asked(file, table, new Map(events === null ? [] : [[eventTableName, events.table]]));
});

let engine: Engine | null = null;

/**
 * The page's engines as one, started by the first who asks: what needs no cohort asks them too, and
 * waits its turn.
 */
export function sharedEngine(): Engine {
  return (engine ??= createPool());
}

export const { answerTo } = createClaimAnswers(sharedEngine);

const memoryOf = createMemories();

export const run: ReadonlySignal<Run> = createRun(runInput, sharedEngine, memoryOf);

/** What the engine answers to analyses that are no part of the analysis file. */
export function askBeside(
  about: { cohort: Cohort; setup: Setup },
  analyses: readonly Analysis[],
  stop: AbortSignal,
): Promise<ReadonlyMap<string, AnalysisResult>> {
  const { table } = originalOf(about.cohort);
  return answersBeside({
    file: buildAnalysisFile(about.cohort, about.setup),
    analyses,
    rows: table.rows,
    memory: memoryOf(table),
    engine: sharedEngine,
    stop,
  });
}

followQuantiles(askBeside);

const { steps } = text.shell.undo;

export function setArm(column: string | null): void {
  decide(steps.arm, (loaded, before) => withOtherArm(loaded, before, column), [column]);
}

export function setReference(level: string): void {
  const { arm, armLevels } = setup.peek();
  if (arm !== null) setLevels(arm, [level, ...armLevels]);
}

/** The order of a column's levels; the first is the reference. */
export function setLevels(column: string, levels: string[]): void {
  decide(
    setup.peek().arm === column ? steps.reference : steps.order(column),
    (_, before) => withLevelOrder(before, column, levels),
    [column],
  );
}

/** What a column is called where results name it. */
export function setLabel(column: string, label: string): void {
  decide(steps.label(column), (_, before) => {
    const own = before.types.get(column);
    return own === undefined
      ? before
      : { ...before, types: new Map(before.types).set(column, { ...own, label }) };
  });
}

/** Takes several levels as one under this name. With one level in `from` that is a new name for it. */
export function mergeLevels(column: string, into: string, from: string[]): void {
  decide(steps.merge(column), (loaded, before) => withMerged(loaded, before, column, into, from), [
    column,
  ]);
}

/** Takes levels that mean the same as one, each group under the name of one of them. */
export function mergeSame(column: string, groups: readonly SameLevel[]): void {
  decide(
    steps.merge(column),
    (loaded, before) =>
      groups.reduce(
        (after, { into, from }) => withMerged(loaded, after, column, into, from),
        before,
      ),
    [column],
  );
}

/** Takes a merged level apart. */
export function splitLevel(column: string, level: string): void {
  decide(steps.split(column), (_, before) => withSplit(before, column, level), [column]);
}

export function setEndpoint(name: string, wanted: EndpointChange): void {
  const { time, start, end, entry, event, newTherapy } = wanted;
  const { eventDates = [], censoringDates = [] } = wanted;
  const named = [time, start, end, entry, event, newTherapy, ...eventDates, ...censoringDates];
  const columns = named.filter((column) => typeof column === 'string');
  decide(
    steps.endpoint(name),
    (loaded, before) => withEndpoint(loaded, columns.reduce(released, before), name, wanted),
    columns,
  );
}

/** How many days a month has, of every endpoint that is made of dates. */
export function setDaysPerMonth(days: number): void {
  decide(steps.daysPerMonth(days), (_, before) => withMonths(before, days));
}

/** The day that ends the follow-up of every endpoint of dates; null: none does. */
export function setCutoff(day: string | null): void {
  decide(steps.cutoff, (_, before) => withCutoff(before, day));
}

export function addEndpoint(name: string): void {
  decide(steps.addEndpoint(name), (loaded, before) => {
    if (before.endpoints.some((endpoint) => endpoint.name === name)) return before;
    const kind = endpointKinds.find((one) => one.name === name) ?? ownKind(name);
    return { ...before, endpoints: [...before.endpoints, guessedEndpoint(loaded, before, kind)] };
  });
}

export function removeEndpoint(name: string): void {
  decide(steps.removeEndpoint(name), (_, before) => ({
    ...before,
    endpoints: before.endpoints.filter((endpoint) => endpoint.name !== name),
  }));
}

/** Says which values of the event column mean the event, and which mean that nothing is known. */
export function setEventLevels(name: string, levels: string[], unknown: string[] = []): void {
  const event = setup.peek().endpoints.find((endpoint) => endpoint.name === name)?.event ?? null;
  if (event === null) return;
  decide(
    steps.event(name),
    (loaded, before) => ({
      ...(unknown.length === 0 ? before : withMissing(loaded, before, event, unknown)),
      endpoints: before.endpoints.map((endpoint) =>
        endpoint.name === name ? { ...endpoint, eventLevels: levels, confirmed: true } : endpoint,
      ),
    }),
    [event],
  );
}

/** Opens the question about an endpoint's event values again. */
export function askEventLevels(name: string): void {
  decide(steps.event(name), (_, before) => ({
    ...before,
    endpoints: before.endpoints.map((endpoint) =>
      endpoint.name === name ? { ...endpoint, confirmed: false } : endpoint,
    ),
  }));
}

export function setResponse(column: string | null): void {
  decide(
    steps.response,
    (_, before) => {
      if (column === null) return { ...before, response: null };
      const rest = freed(before, column);
      return { ...rest, response: responseSetup(rest, column) };
    },
    [column],
  );
}

export function setResponseCategory(value: string, category: ResponseCategory | null): void {
  const { response } = setup.peek();
  if (response?.levels.has(value) !== true) return;
  const levels = new Map(response.levels).set(value, category);
  decide(
    steps.responseValue(value),
    (_, before) => ({ ...before, response: { ...response, levels } }),
    [response.column],
  );
}

/** The column with the time or date of the first response. */
export function setFirstResponse(column: string | null): void {
  if (column !== null) setRole(column, 'firstResponse');
  else decide(steps.firstResponse, (_, before) => ({ ...before, firstResponse: null }));
}

export function setGrade(column: string | null): void {
  decide(
    steps.grade,
    (_, before) =>
      column === null
        ? { ...before, grade: null }
        : { ...withoutMerges(freed(before, column), column), grade: column },
    [column],
  );
}

/** The covariates of the multivariable model; from now on they are the user's choice. */
export function setFactors(factors: string[]): void {
  decide(steps.factors, (_, before) => ({ ...before, factors, factorsChosen: true }), factors);
}

/** Changes what is chosen about one section's methods or figures. */
export function setOptions<Part extends Exclude<keyof Options, 'level'>>(
  part: Part,
  chosen: Partial<Options[Part]>,
): void {
  const { options } = setup.peek();
  choose(steps.options[part], { ...options, [part]: { ...options[part], ...chosen } });
}

/** The coverage of every interval on the page. */
export function setLevel(level: Options['level']): void {
  choose(steps.level, { ...setup.peek().options, level });
}

/** Nothing else in the setup follows the options. */
function choose(step: string, options: Options): void {
  change(step, { cohort: cohort.peek(), setup: { ...setup.peek(), options } });
}

/** Gives a column one role and takes it from every other. */
export function setRole(column: string, role: RoleKey): void {
  const part = endpointPart(role);
  if (part !== null) {
    decide(
      steps.role(column),
      (loaded, before) => withPart(loaded, freed(before, column), part, column),
      [column],
    );
  } else if (dayOf(role) !== null) {
    decide(
      steps.role(column),
      (loaded, before) => withDateRole(loaded, freed(before, column), column, dayOf(role)!),
      [column],
    );
  } else if (role === 'arm') setArm(column);
  else if (role === 'response') setResponse(column);
  else if (role === 'grade') setGrade(column);
  else {
    decide(
      steps.role(column),
      (loaded, before) => {
        const dateRoles = new Map(before.dateRoles);
        dateRoles.delete(column);
        const rest = { ...freed(before, column), dateRoles };
        if (role === 'firstResponse') return { ...rest, firstResponse: column };
        if (role === 'covariate') return { ...rest, covariates: [...rest.covariates, column] };
        if (role === 'adverseEvent')
          return withoutMerges({ ...rest, adverseEvents: [...rest.adverseEvents, column] }, column);
        return role === 'identifier'
          ? {
              ...withoutOutcome(asRead(loaded, rest, column), column),
              identifiers: [...rest.identifiers, column],
            }
          : rest;
      },
      [column],
    );
  }
}

export function setType(column: string, type: ColumnType, order: DateOrder = 'ymd'): void {
  decide(steps.type(column), (loaded, before) => reread(loaded, before, column, { type, order }), [
    column,
  ]);
}

/** Counts these texts of a column as missing, as the answer to "not a number". */
export function countAsMissing(column: string, codes: string[]): void {
  decide(steps.missing(column), (loaded, before) => withMissing(loaded, before, column, codes), [
    column,
  ]);
}

/** Whether a text of a column counts as missing, whatever it is elsewhere. */
export function setMissing(column: string, code: string, counts: boolean): void {
  decide(
    steps.missing(column),
    (loaded, before) => withCode(loaded, before, column, code, counts),
    [column],
  );
}

/** What is read beside plain numbers and whole dates. */
export function setSigns(column: string, chosen: Partial<Signs>): void {
  decide(
    steps.reading(column),
    (loaded, before) => {
      const own = before.types.get(column);
      if (own === undefined) return before;
      return reread(loaded, before, column, { signs: { ...own.signs, ...chosen } });
    },
    [column],
  );
}

/** Says of columns of dates in which order day and month stand. */
export function setDateOrder(columns: readonly string[], order: DateOrder): void {
  decide(
    steps.dateOrder,
    (loaded, before) => ({
      ...columns.reduce(
        (after, column) => reread(loaded, after, column, { type: 'date', order }),
        before,
      ),
      datesAnswered: new Set([...before.datesAnswered, ...columns]),
    }),
    columns,
  );
}

/** The column as it was guessed: its type and reading, its missing values, its role. */
export function backToGuess(column: string): void {
  const loaded = cohort.peek();
  if (loaded === null) return;
  const guess = guessedSetup(loaded);
  const role = roleOf(guess, column);
  const part = endpointPart(role);
  const there = part === null || setup.peek().endpoints.some(({ name }) => name === part.name);
  asOneStep(() => {
    if (there && roleOf(setup.peek(), column) !== role) setRole(column, role);
    decide(steps.guess(column), (_, before) => withGuess(loaded, before, guess, column));
  });
}
