import { describe, expect, test } from 'vitest';

import { restoredSetup } from '../../../web/data/saved/restore.ts';
import { buildAnalysisFile } from '../../../web/data/analysis-file.ts';
import type { Cohort } from '../../../web/data/cohort.ts';
import type { Setup } from '../../../web/data/setup.ts';
import { guessedEventSetup, hasTextsOf } from '../../../web/data/tables/event-setup.ts';
import { analyzeTable } from '../../../web/runner/analyze.ts';
import {
  answerWithoutWords,
  eventWordsKept,
  withoutDecidedWords,
  withoutEventWords,
} from '../../../web/share/event-words.ts';
import { resultsDocument } from '../../../web/share/results.ts';
import { reviewOfRows } from '../../../web/share/review-rows.ts';
import { preparedRows, rowsDocument, rowsIn } from '../../../web/share/rows.ts';
import { settingsDocument } from '../../../web/share/settings.ts';
import { cellsOf, open, rowsOf } from '../data/support.ts';
import { engine } from '../support/engine.ts';

const { cohort, setup: alone } = open(
  `patient_id,arm,os_months,os_event\n${rowsOf(
    40,
    (n) => `ID-${n},${n % 2 ? 'Old' : 'New'},${n},${n % 3 ? 1 : 0}`,
  )}`,
);

/** A table of adverse events in which something was written about each patient. */
function tableOf(term: (n: number) => string, grade = (n: number) => String((n % 3) + 1)) {
  const { cohort: table } = open(
    `subject,aeterm,aetoxgr,aerel\n${rowsOf(
      30,
      (n) => `ID-${n},${term(n)},${grade(n)},${n % 2 ? 'probable' : 'unlikely'}`,
    )}`,
  );
  const file = { name: 'events.csv', rows: 30, sha256: null };
  const eventTable = guessedEventSetup(cohort, alone.identifiers, table, file);
  return { table, setup: { ...alone, eventTable } };
}

const story = (n: number) => `Mrs Smith${n % 29} fell at home on 2021-03-${10 + ((n % 29) % 19)}`;
const secret = /Smith|2021|fell/;

function sent(table: Cohort, setup: Setup, events: string[] = []) {
  const putBack = { identifiers: [], dates: false, events };
  const prepared = preparedRows(cohort, setup, table, putBack);
  const text = JSON.stringify(rowsDocument(prepared, null));
  const rows = rowsIn(JSON.parse(text))!;
  const review = reviewOfRows({ cohort, setup, texts: [], putBack }, prepared);
  const says = [...review.goes, ...review.stays].map(
    ({ column, says: how }) => `${column}: ${how}`,
  );
  return {
    text,
    ...rows,
    events: rows.events!,
    setup: restoredSetup(rows.cohort, rows.analysis),
    review: [...says, ...review.kept].join('\n').replaceAll('\u00a0', ' '),
  };
}

/** What the safety section is told. */
function safetyOf(own: Cohort, table: Cohort, setup: Setup) {
  const file = buildAnalysisFile(own, setup);
  const asked = { ...file, analyses: file.analyses.filter(({ id }) => id === 'safety:events') };
  const { results } = analyzeTable(engine, asked, own.table, new Map([['events', table.table]]));
  return results[0]!;
}

/** The numbers of an answer, without the names of the terms. */
const numbersOf = (answer: ReturnType<typeof safetyOf>) =>
  JSON.stringify(answer, (key, value: unknown) => (key === 'term' ? '' : value));

