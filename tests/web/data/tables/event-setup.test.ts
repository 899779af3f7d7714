import { describe, expect, test } from 'vitest';

import {
  guessedEventSetup,
  withColumn,
  withTable,
} from '../../../../web/data/tables/event-setup.ts';
import {
  eventGrade,
  gradesOf,
  saysNoEvent,
  saysYes,
} from '../../../../web/data/tables/event-words.ts';
import { open, rowsOf } from '../support.ts';

const { cohort, setup } = open(
  `patient_id,no,arm,os_months,os_event\n${rowsOf(12, (n) => `P${n},${n},${n % 2 ? 'A' : 'B'},${n}.5,1`)}`,
);
const stamp = { name: 'ae.csv', rows: 3, sha256: null };

function guess(csv: string) {
  const { cohort: table } = open(csv);
  return { table, own: guessedEventSetup(cohort, setup.identifiers, table, stamp) };
}

describe('the columns of a table of adverse events', () => {
  const tables: [string, string, string[]][] = [
    [
      'in English',
      'patient,ae_term,grade,related,immune_related\nP1,Rash,1,yes,no\nP2,Rash,2,no,no\nP2,Fatigue,3,yes,yes',
      ['patient', 'ae_term', 'grade', 'related', 'immune_related'],
    ],
    [
      'by the names of CDISC',
      'STUDYID,USUBJID,AETERM,AEDECOD,AETOXGR,AEREL\nX,P1,rash on arm,Rash,1,RELATED\nX,P2,tired,Fatigue,2,NOT RELATED\nX,P3,tired,Fatigue,3,RELATED',
      ['USUBJID', 'AEDECOD', 'AETOXGR', 'AEREL', ''],
    ],
    [
      'in Chinese',
      '住院号,不良事件,分级,治疗相关,免疫相关\nP1,皮疹,1级,是,否\nP2,乏力,2级,可能有关,否\nP3,肺炎,III级,否,是',
      ['住院号', '不良事件', '分级', '治疗相关', '免疫相关'],
    ],
    [
      'by their content where the names of patients differ',
      'grade,event,Subject number\n1,Rash,P1\n2,Rash,P2\n3,Fatigue,P5',
      ['Subject number', 'event', 'grade', '', ''],
    ],
  ];

  test.each(tables)('are guessed %s', (_, csv, [patient, term, grade, related, immune]) => {
    const { own } = guess(csv);
    const column = (name: string | undefined) => (name === '' ? null : name);
    expect(own.columns).toEqual({
      patient: column(patient),
      term: column(term),
      grade: column(grade),
      related: column(related),
      immune: column(immune),
    });
    expect(own.cohortPatient).toBe('patient_id');
    expect(own.chosen).toEqual([]);
  });

  test('hold texts, of which some mean yes', () => {
    const { own } = guess(tables[2]![1]);
    expect(own.texts.term).toEqual(['皮疹', '乏力', '肺炎']);
    expect(own.yes).toEqual({ related: ['是', '可能有关'], immune: ['是'] });
  });

  test('are no guess once chosen; what depended on the last one follows', () => {
    const { table, own } = guess(tables[0]![1]);
    const counted = { ...own, count: 'related' as const, listed: ['Rash'] };
    const other = withColumn(counted, table, 'related', null);
    expect(other).toMatchObject({ count: 'all', chosen: ['related'], yes: { related: [] } });
    const renamed = withColumn(other, table, 'term', 'immune_related');
    expect(renamed).toMatchObject({ listed: null, texts: { term: ['no', 'yes'] } });
    expect(renamed.chosen).toEqual(['related', 'term']);
  });

  test('stay chosen when a corrected table takes the place of the last', () => {
    const { own } = guess(tables[0]![1]);
    const decided = { ...own, yes: { ...own.yes, related: ['no'] }, listed: ['Rash', 'Fatigue'] };
    const { cohort: table } = open(
      'patient,ae_term,grade,related,immune_related\nP1,Rash,1,yes,no\nP3,Cough,2,no,no\nP3,Rash,2,probable,no',
    );
    const next = withTable(decided, table, { ...stamp, name: 'corrected.csv' });
    expect(next.file.name).toBe('corrected.csv');
    expect(next.yes.related).toEqual(['no', 'probable']);
    expect(next.listed).toEqual(['Rash']);
    expect(next.texts.term).toEqual(['Rash', 'Cough']);
  });
});

describe('what cells mean', () => {
  test.each([
    ['3', 3],
    ['3.0', 3],
    ['G3', 3],
    ['Grade 3', 3],
    ['grade-4', 4],
    ['2–3', null],
    ['Grade 2 - 3', null],
    ['III–IV', null],
    ['CTCAE grade 2', 2],
    ['3 (severe)', 3],
    ['2 - moderate', 2],
    ['III', 3],
    ['Ⅲ级', 3],
    ['5级', 5],
    ['IV度', 4],
    ['0', 0],
    ['6', null],
    ['unknown', null],
    ['3-4', null],
    ['severe', null],
    ['', null],
  ])('%j is grade %j', (text, grade) => {
    expect(eventGrade(text)).toBe(grade);
  });

  test('texts that are no grade are not told to the engine, and "yes" is an event without one', () => {
    expect(gradesOf(['G2', 'unknown', 'yes'])).toEqual({ G2: 2, yes: null });
  });

  test('no event is told in words, in a term or in a grade', () => {
    for (const text of ['None', 'no event', 'No adverse events', 'no AE', 'keine', '无不良事件']) {
      expect(saysNoEvent(text), text).toBe(true);
      expect(eventGrade(text), text).toBe(0);
    }
    for (const text of ['', 'unknown', 'Nocturia', 'No appetite', 'NA', '-', 'not done']) {
      expect(saysNoEvent(text), text).toBe(false);
    }
  });

  test('related is what is at least possible', () => {
    for (const text of [
      'Yes',
      'Y',
      '1',
      'Possible',
      'Probably related',
      'Definite',
      '很可能有关',
      '是',
    ]) {
      expect(saysYes(text), text).toBe(true);
    }
    for (const text of [
      'No',
      '0',
      'Unrelated',
      'Not related',
      'Unlikely',
      '无关',
      '可能无关',
      '否',
      '',
    ]) {
      expect(saysYes(text), text).toBe(false);
    }
  });
});
