import { describe, expect, test } from 'vitest';

import { checkCohort } from '../../../../web/data/checks/checks.ts';
import { open, rowsOf } from '../support.ts';

function findings(header: string, row: (n: number) => string, rows = 40) {
  const { cohort, setup } = open(`${header}\n${rowsOf(rows, row)}`);
  return checkCohort(cohort, setup);
}

function found(id: string, header: string, row: (n: number) => string) {
  return findings(header, row).found.find((check) => check.id.startsWith(id));
}

describe('ties', () => {
  test('whole months are told with the unit', () => {
    const check = found('ties', 'os_months,os_event', (n) => `${1 + (n % 9)},1`);
    expect(check).toMatchObject({
      claim: '40 of 40 OS events share their time with another.',
    });
    expect(check?.text).toContain('The times are whole months');
  });

  test('are not told of days, and not of patients without the event', () => {
    expect(found('ties', 'os_days,os_event', (n) => `${100 + 17 * n},1`)).toBeUndefined();
    expect(
      found('ties', 'os_months,os_event', (n) => `${n % 2 ? 12 : n + 0.3},${n % 2 ? 0 : 1}`),
    ).toBeUndefined();
  });
});

describe('a column of times that cannot be read', () => {
  test('is told with an example, and not silently used for nothing', () => {
    const times = (n: number) => (n % 3 ? `${n}m` : `1y${n % 11}m`);
    expect(
      found('unreadTimes', 'arm,PFS,pfs_event', (n) => `${n % 2},${times(n)},1`),
    ).toMatchObject({
      kind: 'problem',
      claim: 'PFS seems to hold times, but not all of them can be read, such as “1y3m”.',
      columns: ['PFS'],
    });
  });

  test.each(['-', ' to ', ' m – '])('is none of groups that are a covariate: 6%s12', (sign) => {
    const groups = (n: number) => `${6 * (n % 6)}${sign}${6 * (n % 6) + 6} m`;
    const { cohort, setup } = open(
      `arm,pfs_months\n${rowsOf(40, (n) => `${n % 2 ? 'A' : 'B'},${groups(n)}`)}`,
    );
    expect(setup.covariates).toContain('pfs_months');
    expect(checkCohort(cohort, setup).found.map(({ id }) => id)).not.toContain(
      'unreadTimes:pfs_months',
    );
  });

  test.each(['1y-3m', '1y3m'])('is told though its texts repeat: %s', (written) => {
    const times = [written, '8m', '12m', '16m', '20m', '24m'];
    const row = (n: number) => `${n % 2},${times[n % 6]},1`;
    expect(found('unreadTimes', 'arm,PFS,pfs_event', row)?.claim).toContain(`“${written}”`);
  });

  test('is told of ranges that each patient has of their own', () => {
    const row = (n: number) => `${n % 2},${n}-${n + 1},1`;
    expect(found('unreadTimes', 'arm,PFS,pfs_event', row)?.claim).toContain('“1-2”');
  });

  test('is said to be no time of an endpoint', () => {
    const row = (n: number) => `${n % 2},${n % 3}y${n % 11}m,1`;
    expect(found('unreadTimes', 'arm,PFS,pfs_event', row)?.text).toMatch(
      /until then it is no time of an endpoint\.$/,
    );
  });

  test('is none of groups, of events or of plain times', () => {
    const header = 'arm,os_group,PFS,os_months';
    const row = (n: number) => `${n % 2},${n % 3 ? '<12' : '12-24'},${n % 2},${n} months`;
    expect(found('unreadTimes', header, row)).toBeUndefined();
  });
});

test('what Excel writes for a formula without an answer is no value', () => {
  const { cohort } = open(
    `id,ldh\n${rowsOf(20, (n) => `P${n},${n === 3 ? '#DIV/0!' : n === 4 ? '#WERT!' : 200 + n}`)}`,
  );
  const ldh = cohort.columns.find(({ name }) => name === 'ldh');
  expect(ldh).toMatchObject({ type: 'number', codes: ['#DIV/0!', '#WERT!'], missing: 2 });
});

