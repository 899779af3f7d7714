// The analyses of a table of adverse events, and how the analysis file says to read it.
import type { ColumnSpec, Condition, TableSpec } from '../../../build/wasm/riskset.js';

import type { Analysis } from '../analyses/analysis.ts';
import { defaultMissing } from '../columns.ts';
import type { Setup } from '../setup.ts';
import { type EventSetup, type KindRole, kindRoles, type TextRole } from './event-setup.ts';
import { eventRoles, gradesOf } from './event-words.ts';
import { columnOfTable } from './join.ts';

/** What the analysis file calls the table. */
export const eventTableName = 'events';

/** Whether it is known who had what, and how severely: without these nothing is counted. */
export function isLinked({ columns, cohortPatient }: EventSetup): boolean {
  const { patient, term, grade } = columns;
  return cohortPatient !== null && patient !== null && term !== null && grade !== null;
}

/** Which columns lack for that. */
export function lackingRoles({
  columns,
  cohortPatient,
}: EventSetup): ('patient' | 'cohortPatient' | 'term' | 'grade')[] {
  return [
    ...(columns.patient === null ? (['patient'] as const) : []),
    ...(cohortPatient === null ? (['cohortPatient'] as const) : []),
    ...(columns.term === null ? (['term'] as const) : []),
    ...(columns.grade === null ? (['grade'] as const) : []),
  ];
}

export function eventTableSpecs({ eventTable }: Setup): Record<string, TableSpec> {
  if (eventTable === null) return {};
  const { file, read, columns, cohortPatient } = eventTable;
  const used = eventRoles.flatMap((role): [string, ColumnSpec][] => {
    const name = columns[role];
    return name === null ? [] : [[name, role === 'patient' ? text : levelsOf(eventTable, role)]];
  });
  return {
    [eventTableName]: {
      file,
      read: { ...read, missing: [...defaultMissing] },
      patient: columns.patient ?? '',
      cohortPatient,
      columns: Object.fromEntries(used),
    },
  };
}

const text: ColumnSpec = { type: 'category' };

/** What is no known grade, and what is the name of no event, is missing. */
function levelsOf({ texts, noEvent }: EventSetup, role: TextRole): ColumnSpec {
  const grades = gradesOf(texts.grade);
  const isMissing = (one: string) =>
    role === 'grade' ? !Object.hasOwn(grades, one) : role === 'term' && noEvent.includes(one);
  const missing = texts[role].filter(isMissing);
  return {
    type: 'category',
    levels: texts[role].filter((one) => !isMissing(one)),
    ...(missing.length > 0 && { missing }),
  };
}

/** Patients by the worst grade of any event and of each term; and by time under observation. */
export function eventTableAnalyses(setup: Setup, exposure: string | null): Analysis[] {
  const { eventTable, arm, options } = setup;
  if (eventTable === null || !isLinked(eventTable)) return [];
  const { columns, cohortPatient, texts } = eventTable;
  const { order } = options.safety;
  const shared = {
    method: 'adverseEvents' as const,
    table: eventTableName,
    patient: cohortPatient,
    term: columnOfTable(eventTableName, columns.term!),
    grade: columnOfTable(eventTableName, columns.grade!),
    ...counted(eventTable),
    grades: gradesOf(texts.grade),
    order: order === 'name' ? ('file' as const) : order,
    ...(arm !== null && { by: arm }),
    level: options.level,
  };
  return [
    { id: 'safety:events', ...shared },
    ...(exposure === null ? [] : [{ id: 'safety:exposure', ...shared, exposure }]),
  ];
}

function counted({ count, columns, yes }: EventSetup): { events?: Condition } {
  const column = count === 'all' ? null : columns[count];
  if (count === 'all' || column === null) return {};
  return { events: { column: columnOfTable(eventTableName, column), in: yes[count] } };
}

/** The kinds of events that the table tells apart. */
export function kindsOf({ columns }: EventSetup): KindRole[] {
  return kindRoles.filter((role) => columns[role] !== null);
}
