// Ugly workbooks, each with the table that a person would read in it.
import { patients } from './texts.mjs';
import { encoded } from './lib/encode.mjs';
import { formula, sheet, Strings, styled, styles, workbook } from './lib/xlsx.mjs';
import { zip } from './lib/zip.mjs';

/** @typedef {import('./texts.mjs').Case} Case */
/** @typedef {import('./lib/xlsx.mjs').Cell} Cell */

const [names, ...rows] = /** @type {[string[], ...string[][]]} */ (patients);

/** Texts that are numbers become numbers. @param {readonly string[]} row @returns {Cell[]} */
const cells = (row) => row.map((text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text));

/** @param {readonly (readonly Cell[])[]} table @param {Parameters<typeof sheet>[2]} [more] */
function book(table, more = {}, parts = {}) {
  const strings = new Strings();
  const xml = sheet(table, strings, more);
  return workbook([{ name: 'Data', xml }], { strings, ...parts });
}

const plain = patients.map(cells);

/** Days of Excel since its start in 1900. @param {string} day */
const serial = (day) => Date.parse(day) / 86_400_000 + 25_569;

const dated = [
  ['id', 'arm', 'start', 'months', 'change', 'visit'],
  ['1', 'A', '2023-01-02', '12.5', '-3.2', '2023-01-02 14:30'],
  ['2', 'B', '1900-02-28', '0.1', '4', '2024-02-29'],
  ['3', 'A', '2024-12-31', '3', '0.5', '2024-12-31 08:05'],
];
const dateStyles = styles(
  ['0.0" months"', '[Red]0.0;[Blue]-0.0', 'yyyy"年"m"月"d"日"', 'dd/mm/yyyy\\ hh:mm', '00000'],
  [0, 14, 164, 165, 166, 167, 168],
);

/** @param {number} shift */
const datedCells = (shift) => [
  dated[0] ?? [],
  [
    1,
    'A',
    styled(serial('2023-01-02') - shift, 1),
    styled(12.5, 2),
    styled(-3.2, 3),
    styled(serial('2023-01-02') + 14.5 / 24 - shift, 5),
  ],
  [
    2,
    'B',
    shift > 0 ? { attributes: ' t="d"', inside: '<v>1900-02-28T00:00:00</v>' } : styled(59, 1),
    { attributes: ' s="2"', inside: '<v>0.10000000000000001</v>' },
    styled(4, 3),
    styled(serial('2024-02-29') - shift, 5),
  ],
  [
    3,
    'A',
    styled(serial('2024-12-31') - shift, 4),
    styled(3, 2),
    styled(0.5, 3),
    styled(serial('2024-12-31') + (8 + 5 / 60) / 24 - shift, 5),
  ],
];

const strict = zip({
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/xl/Workbook.xml"/></Relationships>',
  'xl/Workbook.xml':
    '<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:rel="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:sheets><x:sheet name="Tab &amp; data" sheetId="1" rel:id="b"/></x:sheets></x:workbook>',
  'xl/_rels/Workbook.xml.rels':
    "<Relationships><Relationship Id='b' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet' Target='Worksheets\\sheet.xml'/></Relationships>",
  'xl/worksheets/Sheet.xml': `<?xml version="1.0"?><!-- written by hand > --><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:dimension ref="A1:A1"/><x:sheetData>${[
    ['id', 'arm', 'months'],
    ['1', 'A', '3'],
    ['2', 'B', '4.5'],
  ]
    .map(
      (row) =>
        `<x:row>${row.map((text) => (/^\d/.test(text) ? `<x:c><x:v>${text}</x:v></x:c>` : `<x:c t="inlineStr"><x:is><x:t><![CDATA[${text}]]></x:t></x:is></x:c>`)).join('')}</x:row>`,
    )
    .join('\n')}</x:sheetData></x:worksheet>`,
});

const furigana = new Strings();
const furiganaSheet = sheet(
  [
    ['id', 'name', 'months'],
    [1, { attributes: ' t="s"', inside: '<v>3</v>' }, 3],
    [
      2,
      {
        attributes: ' t="inlineStr"',
        inside:
          '<is><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is>',
      },
      4,
    ],
    [
      3,
      { attributes: ' t="inlineStr"', inside: '<is><t>two_x000D_\nlines &#65;&amp;B</t></is>' },
      5.5,
    ],
  ],
  furigana,
);
furigana.list.push('@');
const withFurigana = workbook([{ name: 'Data', xml: furiganaSheet }], {
  strings: Object.assign(furigana, {
    xml: () =>
      `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>id</t></si><si><t>name</t></si><si><t>months</t></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si></sst>`,
  }),
});

/** @param {string} references */
const merged = (references) =>
  `<mergeCells count="1">${references
    .split(' ')
    .map((ref) => `<mergeCell ref="${ref}"/>`)
    .join('')}</mergeCells>`;

