import { describe, expect, test } from 'vitest';

import type { AnalysisResult } from '../../../build/wasm/riskset.js';
import { buildAnalysisFile } from '../../../web/data/analysis-file.ts';
import type { Cohort } from '../../../web/data/cohort.ts';
import { columnNamed } from '../../../web/data/cohort.ts';
import { readColumns } from '../../../web/data/columns.ts';
import { restoredSetup } from '../../../web/data/saved/restore.ts';
import type { Setup } from '../../../web/data/setup.ts';
import { guessedEventSetup, hasTextsOf, withTable } from '../../../web/data/tables/event-setup.ts';
import { eventTableName } from '../../../web/data/tables/event-analyses.ts';
import { linkedPart } from '../../../web/data/tables/linked.ts';
import { resultsDocument, resultsIn } from '../../../web/share/results.ts';
import { type Review, reviewOfResults, reviewOfSettings } from '../../../web/share/review.ts';
import { preparedRows, rowsDocument } from '../../../web/share/rows.ts';
import { settingsDocument } from '../../../web/share/settings.ts';
import { open, rowsOf } from '../data/support.ts';
import { answersTo, engine, fileText } from '../support/engine.ts';
import { ask, shownOf } from './support.ts';

// What goes is in the review, and what is in neither the analysis nor the review does not go.

const about = (cohort: Cohort, setup: Setup) => ({ cohort, setup, texts: [] });
const lines = ({ goes, also }: Review) =>
  plain([...goes.map(({ column, says }) => `${column}: ${says}`), ...also].join('\n'));
const plain = (words: string) => words.replaceAll('\u00a0', ' ');

