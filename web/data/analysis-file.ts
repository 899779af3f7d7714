// The cohort and what was decided about it -> the analysis file that the engine runs.
import type { AnalysisFile, ColumnSpec, EndpointSpec } from '../../build/wasm/riskset.js';

import { timeTicks } from '../figures/ticks.ts';
import { gradeOf } from './guess/codes.ts';
import type { Cohort } from './cohort.ts';
import { defaultMissing } from './columns.ts';
import { univariableTerms } from './guess/covariates.ts';
import { contents, type EndpointSetup, type Setup, timesOf } from './setup.ts';

type Analysis = AnalysisFile['analyses'][number];

/** From this grade an adverse event is severe. */
const severe = 3;

export function buildAnalysisFile(cohort: Cohort, setup: Setup): AnalysisFile {
  const endpoints = setup.endpoints.filter(isComplete);
  const { arm, response, grade } = setup;
  const responseLevels = [...(response?.levels ?? [])].flatMap(([text, code]) =>
    code === null ? [] : [[text, code]],
  );
  return {
    riskset: 1,
    cohort: { name: cohort.name, rows: cohort.table.rows.length },
    read: {
      encoding: cohort.encoding,
      delimiter: cohort.delimiter,
      decimal: cohort.decimal,
      missing: [...defaultMissing],
    },
    columns: Object.fromEntries(
      [...usedColumns(setup, endpoints)].map((name) => [name, columnSpec(setup, name)]),
    ),
    ...(arm !== null && { arm }),
    endpoints: Object.fromEntries(
      endpoints.map((endpoint) => [endpoint.name, endpointSpec(setup, endpoint)]),
    ),
    ...(response !== null && {
      response: { column: response.column, levels: Object.fromEntries(responseLevels) },
    }),
    analyses: [
      ...endpoints.flatMap((endpoint) => survivalAnalyses(cohort, setup, endpoint)),
      ...(response === null
        ? []
        : [{ id: 'response', method: 'bestResponse', ...byArm(setup) } as const]),
      ...(grade === null ? [] : gradeAnalyses(setup, grade)),
    ],
  };
}

interface CompleteEndpoint extends EndpointSetup {
  event: string;
  eventLevels: string[];
}

function isComplete(endpoint: EndpointSetup): endpoint is CompleteEndpoint {
  const timed = endpoint.time !== null || (endpoint.start !== null && endpoint.end !== null);
  return timed && endpoint.event !== null && endpoint.eventLevels !== null;
}

function endpointSpec(setup: Setup, endpoint: CompleteEndpoint): EndpointSpec {
  const { time, start, end, unit, event, eventLevels } = endpoint;
  const followUp = time === null ? { start: start!, end: end! } : { time };
  const levels = eventLevels.length > 0 ? eventLevels : [absentValue(setup, event)];
  return { ...followUp, unit, event, eventLevels: levels };
}

/** Where nobody has the event, its value is one that does not occur. */
function absentValue(setup: Setup, event: string): string {
  const values = setup.types.get(event)?.levels ?? [];
  return ['1', 'event'].find((value) => !values.includes(value)) ?? 'the event';
}

function usedColumns(setup: Setup, endpoints: readonly CompleteEndpoint[]): Set<string> {
  const names = [
    setup.arm,
    setup.response?.column ?? null,
    setup.grade,
    ...setup.covariates,
    ...endpoints.flatMap(({ time, start, end, event }) =>
      time === null ? [start, end, event] : [time, event],
    ),
  ];
  return new Set(names.filter((name) => name !== null));
}

function columnSpec(setup: Setup, name: string): ColumnSpec {
  const own = setup.types.get(name)!;
  const levels = name === setup.arm ? setup.armLevels : own.levels;
  return {
    type: own.type,
    ...(own.type === 'category' && { levels }),
    ...(own.type === 'date' && { order: own.order }),
    ...(own.missing.length > 0 && { missing: own.missing }),
    label: own.label,
  };
}

/** Comparisons with one arm are left to the engine: its answer says why there is none. */
function survivalAnalyses(cohort: Cohort, setup: Setup, endpoint: CompleteEndpoint): Analysis[] {
  const { name } = endpoint;
  const { arm, covariates, factors } = setup;
  // An arm that does not vary is no term of a model.
  const arms = arm === null || setup.armLevels.length < 2 ? [] : [arm];
  const by = byArm(setup);
  const univariable = univariableTerms(contents(cohort, setup), factors, cohort.table.rows.length);
  const groups = covariates.filter((column) => setup.types.get(column)?.type === 'category');
  const analyses: Analysis[] = [
    {
      id: `survival:${name}`,
      method: 'kaplanMeier',
      endpoint: name,
      ...by,
      times: ticksOf(cohort, setup, endpoint),
    },
    { id: `followup:${name}`, method: 'kaplanMeier', endpoint: name, ...by, reverse: true },
  ];
  if (arm !== null) {
    analyses.push(
      { id: `logrank:${name}`, method: 'logRank', endpoint: name, by: arm },
      { id: `hr:${name}`, method: 'cox', endpoint: name, terms: [arm] },
    );
  }
  if (arms.length + univariable.length > 0) {
    analyses.push({
      id: `table:${name}`,
      method: 'coxTable',
      endpoint: name,
      terms: [...arms, ...univariable],
      entry: 'chosen',
      chosen: [...arms, ...factors],
    });
  }
  if (arms.length + factors.length > 0) {
    analyses.push({
      id: `model:${name}`,
      method: 'cox',
      endpoint: name,
      terms: [...arms, ...factors],
    });
  }
  if (arm !== null) {
    analyses.push({
      id: `subgroups:${name}`,
      method: 'subgroups',
      endpoint: name,
      factors: groups,
    });
  }
  return analyses;
}

function byArm({ arm }: Setup): { by?: string } {
  return arm === null ? {} : { by: arm };
}

function gradeAnalyses(setup: Setup, grade: string): Analysis[] {
  const levels =
    setup.types.get(grade)?.levels.filter((text) => (gradeOf(text) ?? 0) >= severe) ?? [];
  if (levels.length === 0) return [];
  const rates = { id: 'grade3', column: grade, levels };
  return setup.armLevels.length < 2
    ? [{ ...rates, method: 'proportion', ...byArm(setup) }]
    : [{ ...rates, method: 'compareProportions', by: setup.arm! }];
}

function ticksOf(cohort: Cohort, setup: Setup, endpoint: CompleteEndpoint): number[] {
  const known = timesOf(cohort, setup, endpoint).filter((time) => time !== null);
  const longest = known.reduce((most, time) => Math.max(most, time), 0);
  return timeTicks(
    endpoint.time === null ? longest / daysPer[endpoint.unit] : longest,
    endpoint.unit,
  );
}

/** As the engine turns the distance of two dates into a time. */
const daysPer = { days: 1, weeks: 7, months: 30.4375, years: 365.25 } as const;
