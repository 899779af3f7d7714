import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { roleOf } from '../../../web/data/roles.ts';
import { guessBetween, guessedSetup } from '../../../web/data/setup.ts';
import { open, rowsOf } from './support.ts';

const example = open(
  readFileSync(new URL('../../../web/examples/rechallenge_cohort.csv', import.meta.url), 'utf8'),
);

function rolesIn(text: string): Record<string, string> {
  const { cohort, setup } = open(text);
  return Object.fromEntries(cohort.table.header.map((name) => [name, roleOf(setup, name)]));
}

describe('the example cohort', () => {
  const { setup } = example;

  test('has the roles that its names and values say', () => {
    expect(setup).toMatchObject({
      arm: 'arm',
      armLevels: ['Chemotherapy', 'Immunotherapy rechallenge'],
      grade: 'worst_trae_grade',
      identifiers: ['patient_id'],
      endpoints: [
        {
          name: 'OS',
          time: 'os_months',
          event: 'os_event',
          eventLevels: ['1'],
          unit: 'months',
          confirmed: false,
        },
        {
          name: 'PFS',
          time: 'pfs_months',
          event: 'pfs_event',
          eventLevels: ['1'],
          unit: 'months',
          confirmed: false,
        },
      ],
    });
    expect(setup.response?.column).toBe('best_response');
    expect([...setup.response!.levels.values()]).toEqual(['CR', 'PR', 'SD', 'PD', 'NE']);
  });

  test('keeps adverse events and dates out of the covariates', () => {
    expect(setup.covariates).toEqual([
      'age',
      'sex',
      'ecog',
      'pathology',
      'cps',
      'cps_group',
      'her2',
      'msi',
      'metastatic_sites',
      'prior_ici_pfs_months',
    ]);
  });

  test('enters five factors beside the arm: 66 deaths allow six coefficients', () => {
    expect(setup.factors).toEqual(['age', 'sex', 'ecog', 'pathology', 'cps_group']);
  });

  test('has the reference levels of a paper', () => {
    const first = (name: string) => setup.types.get(name)?.levels[0];
    expect(['sex', 'ecog', 'pathology', 'cps_group', 'her2', 'msi'].map(first)).toEqual([
      'Female',
      '0',
      'Diffuse or mixed',
      '<1',
      'Negative',
      'MSS',
    ]);
    expect(setup.types.get('ecog')?.type).toBe('category');
    expect(setup.types.get('age')?.type).toBe('number');
  });
});

test('of a large table the guesses are made with pauses, and are the same', async () => {
  const { cohort, setup } = open(
    readFileSync(new URL('../../../web/examples/rechallenge_cohort.csv', import.meta.url), 'utf8'),
  );
  let pauses = 0;
  await guessBetween(cohort, async () => {
    pauses += 1;
  });
  expect(pauses).toBe(setup.endpoints.length + 1);
  expect(guessedSetup(cohort)).toEqual(setup);
});