describe('levels spelt alike', () => {
  const arms = (names: string[]) => (n: number) => `${names[n % names.length]},${n}.5,1`;
  test('are named, with every row that has one of them', () => {
    const check = found('alike', 'arm,os_months,os_event', arms(['Chemo', 'CHEMO', 'Immuno']));
    expect(check).toMatchObject({
      claim: 'arm has values that look like one: “CHEMO” and “Chemo”.',
      levelsOf: 'arm',
      offer: { kind: 'merge', groups: [{ into: 'CHEMO', from: ['CHEMO', 'Chemo'] }] },
    });
    expect(check?.rows).toHaveLength(27);
  });

  test('are not values that differ in a sign or a number', () => {
    const differ = arms(['HER2 +', 'HER2 -', 'HER2', 'Stage 1', 'Stage 11']);
    expect(found('alike', 'arm,os_months,os_event', differ)).toBeUndefined();
  });
});

describe('levels misspelt', () => {
  const columns = 'arm,os_months,os_event';
  const arms =
    (odd: string[], large = ['Chemotherapy', 'Immunotherapy']) =>
    (n: number) =>
      `${odd[n - 1] ?? large[n % 2]},${n}.5,1`;

  test('are named with the one that they may be, and merged by one press', () => {
    const check = found('misspelt', columns, arms(['chemo', 'chemotherpy']));
    expect(check).toMatchObject({
      claim:
        'arm is “chemo” in 1 patient and “chemotherpy” in 1 patient: that may be “Chemotherapy” (19 patients) written otherwise.',
      rows: [1, 2],
      offer: {
        kind: 'merge',
        column: 'arm',
        groups: [{ into: 'Chemotherapy', from: ['chemo', 'chemotherpy', 'Chemotherapy'] }],
      },
    });
  });

  test('are few: once or twice beside five times as many, or else a tenth', () => {
    const beside = (odd: number, even: number) =>
      findings(
        columns,
        (n) => `${n <= odd ? 'placbo' : n % 2 ? 'placebo' : 'Drug'},${n}.5,1`,
        2 * even + odd,
      ).found.find(({ id }) => id.startsWith('misspelt'));
    expect(beside(2, 10)).toBeDefined();
    expect(beside(3, 15)).toBeUndefined();
    expect(beside(3, 30)).toBeDefined();
  });

  test('are not those of as many patients, nor those that may be either of two', () => {
    expect(found('misspelt', columns, arms([], ['Chemotherapy', 'Chemotherpy']))).toBeUndefined();
    const drugs = ['Pembrolizumab', 'Pembrolizumal'];
    expect(found('misspelt', columns, arms(['Pembrolizuma'], drugs))).toBeUndefined();
  });
});

describe('levels without events', () => {
  const header = 'arm,os_months,os_event,stage';
  test('are named with the column and their rows', () => {
    const check = found(
      'noEvents',
      header,
      (n) => `A,${n}.5,${n % 4 ? 1 : 0},${n % 4 ? 'II' : 'I'}`,
    );
    expect(check).toMatchObject({
      claim: 'None of the 10 patients with stage I has died (OS).',
      levelsOf: 'stage',
    });
    expect(check?.rows).toHaveLength(10);
  });

  test('of the arm are told with its label, not its code', () => {
    expect(
      found('noEvents', header, (n) => `${n % 2},${n}.5,${n % 2},${n % 3 ? 'II' : 'I'}`)?.claim,
    ).toBe('None of the 20 patients in Arm 0 has died (OS).');
  });

  test('are not told where nobody at all has the event', () => {
    expect(found('noEvents', header, (n) => `${n % 2},${n}.5,0,I`)).toBeUndefined();
  });
});

