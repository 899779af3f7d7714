// The cohort and what was decided about it -> the analysis file that the engine runs.
import type {
  AnalysisFile,
  ColumnSpec,
  Condition as ConditionSpec,
  DerivedSpec,
  EndpointSpec,
  ResponseSpec,
} from '../../build/wasm/riskset.js';

import type { Analysis } from './analyses/analysis.ts';
import {
  adverseEventAnalyses,
  exposureAnalyses,
  exposureColumn,
  gradeAnalyses,
  responseAnalyses,
  ungraded,
} from './analyses/rates.ts';
import { readSpec } from './read-spec.ts';
import { rowOptions } from './analyses/row-options.ts';
import { binaryOutcome, logisticAnalyses, logisticIsShown } from './analyses/logistic.ts';
import { regressionAnalyses, subgroupAnalyses } from './analyses/regression.ts';
import { survivalAnalyses } from './analyses/survival.ts';
import { tableOneAnalyses, tableOneVariables } from './analyses/table-one.ts';
import type { Cohort } from './cohort.ts';
import type { Condition, Cut } from './changes/changes.ts';
import { defaultMissing } from './columns.ts';
import { startDate } from './dated-events.ts';
import {
  defaultDaysPerMonth,
  endpointColumns,
  hasStatus,
  isComposed,
  isReady,
} from './endpoint-dates.ts';
import type { ColumnSetup, EndpointSetup, Setup } from './setup.ts';
import type { Signs } from './text/parse-cell.ts';
import { eventTableAnalyses, eventTableSpecs } from './tables/event-analyses.ts';

export function buildAnalysisFile(cohort: Cohort, setup: Setup): AnalysisFile {
  const endpoints = setup.endpoints.filter(isReady);
  const { arm, response, edits, exclude, cuts, where } = setup;
  const responseLevels = [...(response?.levels ?? [])].flatMap(([text, code]) =>
    code === null ? [] : [[text, code]],
  );
  return {
    riskset: 1,
    cohort: { name: cohort.name, rows: cohort.table.rows },
    read: { ...readSpec(cohort), missing: [...defaultMissing] },
    columns: Object.fromEntries(
      [...usedColumns(cohort, setup, endpoints)].map((name) => [
        name,
        columnSpec(cohort, setup, name),
      ]),
    ),
    ...(cuts.length > 0 && { derived: Object.fromEntries(cuts.map(derivedSpec)) }),
    ...(edits.length > 0 && { edits: edits.map(withReason) }),
    ...(exclude.length > 0 && { exclude: exclude.map(withReason) }),
    ...(where.length > 0 && { where: where.map(conditionSpec) }),
    ...(setup.eventTable !== null && { tables: eventTableSpecs(setup) }),
    ...(arm !== null && { arm }),
    endpoints: Object.fromEntries(
      endpoints.map((endpoint) => [endpoint.name, endpointSpec(setup, endpoint)]),
    ),
    ...(response !== null && {
      response: {
        column: response.column,
        levels: Object.fromEntries(responseLevels),
        ...firstResponseOf(cohort, setup),
      },
    }),
    analyses: [
      ...tableOneAnalyses(cohort, setup),
      ...endpoints.flatMap((endpoint) => [
        ...survivalAnalyses(cohort, setup, endpoint),
        ...regressionAnalyses(cohort, setup, endpoint),
        ...subgroupAnalyses(setup, endpoint),
      ]),
      ...logisticAnalyses(cohort, setup),
      ...responseAnalyses(cohort, setup),
      ...safetyAnalyses(setup),
    ],
  };
}

/** A table of adverse events stands in place of the columns of the cohort. */
function safetyAnalyses(setup: Setup): Analysis[] {
  return setup.eventTable === null
    ? [...gradeAnalyses(setup), ...adverseEventAnalyses(setup), ...exposureAnalyses(setup)]
    : eventTableAnalyses(setup, exposureColumn(setup));
}

/** Where dates of response are counted from beside an endpoint that has times. */
export function responseStart(cohort: Cohort, setup: Setup): string | null {
  const { firstResponse, endpoints, types } = setup;
  if (firstResponse === null || types.get(firstResponse)?.type !== 'date') return null;
  const start = endpoints.find((endpoint) => endpoint.start !== null)?.start ?? startDate(cohort);
  return start !== null && types.get(start)?.type === 'date' ? start : null;
}

function firstResponseOf(cohort: Cohort, setup: Setup): Partial<ResponseSpec> {
  const { firstResponse } = setup;
  const start = responseStart(cohort, setup);
  return {
    ...(firstResponse !== null && { firstResponse }),
    ...(start !== null && { start }),
  };
}