function severalSheets() {
  const strings = new Strings();
  return workbook(
    [
      {
        name: 'About',
        xml: sheet([['Rechallenge study'], ['See the sheet Patients'], ['']], strings),
      },
      {
        name: 'Old',
        state: 'hidden',
        xml: sheet(
          [
            ['a', 'b', 'c'],
            [1, 2, 3],
            [4, 5, 6],
          ],
          strings,
        ),
      },
      { name: 'Patients', xml: sheet(plain, strings) },
      {
        name: 'Arm <B> & rest',
        state: 'veryHidden',
        xml: sheet(
          [
            ['a', 'b'],
            [1, 2],
          ],
          strings,
        ),
      },
    ],
    { strings },
  );
}

const spaces = ' '.repeat(1000);
const bomb = zip({
  '_rels/.rels':
    '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml': '<workbook><sheets><sheet name="S" r:id="b"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="b" Type="x/worksheet" Target="sheet.xml"/></Relationships>',
  'xl/sheet.xml': `<worksheet><sheetData><row><c><v>1</v></c></row>${`<a b="${spaces}"/>`.repeat(60_000)}</sheetData></worksheet>`,
});

/** @param {string} name */
function compound(name) {
  const wide = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  return Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...Array.from({ length: 504 }, () => 0),
    ...wide,
    ...Array.from({ length: 512 }, () => 0),
  ]);
}

const byArm = [...rows].sort((a, b) => (a[1] ?? '').localeCompare(b[1] ?? ''));
const wide = ['', '', '', '', '', ''];
/** @param {string} first @param {...Cell} rest @returns {Cell[]} */
const line = (first, ...rest) => [first, ...rest, ...wide].slice(0, names.length);

/** Each arm in a sheet of its own, under a title; the second has its columns in another order. */
function sheetPerArm() {
  const strings = new Strings();
  const of = (/** @type {string} */ arm) => rows.filter((row) => row[1] === arm);
  const without = (/** @type {readonly string[]} */ row) => row.filter((_, at) => at !== 1);
  const turned = (/** @type {readonly string[]} */ row) => [...without(row)].reverse();
  return workbook(
    [
      { name: 'About', xml: sheet([['Rechallenge study']], strings) },
      {
        name: 'Chemotherapy',
        xml: sheet([without(names), ...of('Chemotherapy').map(without)].map(cells), strings),
      },
      {
        name: 'Immunotherapy',
        xml: sheet(
          [['Second arm'], [], ...[turned(names), ...of('Immunotherapy').map(turned)].map(cells)],
          strings,
        ),
      },
    ],
    { strings },
  );
}

