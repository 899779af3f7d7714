// Best response and adverse events.
import { gradeOf, isAbsent, isPresent } from '../guess/codes.ts';
import type { Cohort } from '../cohort.ts';
import type { EndpointSetup, Setup } from '../setup.ts';
import { isReady } from '../endpoint-dates.ts';
import { type Analysis, byArm } from './analysis.ts';
import { shownSubgroups } from './regression.ts';
import { survivalTimes } from './survival-times.ts';

export function responseAnalyses(cohort: Cohort, setup: Setup): Analysis[] {
  if (setup.response === null) return [];
  const { level, response } = setup.options;
  const common = { ...byArm(setup), level };
  const endpoint = benefitEndpoint(setup);
  return [
    { id: 'response', method: 'bestResponse', ...common },
    // On its own: faulty times of the endpoint prevent no other rate.
    ...(endpoint === null
      ? []
      : [
          {
            id: 'response:benefit',
            method: 'bestResponse' as const,
            clinicalBenefit: { endpoint: endpoint.name, weeks: response.benefitWeeks },
            ...common,
          },
        ]),
    ...(response.against === null
      ? []
      : [
          {
            id: 'response:against',
            method: 'proportion' as const,
            response: 'orr' as const,
            denominator: response.denominator,
            null: response.against,
            ...common,
          },
        ]),
    ...responseFragility(setup),
    ...responseBySubgroup(setup),
    ...responseDuration(cohort, setup),
  ];
}

/** Of two arms: on how many patients their difference hangs. */
function responseFragility(setup: Setup): Analysis[] {
  if (setup.arm === null || setup.armLevels.length !== 2) return [];
  const { denominator } = setup.options.response;
  return (['orr', 'dcr'] as const).map((response) => ({
    id: `response:fragility:${response}`,
    method: 'fragility',
    response,
    denominator,
    ...byArm(setup),
  }));
}

/** The factors of Subgroups; none where there is no arm to compare. */
export function rateSubgroupFactors(setup: Setup): string[] {
  return setup.armLevels.length < 2 ? [] : shownSubgroups(setup);
}

function responseBySubgroup(setup: Setup): Analysis[] {
  const { level, response } = setup.options;
  const factors = rateSubgroupFactors(setup);
  if (factors.length === 0) return [];
  return [
    {
      id: 'response:subgroups',
      method: 'rateSubgroups',
      response: response.subgroupRate,
      denominator: response.denominator,
      ...byArm(setup),
      factors,
      level,
    },
  ];
}

/** Of responders: when they responded, and how long until progression or death. */
function responseDuration(cohort: Cohort, setup: Setup): Analysis[] {
  const endpoint = benefitEndpoint(setup);
  if (endpoint === null || setup.firstResponse === null) return [];
  const { level, survival } = setup.options;
  return [
    {
      id: 'response:duration',
      method: 'responseDuration',
      endpoint: endpoint.name,
      ...byArm(setup),
      interval: survival.interval,
      times: unique([
        ...survivalTimes(cohort, setup, endpoint).ticks,
        ...durationTimes[endpoint.unit],
      ]),
      level,
    },
  ];
}

function unique(times: readonly number[]): number[] {
  return [...new Set(times)].toSorted((a, b) => a - b);
}

/** Half a year and a year. */
export const durationTimes: Record<EndpointSetup['unit'], number[]> = {
  days: [180, 365],
  weeks: [26, 52],
  months: [6, 12],
  years: [0.5, 1],
};

/** How long disease was stable, or a response lasted, is known from progression-free survival. */
export function benefitEndpoint({ endpoints }: Pick<Setup, 'endpoints'>): EndpointSetup | null {
  return endpoints.filter(isReady).find(({ name }) => name === 'PFS') ?? null;
}

/** From this grade an adverse event is severe. */
const severe = 3;

/** CTCAE grades of a patient's worst event; 0: had none. */
export const grades = [0, 1, 2, 3, 4, 5] as const;