function endpointSpec(setup: Setup, endpoint: EndpointSetup): EndpointSpec {
  const { time, entry, unit, eventsAtStart } = endpoint;
  const late = {
    ...(entry !== null && { entry }),
    ...(eventsAtStart !== 'atZero' && { eventsAtStart }),
  };
  if (time !== null) return { time, ...late, unit, ...statusSpec(setup, endpoint) };
  const { start, end, eventDates, censoringDates, newTherapy, cutoff, daysPerMonth } = endpoint;
  const { longestGap } = endpoint;
  const composed = isComposed(endpoint);
  return {
    start,
    ...(composed && { eventDates, censoringDates }),
    ...(end !== null && { end }),
    ...(composed && newTherapy !== null && { newTherapy }),
    ...(composed && longestGap !== null && censoringDates.length > 0 && { longestGap }),
    ...(cutoff !== null && { cutoff }),
    ...late,
    unit,
    ...(daysPerMonth !== defaultDaysPerMonth && { daysPerMonth }),
    ...(hasStatus(endpoint) && statusSpec(setup, endpoint)),
  };
}

function statusSpec(setup: Setup, endpoint: EndpointSetup): EndpointSpec {
  const event = endpoint.event!;
  const levels = endpoint.eventLevels!;
  return { event, eventLevels: levels.length > 0 ? levels : [absentValue(setup, event)] };
}

/** Where nobody has the event, its value is one that does not occur. */
function absentValue(setup: Setup, event: string): string {
  const values = setup.types.get(event)?.levels ?? [];
  let value = values.includes('1') ? 'event' : '1';
  while (values.includes(value)) value += '_';
  return value;
}

function usedColumns(
  cohort: Cohort,
  setup: Setup,
  endpoints: readonly EndpointSetup[],
): Set<string> {
  const names = [
    setup.arm,
    setup.response?.column ?? null,
    ...(setup.response === null ? [] : [setup.firstResponse, responseStart(cohort, setup)]),
    setup.grade,
    ...setup.adverseEvents,
    setup.eventTable?.cohortPatient ?? null,
    exposureColumn(setup),
    logisticIsShown(setup) ? (binaryOutcome(setup)?.column ?? null) : null,
    ...setup.covariates,
    ...setup.cuts.flatMap(({ name, cut, patient }) => [name, cut, patient ?? null]),
    ...setup.where.map(({ column }) => column),
    ...Object.values(rowOptions(setup) as Record<string, string>),
    ...endpoints.flatMap(endpointColumns),
    ...tableOneVariables(cohort, setup).map(({ column }) => column),
  ];
  return new Set(names.filter((name) => name !== null));
}

function columnSpec(cohort: Cohort, setup: Setup, name: string): ColumnSpec {
  const own = setup.types.get(name)!;
  // A text in a column of grades that is no grade is not known; it does not mean "no event".
  const isGrade = name === setup.grade || setup.adverseEvents.includes(name);
  const unknown = isGrade ? ungraded(setup, name) : [];
  const missing = [...own.missing, ...unknown];
  const levels = (name === setup.arm ? setup.armLevels : own.levels).filter(
    (level) => !unknown.includes(level),
  );
  // Nothing is written of what can identify a patient; clusters need no order of levels.
  if (isIdentifying(setup, name)) {
    return { type: own.type, ...signsSpec(own.signs), label: own.label };
  }
  const source = cohort.columns.find((column) => column.name === name)?.censoringOf ?? null;
  return {
    type: own.type,
    ...(source !== null && { censoringOf: source }),
    ...signsSpec(own.signs),
    ...(own.type === 'category' && { levels }),
    ...(own.type === 'category' && own.merge.size > 0 && { merge: mergeSpec(own) }),
    ...(own.type === 'date' && { order: own.order }),
    ...(missing.length > 0 && { missing }),
    ...(own.notMissing.length > 0 && { notMissing: own.notMissing }),
    label: own.label,
  };
}

/** Cut points that were chosen, or the quantiles that the engine cuts at. */
function derivedSpec({ name, cut, at, quantiles, labels, patient }: Cut): [string, DerivedSpec] {
  const where = quantiles === null ? { at: [...(at ?? [])] } : { quantiles: [...quantiles] };
  const once = patient === undefined ? {} : { patient };
  return [name, { cut, ...where, labels: [...labels], ...once }];
}

function withReason<Change extends { why: string }>({ why, ...change }: Change) {
  return { ...change, ...(why !== '' && { why }) };
}

function conditionSpec(condition: Condition): ConditionSpec {
  return 'in' in condition ? { ...condition, in: [...condition.in] } : { ...condition };
}

/** What is read beside plain numbers and whole dates; nothing where nothing is. */
export function signsSpec(signs: Signs): Partial<ColumnSpec> {
  return Object.fromEntries(
    Object.entries(signs).filter(([, value]) => value !== null && value !== false),
  );
}

/** Also a column that links a further table, whatever else it is used for. */
export function isIdentifying({ identifiers, eventTable }: Setup, name: string): boolean {
  return identifiers.includes(name) || name === eventTable?.cohortPatient;
}

function mergeSpec({ merge }: ColumnSetup): Record<string, string[]> {
  return Object.fromEntries([...merge].map(([level, parts]) => [level, [...parts]]));
}
