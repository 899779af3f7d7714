// Ugly text files, each with the table that a person would read in it.
import { encoded } from './lib/encode.mjs';

/**
 * `table`: its column names, then its patients. `problem`: the start of the sentence that refuses it.
 *
 * @typedef {{ name: string, bytes: Uint8Array, table?: string[][], problem?: string }} Case
 */

export const patients = [
  ['patient_id', 'arm', 'age', 'os_months', 'os_event', 'best_response'],
  ['P001', 'Chemotherapy', '61', '12.5', '1', 'PR'],
  ['P002', 'Immunotherapy', '54', '20.25', '0', 'CR'],
  ['P003', 'Chemotherapy', '70', '3.75', '1', 'PD'],
  ['P004', 'Immunotherapy', '48', '31', '0', 'PR'],
  ['P005', 'Chemotherapy', '66', '8.4', '1', 'SD'],
  ['P006', 'Immunotherapy', '59', '15.1', '1', 'SD'],
  ['P007', 'Chemotherapy', '73', '', '0', 'NE'],
  ['P008', 'Immunotherapy', '64', '27.9', '0', 'PR'],
];

const [names, ...rows] = /** @type {[string[], ...string[][]]} */ (patients);

/** @param {readonly (readonly string[])[]} table @param {string} by @param {string} end */
const written = (table, by = ',', end = '\n') => table.map((row) => row.join(by) + end).join('');

/** @param {string[][]} table @returns {string[][]} */
const withCommas = (table) =>
  table.map((row) => row.map((cell) => cell.replace(/^(\d+)\.(\d+)$/, '$1,$2')));

/** A table of other names and words, its numbers as above. @param {string[]} header @param {[string, string]} arms @param {[string, string]} answers @returns {string[][]} */
const inWords = (header, arms, answers) => [
  header,
  ...rows.map(([id, arm, age, months, event]) => [
    id ?? '',
    arms[arm === 'Chemotherapy' ? 0 : 1],
    age ?? '',
    months ?? '',
    answers[event === '1' ? 0 : 1],
  ]),
];

const chinese = inWords(
  ['编号', '治疗组', '年龄', '总生存期(月)', '死亡'],
  ['化疗', '免疫治疗'],
  ['是', '否'],
);
const japanese = inWords(
  ['患者番号', '治療群', '年齢', '全生存期間(月)', '死亡'],
  ['化学療法', '免疫療法'],
  ['あり', 'なし'],
);
const german = inWords(
  ['Patient', 'Therapiearm', 'Alter', 'Überlebenszeit (Monate)', 'Tod'],
  ['Chemotherapie', 'Prüfarm'],
  ['ja', 'nein'],
);
const polish = inWords(
  ['Pacjent', 'Leczenie', 'Wiek', 'Przeżycie (miesiące)', 'Śmierć'],
  ['chemioterapia', 'leczenie wspomagające'],
  ['tak', 'nie'],
);
const russian = inWords(
  ['Пациент', 'Лечение', 'Возраст', 'Выживаемость (мес)', 'Смерть'],
  ['химиотерапия', 'иммунотерапия'],
  ['да', 'нет'],
);
const greek = inWords(
  ['Ασθενής', 'Θεραπεία', 'Ηλικία', 'Επιβίωση (μήνες)', 'Θάνατος'],
  ['χημειοθεραπεία', 'ανοσοθεραπεία'],
  ['ναι', 'όχι'],
);
const turkish = inWords(
  ['Hasta', 'Tedavi grubu', 'Yaş', 'Sağkalım (ay)', 'Ölüm'],
  ['kemoterapi', 'bağışıklık tedavisi'],
  ['var', 'yok'],
);

const wide = ['', '', '', '', '', ''];
/** @param {string} first @param {...string} rest */
const line = (first, ...rest) => [first, ...rest, ...wide].slice(0, names.length);

/** Times as whoever typed them counted them. */
const severalUnits = [
  ['id', 'arm', 'follow-up', 'status'],
  ['1', 'A', '12 months', 'dead'],
  ['2', 'B', '1.5 years', 'alive'],
  ['3', 'A', '200 days', 'dead'],
  ['4', 'B', '9 months', 'alive'],
  ['5', 'A', '26 weeks', 'dead'],
  ['6', 'B', '30 months', 'alive'],
];