describe('what is read by a rule is told with its rows', () => {
  test('years of two digits', () => {
    expect(
      found('shortYear:', 'start_date,age', (n) => `${10 + (n % 18)}.03.21,${n}`),
    ).toMatchObject({
      claim: 'start_date has 40 dates with a year of two digits, such as “10.03.21”.',
      text: '00 to 29 are read as 2000 to 2029, 30 to 99 as 1930 to 1999, as Excel does: here 10\u00a0Mar\u00a02021.',
    });
  });

  test('days as Excel counts them', () => {
    expect(found('serial:', 'Startdatum,age', (n) => `${44_259 + n},${n}`)).toMatchObject({
      claim: 'Startdatum has 40 numbers where dates are expected, such as 44260.',
      text: 'They are read as Excel’s count of days: here 5\u00a0Mar\u00a02021.',
    });
    expect(found('serial:', 'platelets,age', (n) => `${44_000 + n},${n}`)).toBeUndefined();
  });

  test('limits and dates without a day', () => {
    expect(found('limit:', 'arm,ldh', (n) => `${n % 2},${n === 3 ? '<5' : n + 0.5}`)).toMatchObject(
      { claim: 'ldh has 1 limit in place of a number, such as “<5”.', rows: [3] },
    );
    expect(
      found('month:', 'start_date,age', (n) => `2021-03${n === 3 ? '' : `-${10 + (n % 18)}`},${n}`),
    ).toMatchObject({
      claim: 'start_date has 1 date without a day, such as “2021-03”.',
      rows: [3],
    });
  });

  test('a unit and a sign between thousands leave no doubt, and are no finding', () => {
    expect(
      findings('arm,ldh', (n) => `${n % 2},"1,${100 + n} U/L"`).found.map(({ id }) => id),
    ).toEqual([]);
  });
});

test('a list of visits is told as one, not as single patients twice', () => {
  const check = found('repeated', 'patient_id,visit,ldh', (n) => `P${n % 12},${n},${200 + n}`);
  expect(check).toMatchObject({
    kind: 'problem',
    claim:
      'This looks like a list of visits: 40 rows are of 12 patients by patient_id. Each has several rows, with another visit in each.',
  });
});

describe('a list of visits', () => {
  const day = (n: number) => `2021-${String(1 + (n % 12)).padStart(2, '0')}-10`;
  test.each([
    ['subject', (n: number) => `S-${n % 12}`],
    ['MRN', (n: number) => 40_000 + (n % 12)],
    ['Pat.-Nr.', (n: number) => 1 + (n % 12)],
    ['病历号', (n: number) => `B${n % 12}`],
    ['patient', (n: number) => `P${n % 5}`],
  ])('is told of patients called %s', (name, patient) => {
    const check = found('repeated', `${name},arm,visit_date,os_months,os_event`, (n) =>
      [patient(n), n % 2 ? 'A' : 'B', day(Math.floor(n / 5)), n + 0.5, n % 3 ? 1 : 0].join(','),
    );
    expect(check).toMatchObject({ kind: 'problem' });
    expect(check?.claim).toContain(
      `40 rows are of ${name === 'patient' ? 5 : 12} patients by ${name}`,
    );
  });

  /** The first `patients` rows are of as many patients, the others of the first among them again. */
  const again = (patients: number, visit: string) =>
    found('repeated', `no,patient_id,${visit},ldh`, (n) =>
      [n, `P${n > patients ? n - patients : n}`, `20${n > patients ? 22 : 21}-03-10`, 200 + n].join(
        ',',
      ),
    );

  test('is told beside a number of each row, and where some of the patients came once', () => {
    const check = again(24, 'assessment_date');
    expect(check).toMatchObject({
      kind: 'problem',
      claim:
        'This looks like a list of visits: 40 rows are of 24 patients by patient_id. 16 have several rows, with another assessment_date in each.',
      columns: ['patient_id', 'assessment_date'],
    });
    expect(check?.rows).toHaveLength(32);
  });

  test('is told where few patients came, but fill most of the rows', () => {
    const check = found('repeated', 'no,patient_id,assessment_date,ldh', (n) =>
      [n, n > 18 ? `P${n % 8}` : `Q${n}`, `2021-03-${10 + Math.floor(n / 8)}`, 200 + n].join(','),
    );
    expect(check).toMatchObject({ kind: 'warning' });
    expect(check?.claim).toContain('8 of 26 patients by patient_id have several rows');
    const many = found('repeated', 'no,patient_id,assessment_date,ldh', (n) =>
      [n, n > 10 ? `P${n % 6}` : `Q${n}`, `2021-03-${10 + Math.floor(n / 6)}`, 200 + n].join(','),
    );
    expect(many?.claim).toContain('40 rows are of 16 patients by patient_id. 6 have several rows');
    expect(many).toMatchObject({ kind: 'problem' });
  });

  test('is none where some patients were operated on twice: they are told by their number', () => {
    const check = again(32, 'surgery_date');
    expect(check).toMatchObject({
      kind: 'warning',
      claim:
        '8 of 32 patients by patient_id have several rows, with another surgery_date in each (rows 1, 2, 3, 4, 5 and 11 more).',
      columns: ['patient_id', 'surgery_date'],
    });
    expect(check?.text).not.toContain('no result can be used');
  });

  test('counts only the rows that have a patient', () => {
    const check = found(
      'repeated',
      'patient_id,visit,ldh',
      (n) => `${n > 36 ? '' : `P${n % 12}`},${n},${200 + n}`,
    );
    expect(check?.claim).toContain('36 rows are of 12 patients by patient_id.');
  });

  test('is none where two patients were entered twice', () => {
    const check = found('repeated', 'patient_id,start_date,ldh', (n) =>
      [`P${n > 38 ? n - 38 : n}`, day(n), 200 + n].join(','),
    );
    expect(check).toMatchObject({ kind: 'warning' });
    expect(check?.claim).toContain('2 values of patient_id stand in more than one row');
  });

  test('is none where patients of a site have its name, or a case is none', () => {
    const header = 'id,hospital_no,case,patient age,subject sex,number';
    const row = (n: number) =>
      `P${n},${n % 4},${n % 2 ? 'case' : 'control'},${40 + (n % 20)},${n % 3},${n % 5}`;
    expect(found('repeated', header, row)).toBeUndefined();
  });
});

