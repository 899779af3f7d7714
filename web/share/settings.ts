// Settings: all that was decided, and nothing of a single patient. Whoever opens it has the table, whose
// fingerprint tells whether it is the same.
import { workingCohort } from '../data/changes/working-cohort.ts';
import { type Cohort, columnNamed, originalOf } from '../data/cohort.ts';
import { partsOf } from '../data/levels.ts';
import type { SavedAnalysis, SavedColumn } from '../data/saved/document.ts';
import { savedAnalysis } from '../data/saved/save.ts';
import type { ColumnSetup, Setup } from '../data/setup.ts';
import { withKnownCodes, withoutUngraded } from './cell-texts.ts';
import { type SettingsDocument, slim } from './documents.ts';
import { eventTableOfSettings } from './event-table.ts';

export function settingsDocument(
  cohort: Cohort,
  setup: Setup,
  sha256: string | null,
): SettingsDocument {
  const decided = withKnownCodes(withoutUngraded(withoutRowChanges(cohort, setup)));
  const { eventTable } = decided;
  const bare = { ...decided, eventTable: eventTable && eventTableOfSettings(eventTable) };
  const own = workingCohort(originalOf(cohort), bare);
  const analysis = withoutUnused(savedAnalysis(own, bare, sha256));
  return { riskset: 1, kind: 'settings', analysis: slim(analysis, own) };
}

/** Corrections and exclusions are of single patients, and so is a value that only a correction made. */
function withoutRowChanges(cohort: Cohort, setup: Setup): Setup {
  const corrected = new Set(setup.edits.map(({ column }) => column));
  const made = (name: string): Set<string> => {
    const own = setup.types.get(name);
    const known = new Set(columnNamed(originalOf(cohort), name)?.texts);
    const levels = corrected.has(name) && own !== undefined ? own.levels : [];
    return new Set(levels.filter((one) => !partsOf(own!, one).some((part) => known.has(part))));
  };
  const without = (name: string | null, levels: readonly string[]) => {
    const gone = made(name ?? '');
    return levels.filter((level) => !gone.has(level));
  };
  const types = [...setup.types].map(([name, own]): [string, ColumnSetup] => [
    name,
    corrected.has(name) ? { ...own, levels: without(name, own.levels) } : own,
  ]);
  const { response } = setup;
  const gone = made(response?.column ?? '');
  return {
    ...setup,
    edits: [],
    exclude: [],
    types: new Map(types),
    armLevels: without(setup.arm, setup.armLevels),
    where: setup.where.map((one) =>
      'in' in one ? { ...one, in: without(one.column, one.in) } : one,
    ),
    endpoints: setup.endpoints.map((one) => ({
      ...one,
      eventLevels: one.eventLevels === null ? null : without(one.event, one.eventLevels),
    })),
    response: response && {
      ...response,
      levels: new Map([...response.levels].filter(([level]) => !gone.has(level))),
    },
  };
}

/** Of a column that the analysis does not read the values are nobody's business. */
function withoutUnused({ columns, page, ...analysis }: SavedAnalysis): SavedAnalysis {
  const used = new Set(Object.keys(columns ?? {}));
  const own = Object.entries(page?.columns ?? {}).map(([name, column]): [string, SavedColumn] => {
    const { levels: _, merge: __, missing: ___, notMissing: ____, ...reading } = column;
    return [name, used.has(name) ? column : reading];
  });
  return {
    ...analysis,
    columns: columns ?? {},
    page: { ...page, columns: Object.fromEntries(own) },
  };
}