/** Start, progression, death, last contact, status and the day on which the data were closed. */
const datesWithCutoff = [
  [
    '编号',
    '分组',
    '治疗开始日期',
    '疾病进展日期',
    '死亡日期',
    '末次随访日期',
    '生存状态',
    '数据截止日期',
  ],
  ['1', '化疗', '2022-01-10', '2022-06-01', '2022-09-15', '2022-09-01', '死亡', '2023-12-31'],
  ['2', '免疫', '2022-02-14', '', '', '2023-11-30', '存活', '2023-12-31'],
  ['3', '化疗', '2022-03-01', '2022-07-20', '', '2023-01-05', '死亡', '2023-12-31'],
  ['4', '免疫', '2022-03-22', '2023-02-02', '', '2024-02-10', '存活', '2023-12-31'],
  ['5', '化疗', '2022-05-05', '', '2022-08-08', '2022-08-01', '死亡', '2023-12-31'],
  ['6', '免疫', '2022-06-16', '', '', '2023-12-20', '存活', '2023-12-31'],
];

// A registry's own signs of missing values, and its times of death and of last contact apart.
const registry = [
  [
    'bcr_patient_barcode',
    'vital_status',
    'days_to_death',
    'days_to_last_followup',
    'treatment_arm',
  ],
  ...Array.from({ length: 14 }, (_, at) => {
    const dead = at % 2 === 0;
    const days = String(120 + 37 * at);
    return [
      `R-${1001 + at}`,
      dead ? 'Dead' : 'Alive',
      dead ? days : '[Not Applicable]',
      dead ? '[Not Available]' : days,
      at % 3 === 0 ? 'Chemo' : 'IO',
    ];
  }),
];

// An export of a form: abbreviated names, a day for each event, a day of last contact for all.
const form = [
  ['N° dossier', 'Bras', 'consent_dt', 'prog_yn', 'prog_dt', 'death_yn', 'death_dt', 'lastfu_dt'],
  ...Array.from({ length: 12 }, (_, at) => {
    const day = (/** @type {number} */ year) => `${year}-0${1 + (at % 9)}-1${at % 10}`;
    const [progressed, dead] = [at % 3 !== 0, at % 2 === 0];
    return [
      String(at + 1),
      at % 4 < 2 ? 'Chimiothérapie' : 'Immunothérapie',
      day(2020),
      progressed ? '1' : '0',
      progressed ? day(2021) : '',
      dead ? '1' : '0',
      dead ? day(2022) : '',
      dead ? day(2022) : '2022-12-31',
    ];
  }),
];

// Outcomes named in Japanese.
const outcomes = [
  ['患者番号', '治療群', '全生存期間(月)', '転帰', '無増悪生存期間(月)', '増悪', '最良効果'],
  ...rows.map(([id = '', arm, , months = '', event], at) => [
    id,
    arm === 'Chemotherapy' ? '化学療法' : '免疫療法',
    months,
    event === '1' ? '死亡' : '生存',
    months,
    at % 4 === 3 ? 'なし' : 'あり',
    ['完全奏効', '部分奏効', '安定', '進行'][at % 4] ?? '',
  ]),
];

/** Twenty-four patients, each made by its place. @param {(at: number) => (string | number)[]} row @returns {string[][]} */
const made = (row) => Array.from({ length: 24 }, (_, at) => row(at).map(String));

/** @param {number} days @param {string} by */
const shortDay = (days, by) => {
  const [year = '', month, day] = new Date(86_400_000 * days).toISOString().slice(0, 10).split('-');
  return [day, month, year.slice(2)].join(by);
};

// Names over merged cells, units with a legend below them, and a total in two languages.
const mixed = made((at) => [
  `A${at + 1}`,
  at % 2 ? '化疗' : '免疫',
  40 + at,
  (3 + at * 1.3).toFixed(1),
  at % 3 ? 1 : 0,
  ['CR', 'PR', 'SD', 'PD'][at % 4] ?? '',
]);

