import { describe, expect, test } from 'vitest';

import { cohortOf } from '../../../web/data/cohort.ts';
import { readText } from '../../../web/data/read-csv.ts';
import { otherDeaths } from '../../../web/data/checks/state-checks.ts';
import { endpointKinds } from '../../../web/data/guess/outcome-words.ts';
import { roleOf } from '../../../web/data/roles.ts';
import { codingOf, guessedEndpoint } from '../../../web/data/setup.ts';
import { cellsOf, open, rowsOf } from './support.ts';

/** The role of each column of a table whose rows are made of their number. */
function rolesOf(header: string, row: (n: number) => string): Record<string, string> {
  const { cohort, setup } = open(`${header}\n${rowsOf(24, row)}`);
  return Object.fromEntries(cohort.table.header.map((name) => [name, roleOf(setup, name)]));
}

function eventOf(header: string, value: (n: number) => string) {
  const { setup } = open(`${header}\n${rowsOf(24, (n) => `${n}.5,${value(n)}`)}`);
  return setup.endpoints[0]?.eventLevels;
}

describe('columns named in other languages', () => {
  test('German', () => {
    expect(
      rolesOf(
        'Patientennummer;Therapiearm;Geschlecht;Alter;Überlebenszeit (Monate);Tod;PFS (Monate);Progress;Bestes Ansprechen;Nebenwirkungsgrad',
        (n) =>
          `${1000 + n};${n % 2 ? 'Arm A' : 'Arm B'};${n % 2 ? 'w' : 'm'};${40 + n};${n + 3},5;${n % 3 ? 'ja' : 'nein'};${n},5;${n % 4 ? 'ja' : 'nein'};${n % 2 ? 'PR' : 'PD'};${n % 4}`,
      ),
    ).toEqual({
      Patientennummer: 'identifier',
      Therapiearm: 'arm',
      Geschlecht: 'covariate',
      Alter: 'covariate',
      'Überlebenszeit (Monate)': 'time:OS',
      Tod: 'event:OS',
      'PFS (Monate)': 'time:PFS',
      Progress: 'event:PFS',
      'Bestes Ansprechen': 'response',
      Nebenwirkungsgrad: 'grade',
    });
  });

  test('Spanish', () => {
    expect(
      rolesOf(
        'NHC;Brazo;Sexo;Edad;SG (meses);Éxitus;SLP (meses);Progresión;Mejor respuesta;Toxicidad máxima',
        (n) =>
          `${7000 + n};${n % 2 ? 'Quimioterapia' : 'Inmunoterapia'};${n % 2 ? 'M' : 'H'};${40 + n};${n + 3},5;${n % 3 ? 'Sí' : 'No'};${n},5;${n % 4 ? 'Sí' : 'No'};${n % 2 ? 'RP' : 'PR'};${n % 4}`,
      ),
    ).toMatchObject({
      NHC: 'identifier',
      Brazo: 'arm',
      Edad: 'covariate',
      'SG (meses)': 'time:OS',
      Éxitus: 'event:OS',
      'SLP (meses)': 'time:PFS',
      Progresión: 'event:PFS',
      'Toxicidad máxima': 'grade',
    });
  });

  test('Chinese, with words inside words and beside Latin letters', () => {
    expect(
      rolesOf(
        '住院号,治疗分组,性别,OS时间(月),患者是否死亡,PFS时间(月),是否疾病进展',
        (n) =>
          `${90000 + n},${n % 2 ? '对照组' : '试验组'},${n % 2 ? '男' : '女'},${n}.5,${n % 3 ? '是' : '否'},${n}.2,${n % 4 ? '是' : '否'}`,
      ),
    ).toEqual({
      住院号: 'identifier',
      治疗分组: 'arm',
      性别: 'covariate',
      'OS时间(月)': 'time:OS',
      患者是否死亡: 'event:OS',
      'PFS时间(月)': 'time:PFS',
      是否疾病进展: 'event:PFS',
    });
  });

  test.each(['n.b.', 'k.A.', 'unbekannt', 'ND', '未知'])(
    'grades of which some are not known, written %s',
    (code) => {
      const grade = (n: number) => (n === 7 ? code : String(n % 4));
      expect(
        rolesOf(
          'Arm;Toxizität Grad;AE Diarrhoe;Monate;Tod',
          (n) => `${n % 2 ? 'A' : 'B'};${grade(n)};${grade(n)};${n},5;${n % 2}`,
        ),
      ).toMatchObject({ 'Toxizität Grad': 'grade', 'AE Diarrhoe': 'adverseEvent' });
    },
  );

  test('grades of one adverse event are levels, however many occur', () => {
    const { setup } = open(`arm,ae_anemia\n${rowsOf(24, (n) => `${n % 2 ? 'A' : 'B'},${n % 5}`)}`);
    expect(setup.types.get('ae_anemia')).toMatchObject({
      type: 'category',
      levels: ['0', '1', '2', '3', '4'],
    });
  });

  test('the year of an operation is no follow-up', () => {
    expect(
      rolesOf('arm,surgery_year,months,death', (n) => `${n % 2},${2010 + (n % 9)},${n}.5,${n % 2}`),
    ).toMatchObject({ months: 'time:OS', death: 'event:OS' });
  });
});