test('an event column that is empty for those without the event', () => {
  expect(
    found('missing:death', 'months,death', (n) => `${n}.5,${n % 2 ? 'x' : ''}`)?.text,
  ).toContain('If an empty cell of death means no event, write 0 there');
});

test('a thousand is not offered to be counted as missing', () => {
  const check = found(
    'unreadable:ldh',
    'arm,ldh',
    (n) => `${n % 2},${n === 3 ? '"1,234"' : n === 4 ? '"1,23"' : 200.5 + n}`,
  );
  expect(check?.text).toBe('Thousands are written without a sign between: 1234 in place of 1,234.');
  expect(check?.uncountable).toBeUndefined();
});

test('times in weeks and days are measured in their own unit', () => {
  const ids = (header: string, time: (n: number) => number) =>
    findings(header, (n) => `${time(n)},${n % 2}`).found.map(({ id }) => id);
  expect(ids('os_weeks,os_event', (n) => 30 + 1.3 * n)).toEqual([]);
  expect(ids('os_days,os_event', (n) => 190 + 9 * n)).toEqual([]);
  expect(ids('os_days,os_event', (n) => 100 + 9 * n)).toEqual(['earlyCensoring']);
});

describe('events on unknown days', () => {
  const header = 'start_date,death_date,last_contact';
  const days = (month: number, n: number) =>
    `2021-0${month}-${String(1 + (n % 28)).padStart(2, '0')}`;
  const rowWith = (text: string) => (n: number) =>
    `${days(1, n)},${n === 7 ? text : n % 2 ? days(6, n) : 'alive'},${days(8, n)}`;

  test.each(['unknown', '2021-05'])('“%s” is told: it counts as no event', (text) => {
    expect(found('unknownDay', header, rowWith(text))).toMatchObject({
      kind: 'problem',
      rows: [7],
    });
  });

  test.each(['alive', '', 'NA', '-'])('“%s” says that there was none', (text) => {
    expect(found('unknownDay', header, rowWith(text))).toBeUndefined();
  });
});