/** Patients by the worst grade of any event: each grade, any, and severe ones. */
export function gradeAnalyses(setup: Setup): Analysis[] {
  const { grade: column } = setup;
  if (column === null) return [];
  const atLeast = (grade: number) => texts(setup, column, (text) => (gradeOf(text) ?? 0) >= grade);
  return [
    ...grades.flatMap((grade) =>
      rates(setup, `grade:${grade}`, {
        column,
        levels: texts(setup, column, (text) => gradeOf(text) === grade),
      }),
    ),
    ...compared(setup, 'grade:any', { column, levels: atLeast(1) }),
    ...compared(setup, 'grade3', { column, levels: atLeast(severe) }),
  ];
}

/** Columns of adverse events that the page lists. */
export function listedTerms({ adverseEvents, options }: Setup): string[] {
  const { terms } = options.safety;
  return terms === null ? adverseEvents : adverseEvents.filter((name) => terms.includes(name));
}

/** Patients with each adverse event: of any grade, severe, and fatal. */
export function adverseEventAnalyses(setup: Setup): Analysis[] {
  return listedTerms(setup).flatMap((column) => [
    ...compared(setup, `ae:any:${column}`, { column, levels: texts(setup, column, occurred) }),
    ...(isGraded(setup, column)
      ? compared(setup, `ae:severe:${column}`, {
          column,
          levels: texts(setup, column, (text) => (gradeOf(text) ?? 0) >= severe),
        })
      : []),
    ...compared(setup, `ae:fatal:${column}`, {
      column,
      levels: texts(setup, column, (text) => gradeOf(text) === 5),
    }),
  ]);
}

/** Columns that may hold a time under observation. */
export function timeColumns({ types, adverseEvents, grade }: Setup): string[] {
  return [...types]
    .filter(
      ([name, { type }]) => type === 'number' && name !== grade && !adverseEvents.includes(name),
    )
    .map(([name]) => name);
}

/** The chosen one; null where none is, or it is no longer such a column. */
export function exposureColumn(setup: Setup): string | null {
  const { exposure } = setup.options.safety;
  return exposure !== null && timeColumns(setup).includes(exposure) ? exposure : null;
}

/** Rates by time under observation, of any event and of each. */
export function exposureAnalyses(setup: Setup): Analysis[] {
  const exposure = exposureColumn(setup);
  const terms = listedTerms(setup);
  const { order } = setup.options.safety;
  const columns = setup.grade === null ? terms : [setup.grade, ...terms];
  if (exposure === null || columns.length === 0) return [];
  const said = columns.flatMap((column) =>
    texts(setup, column, () => true).flatMap((text): [string, number | null][] =>
      occurred(text) ? [[text, gradeOf(text)]] : isAbsent(text) ? [[text, 0]] : [],
    ),
  );
  return [
    {
      id: 'safety:exposure',
      method: 'adverseEvents',
      terms,
      worst: setup.grade,
      grades: Object.fromEntries(said) as Record<string, number | null>,
      exposure,
      order: order === 'name' ? 'file' : order,
      ...byArm(setup),
      level: setup.options.level,
    },
  ];
}

/** Where a text says only that the event occurred, nobody knows how many of them were severe. */
export function isGraded(setup: Setup, column: string): boolean {
  return texts(setup, column, isPresent).length === 0;
}

/** Texts of a column that say neither that an event occurred nor that it did not. */
export function ungraded(setup: Setup, column: string): string[] {
  return texts(setup, column, (text) => !occurred(text) && !isAbsent(text));
}

function occurred(text: string): boolean {
  return (gradeOf(text) ?? 0) >= 1 || isPresent(text);
}

function texts(setup: Setup, column: string, meant: (text: string) => boolean): string[] {
  return setup.types.get(column)?.levels.filter(meant) ?? [];
}

interface Counted {
  column: string;
  /** Without one there is nobody to count, and nothing is asked. */
  levels: string[];
}

function rates(setup: Setup, id: string, counted: Counted): Analysis[] {
  if (counted.levels.length === 0) return [];
  const { level } = setup.options;
  return [{ id, method: 'proportion', ...counted, ...byArm(setup), level }];
}

function compared(setup: Setup, id: string, counted: Counted): Analysis[] {
  const { arm, armLevels, options } = setup;
  if (arm === null || armLevels.length < 2) return rates(setup, id, counted);
  if (counted.levels.length === 0) return [];
  return [{ id, method: 'compareProportions', ...counted, by: arm, level: options.level }];
}
