import { expect, test } from 'vitest';

import type { Setup } from '../../../web/data/setup.ts';
import { restoredSetup } from '../../../web/data/saved/restore.ts';
import { resultsDocument } from '../../../web/share/results.ts';
import { type Line, reviewOfResults, reviewOfSettings } from '../../../web/share/review.ts';
import { reviewOfRows } from '../../../web/share/review-rows.ts';
import { type PutBack, preparedRows, rowsDocument, rowsIn } from '../../../web/share/rows.ts';
import { settingsDocument } from '../../../web/share/settings.ts';
import { cellsOf, open, rowsOf } from '../data/support.ts';
import { answersTo } from '../support/engine.ts';

const { cohort, setup } = open(
  `patient_id,mother_name,arm,start_date,last_date,status,age,unused_date,ward\n${rowsOf(
    40,
    (n) =>
      `P-${n},MARK${n},${n % 2 ? 'A' : 'B'},2021-03-${String((n % 27) + 1).padStart(2, '0')},2023-07-${String((n % 27) + 1).padStart(2, '0')},${n % 3 ? 1 : 0},${50 + n},2019-01-0${(n % 9) + 1},W${n % 30}`,
  )}`,
);
const closed: Setup = {
  ...setup,
  where: [{ column: 'start_date', atLeast: '2021-03-05' }],
};
const saysOf = (goes: readonly Line[], name: string) =>
  goes.find(({ column }) => column === name)?.says;

function sent(putBack: PutBack) {
  const prepared = preparedRows(cohort, closed, null, putBack);
  const document = rowsDocument(prepared, null);
  const rows = rowsIn(JSON.parse(JSON.stringify(document)))!;
  return {
    text: JSON.stringify(document),
    ...rows,
    setup: restoredSetup(rows.cohort, rows.analysis),
    review: reviewOfRows({ cohort, setup: closed, texts: [], putBack }, prepared),
  };
}

test('an identifier goes with rows as it is where its owner puts it back, and no other', () => {
  const {
    text,
    cohort: there,
    setup: decided,
    review,
  } = sent({
    identifiers: ['patient_id'],
    dates: false,
  });
  const at = there.table.header.indexOf('patient_id');
  expect(cellsOf(there.table)[0]![at]).toBe('P-1');
  expect(text).not.toMatch(/MARK|2021|2023/);
  expect(decided.identifiers).toStrictEqual(['patient_id']);
  expect(saysOf(review.goes, 'patient_id')).toBe('as it is, and it can identify the patients');
  expect(saysOf(review.stays, 'mother_name')).toBe('it can identify a patient');
  expect([...answersTo(there, decided)]).toStrictEqual([
    ...answersTo(...plainly({ identifiers: [], dates: false })),
  ]);
});

test('dates go as the days they are where their owner puts them back, but not those that nothing needs', () => {
  const {
    text,
    cohort: there,
    setup: decided,
    trueDates,
    review,
  } = sent({
    identifiers: [],
    dates: true,
  });
  const at = there.table.header.indexOf('start_date');
  expect(cellsOf(there.table)[0]![at]).toBe('2021-03-02');
  expect(text).not.toMatch(/MARK|P-1|2019/);
  expect(trueDates).toBe(true);
  expect(decided.where).toStrictEqual(closed.where);
  expect(saysOf(review.goes, 'start_date')).toBe('as the dates that they are');
  expect(review.also.join('\n').replaceAll('\u00a0', ' ')).toContain('5 Mar 2021');
  expect([...answersTo(there, decided)]).toStrictEqual([...answersTo(cohort, closed)]);
});

function plainly(putBack: PutBack) {
  const { cohort: there, setup: decided } = sent(putBack);
  return [there, decided] as const;
}

test('without that none of it goes, and the page that opens it knows that dates are made up', () => {
  const { text, trueDates } = sent({ identifiers: [], dates: false });
  expect(text).not.toMatch(/MARK|P-1|2021|2023|2019|patient_id|mother_name|unused_date/);
  expect(trueDates).toBe(false);
});

test('the review of settings names every column whose name goes', () => {
  const changed: Setup = {
    ...setup,
    chosen: new Set(['ward']),
    types: new Map(setup.types).set('ward', { ...setup.types.get('ward')!, type: 'category' }),
  };
  const document = settingsDocument(cohort, changed, null);
  const review = reviewOfSettings({ cohort, setup: changed, texts: [] }, document);
  const text = JSON.stringify(document);
  const named = cohort.table.header.filter((name) => text.includes(JSON.stringify(name)));
  expect(named).toContain('ward');
  expect(review.goes.map(({ column }) => column).toSorted()).toStrictEqual(named.toSorted());
  expect(saysOf(review.goes, 'patient_id')).toBe(
    'its name alone, and that it can identify a patient',
  );
  expect(review.stays.map(({ column }) => column)).not.toContain('ward');
});

test('results name no column of which nothing goes', () => {
  const document = resultsDocument(cohort, setup, answersTo(cohort, setup), '0.1.0');
  const text = JSON.stringify(document);
  expect(text).not.toMatch(/patient_id|mother_name|unused_date/);
  const { goes } = reviewOfResults({ cohort, setup, texts: [] }, document);
  const listed = goes.map(({ column }) => column);
  const named = cohort.table.header.filter((name) => text.includes(JSON.stringify(name)));
  expect(named.filter((name) => !listed.includes(name))).toStrictEqual([]);
});