describe('how death is written', () => {
  test.each([
    ['dead or alive', 'months,status', ['dead', 'alive'], ['dead']],
    ['yes or no', 'months,death', ['yes', 'no'], ['yes']],
    ['in Chinese', 'OS月,生存状态', ['死亡', '存活'], ['死亡']],
    ['in Chinese, yes or no', 'OS月,死亡', ['是', '否'], ['是']],
    ['in German', 'Monate,Status', ['verstorben', 'lebt'], ['verstorben']],
    ['in Spanish', 'meses,estado vital', ['Fallecido', 'Vivo'], ['Fallecido']],
    ['with its code', 'months,status', ['1 - Dead', '0 - Alive'], ['1 - Dead']],
    ['by the legend', '"months","status (0=alive, 1=dead)"', ['1', '0'], ['1']],
    ['by another legend', '"months","status (1=alive, 2=dead)"', ['2', '1'], ['2']],
    ['reversed by the legend', '"months","status (dead=0, alive=1)"', ['0', '1'], ['0']],
  ])('%s', (_, header, [event, other], levels) => {
    expect(eventOf(header!, (n) => (n % 2 ? event! : other!))).toEqual(levels);
  });

  test.each([
    ['存活', '是', '否'],
    ['是否存活', '否', '是'],
    ['alive', 'yes', 'no'],
    ['censored', '1', '0'],
  ])('is asked about where %s names those without it', (name, one, other) => {
    expect(eventOf(`OS月,${name}`, (n) => (n % 2 ? one : other))).toBeNull();
  });

  test('asks about 0, 1, 2 and 9, about 1 and 2 without a legend, and about a date of death', () => {
    expect(eventOf('months,status', (n) => ['0', '1', '2', '9'][n % 4]!)).toBeNull();
    expect(eventOf('months,status', (n) => String(1 + (n % 2)))).toBeNull();
  });
});