describe('free text in a table of adverse events', () => {
  test('stays where rows go: the same text is the same number, and safety is counted alike', () => {
    const { table, setup } = tableOf(story);
    const there = sent(table, setup);
    expect(there.text).not.toMatch(secret);
    const at = there.events.table.header.indexOf('aeterm');
    const terms = cellsOf(there.events.table).map((row) => row[at]);
    expect(terms.slice(0, 2)).toStrictEqual(['term 1', 'term 2']);
    expect(story(29)).toBe(story(0));
    expect(terms.slice(-2)).toStrictEqual(['term 29', 'term 1']);
    expect(hasTextsOf(there.setup.eventTable!, there.events)).toBe(true);
    expect(numbersOf(safetyOf(there.cohort, there.events, there.setup))).toBe(
      numbersOf(safetyOf(cohort, table, setup)),
    );
    expect(there.review).toMatch(/aeterm \(adverse events\): without its words.*term 1/);
    expect(there.review).toContain('The words in aeterm of the table of adverse events');
    expect(there.review).not.toMatch(secret);
  });

  test('goes where its owner puts it back', () => {
    const { table, setup } = tableOf(story);
    const there = sent(table, setup, ['aeterm']);
    expect(there.text).toContain(story(7));
    expect(there.review).toContain('aeterm (adverse events): as it is');
    expect(there.review).not.toContain('The words in');
  });

  test('stays where only some of the texts are written of somebody', () => {
    const { table, setup } = tableOf((n) => (n < 3 ? story(n) : ['Rash', 'Fatigue'][n % 2]!));
    expect(sent(table, setup).text).not.toMatch(secret);
  });

  test('stays where one short text among many repeated terms tells of somebody', () => {
    const terms = ['Rash', 'Fatigue', 'Anaemia'];
    const { table, setup } = tableOf((n) => (n === 8 ? 'fell and was with Anna' : terms[n % 3]!));
    const there = sent(table, setup);
    expect(there.text).not.toMatch(/Anna/);
    expect(there.review).toContain('The words in aeterm of the table of adverse events');
  });

  test('is none where short terms are repeated', () => {
    const { table, setup } = tableOf((n) => ['Rash', 'Fatigue', 'Anaemia', 'Nausea'][n % 4]!);
    expect(eventWordsKept(table, setup.eventTable)).toStrictEqual([]);
    expect(sent(table, setup).text).toContain('Anaemia');
  });

  test('of grades leaves the grades, and of causality whether it counts', () => {
    const { table } = tableOf(
      () => 'Rash',
      (n) => `${(n % 3) + 1} (Mrs Smith${n} 2021)`,
    );
    const eventTable = {
      ...guessedEventSetup(cohort, alone.identifiers, table, {
        name: 'events.csv',
        rows: 30,
        sha256: null,
      }),
      count: 'related' as const,
    };
    const setup = { ...alone, eventTable };
    expect(eventTable.columns.grade).toBe('aetoxgr');
    const there = sent(table, setup);
    expect(there.text).not.toMatch(secret);
    expect(numbersOf(safetyOf(there.cohort, there.events, there.setup))).toBe(
      numbersOf(safetyOf(cohort, table, setup)).replaceAll(/ \(Mrs Smith\d+ 2021\)/g, ''),
    );
    const coded = withoutEventWords(eventTable, ['related']);
    expect(coded.texts.related).toStrictEqual(['yes', 'no']);
    expect(coded.yes.related).toStrictEqual(['yes']);
  });

  test('stays where settings or results go', () => {
    const { table, setup } = tableOf(story);
    const listed = [story(1), story(2)];
    const eventTable = { ...setup.eventTable, listed, noEvent: [story(3)] };
    const kept = eventWordsKept(table, eventTable);
    expect(kept).toStrictEqual(['term']);
    const settings = { ...alone, eventTable: withoutDecidedWords(eventTable, kept) };
    expect(JSON.stringify(settingsDocument(cohort, settings, null))).not.toMatch(secret);

    const answer = safetyOf(cohort, table, { ...alone, eventTable });
    const results = { ...alone, eventTable: withoutEventWords(eventTable, kept) };
    const answers = new Map([[answer.id, answerWithoutWords(answer, eventTable, kept)]]);
    const document = JSON.stringify(resultsDocument(cohort, results, answers, '0.1.0'));
    expect(document).not.toMatch(secret);
    expect(document).toContain('term 1');
  });

  test('stays also where its table is not open', () => {
    const { setup } = tableOf(story);
    const { eventTable } = setup;
    expect(eventWordsKept(null, eventTable)).toStrictEqual([]); // nothing of it would go
    expect(eventWordsKept(null, { ...eventTable, listed: [story(1)] })).toStrictEqual(['term']);
    expect(eventWordsKept(null, { ...eventTable, noEvent: [story(1)] })).toStrictEqual(['term']);
  });
});
