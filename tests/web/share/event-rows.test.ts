import { describe, expect, test } from 'vitest';

import type { Cohort } from '../../../web/data/cohort.ts';
import { restoredSetup } from '../../../web/data/saved/restore.ts';
import type { Setup } from '../../../web/data/setup.ts';
import { guessedEventSetup, hasTextsOf } from '../../../web/data/tables/event-setup.ts';
import { reviewOfRows } from '../../../web/share/review-rows.ts';
import {
  nothingPutBack,
  preparedRows,
  type PutBack,
  rowsDocument,
  rowsIn,
} from '../../../web/share/rows.ts';
import { cellsOf, open, rowsOf } from '../data/support.ts';

const { cohort, setup: alone } = open(
  `patient_id,arm,os_months,os_event\n${rowsOf(
    20,
    (n) => `MARK-${n},${n % 2 ? 'Old' : 'New'},${n},${n % 3 ? 1 : 0}`,
  )}`,
);
// Of two patients of the cohort, of one who is left out and of one who is not in it.
const { cohort: table } = open(
  `subject,term,grade,reported,onset
MARK-7,Rash,2,WORDS of the ward,2021-03-01
MARK-9,Itching,3,WORDS,2021-04-01
MARK-3,Fever of MARKli,1,WORDS,2021-04-01
MARK-3,Fever of MARKli,2,WORDS,2021-04-02
MARK-99,Stranger,2,WORDS,2021-04-01
MARK-7,Rash,3,WORDS,2021-05-01`,
);
const file = { name: 'events.csv', rows: 6, sha256: 'ab'.repeat(32) };
const setup: Setup = {
  ...alone,
  exclude: [{ row: 3, why: '' }],
  eventTable: {
    ...guessedEventSetup(cohort, alone.identifiers, table, file),
    listed: ['Rash', 'Stranger'],
  },
};
const plain = (words: string) => words.replaceAll('\u00a0', ' ');

function sent(events: Cohort | null, putBack: PutBack = nothingPutBack) {
  const prepared = preparedRows(cohort, setup, events, putBack);
  const text = JSON.stringify(rowsDocument(prepared, null));
  const rows = rowsIn(JSON.parse(text))!;
  const review = reviewOfRows({ cohort, setup, texts: [], putBack }, prepared);
  return { text, ...rows, setup: restoredSetup(rows.cohort, rows.analysis), review };
}

describe('a table of adverse events goes with the rows', () => {
  test('under the numbers of the patients, with the columns that are counted', () => {
    const { text, events, cohort: there, setup: decided } = sent(table);
    for (const secret of [/MARK/, /Stranger/, /WORDS/, /2021/, /abab/, /Fever/]) {
      expect(text).not.toMatch(secret);
    }
    expect(events!.table.header).toStrictEqual(['subject', 'term', 'grade']);
    expect(cellsOf(events!.table)).toStrictEqual([
      ['7', 'Rash', '2'],
      ['9', 'Itching', '3'],
      ['7', 'Rash', '3'],
    ]);
    const id = there.table.header.indexOf('patient_id');
    expect(cellsOf(there.table).map((row) => row[id])).toStrictEqual(
      Array.from({ length: 20 }, (_, at) => (at === 2 ? '' : String(at + 1))),
    );
    expect(hasTextsOf(decided.eventTable!, events!)).toBe(true);
    expect(decided.eventTable).toMatchObject({
      file: { name: 'events.csv', rows: 3, sha256: null },
      cohortPatient: 'patient_id',
      listed: ['Rash'],
    });
  });

  test('and the review says of each column how, and what stays', () => {
    const { goes, also, kept } = sent(table).review;
    const said = plain(
      [...goes.map(({ column, says }) => `${column}: ${says}`), ...also].join('\n'),
    );
    expect(said).toContain('patient_id: as numbers that only say which rows are of one patient');
    expect(said).toContain('subject (adverse events): as numbers that only say');
    expect(said).toContain('term (adverse events): as it is: Rash and Itching');
    expect(said).toContain('grade (adverse events): as it is: 2 and 3');
    expect(said).toContain('3 rows of the table of adverse events, and its name, events.csv');
    expect(plain(kept.join('\n'))).toContain(
      'All other columns of the table of adverse events\n3 rows of the table of adverse events, of nobody whose row goes',
    );
  });

  test('under the names of the patients where their owner puts these back', () => {
    const { events, review } = sent(table, { identifiers: ['patient_id'], dates: false });
    expect(cellsOf(events!.table).map(([id]) => id)).toStrictEqual(['MARK-7', 'MARK-9', 'MARK-7']);
    expect(review.goes.find(({ column }) => column === 'subject (adverse events)')?.says).toBe(
      'as it is, and it can identify the patients',
    );
  });

  test('and stays where it is not open', () => {
    const { text, events, setup: decided, review } = sent(null);
    expect(text).not.toMatch(/MARK|Rash/);
    expect([events, decided.eventTable]).toStrictEqual([null, null]);
    expect(review.kept.join()).toContain(
      'The table of adverse events, of which nothing is counted',
    );
  });

  test('and what is no table in its place is refused', () => {
    const document = rowsDocument(preparedRows(cohort, setup, table), null);
    expect(rowsIn(document)).not.toBeNull();
    const [column] = document.events!.columns;
    for (const events of [
      null,
      'x',
      {},
      { ...document.events, rows: 4 },
      { ...document.events, name: 7 },
      { ...document.events, columns: [column, column] },
      { ...document.events, columns: [{ name: 'a', column: { cells: [{}, 1, 2] } }] },
    ]) {
      expect(rowsIn({ ...document, events })).toBeNull();
    }
  });
});