// A German clinic: short years, decimal commas, an apostrophe between thousands, "lost to FU" for a day.
const clinic = [
  ['Pat.-Nr.', 'Therapie', 'Erstdiagnose', 'letzter Kontakt', 'Status', 'LDH (U/l)', 'Größe (cm)'],
  ...made((at) => [
    at + 1,
    at % 4 < 2 ? 'Chemo' : 'Immun',
    shortDay(18_000 + 17 * at, '.'),
    at === 5 ? 'lost to FU' : shortDay(18_400 + 31 * at, '.'),
    at % 3 ? 'verstorben' : 'lebt',
    at === 4 ? "1'250" : 200 + at * 9,
    (1.5 + at / 7).toFixed(1).replace('.', ','),
  ]),
];

// Durations as they are spoken of: PFS cannot be read, OS can.
const durations = [
  ['pt', 'tx', 'PFS', 'PFS event', 'OS', 'dead'],
  ...made((at) => [
    at + 1,
    at % 2 ? 'A' : 'B',
    ['1y3m', '8m', '>24', `${5 + at}m`][at % 4] ?? '',
    at % 4 === 2 ? 'no' : 'yes',
    at % 5 === 0 ? '2y' : at % 5 === 1 ? '>36' : `${10 + at}m`,
    at % 5 === 1 ? 'N' : 'Y',
  ]),
];

// Formulas without an answer, a percentage, a mark that the footnote explains.
const formulaErrors = [
  ['ID', 'Arm', 'Age', 'Ki-67', 'NLR', 'OS (months)', 'Death (0=alive;1=dead)'],
  ...made((at) => [
    100 + at,
    at % 2 ? 'Control' : 'Study',
    at === 3 ? '#N/A' : 50 + at,
    `${(at * 4) % 100}%`,
    at === 6 ? '#DIV/0!' : (1 + at / 5).toFixed(2),
    at === 8 ? '12.5*' : (2 + at).toFixed(1),
    at % 3 ? 1 : 0,
  ]),
];

// Codes for not known in every column, and an arm misspelt and cut short.
const coded = [
  ['id', 'arm', 'sex(1=M;2=F;9=unk)', 'ECOG', 'stage', 'smoking', 'grade_ae', 'os_m', 'os_status'],
  ...made((at) => [
    `S${at}`,
    ['chemo', 'Chemotherpy'][at] ?? (at % 2 ? 'Chemotherapy' : 'Immunotherapy'),
    at === 4 ? 9 : 1 + (at % 2),
    at === 5 ? 9 : at % 3,
    at === 6 ? 'X' : (['II', 'IIIA', 'IV'][at % 3] ?? ''),
    at === 7 ? -9 : at % 2,
    at === 8 ? 99 : at % 5,
    3 + at,
    at % 3 ? 1 : 0,
  ]),
];

// The times of the dead in one column, of the living in another, and no status.
const twoTimes = [
  ['reg_id', 'treatment', 'months to death', 'months to last contact', 'stage'],
  ...made((at) => [
    `R${at}`,
    at % 2 ? 'surgery' : 'none',
    at % 3 ? (5 + at * 1.1).toFixed(1).replace('.', ',') : '',
    at % 3 ? '' : `${20 + at},5`,
    ['I', 'II', 'III'][(at >> 1) % 3] ?? '',
  ]),
];

// A row for each visit, whose patients have a number of the hospital and a name.
const visits = [
  ['Hosp.No.', 'Name', 'Visit date', 'Cycle', 'CEA', 'Response'],
  ...made((at) => [
    `H${1000 + (at % 8)}`,
    `Pt ${at % 8}`,
    `2021-0${1 + Math.floor(at / 8)}-${10 + (at % 8)}`,
    `C${1 + Math.floor(at / 8)}`,
    5 + at,
    ['SD', 'PR', 'PD'][at % 3] ?? '',
  ]),
];

// Totals over the patients, and means without a label under them.
const summed = [
  ['no', 'patient', 'group', 'age', 'months', 'event'],
  ...made((at) => [
    at + 1,
    `K${at}`,
    at % 2 ? 'SOX' : 'XELOX',
    40 + ((at * 7) % 30),
    (3 + at * 1.7).toFixed(1),
    at % 3 ? 1 : 0,
  ]),
];

