// What a column is used for at present, and how that is changed: one column, one role.
import { text } from '../text/text.ts';
import type { Cohort } from './cohort.ts';
import { type DateRole, dateRoles } from './guess/date-roles.ts';
import type { EndpointSetup, Setup } from './setup.ts';

/** "time:OS" and its like name the endpoint. */
export type RoleKey =
  | 'unused'
  | 'identifier'
  | 'arm'
  | 'response'
  | 'firstResponse'
  | 'grade'
  | 'adverseEvent'
  | 'covariate'
  | DayKey
  | `${EndpointPart}:${string}`;

/** Days that no endpoint is made of, by what they are: "day-cutoff". */
export type DayKey = `day-${DateRole}`;

export type EndpointPart =
  'time' | 'start' | 'end' | 'entry' | 'event' | 'eventDates' | 'censoringDates' | 'newTherapy';

export function roleOf(setup: Setup, column: string): RoleKey {
  if (setup.arm === column) return 'arm';
  if (setup.response?.column === column) return 'response';
  if (setup.firstResponse === column) return 'firstResponse';
  if (setup.grade === column) return 'grade';
  if (setup.adverseEvents.includes(column)) return 'adverseEvent';
  for (const endpoint of setup.endpoints) {
    const part = parts.find((one) => {
      const own = endpoint[one];
      return Array.isArray(own) ? own.includes(column) : own === column;
    });
    if (part !== undefined) return `${part}:${endpoint.name}`;
  }
  if (setup.covariates.includes(column)) return 'covariate';
  if (setup.identifiers.includes(column)) return 'identifier';
  const day = setup.types.get(column)?.type === 'date' ? setup.dateRoles.get(column) : undefined;
  return day === undefined ? 'unused' : `day-${day}`;
}

/** What days a role says that a column holds; null for the other roles. */
export function dayOf(role: RoleKey): DateRole | null {
  return dateRoles.find((day) => role === `day-${day}`) ?? null;
}

const parts: readonly EndpointPart[] = [
  'time',
  'start',
  'end',
  'entry',
  'event',
  'eventDates',
  'censoringDates',
  'newTherapy',
];

/** Whether anything is made of the column. */
export function isUsed(setup: Setup, column: string): boolean {
  const role = roleOf(setup, column);
  return role !== 'unused' && dayOf(role) === null;
}

/** The endpoint and the part of it that a role names; null for the other roles. */
export function endpointPart(role: RoleKey): { part: EndpointPart; name: string } | null {
  const at = role.indexOf(':');
  return at < 0 ? null : { part: role.slice(0, at) as EndpointPart, name: role.slice(at + 1) };
}

const says = text.data.roles;

export interface RoleChoice {
  value: RoleKey;
  label: string;
}

/** The roles that a column of its type can have. */
export function roleChoices(cohort: Cohort, setup: Setup, column: string): RoleChoice[] {
  const type = setup.types.get(column)?.type;
  const levels = cohort.columns.find(({ name }) => name === column)?.values.length ?? 0;
  const few = levels <= mostCategories && type !== 'date';
  const fitting: readonly EndpointPart[] =
    type === 'date' ? ['start', 'end'] : type === 'number' ? ['time', 'event'] : ['event'];
  const choices: RoleChoice[] = [
    { value: 'unused', label: says.unused },
    { value: 'identifier', label: says.identifier },
    ...(few ? ([{ value: 'arm', label: says.arm }] as const) : []),
    ...setup.endpoints.flatMap(({ name }: EndpointSetup) =>
      fitting
        .filter((part) => part !== 'event' || few)
        .map((part) => ({
          value: `${part}:${name}` as const,
          label: says.part(name, part),
        })),
    ),
    ...(type === 'date' ? dateRoles : []).map((day) => ({
      value: `day-${day}` as const,
      label: says.days[day],
    })),
    ...(type === 'category'
      ? []
      : ([{ value: 'firstResponse', label: says.firstResponse }] as const)),
    ...(few
      ? ([
          { value: 'response', label: says.response },
          { value: 'grade', label: says.grade },
          { value: 'adverseEvent', label: says.adverseEvent },
        ] as const)
      : []),
    ...(type === 'date' || (type === 'category' && !few)
      ? []
      : ([{ value: 'covariate', label: says.covariate }] as const)),
  ];
  // What is chosen elsewhere, or guessed outside these lists, must still be seen.
  const current = roleOf(setup, column);
  const part = endpointPart(current);
  if (choices.some(({ value }) => value === current) || part === null) return choices;
  const used = says.part(part.name, part.part);
  const day = type === 'date' ? setup.dateRoles.get(column) : undefined;
  const label = day === undefined ? used : says.partOfDays(used, says.days[day]);
  return [...choices, { value: current, label }];
}

/** An identifier or a measurement offered as arm or event would only lead to a refusal. */
const mostCategories = 40;