describe('lines that are no patients', () => {
  const table = (text: string) => {
    const read = readText(text);
    if (!read.ok) throw new Error(read.problem);
    return read;
  };
  const leftOut = (text: string) =>
    table(text).how.leftOut.map(({ kind, line, text: shown }) => [kind, line, shown]);

  test('a title above the names', () => {
    const text = 'Cohort 2023 final,,\nid,arm,months\n1,A,3\n2,B,4\n';
    expect(table(text).table.header).toEqual(['id', 'arm', 'months']);
    expect(table(text).how).toMatchObject({ headerRow: 2, headerRows: 1 });
    expect(leftOut(text)).toEqual([['title', 1, 'Cohort 2023 final']]);
  });

  test('names in two lines, the upper over merged cells', () => {
    const read = table('Patient,,OS,,PFS,\nid,arm,months,event,months,event\n1,A,3,1,2,1\n');
    expect(read.table.header).toEqual([
      'Patient / id',
      'Patient / arm',
      'OS / months',
      'OS / event',
      'PFS / months',
      'PFS / event',
    ]);
    expect(read.how).toMatchObject({ headerRow: 1, headerRows: 2, leftOut: [] });
    expect(read.notes).toEqual([
      'The column names stand in several lines and were joined, as in “PFS / event”.',
    ]);
  });

  test('units under the names', () => {
    const text = 'id,arm,months,age\n,,months,years\n1,A,3,50\n2,B,4.5,60\n';
    expect(table(text).table.rows).toBe(2);
    expect(leftOut(text)).toEqual([['units', 2, 'months']]);
  });

  test('a total and a remark at the end', () => {
    const text = 'id,arm,months\n1,A,3\n2,B,4\nMean,,3.5\n* months since first dose of drug,,\n';
    expect(table(text).table.rows).toBe(2);
    expect(leftOut(text)).toEqual([
      ['summary', 4, 'Mean'],
      ['remark', 5, '* months since first dose of drug'],
    ]);
  });

  test('and lines that are patients stay', () => {
    for (const text of [
      'id,arm,months\nP1,,\n2,B,4\nP3,,\n',
      'a,b,c\nx,,\ny,z,w\nu,v,t\n',
      'name,,\nx,y,z\n',
      'group,n,month\nyes,no,male\nno,yes,female\n',
      'patient,arm\nTotal Recall,A\nMedia Luna,B\n',
    ]) {
      expect(table(text).table.rows).toBe(text.trim().split('\n').length - 1);
      expect(leftOut(text)).toEqual([]);
    }
  });

  test('empty cells beyond the last column are cut, a missing cell is not filled', () => {
    expect(cellsOf(table('a,b\n1,2,,,\n3,4\n').table)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(readText('a,b,c\n1,2\n3,4,5\n').ok).toBe(false);
  });
});

describe('numbers', () => {
  const ldh = (text: string) => {
    const read = readText(text);
    if (!read.ok) throw new Error(read.problem);
    return cohortOf(read, 'test.csv').columns.find(({ name }) => name === 'ldh')!;
  };

  test('a thousand is never read as one', () => {
    const column = ldh('id\tldh\n1\t1,234\n2\t980\n3\t2,050\n4\t450\n5\t300\n6\t410\n');
    expect(column.summary).toMatchObject({ lowest: 300, highest: 2050 });
    expect(ldh('id;ldh\n1;1.234,5\n2;1.980,25\n').type).toBe('category');
  });

  test('months with a decimal comma, in quotes between commas', () => {
    const { cohort, setup } = open(`months,death\n${rowsOf(12, (n) => `"${n},5",${n % 2}`)}`);
    expect(cohort.decimal).toBe(',');
    expect(setup.endpoints[0]).toMatchObject({ time: 'months', eventLevels: ['1'] });
  });
});

describe('dates', () => {
  test('follow-up ends with the last contact, not with the date of a death that most lack', () => {
    const { setup } = open(
      `treatment_start,date_of_death,last_contact,status\n${rowsOf(
        20,
        (n) =>
          `2021-03-${10 + (n % 18)},${n % 4 ? '' : `2022-05-${10 + (n % 18)}`},2022-06-${10 + (n % 18)},${n % 4 ? 'alive' : 'dead'}`,
      )}`,
    );
    expect(setup.endpoints).toMatchObject([
      { name: 'OS', start: 'treatment_start', end: 'last_contact', event: 'status' },
    ]);
  });
});

describe('what dates are called', () => {
  /** The guessed role of each column of a table whose columns are dates, each later than the one before. */
  function dateRolesOf(names: readonly string[]): string[] {
    const day = (n: number, at: number) => `20${10 + at}-03-${10 + (n % 18)}`;
    const { cohort } = open(
      `${names.join(',')},months\n${rowsOf(20, (n) => `${names.map((_, at) => day(n, at)).join(',')},${n}.5`)}`,
    );
    return names.map((name) => cohort.columns.find((column) => column.name === name)!.role);
  }

  test.each([
    ['start', 'treatment_start'],
    ['start', 'start_date'],
    ['start', 'Start of therapy'],
    ['start', 'C1D1'],
    ['start', 'date_first_dose'],
    ['start', 'randomization_date'],
    ['start', 'Enrolment date'],
    ['start', 'date of surgery'],
    ['start', 'date_diagnosis'],
    ['start', 'Therapiebeginn'],
    ['start', 'Datum Randomisierung'],
    ['start', 'Fecha de inicio'],
    ['start', 'Fecha diagnóstico'],
    ['start', 'Date de début'],
    ['start', '治疗开始日期'],
    ['start', '首次用药时间'],
    ['start', '入组日期'],
    ['start', '手术日期'],
    ['start', '确诊时间'],
    ['progression', 'progression_date'],
    ['progression', 'PD date'],
    ['progression', 'Date of relapse'],
    ['progression', 'recurrence_date'],
    ['progression', 'Progressdatum'],
    ['progression', 'Datum Rezidiv'],
    ['progression', 'Fecha de progresión'],
    ['progression', 'Date de rechute'],
    ['progression', '疾病进展日期'],
    ['progression', '复发时间'],
    ['death', 'death_date'],
    ['death', 'Date of Death'],
    ['death', 'DOD'],
    ['death', 'Todesdatum'],
    ['death', 'Sterbedatum'],
    ['death', 'Fecha de éxitus'],
    ['death', 'Fecha defunción'],
    ['death', 'Date de décès'],
    ['death', '死亡日期'],
    ['lastContact', 'last_contact'],
    ['lastContact', 'Last follow-up date'],
    ['lastContact', 'date_last_fu'],
    ['lastContact', 'last known alive'],
    ['lastContact', 'Last visit'],
    ['lastContact', 'death_or_last_contact'],
    ['lastContact', 'Letzter Kontakt'],
    ['lastContact', 'Datum letzte Nachsorge'],
    ['lastContact', 'Fecha último seguimiento'],
    ['lastContact', 'Date des dernières nouvelles'],
    ['lastContact', '末次随访日期'],
    ['lastContact', '随访时间'],
    ['lastAssessment', 'last_assessment'],
    ['lastAssessment', 'Date of last scan'],
    ['lastAssessment', 'last tumour evaluation'],
    ['lastAssessment', 'Letzte Bildgebung'],
    ['lastAssessment', 'Letztes CT'],
    ['lastAssessment', 'Fecha última evaluación'],
    ['lastAssessment', 'Date dernière imagerie'],
    ['lastAssessment', '末次影像日期'],
    ['lastAssessment', '末次疗效评价时间'],
    ['newTherapy', 'next_treatment_start'],
    ['newTherapy', 'Subsequent therapy date'],
    ['newTherapy', 'second line start'],
    ['newTherapy', 'new anticancer therapy'],
    ['newTherapy', 'Folgetherapie'],
    ['newTherapy', 'Inicio segunda línea'],
    ['newTherapy', '后续治疗开始日期'],
    ['newTherapy', '二线治疗日期'],
    ['cutoff', 'data_cutoff'],
    ['cutoff', 'Data cut-off date'],
    ['cutoff', 'DCO'],
    ['cutoff', 'database lock'],
    ['cutoff', 'Datenschnitt'],
    ['cutoff', 'Stichtag'],
    ['cutoff', 'Fecha de corte'],
    ['cutoff', 'Date de point'],
    ['cutoff', '数据截止日期'],
    ['date', 'treatment_end'],
    ['date', 'Therapieende'],
    ['date', 'prior therapy start'],
    ['date', 'progression or last follow-up'],
    ['date', 'new lesion date'],
    ['date', 'biopsy_date'],
    ['date', '停药日期'],
    ['date', 'os_date'],
  ])('%s: %s', (role, name) => {
    expect(dateRolesOf([name, 'xx'])).toEqual([role, 'date']);
  });

  test('each role once, and the surest name has it', () => {
    expect(
      dateRolesOf([
        'diagnosis_date',
        'randomisation_date',
        'treatment_start',
        'pd_date',
        'relapse',
      ]),
    ).toEqual(['date', 'date', 'start', 'progression', 'date']);
  });

  test('a day that is the same in all rows, and later than all others, is when the data were closed', () => {
    const { cohort } = open(
      `begin,day_x,months\n${rowsOf(20, (n) => `2020-01-${10 + (n % 18)},2023-06-30,${n}.5`)}`,
    );
    expect(cohort.columns.map(({ role }) => role)).toEqual(['start', 'cutoff', 'unused']);
  });
});

describe('life and disease in one column', () => {
  const cycle = (values: readonly string[]) => (n: number) => values[n % values.length]!;
  const statuses = (name: string, values: readonly string[]) =>
    open(`arm,os_months,${name}\n${rowsOf(24, (n) => `${n % 2},${n}.5,${cycle(values)(n)}`)}`);

  test.each([
    ['status', ['DOD', 'DOC', 'AWD', 'NED']],
    [
      'outcome',
      ['Dead of disease', 'Dead of other cause', 'Alive with disease', 'Alive without disease'],
    ],
    ['outcome', ['Died of cancer', 'Died of other causes', 'Alive with disease', 'Alive NED']],
    ['结局', ['死于肿瘤', '其他原因死亡', '带瘤生存', '无瘤生存']],
    ['Ausgang', ['Tumortod', 'andere Todesursache', 'lebt mit Tumor', 'lebt tumorfrei']],
    [
      'situación',
      ['Éxitus por tumor', 'Éxitus por otra causa', 'Vivo con enfermedad', 'Vivo sin enfermedad'],
    ],
    ['"status (0=NED, 1=AWD, 2=DOD, 3=DOC)"', ['2', '3', '1', '0']],
  ])('%s: %j', (name, values) => {
    const { cohort, setup } = statuses(name, values);
    const [disease, other, having] = values;
    const event = name.replaceAll('"', '');
    expect(setup.endpoints).toMatchObject([{ name: 'OS', time: 'os_months', event }]);
    expect(setup.endpoints[0]!.eventLevels!.toSorted()).toEqual([disease, other].toSorted());
    const kind = (wanted: string) => endpointKinds.find((one) => one.name === wanted)!;
    const specific = guessedEndpoint(cohort, setup, kind('DSS'));
    expect(specific).toMatchObject({ time: 'os_months', event, eventLevels: [disease] });
    const relapse = codingOf(cohort, setup, { ...specific, name: 'DFS' });
    expect(relapse.levels?.toSorted()).toEqual([disease, other, having].toSorted());
    const progression = codingOf(cohort, setup, { ...specific, name: 'PFS' });
    expect(progression).toMatchObject({ levels: null });
    expect(progression.suggestion.toSorted()).toEqual([disease, other, having].toSorted());
  });

  test('deaths of another cause are told as competing where only those of the disease count', () => {
    const { cohort, setup } = statuses('status', ['DOD', 'DOC', 'AWD', 'NED']);
    expect(otherDeaths(cohort, setup)).toBeNull();
    const kind = endpointKinds.find(({ name }) => name === 'DSS')!;
    const endpoints = [...setup.endpoints, guessedEndpoint(cohort, setup, kind)];
    expect(otherDeaths(cohort, { ...setup, endpoints })).toMatchObject([
      {
        claim: '6 patients died of another cause and count as censored for DSS.',
        rows: [1, 5, 9, 13, 17, 21],
      },
    ]);
  });

  test('where one value is not known it is asked about, the others are filled in', () => {
    const { cohort, setup } = statuses('status', ['DOD', 'DOC', 'NED', 'lost']);
    expect(setup.endpoints[0]).toMatchObject({ eventLevels: null });
    const asked = statuses('status', ['DOD', 'DOC', 'NED', 'unknown']);
    const coding = codingOf(asked.cohort, asked.setup, asked.setup.endpoints[0]!);
    expect(coding).toMatchObject({ levels: null, suggestion: ['DOC', 'DOD'] });
    expect(codingOf(cohort, setup, setup.endpoints[0]!).states).toBeNull();
  });
});

describe('what the other columns are called', () => {
  const two = (a: string, b: string) => (n: number) => (n % 2 ? a : b);
  const values: Record<string, (n: number) => string> = {
    arm: two('A', 'B'),
    response: two('PR', 'PD'),
    grade: (n) => String(n % 5),
    adverseEvent: (n) => String(n % 4),
    identifier: (n) => `Z${1000 + n}`,
    covariate: (n) => String(40 + n),
    'time:OS': (n) => `${n}.5`,
    'time:PFS': (n) => `${n}.5`,
    'event:OS': two('1', '0'),
    'event:PFS': two('1', '0'),
  };
  /** What has to stand beside a column for it to be what it is. */
  const beside: Record<string, [string, (n: number) => string]> = {
    'event:OS': ['os_months', (n) => `${n}.5`],
    'event:PFS': ['pfs_months', (n) => `${n}.5`],
    'time:OS': ['os_event', two('1', '0')],
    'time:PFS': ['pfs_event', two('1', '0')],
  };

  test.each(
    Object.entries({
      arm: 'arm, Treatment, trt, Group, Regimen, rx, Study arm, Therapiearm, Brazo, 分组, 组别, 治疗组, 治疗方案, 用药方案, 治疗方式',
      response:
        'best_response, BOR, RECIST, Efficacy, Best overall response, Bestes Ansprechen, Mejor respuesta, 疗效, 最佳疗效, 疗效评价, 最佳总体疗效, 近期疗效, 疗效评估',
      grade:
        'worst_ae_grade, Max toxicity grade, AE grade, CTCAE, irAE_grade, Toxizität Grad, Toxicidad máxima, 不良反应分级, 最高毒性分级, 不良反应等级',
      adverseEvent: 'AE_rash, AE: diarrhoea, 不良反应_皮疹',
      identifier:
        'patient_id, ID, MRN, USUBJID, Patient No, Patientennummer, NHC, 住院号, 病历号, 姓名, 患者编号, 病案号, 受试者编号, 登记号',
      covariate: 'age, BMI, LDH, Alter, Edad, 年龄, 体重, 乳酸脱氢酶',
      'time:OS':
        'os_months, OS (days), overall_survival, survival_time, OS时间, 总生存期, 生存时间, 总生存时间（月）, 生存月数, Überlebenszeit, SG (meses)',
      'time:PFS':
        'pfs_months, PFS (days), Progression-free survival, PFS时间, 无进展生存期, 无进展生存时间, SLP (meses)',
      'event:OS':
        'os_event, OS_status, death, vital_status, survival_status, dead, 生存状态, 是否死亡, 死亡, OS状态, 存活状态, Tod, Éxitus',
      'event:PFS':
        'pfs_event, PFS_status, progression, progressed, 是否进展, 疾病进展, PFS状态, 进展状态, Progress, Progresión',
    }).flatMap(([role, names]) => names.split(', ').map((name) => [role, name] as const)),
  )('%s: %s', (role, name) => {
    const [other, fill] = beside[role] ?? ['os_months', (n: number) => `${n}.7`];
    const column = values[role]!;
    const { setup } = open(
      `${name},${other},xx\n${rowsOf(24, (n) => `${column(n)},${fill(n)},${n % 3 ? 'p' : 'q'}`)}`,
    );
    expect(roleOf(setup, name)).toBe(role);
  });

  test.each(['ae_term', 'Preferred term', 'Toxicity term', 'PT', '不良反应名称', '不良事件名称'])(
    'term: %s',
    (name) => {
      const { cohort } = open(
        `patient,${name},grade\n${rowsOf(24, (n) => `P${n % 9},${['rash', 'nausea', 'fatigue'][n % 3]},${1 + (n % 4)}`)}`,
      );
      expect(cohort.columns.find((column) => column.name === name)?.role).toBe('term');
    },
  );
});