/** @type {Case[]} */
export const texts = [
  {
    name: 'units-and-two-languages.csv',
    bytes: encoded(
      written([
        ['基本信息', '', '', '生存 Survival', '', '疗效'],
        ['编号 No.', '分组 Arm', '年龄 Age', 'OS', 'OS status', 'BOR'],
        ['', '', '(岁 years)', '(月 months)', '0=存活 alive;1=死亡 dead', ''],
        ...mixed,
        ['合计 Total (n=24)', '', '51.5', '17.95', '16', ''],
      ]),
      'gb18030',
    ),
    table: [
      [
        '基本信息 / 编号 No.',
        '基本信息 / 分组 Arm',
        '基本信息 / 年龄 Age',
        '生存 Survival / OS',
        '生存 Survival / OS status',
        '疗效 / BOR',
      ],
      ...mixed,
    ],
  },
  {
    name: 'clinic.tsv',
    bytes: encoded(
      written([...clinic, ['Mittelwert', '', '', '', '', '303,5', '3,1']], '\t', '\r\n'),
      'windows-1252',
    ),
    table: clinic,
  },
  { name: 'durations.csv', bytes: encoded(written(durations)), table: durations },
  {
    name: 'formula-errors.csv',
    bytes: encoded(
      `${written(formulaErrors)},,,,,,\n* lost to follow-up,,,,,,\n"# Ki-67 by local laboratory, not reviewed",,,,,,\n`,
    ),
    table: formulaErrors,
  },
  { name: 'codes.csv', bytes: encoded(written(coded)), table: coded },
  {
    name: 'two-times.csv',
    bytes: encoded(`Registry extract 2024\n\n${written(twoTimes, ';')}`),
    table: twoTimes,
  },
  { name: 'visits.csv', bytes: encoded(written(visits)), table: visits },
  {
    name: 'totals-over-and-under.csv',
    bytes: encoded(
      written([
        summed[0] ?? [],
        ['', '', 'All (n=24)', '1302', '541.2', '16'],
        ...summed.slice(1),
        ['', '', '', '54.25', '22.55', '0.67'],
      ]),
    ),
    table: summed,
  },
  {
    name: 'breaks-in-names.csv',
    bytes: encoded(
      `"Patient\nID","Treatment\n(1=chemo; 2=ICI)","Survival\n(months)","Status\n(0=alive; 1=dead)","Remarks"\r${made(
        (at) => [`P${at}`, 1 + (at % 2), 3 + at, at % 3 ? 1 : 0, '"stable\non therapy"'],
      )
        .map((row) => row.join(','))
        .join('\r')}\r`,
    ),
    table: [
      [
        'Patient ID',
        'Treatment (1=chemo; 2=ICI)',
        'Survival (months)',
        'Status (0=alive; 1=dead)',
        'Remarks',
      ],
      ...made((at) => [`P${at}`, 1 + (at % 2), 3 + at, at % 3 ? 1 : 0, 'stable\non therapy']),
    ],
  },
  {
    name: 'several-units.csv',
    bytes: encoded(written(severalUnits), 'utf-8'),
    table: severalUnits,
  },
  {
    name: 'dates-with-cutoff.csv',
    bytes: encoded(written(datesWithCutoff), 'gb18030'),
    table: datesWithCutoff,
  },
  { name: 'plain.csv', bytes: encoded(written(patients)), table: patients },
  {
    name: 'mark-crlf.csv',
    bytes: encoded(`\ufeff${written(patients, ',', '\r\n')}`),
    table: patients,
  },
  { name: 'carriage-returns.csv', bytes: encoded(written(patients, ',', '\r')), table: patients },
  { name: 'tabs.tsv', bytes: encoded(written(patients, '\t')), table: patients },
  { name: 'bars.txt', bytes: encoded(written(patients, '|')), table: patients },
  {
    name: 'announced.csv',
    bytes: encoded(`sep=;\r\n${written(patients, ';', '\r\n')}`),
    table: patients,
  },
  { name: 'workbook-in-name-only.xlsx', bytes: encoded(written(patients, '\t')), table: patients },
  {
    name: 'decimal-comma-1252.csv',
    bytes: encoded(written(withCommas(german), ';', '\r\n'), 'windows-1252'),
    table: withCommas(german),
  },
  {
    name: 'unicode-text.txt',
    bytes: encoded(`\ufeff${written(patients, '\t', '\r\n')}`, 'utf-16le'),
    table: patients,
  },
  {
    name: 'big-end-first.csv',
    bytes: encoded(`\ufeff${written(german, ';')}`, 'utf-16be'),
    table: german,
  },
  { name: 'utf-16-unmarked.csv', bytes: encoded(written(chinese), 'utf-16le'), table: chinese },
  { name: 'gb18030.csv', bytes: encoded(written(chinese, ',', '\r\n'), 'gb18030'), table: chinese },
  {
    name: 'shift-jis.csv',
    bytes: encoded(written(japanese, ',', '\r\n'), 'shift_jis'),
    table: japanese,
  },
  {
    name: 'windows-1250.csv',
    bytes: encoded(written(withCommas(polish), ';'), 'windows-1250'),
    table: withCommas(polish),
  },
  {
    name: 'windows-1251.csv',
    bytes: encoded(written(withCommas(russian), ';'), 'windows-1251'),
    table: withCommas(russian),
  },
  { name: 'windows-1253.csv', bytes: encoded(written(greek, ';'), 'windows-1253'), table: greek },
  {
    name: 'windows-1254.csv',
    bytes: encoded(written(turkish, ';'), 'windows-1254'),
    table: turkish,
  },
  {
    name: 'cut-within-a-letter.csv',
    bytes: encoded(`${written(chinese)}P009,化疗`).subarray(0, -1),
    problem: '1 row does not have the 5 cells',
  },
  {
    name: 'quotes.csv',
    bytes: encoded(
      'id,note,arm,months\n1,"said ""no"", then yes",A,3\n2,"line one\nline two",B,4.5\n3,"a, b",A,5\n',
    ),
    table: [
      ['id', 'note', 'arm', 'months'],
      ['1', 'said "no", then yes', 'A', '3'],
      ['2', 'line one\nline two', 'B', '4.5'],
      ['3', 'a, b', 'A', '5'],
    ],
  },
  {
    name: 'title-and-empty-line.csv',
    bytes: encoded(
      written([line('Rechallenge cohort, data cut 2024-03-31'), line(''), ...patients]).replace(
        'Rechallenge cohort, data cut 2024-03-31',
        '"Rechallenge cohort, data cut 2024-03-31"',
      ),
    ),
    table: patients,
  },
  {
    name: 'several-titles.csv',
    bytes: encoded(
      written(
        [
          line('Hospital:', 'St. Elsewhere'),
          line('Exported:', '2024-03-31'),
          line('Department of Oncology'),
          ...patients,
        ],
        ';',
      ),
    ),
    table: patients,
  },
  {
    name: 'short-title.csv',
    bytes: encoded(`Cohort 2023\n${written(withCommas(german), ';')}`),
    table: withCommas(german),
  },
  {
    name: 'names-in-two-lines.csv',
    bytes: encoded(
      written([
        ['Patient', '', 'OS', '', 'PFS', ''],
        ['id', 'arm', 'months', 'event', 'months', 'event'],
        ...rows.map(([id, arm, , months, event]) => [
          id ?? '',
          arm ?? '',
          months ?? '',
          event ?? '',
          months ?? '',
          event ?? '',
        ]),
      ]),
    ),
    table: [
      ['Patient / id', 'Patient / arm', 'OS / months', 'OS / event', 'PFS / months', 'PFS / event'],
      ...rows.map(([id, arm, , months, event]) => [
        id ?? '',
        arm ?? '',
        months ?? '',
        event ?? '',
        months ?? '',
        event ?? '',
      ]),
    ],
  },
  {
    name: 'units.csv',
    bytes: encoded(written([names, ['', '', '(years)', '(months)', '0/1', ''], ...rows])),
    table: patients,
  },
  {
    name: 'total-and-footnotes.csv',
    bytes: encoded(
      written([
        ...patients,
        line('Total', '', '', '8'),
        line('Mean', '', '61.9', '16.9'),
        line(''),
        line('* months from the first dose'),
        line('NE: not evaluable'),
      ]),
    ),
    table: patients,
  },
  {
    name: 'chinese-total.csv',
    bytes: encoded(
      written([
        ...chinese,
        ['合计', '', '8', '', ''],
        ['备注：月数自首次用药起计算', '', '', '', ''],
      ]),
      'gb18030',
    ),
    table: chinese,
  },
  {
    name: 'sections.csv',
    bytes: encoded(
      written([
        names,
        line('Group A: chemotherapy'),
        ...rows.filter(([, arm]) => arm === 'Chemotherapy'),
        line('Group B: immunotherapy'),
        ...rows.filter(([, arm]) => arm !== 'Chemotherapy'),
      ]),
    ),
    table: [
      [...names, 'group'],
      ...rows
        .filter(([, arm]) => arm === 'Chemotherapy')
        .map((row) => [...row, 'Group A: chemotherapy']),
      ...rows
        .filter(([, arm]) => arm !== 'Chemotherapy')
        .map((row) => [...row, 'Group B: immunotherapy']),
    ],
  },
  {
    name: 'empty-lines.csv',
    bytes: encoded(
      written([
        names,
        ...rows.slice(0, 3),
        line(''),
        ...rows.slice(3, 5),
        line(''),
        line(''),
        ...rows.slice(5),
        line(''),
        line(''),
      ]),
    ),
    table: patients,
  },
  {
    name: 'names-again.csv',
    bytes: encoded(written([names, ...rows.slice(0, 4), names, ...rows.slice(4)])),
    table: patients,
  },
  {
    name: 'same-names.csv',
    bytes: encoded(
      'id,date,date,,date,note,\n1,2023-01-02,2023-02-03,x,2023-03-04,,\n2,2023-01-05,2023-02-06,y,2023-03-07,z,\n',
    ),
    table: [
      ['id', 'date', 'date_2', 'column_4', 'date_3', 'note'],
      ['1', '2023-01-02', '2023-02-03', 'x', '2023-03-04', ''],
      ['2', '2023-01-05', '2023-02-06', 'y', '2023-03-07', 'z'],
    ],
  },
  {
    name: 'script-names.csv',
    bytes: encoded('__proto__,constructor,toString\n1,A,3\n2,B,4\n'),
    table: [
      ['__proto__', 'constructor', 'toString'],
      ['1', 'A', '3'],
      ['2', 'B', '4'],
    ],
  },
  {
    name: 'no-names.csv',
    bytes: encoded(written(rows)),
    table: [['column_1', 'column_2', 'column_3', 'column_4', 'column_5', 'column_6'], ...rows],
  },
  {
    name: 'cells-beyond.csv',
    bytes: encoded(written(patients.map((row) => [...row, '', '', '']))),
    table: patients,
  },
  {
    name: 'markup.csv',
    bytes: encoded('id,arm,note\n1,<b>A</b>,=1+1\n2,@sum,+3\n3,<b>A</b>,-x\n'),
    table: [
      ['id', 'arm', 'note'],
      ['1', '<b>A</b>', '=1+1'],
      ['2', '@sum', '+3'],
      ['3', '<b>A</b>', '-x'],
    ],
  },
  {
    name: 'identifiers.csv',
    bytes: encoded(
      'id,card,arm\n007,110105199003071234,A\n008,110105199003071235,B\n010,110105199003071236,A\n',
    ),
    table: [
      ['id', 'card', 'arm'],
      ['007', '110105199003071234', 'A'],
      ['008', '110105199003071235', 'B'],
      ['010', '110105199003071236', 'A'],
    ],
  },
  {
    name: 'nothing-else-known.csv',
    bytes: encoded(written([names, line('P000'), ...rows, line('P009')])),
    table: [names, line('P000'), ...rows, line('P009')],
  },
  {
    name: 'ragged.csv',
    bytes: encoded(`${written(patients)}P009,Chemotherapy,50\n`),
    problem: '1 row does not have the 6 cells of the header (row 9 has 3)',
  },
  {
    name: 'open-quote.csv',
    bytes: encoded('a,b\n1,2\n"open,4\n5,6\n'),
    problem: 'A quotation mark opened in row 2',
  },
  { name: 'registry.csv', bytes: encoded(written(registry)), table: registry },
  { name: 'form-export.csv', bytes: encoded(written(form, ';')), table: form },
  {
    name: 'japanese-outcomes.csv',
    bytes: encoded(written(outcomes, ','), 'shift_jis'),
    table: outcomes,
  },
  { name: 'empty.csv', bytes: encoded(' \r\n'), problem: 'This file is empty.' },
  {
    name: 'names-only.csv',
    bytes: encoded(written([names])),
    problem: 'This file has column names but no rows.',
  },
  {
    name: 'web-page.xls',
    bytes: encoded('<html><body><table><tr><td>id</td></tr></table></body></html>'),
    problem: 'This is a web page',
  },
];