describe('a table of adverse events', () => {
  const { cohort, setup: alone } = open(
    `patient_id,arm,os_months,os_event\n${rowsOf(
      40,
      (n) => `P${n},${n % 2 ? 'Old' : 'New'},${n},${n % 3 ? 1 : 0}`,
    )}`,
  );
  const { cohort: table } = open(
    `patient_id,term,grade,related\n${rowsOf(30, (n) => `P${n},Rash,${(n % 3) + 1},${n % 4 ? 'no' : 'perhaps'}`)}
P31,Itching of Mrs MARKli,5,perhaps
P32,nothing of note,1,no
P99,Stranger MARKterm,2,no`,
  );
  const file = { name: 'MARKfile.csv', rows: 33, sha256: 'ab'.repeat(32) };
  const guessed = guessedEventSetup(cohort, alone.identifiers, table, file);
  const setup: Setup = {
    ...alone,
    eventTable: {
      ...guessed,
      read: { ...guessed.read, keep: [4711] },
      yes: { ...guessed.yes, related: ['perhaps'] },
      noEvent: ['nothing of note'],
      listed: ['Rash'],
      count: 'related',
    },
  };

  test('goes in settings with its decisions, and whoever has it gets the others from it', () => {
    const document = settingsDocument(cohort, setup, null);
    const written = JSON.stringify(document);
    for (const secret of ['MARKli', 'MARKterm', '4711', 'P31']) {
      expect(written).not.toContain(secret);
    }
    expect(document.analysis.tables).toBeUndefined();
    const said = lines(reviewOfSettings(about(cohort, setup), document));
    for (const one of ['MARKfile.csv', 'term', 'perhaps', 'nothing of note', 'Rash']) {
      expect(said).toContain(one);
    }
    const there = restoredSetup(cohort, document.analysis).eventTable!;
    expect(hasTextsOf(there, table)).toBe(false);
    const { keep: _, ...read } = setup.eventTable!.read;
    expect(withTable(there, table, file)).toStrictEqual({ ...setup.eventTable, read });
  });

  test('goes in results as the terms that are printed, with their small cells', async () => {
    const whole = buildAnalysisFile(cohort, setup);
    const linked = linkedPart(whole, eventTableName, cohort.table, table.table);
    if (!linked.ok) throw new Error(linked.problem.code);
    const { joined } = linked;
    const read = readColumns(linked.file, joined.table);
    if (!read.ok) throw new Error(read.problem.code);
    const { results } = engine.analyze(linked.file, read.columns, joined.table.rows);
    expect(results.map(({ id, ok }) => [id, ok])).toStrictEqual([['safety:events', true]]);
    const answers = new Map<string, AnalysisResult>([
      ...answersTo(cohort, { ...setup, eventTable: null }),
      ...results.map((one) => [one.id, one] as const),
    ]);
    expect(JSON.stringify(results)).toContain('MARKli');
    const document = resultsDocument(cohort, setup, answers, '0.1.0');
    const written = JSON.stringify(document);
    for (const secret of [/MARK/, /4711/, /P\d/, /abab/, /nothing of note/]) {
      expect(written).not.toMatch(secret);
    }
    const review = reviewOfResults(about(cohort, setup), document);
    expect(lines(review)).toContain('Texts of the table of adverse events: Rash and perhaps');
    expect(review.small).toContain('Rash: grade 3 or higher, New: 2');
    const shown = shownOf((await resultsIn(JSON.parse(written), ask))!).get('safety:events');
    if (shown?.ok !== true || shown.method !== 'adverseEvents') throw new Error('no events');
    expect(shown.value.terms.map(({ term }) => term)).toStrictEqual(['Rash']);
  });

  test('does not bring the column that links it into the rows', () => {
    const unnamed = { ...setup, identifiers: [] };
    expect(JSON.stringify(rowsDocument(preparedRows(cohort, unnamed), null))).not.toMatch(/"P\d/);
    const document = resultsDocument(cohort, unnamed, new Map(), '0.1.0');
    expect(JSON.stringify(document)).not.toMatch(/"P\d/);
  });
});

describe('texts of cells that are no values', () => {
  const { cohort, setup } = open(
    `patient_id,arm,sex,worst_grade,os_months,os_event\n${rowsOf(40, (n) =>
      [
        `P${n}`,
        n % 2 ? 'Old' : 'New',
        n === 3 ? 'moved to Harbin' : n === 4 ? 'unknown' : n % 3 ? 'f' : 'm',
        n === 5 ? 'see letter Mrs MARKli 3/5' : n % 4,
        n === 6 ? '999' : n,
        n % 3 ? 1 : 0,
      ].join(','),
    )}`,
  );
  const missing = (name: string, codes: string[], own: Partial<Setup['types']> = {}) => ({
    ...setup.types.get(name)!,
    ...own,
    missing: codes,
    levels: setup.types.get(name)!.levels.filter((level) => !codes.includes(level)),
  });
  const coded: Setup = {
    ...setup,
    grade: 'worst_grade',
    covariates: ['sex'],
    types: new Map(setup.types)
      .set('sex', missing('sex', ['moved to Harbin', 'unknown']))
      .set('os_months', missing('os_months', ['999']))
      .set('worst_grade', {
        ...setup.types.get('worst_grade')!,
        type: 'category',
        levels: [...columnNamed(cohort, 'worst_grade')!.texts],
      }),
  };

  test('stay, and codes that every file may have go', () => {
    expect(JSON.stringify(buildAnalysisFile(cohort, coded))).toContain('MARKli');
    const document = settingsDocument(cohort, coded, null);
    const results = resultsDocument(cohort, coded, answersTo(cohort, coded), '0.1.0');
    for (const written of [JSON.stringify(document), JSON.stringify(results)]) {
      expect(written).not.toContain('MARKli');
      expect(written).not.toContain('Harbin');
    }
    expect(document.analysis.columns?.['sex']?.missing).toStrictEqual(['unknown']);
    expect(document.analysis.columns?.['os_months']?.missing).toStrictEqual(['999']);
    const { kept } = reviewOfSettings(about(cohort, coded), document);
    expect(plain(kept.join())).toContain('1 text of cells');
  });

  test('whoever has the table reads the grades as they were', () => {
    const there = restoredSetup(cohort, settingsDocument(cohort, coded, null).analysis);
    const ofGrades = (own: Setup) =>
      [...answersTo(cohort, own)].filter(([one]) => one.startsWith('grade'));
    expect(ofGrades(coded).length).toBeGreaterThan(4);
    expect(JSON.stringify(ofGrades(there))).toBe(JSON.stringify(ofGrades(coded)));
  });

  test('merged values and names of sheets are in the review of settings', () => {
    const merged: Setup = {
      ...coded,
      types: new Map(coded.types).set('sex', {
        ...coded.types.get('sex')!,
        levels: ['known'],
        merge: new Map([['known', ['f', 'm']]]),
      }),
    };
    const document = settingsDocument(cohort, merged, null);
    const { analysis } = document;
    const read = { ...analysis.read, sheets: ['Ward 7', 'Ward 9'] };
    const said = lines(
      reviewOfSettings(about(cohort, merged), { ...document, analysis: { ...analysis, read } }),
    );
    expect(said).toContain('sex: names of its groups: known; known is f and m');
    expect(said).toContain('Ward 7 and Ward 9');
  });
});

describe('conditions', () => {
  const { cohort, setup } = open(fileText('web/examples/rechallenge_cohort.csv'));
  const chosen: Setup = {
    ...setup,
    where: [
      { column: 'age', atLeast: 55 },
      { column: 'start_date', atLeast: '2021-03-15' },
    ],
  };

  test('on days stand in the review of settings', () => {
    const document = settingsDocument(cohort, chosen, null);
    expect(JSON.stringify(document)).toContain('2021-03-15');
    expect(lines(reviewOfSettings(about(cohort, chosen), document))).toContain('15 Mar 2021');
  });

  test('go with results as a sentence on who was selected', async () => {
    const document = resultsDocument(cohort, chosen, answersTo(cohort, chosen), '0.1.0');
    const results = (await resultsIn(JSON.parse(JSON.stringify(document)), ask))!;
    expect(results.selection).toStrictEqual(document.selection);
    expect(results.selection?.of).toBe(83);
    expect(results.selection?.patients).toBe(results.cohort.table.rows);
    expect(results.selection?.patients).toBeLessThan(83);
    expect(plain(results.selection!.conditions)).toMatch(/age.*55.*15 Mar 2021/);
    const said = lines(reviewOfResults(about(cohort, chosen), document));
    expect(said).toContain(plain(document.selection!.conditions));
    const broken = { ...document, selection: { conditions: 1, patients: 'x' } };
    expect((await resultsIn(broken, ask))?.selection).toBeNull();
  });

  test('on days name no day in the rows', () => {
    const { cohort: there } = preparedRows(cohort, chosen);
    expect(there.table.header).toContain('start_date: condition 2');
    expect(there.table.header.join()).not.toContain('2021');
  });
});
