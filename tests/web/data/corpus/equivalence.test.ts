import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { buildAnalysisFile } from '../../../../web/data/analysis-file.ts';
import { type Cohort, cohortOf } from '../../../../web/data/cohort.ts';
import { readTable } from '../../../../web/data/read-table.ts';
import { initialSetup } from '../../../../web/data/setup.ts';
import { analyzeTable, loadEngine } from '../../../../web/runner/analyze.ts';
import { encoded } from './lib/encode.mjs';
import { sheet, Strings, styled, styles, workbook } from './lib/xlsx.mjs';

// The same patients, however their table is written, give the same numbers.

const engine = await loadEngine(new URL('../../../../build/wasm/riskset.wasm', import.meta.url));

const [header, ...rows] = readFileSync(
  new URL('../../../../web/examples/rechallenge_cohort.csv', import.meta.url),
  'utf8',
)
  .trim()
  .split(/\r?\n/)
  .map((line) => line.split(',')) as [string[], ...string[][]];

/** What a Chinese hospital calls the columns; the adverse events stay as they are. */
const chinese = new Map([
  ['patient_id', '患者编号'],
  ['arm', '治疗组'],
  ['start_date', '治疗开始日期'],
  ['age', '年龄'],
  ['sex', '性别'],
  ['best_response', '最佳疗效'],
  ['pfs_months', 'PFS时间(月)'],
  ['pfs_event', 'PFS事件'],
  ['os_months', 'OS时间(月)'],
  ['os_event', 'OS事件'],
]);
const names = header.map((name) => chinese.get(name) ?? name);

const day = (text: string) => Date.parse(text) / 86_400_000 + 25_569;

function asWorkbook(): Uint8Array {
  const strings = new Strings();
  const cell = (text: string) => {
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return styled(day(text), 1);
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  };
  const xml = sheet([names, ...rows.map((row) => row.map(cell))], strings);
  const dates = styles(['yyyy/m/d;@'], [0, 164]);
  return workbook([{ name: '数据', xml }], { strings, styles: dates });
}

const asText = (by: string, table: string[][]) =>
  table.map((row) => `${row.join(by)}\r\n`).join('');

async function cohortFrom(bytes: Uint8Array): Promise<Cohort> {
  const read = await readTable(new Uint8Array(bytes));
  if (!read.ok) throw new Error(read.problem);
  return cohortOf(read, 'cohort');
}

/** What the engine answers to the analyses of the plain table, its columns called as they are here. */
function answers(cohort: Cohort): unknown {
  const here = (name: string) =>
    cohort.table.header.includes(name) ? name : (chinese.get(name) ?? name);
  const { columns, ...rest } = buildAnalysisFile(plain, initialSetup(plain));
  const file = {
    ...(JSON.parse(JSON.stringify(rest), (_, value: unknown) =>
      typeof value === 'string' ? here(value) : value,
    ) as object),
    columns: Object.fromEntries(Object.entries(columns!).map(([name, spec]) => [here(name), spec])),
    read: { decimal: cohort.decimal },
  };
  const english = new Map([...chinese].map(([name, other]) => [other, name]));
  const { results, problem } = analyzeTable(engine, file, cohort.table);
  expect(problem).toBeNull();
  return JSON.parse(
    JSON.stringify(results, (_, value: unknown) =>
      ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value,
    ),
    (_, value: unknown) => (typeof value === 'string' ? (english.get(value) ?? value) : value),
  ) as unknown;
}

const plain = await cohortFrom(encoded(asText(',', [header, ...rows])));
const expected = answers(plain);

test('the plain table has results to compare with', () => {
  expect(JSON.stringify(expected)).toContain('"hr":');
});

test.each([
  ['a workbook with Chinese names', asWorkbook()],
  ['GB18030 with Chinese names', encoded(asText(',', [names, ...rows]), 'gb18030')],
  ['UTF-16 with tabs', encoded(`\ufeff${asText('\t', [header, ...rows])}`, 'utf-16le')],
  [
    'semicolons and decimal commas',
    encoded(
      asText(
        ';',
        [header, ...rows].map((row) => row.map((cell) => cell.replace(/^(\d+)\.(\d+)$/, '$1,$2'))),
      ),
    ),
  ],
])('%s gives the same results', async (_, bytes) => {
  const cohort = await cohortFrom(bytes);
  expect(cohort.table.rows).toBe(83);
  expect(answers(cohort)).toEqual(expected);
  const { arm, endpoints, response } = initialSetup(cohort);
  const english = (name: string | null) =>
    [...chinese].find(([, other]) => other === name)?.[0] ?? name;
  expect([
    english(arm),
    english(response!.column),
    endpoints.map(({ name, time, event }) => [name, english(time), english(event)]),
  ]).toEqual([
    'arm',
    'best_response',
    [
      ['OS', 'os_months', 'os_event'],
      ['PFS', 'pfs_months', 'pfs_event'],
    ],
  ]);
});