describe('files as clinicians have them', () => {
  test('German: semicolons, decimal commas, status texts, Excel dates', () => {
    const { cohort, setup } = open(
      `Patient_ID;Gruppe;Geburtsdatum;Therapiebeginn;OS (Monate);OS Status;Alter\n${rowsOf(
        20,
        (n) =>
          `P${n};${n % 2 ? 'Chemo' : 'Immun'};01.02.19${40 + n};${10 + (n % 18)}.03.2021;${n},5;${n % 3 ? 'dead' : 'alive'};${50 + n}`,
      )}`,
    );
    expect(cohort).toMatchObject({ delimiter: ';', decimal: ',' });
    expect(setup).toMatchObject({
      arm: 'Gruppe',
      armLevels: ['Chemo', 'Immun'],
      endpoints: [
        {
          name: 'OS',
          time: 'OS (Monate)',
          event: 'OS Status',
          eventLevels: ['dead'],
          unit: 'months',
        },
      ],
    });
    expect(setup.types.get('Therapiebeginn')).toMatchObject({ type: 'date', order: 'dmy' });
  });

  test.each([
    ['OSmonths,OSstatus', 'OS'],
    ['os.time,os.event', 'OS'],
    ['Overall Survival (months),Death', 'OS'],
    ['futime,fustat', 'OS'],
    ['time,status', 'OS'],
    ['survtime,dead', 'OS'],
    ['follow_up_days,vital_status', 'OS'],
    ['PFS_days,PFS_event', 'PFS'],
    ['Progression-free survival (months),Progression', 'PFS'],
    ['rfstime,relapse', 'RFS'],
    ['DFS.months,DFS.status', 'DFS'],
  ])('finds in the names %s the endpoint %s', (header, endpoint) => {
    const roles = rolesIn(`${header}\n${rowsOf(12, (n) => `${n}.5,${n % 2}`)}`);
    expect(Object.values(roles)).toEqual([`time:${endpoint}`, `event:${endpoint}`]);
  });

  test('pairs each of two plain times with the event of its first letter', () => {
    const roles = rolesIn(
      `rtime,recur,dtime,death\n${rowsOf(12, (n) => `${n}.5,${n % 2},${n}.7,${n % 3 ? 1 : 0}`)}`,
    );
    expect(roles).toEqual({
      rtime: 'time:RFS',
      recur: 'event:RFS',
      dtime: 'time:OS',
      death: 'event:OS',
    });
  });

  test('does not take marker status, prior survival or a second coding for outcomes', () => {
    const roles = rolesIn(
      `time,event,her2_status,prior_pfs_months,status,performance_status\n${rowsOf(
        12,
        (n) => `${n}.5,${n % 2},${n % 2 ? 'pos' : 'neg'},${n}.25,${1 + (n % 2)},${n % 3}`,
      )}`,
    );
    expect(roles).toEqual({
      time: 'time:OS',
      event: 'event:OS',
      her2_status: 'covariate',
      prior_pfs_months: 'covariate',
      status: 'unused',
      performance_status: 'covariate',
    });
  });

  test('offers two dates where there is no column of times', () => {
    const { setup } = open(
      `treatment_start,last_followup,death\n${rowsOf(12, (n) => `2021-03-${10 + n},2022-05-${10 + n},${n % 2}`)}`,
    );
    expect(setup.endpoints).toMatchObject([
      { name: 'OS', time: null, start: 'treatment_start', end: 'last_followup', event: 'death' },
    ]);
  });

  test('keeps an outcome column in which nobody or everybody has the event', () => {
    expect(rolesIn(`months,death\n${rowsOf(12, (n) => `${n}.5,0`)}`)).toEqual({
      months: 'time:OS',
      death: 'event:OS',
    });
  });

  test('keeps an arm of one level: the page says why nothing is compared', () => {
    const { setup } = open(`arm,months,death\n${rowsOf(12, (n) => `Nivolumab,${n}.5,${n % 2}`)}`);
    expect(setup).toMatchObject({ arm: 'arm', armLevels: ['Nivolumab'] });
  });

  test('knows arms by their values where the name says nothing', () => {
    const { setup } = open(`x,y\n${rowsOf(12, (n) => `${n % 2 ? 'Placebo' : 'Drug'},${n}`)}`);
    expect(setup).toMatchObject({ arm: 'x', armLevels: ['Placebo', 'Drug'] });
  });

  test('flags what can identify a patient', () => {
    const { setup } = open(
      `Name,MRN,dob,age\n${rowsOf(12, (n) => `Person ${n},00${n}123,19${50 + n}-01-02,${40 + n}`)}`,
    );
    expect(setup.identifiers).toEqual(['Name', 'MRN', 'dob']);
    expect(setup.covariates).toEqual(['age']);
  });

  test('reads Chinese names as they are and takes no role from them', () => {
    const { cohort, setup } = open(
      `姓名,性别,年龄\n${rowsOf(12, (n) => `患者${n},${n % 2 ? '男' : '女'},${50 + n}`)}`,
    );
    expect(cohort.columns.map(({ label }) => label)).toEqual(['姓名', '性别', '年龄']);
    expect(setup).toMatchObject({ arm: null, endpoints: [], covariates: ['性别', '年龄'] });
  });

  test('gives every column a role, whatever it is called', () => {
    const roles = rolesIn(`__proto__,constructor,a\n${rowsOf(9, (n) => `${n % 2},${n},${n % 3}`)}`);
    expect(Object.keys(roles).length + Number(!Object.hasOwn(roles, '__proto__'))).toBe(3);
  });

  test('takes no response from a column that is mostly something else', () => {
    expect(
      rolesIn(
        `er,pr\n${rowsOf(12, (n) => `${n % 2 ? 'pos' : 'neg'},${n % 3 ? 'PR' : 'negative'}`)}`,
      ),
    ).toEqual({
      er: 'covariate',
      pr: 'covariate',
    });
  });
});

test('Chinese headings have their roles', () => {
  const chinese = rolesIn(
    `身份证号,分组,年龄,总生存期(月),生存状态,无进展生存期(月),是否进展,最佳疗效,最高不良反应分级\n${rowsOf(
      20,
      (n) =>
        `1101011990010100${n + 10},${n % 2 ? '化疗组' : '免疫组'},${50 + n},${n}.5,${n % 3 ? '死亡' : '存活'},${n}.1,${n % 4 ? '是' : '否'},${n % 2 ? 'PR' : 'PD'},${n % 5 ? n % 4 : '无'}`,
    )}`,
  );
  expect(Object.values(chinese)).toEqual([
    'identifier',
    'arm',
    'covariate',
    'time:OS',
    'event:OS',
    'time:PFS',
    'event:PFS',
    'response',
    'grade',
  ]);
});

test('the highest grade is of adverse events; a tumour has one grade, and never grade 0', () => {
  const grades = (name: string, lowest = 0) =>
    rolesIn(
      `id,arm,${name}\n${rowsOf(20, (n) => `P${n},${n % 2 ? 'A' : 'B'},${lowest + (n % 4)}`)}`,
    )[name];
  expect(grades('max_grade')).toBe('grade');
  expect(grades('AE grade', 1)).toBe('grade');
  expect(grades('grade', 1)).toBe('covariate');
  expect(grades('grade')).toBe('grade');
  expect(grades('regression grade')).toBe('covariate');
});
