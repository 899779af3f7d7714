import { describe, expect, test } from 'vitest';

import { plain } from '../../../web/base/rich-text.ts';
import type { AnalysisFile } from '../../../build/wasm/riskset.js';
import { buildAnalysisFile } from '../../../web/data/analysis-file.ts';
import { guessedEventSetup, type EventSetup } from '../../../web/data/tables/event-setup.ts';
import { analyzeTable } from '../../../web/runner/analyze.ts';
import { eventAnswers } from '../../../web/safety/event-answers.ts';
import { butterflyData } from '../../../web/safety/butterfly-data.ts';
import { safetyTable } from '../../../web/safety/safety-table.ts';
import { lede, nobodyHad } from '../../../web/safety/sentences.ts';
import { termTable } from '../../../web/safety/term-table.ts';
import type { TableModel } from '../../../web/tables/model.ts';
import { open } from '../data/support.ts';
import { engine, fileText } from '../support/engine.ts';

const { cohort, setup } = open(fileText('web/examples/rechallenge_cohort.csv'));
const { cohort: table } = open(fileText('tests/reference/data/example_events.csv'));
const stamp = { name: 'events.csv', rows: table.table.rows, sha256: null };
const guessed = guessedEventSetup(cohort, setup.identifiers, table, stamp);

function answersOf(changes: Partial<EventSetup> = {}, order: 'frequency' | 'name' = 'frequency') {
  const eventTable = { ...guessed, ...changes };
  const file: AnalysisFile = buildAnalysisFile(cohort, { ...setup, eventTable });
  const own = { ...file, analyses: file.analyses.filter(({ id }) => id.startsWith('safety:')) };
  const { results } = analyzeTable(engine, own, cohort.table, new Map([['events', table.table]]));
  return eventAnswers(new Map(results.map((one) => [one.id, one])), eventTable, order);
}

function rowsOf(model: TableModel | null): string[] {
  return (model?.rows ?? []).map(({ head, cells }) =>
    [plain(head), ...cells.map((one) => (one === null ? '' : plain(one.text)))]
      .join(' | ')
      .replaceAll('\u00a0', ' '),
  );
}

const words = (changes: Partial<EventSetup> = {}) => {
  const { worst, terms } = answersOf(changes);
  const kind = changes.count ?? 'all';
  return plain(lede(worst, terms, 'clopperPearson', '95%', kind)).replaceAll('\u00a0', ' ');
};

// Counts by merge() with the cohort in R, as tests/reference/linked_events.R has them.
describe('a table of adverse events', () => {
  test('is counted by the worst grade of each patient, over the arms of the cohort', () => {
    const { worst } = answersOf();
    expect(rowsOf(safetyTable(worst, 'clopperPearson', '95%'))).toEqual(
      expect.arrayContaining([
        'No event | 12 (24.5%) | 12 (35.3%)',
        'Grade 5 (death) | 3 (6.1%) | 0 (0.0%)',
        'Any grade | 37/49, 75.5% | 22/34, 64.7% | +10.8 points | 0.29',
        'Grade 3 or higher | 19/48, 39.6% | 11/32, 34.4% | +5.2 points | 0.64',
      ]),
    );
    expect(words()).toContain('occurred in 75.5% and 64.7%. 3 patients died of an adverse event');
  });

  test('lists each term, without those of whom nobody knows whether it was severe', () => {
    const { terms } = answersOf({}, 'name');
    expect(rowsOf(termTable(terms, '95%'))).toEqual([
      'Anaemia | 13 (26.5%) | 13 (38.2%) | −11.7 | 0.34 | 4/48 (8.3%) | 5 (14.7%) | −6.4 | 0.48',
      'Fatigue | 18 (36.7%) | 17 (50.0%) | −13.3 | 0.26 | 8 (16.3%) | 5/32 (15.6%) | +0.7 | > 0.99',
      'Hypothyroidism | 11 (22.4%) | 1 (2.9%) | +19.5 | 0.023 | 2 (4.1%) | 1 (2.9%) | +1.1 | > 0.99',
      'Pneumonitis | 11 (22.4%) | 1 (2.9%) | +19.5 | 0.023 | 4/48 (8.3%) | 0 (0.0%) | +8.3 | 0.14',
      'Rash, maculopapular | 20 (40.8%) | 3 (8.8%) | +32.0 | 0.001 | 7 (14.3%) | 1 (2.9%) | +11.3 | 0.13',
    ]);
    expect(nobodyHad(terms)).toBeNull();
    expect(butterflyData(terms, 'fatal', '95%')?.rows.map(({ term }) => term)).toEqual([
      'Fatigue',
      'Pneumonitis',
      'Rash, maculopapular',
    ]);
    expect(answersOf().terms.map(({ term }) => term)[0]).toBe('Fatigue');
  });

  test('counts one kind of events, and says so in the sentence', () => {
    expect(words({ count: 'related' })).toMatch(
      /^A treatment-related adverse event of grade 3 or higher occurred in 27\.1% .* 18\.2%/,
    );
    // Nobody is known to have had a severe one with chemotherapy, and of one patient it is not known.
    const { worst } = answersOf({ count: 'immune' });
    expect(rowsOf(safetyTable(worst, 'clopperPearson', '95%'))).toContain(
      'Grade 3 or higher | 10/49, 20.4% | 0/33, 0.0% | +20.4 points | 0.005',
    );
  });

  test('lists the terms that a person chose; any event is still any', () => {
    const { worst, terms } = answersOf({ listed: ['Rash, maculopapular'] });
    expect(terms.map(({ term }) => term)).toEqual(['Rash, maculopapular']);
    expect(worst.any?.groups.map(({ events }) => events)).toEqual([37, 22]);
  });

  test('of which none counts says that nobody had one', () => {
    const none = { count: 'immune' as const, yes: { ...guessed.yes, immune: [] } };
    expect(words(none)).toBe('None of 83 patients had an immune-related adverse event.');
    expect(answersOf(none).terms).toEqual([]);
  });
});
