import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { checkCohort } from '../../../../web/data/checks/checks.ts';
import { open, rowsOf } from '../support.ts';

function checksOf(text: string) {
  const { cohort, setup } = open(text);
  return checkCohort(cohort, setup);
}

function soundRow(n: number): string {
  const arm = n % 2 ? 'A' : 'B';
  return `P${n},${arm},${n + 8}.0,1,${n + 2}.0,1,${n % 2 ? 'SD' : 'PR'}`;
}

/** Twelve patients without a fault; the rows given here replace those of the same number. */
function cohortWith(faults: Record<number, string> = {}): string {
  const rows = rowsOf(12, (n) => faults[n] ?? soundRow(n));
  return `patient_id,arm,os_months,os_event,pfs_months,pfs_event,best_response\n${rows}`;
}

function found(faults: Record<number, string>, id: string) {
  return checksOf(cohortWith(faults)).found.find((check) => check.id === id);
}

describe('checkCohort', () => {
  test('finds nothing in a sound cohort and says what it looked at', () => {
    expect(checksOf(cohortWith())).toEqual({
      found: [],
      passed: [
        'every number and date can be read',
        'no value missing in the columns used',
        'times also of those without the event',
        'no code that may mean missing',
        'no negative time',
        'no time of 0',
        'PFS never longer than OS',
        'every death is a PFS event',
        'no response contradicts progression',
        'no group that is known only after the start',
        'no repeated patient',
        'no row that stands there twice',
        'no two values that differ only in capitals or spaces',
        'no value that looks like another one misspelt',
        'nobody censored for OS before 6 months',
        'few events share a time',
        'events in every level',
      ],
    });
  });

  test('finds in the example cohort early censoring, ties and a level of one patient', () => {
    const example = readFileSync(
      new URL('../../../../web/examples/rechallenge_cohort.csv', import.meta.url),
      'utf8',
    );
    const { found: findings } = checksOf(example);
    expect(findings.map(({ id, rows }) => [id, rows.length])).toEqual([
      ['earlyCensoring', 5],
      ['ties', 44],
      ['small:msi', 1],
    ]);
    expect(findings[0]!.text).toBe(
      'Chemotherapy: 1, Immunotherapy rechallenge: 4. Ask why they left.',
    );
    expect(findings[1]!.claim).toBe(
      '18 of 66 OS events and 35 of 82 PFS events share their time with another.',
    );
    expect(findings[2]!.claim).toBe('MSI-H is one patient.');
  });

  test('names an arm of one patient, which may be another one misspelt', () => {
    expect(found({ 3: 'P3,Aa,11.0,1,5.0,1,SD' }, 'small:arm')).toMatchObject({
      claim: 'Aa is one patient.',
      text: 'That is too few for an arm: neither its median nor its hazard ratio can be relied on. Merge it with the arm that it belongs to.',
      rows: [3],
      levelsOf: 'arm',
    });
  });

  test('names the rows and texts of a number column that cannot be read', () => {
    const check = found({ 3: 'P3,A,lost,1,5.0,1,SD' }, 'unreadable:os_months');
    expect(check).toMatchObject({
      kind: 'problem',
      claim: "os_months has 1 value that is not a number (row 3: 'lost').",
      text: 'Correct it or count it as missing.',
      rows: [3],
      uncountable: ['lost'],
    });
  });

  test('names the rows with a negative time', () => {
    expect(found({ 4: 'P4,B,-1,1,-2,1,SD' }, 'negative:OS')).toMatchObject({
      claim: '1 patient has a negative survival time (row 4).',
      text: 'Check that death is not before start of treatment.',
    });
  });

  test('counts patients without a value', () => {
    expect(
      found({ 5: 'P5,A,,1,5.0,1,SD', 7: 'P7,A,NA,1,5.0,1,SD' }, 'missing:os_months'),
    ).toMatchObject({
      claim: '2 patients have no value of os_months.',
      rows: [5, 7],
    });
  });

  test('finds PFS longer than OS, but not by less than what was printed', () => {
    expect(found({ 2: 'P2,B,5.00,1,6.0,1,PR' }, 'longer:PFS')).toMatchObject({
      claim: 'PFS is longer than OS in 1 patient (row 2).',
      text: 'PFS must end at death. Check both times in this row.',
    });
    expect(found({ 2: 'P2,B,5.96,1,6.0,1,PR' }, 'longer:PFS')).toBeUndefined();
  });

  test('recognises two divisors of days behind a PFS that is always a little longer', () => {
    const faults = { 1: 'P1,A,9.855,1,10.000,1,SD', 2: 'P2,B,19.710,1,20.000,1,PR' };
    expect(found(faults, 'longer:PFS')?.text).toContain(
      'divided by 30 and by 30.4375 days per month',
    );
  });

  test('finds deaths without a PFS event', () => {
    expect(
      found({ 6: 'P6,B,14.0,1,8.0,0,PR', 9: 'P9,A,17.0,1,11.0,0,SD' }, 'deaths:PFS'),
    ).toMatchObject({
      claim: '2 patients died without a PFS event.',
      text: 'If PFS counts death, set pfs_event to 1 in these rows.',
      rows: [6, 9],
    });
  });

  test('finds responses that progression contradicts', () => {
    expect(found({ 2: 'P2,B,10.0,1,0.4,1,PR' }, 'response:early')?.rows).toEqual([2]);
    expect(found({ 2: 'P2,B,10.0,0,4.0,0,PD' }, 'response:progression')?.rows).toEqual([2]);
  });

  test('finds a patient in two rows', () => {
    expect(found({ 12: 'P1,B,20.0,1,14.0,1,PR' }, 'repeated')).toMatchObject({
      claim: '1 value of patient_id stands in more than one row (rows 1 and 12).',
      rows: [1, 12],
    });
  });

  test('names only rows that exist, and columns of the file', () => {
    const faults = { 1: 'P1,A,-1,0,9.0,0,PD', 2: 'P1,,x,1,5.0,0,?' };
    const { cohort, setup } = open(cohortWith(faults));
    for (const { rows, columns } of checkCohort(cohort, setup).found) {
      expect(rows.every((row) => row >= 1 && row <= cohort.table.rows)).toBe(true);
      expect(columns.every((name) => cohort.table.header.includes(name))).toBe(true);
    }
  });
});