/** @type {Case[]} */
export const workbooks = [
  { name: 'plain.xlsx', bytes: book(plain), table: patients },
  { name: 'text-in-name-only.csv', bytes: book(plain), table: patients },
  {
    name: 'starts-at-row-4.xlsx',
    bytes: book([line('Export of 31 March 2024'), [], [], ...plain]),
    table: patients,
  },
  {
    name: 'days-from-1900.xlsx',
    bytes: book(datedCells(0), {}, { styles: dateStyles }),
    table: dated,
  },
  {
    name: 'days-from-1904.xlsx',
    bytes: book(
      datedCells(1462),
      {},
      { styles: dateStyles, properties: '<workbookPr date1904="1"/>' },
    ),
    table: dated,
  },
  {
    name: 'formulas.xlsx',
    bytes: book([
      ['id', 'arm', 'start', 'months'],
      [1, 'A', 3, formula('C2*2', 6)],
      [2, 'B', 4, formula('C3*2')],
      [3, 'A', 5, { attributes: ' t="str"', inside: '<f>IF(C4&gt;9,"x","")</f><v></v>' }],
      [4, 'B', 2, { attributes: ' t="e"', inside: '<f>1/0</f><v>#DIV/0!</v>' }],
    ]),
    table: [
      ['id', 'arm', 'start', 'months'],
      ['1', 'A', '3', '6'],
      ['2', 'B', '4', ''],
      ['3', 'A', '5', ''],
      ['4', 'B', '2', '#DIV/0!'],
    ],
  },
  {
    name: 'merged-names.xlsx',
    bytes: book(
      [
        ['ID', 'Arm', 'PFS', '', 'OS', '', 'Stage'],
        ['', '', 'months', 'event', 'months', 'event', ''],
        [1, 'A', 3.5, 1, 9, 0, 'II'],
        [2, 'B', 4, 0, 4, 0, 'III'],
        [3, 'A', 2, 1, 5, 1, 'II'],
      ],
      { after: merged('A1:A2 B1:B2 C1:D1 E1:F1 G1:G2') },
    ),
    table: [
      ['ID', 'Arm', 'PFS / months', 'PFS / event', 'OS / months', 'OS / event', 'Stage'],
      ['1', 'A', '3.5', '1', '9', '0', 'II'],
      ['2', 'B', '4', '0', '4', '0', 'III'],
      ['3', 'A', '2', '1', '5', '1', 'II'],
    ],
  },
  {
    name: 'merged-arms.xlsx',
    bytes: book(
      [
        names,
        ...byArm.map((row, at) =>
          cells(row.map((text, column) => (column === 1 && at % 4 > 0 ? '' : text))),
        ),
      ],
      { after: merged('B2:B5 B6:B9') },
    ),
    table: [names, ...byArm],
  },
  {
    name: 'hidden.xlsx',
    bytes: book(plain, {
      before: '<cols><col min="3" max="3" hidden="1"/></cols>',
      rowAttributes: { 4: ' hidden="1"', 6: ' hidden="true"' },
    }),
    table: patients,
  },
  { name: 'several-sheets.xlsx', bytes: severalSheets(), table: patients },
  {
    name: 'sheet-per-arm.xlsx',
    bytes: sheetPerArm(),
    table: patients
      .filter((row) => row[1] !== 'Immunotherapy')
      .map((row) => row.filter((_, at) => at !== 1)),
  },
  {
    name: 'percents.xlsx',
    bytes: book(
      [
        ['id', 'arm', 'ki67'],
        [1, 'A', styled(0.45, 1)],
        [2, 'B', '30%'],
        [3, 'A', styled(0.07, 2)],
        [4, 'B', styled(0.125, 2)],
        [5, 'A', '5 %'],
      ],
      {},
      { styles: styles(['0.0%'], [0, 9, 164]) },
    ),
    table: [
      ['id', 'arm', 'ki67'],
      ['1', 'A', '45%'],
      ['2', 'B', '30%'],
      ['3', 'A', '7%'],
      ['4', 'B', '12.5%'],
      ['5', 'A', '5 %'],
    ],
  },
  {
    name: 'furigana.xlsx',
    bytes: withFurigana,
    table: [
      ['id', 'name', 'months'],
      ['1', '東京', '3'],
      ['2', 'rich text', '4'],
      ['3', 'two\r\nlines A&B', '5.5'],
    ],
  },
  {
    name: 'prefixed-strict.xlsx',
    bytes: strict,
    table: [
      ['id', 'arm', 'months'],
      ['1', 'A', '3'],
      ['2', 'B', '4.5'],
    ],
  },
  {
    name: 'leading-zeros.xlsx',
    bytes: book(
      [
        ['id', 'arm', 'alive'],
        [styled(7, 6), 'A', { attributes: ' t="b"', inside: '<v>1</v>' }],
        [styled(12345, 6), 'B', { attributes: ' t="b"', inside: '<v>0</v>' }],
      ],
      {},
      { styles: dateStyles },
    ),
    table: [
      ['id', 'arm', 'alive'],
      ['00007', 'A', 'TRUE'],
      ['12345', 'B', 'FALSE'],
    ],
  },
  {
    name: 'sections-and-total.xlsx',
    bytes: book(
      [
        names,
        line('Group A'),
        ...byArm.slice(0, 4).map(cells),
        line('Subtotal', '', 67.5),
        line('Group B'),
        ...byArm.slice(4).map(cells),
        line('Total', '', 61.9),
        [],
        line('注：NE 表示无法评估'),
      ],
      { after: merged('A2:F2 A8:F8') },
    ),
    table: [
      [...names, 'group'],
      ...byArm.map((row, at) => [...row, at < 4 ? 'Group A' : 'Group B']),
    ],
  },
  {
    name: 'far-cell.xlsx',
    bytes: book([...plain, [{ attributes: '', inside: '' }]], {
      after: '<mergeCells><mergeCell ref="A9:XFD1048576"/></mergeCells>',
    }),
    table: patients,
  },
  {
    name: 'far-more-than-it-seems.xlsx',
    bytes: bomb,
    problem: 'This workbook unpacks to far more',
  },
  {
    name: 'cut.xlsx',
    bytes: book(plain).subarray(0, 900),
    problem: 'This workbook is damaged or incomplete.',
  },
  { name: 'chart-only.xlsx', bytes: workbook([]), problem: 'This file is empty.' },
  {
    name: 'binary.xlsb',
    bytes: zip({ 'xl/workbook.bin': 'x', '_rels/.rels': '<Relationships/>' }),
    problem: 'This is a binary Excel workbook',
  },
  {
    name: 'calc.ods',
    bytes: zip({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': '<x/>',
    }),
    problem: 'This is a LibreOffice workbook',
  },
  {
    name: 'archive.zip',
    bytes: zip({ 'data.csv': 'a,b\n1,2\n' }),
    problem: 'This file is a compressed archive.',
  },
  {
    name: 'old.xls',
    bytes: compound('Workbook'),
    problem: 'This is an old Excel workbook (.xls).',
  },
  {
    name: 'locked.xlsx',
    bytes: compound('EncryptedPackage'),
    problem: 'This workbook is locked with a password.',
  },
  {
    name: 'excel-2003.xml',
    bytes: encoded(
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    ),
    problem: 'This is an XML spreadsheet of Excel 2003.',
  },
];
