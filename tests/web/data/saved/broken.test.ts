import { describe, expect, test } from 'vitest';

import { findClaims } from '../../../../web/claims/finder/find.ts';
import { buildAnalysisFile } from '../../../../web/data/analysis-file.ts';
import { withCut } from '../../../../web/data/changes/setup-after.ts';
import { workingCohort } from '../../../../web/data/changes/working-cohort.ts';
import { emptyPaper, withAdded, withText } from '../../../../web/data/paper/paper.ts';
import { differences, missingColumns } from '../../../../web/data/saved/differences.ts';
import { parseSaved } from '../../../../web/data/saved/document.ts';
import { isPaperAlone, restoredPaper } from '../../../../web/data/saved/paper.ts';
import { restoredSetup } from '../../../../web/data/saved/restore.ts';
import { savedAnalysis } from '../../../../web/data/saved/save.ts';
import type { Setup } from '../../../../web/data/setup.ts';
import { guessedEventSetup } from '../../../../web/data/tables/event-setup.ts';
import { fileText } from '../../support/engine.ts';
import { open } from '../support.ts';

const few = (name: string) => fileText(name).split('\n').slice(0, 13).join('\n');
const { cohort, setup } = open(few('web/examples/rechallenge_cohort.csv'));
const { cohort: events } = open(few('tests/reference/data/example_events.csv'));
const eventFile = { name: 'events.csv', rows: events.table.rows, sha256: null };

/** Something in every part. */
const cut = { name: 'age_group', cut: 'age', at: [60], quantiles: null, labels: ['young', 'old'] };
const full: Setup = {
  ...withCut(cohort, setup, cut, 'Age group'),
  edits: [{ row: 5, column: 'os_months', value: '9.99', why: 'typing error' }],
  exclude: [{ row: 7, why: 'withdrew consent' }],
  where: [{ column: 'sex', in: ['F', 'M'] }],
  dateRoles: new Map([['start_date', 'start']]),
  eventTable: guessedEventSetup(cohort, setup.identifiers, events, eventFile),
};
const printed = 'The response rate was 12 of 30 (40.0%).';
const paper = withAdded(withText(emptyPaper, printed, findClaims(printed)), [
  { kind: 'percentOfN', percent: '6.0' },
]);
const whole = JSON.parse(
  JSON.stringify(savedAnalysis(workingCohort(cohort, full), full, 'ab'.repeat(32), paper)),
) as object;

/** The keys to every value. */
function placesIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => [
    [key],
    ...placesIn(part).map((rest) => [key, ...rest]),
  ]);
}

function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy = (
    Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  ) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

/** Everything that opening reads of a file; the sentence where it is refused. */
function opened(file: unknown): string | Setup {
  const parsed = parseSaved(JSON.stringify(file), 'saved.json');
  if (!parsed.ok) return parsed.problem;
  missingColumns(cohort, parsed.file);
  isPaperAlone(parsed.file);
  const read = restoredPaper(parsed.file);
  const restored = restoredSetup(cohort, parsed.file);
  const own = workingCohort(cohort, restored);
  const said = differences(cohort, null, parsed.file, restored);
  expect(said.join(' ')).not.toMatch(/\bnull\b|undefined|\[object/);
  buildAnalysisFile(own, restored);
  savedAnalysis(own, restored, null, read ?? undefined);
  return restored;
}

describe('a saved analysis with one value that does not belong there', () => {
  const places = placesIn(whole);
  const tops = ['cohort', 'columns', 'derived', 'edits', 'exclude', 'where', 'endpoints', 'page'];

  test('has something in every part, and opens as it is', () => {
    expect(Object.keys(whole)).toEqual(expect.arrayContaining(tops));
    expect(typeof opened(whole)).toBe('object');
  });

  test.each([[null], [-7], ['other'], [[]], [{}], [[null]]])(
    '%j in place of any of them opens, or is refused in a sentence',
    (by) => {
      const thrown = places.flatMap((place) => {
        try {
          const outcome = opened(replaced(whole, place, by));
          return typeof outcome === 'string' && !/^[^]+\.$/.test(outcome) ? [outcome] : [];
        } catch (error) {
          return [`${place.join('.')}: ${String(error)}`];
        }
      });
      expect(thrown).toEqual([]);
    },
    60_000,
  );

  test.each([
    ['page.endpoints', [null]],
    ['page.endpoints', [{ name: null, confirmed: true }]],
    ['page.dateRoles', [null]],
    ['exclude', [null]],
    ['edits', [null]],
    ['endpoints', { OS: null }],
    ['columns', { age: null }],
    ['derived', { x: null }],
  ])('%s: %j says nothing', (path, by) => {
    expect(typeof opened(replaced(whole, path.split('.'), by))).toBe('object');
  });
});
