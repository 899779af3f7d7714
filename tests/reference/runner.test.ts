// Every reference case through the WebAssembly that the page carries, read by the page's own reader.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import createRiskset from '../../build/wasm/riskset.js';
import { readCsv } from '../../web/data/read-csv.ts';
import type { TextTable } from '../../web/data/text/text-table.ts';
import { analyzeTable } from '../../web/runner/analyze.ts';
import { differences, type ReferenceCase } from './expectations.ts';

const here = import.meta.dirname;
const root = join(here, '../..');

execFileSync(process.execPath, [join(here, 'translate.mjs')]);

const engine = await createRiskset(
  await WebAssembly.compile(readFileSync(join(root, 'build/wasm/riskset.wasm'))),
);

function run({ data, tables = {}, analysis }: ReferenceCase): unknown {
  const further = Object.entries(tables).map(([name, file]) => [name, tableIn(file)] as const);
  return analyzeTable(engine, analysis, data === null ? null : tableIn(data), new Map(further));
}

function tableIn(file: string): TextTable {
  const read = readCsv(readFileSync(join(here, file)));
  if (!read.ok) throw new Error(`${file}: ${read.problem}`);
  return read.table;
}

for (const folder of [join(here, 'cases'), join(root, 'build/cases')]) {
  for (const file of readdirSync(folder)) {
    const cases: ReferenceCase[] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    describe(`cases of ${file}`, () => {
      it.each(cases)('$id', (reference) => {
        expect(differences(run(reference), reference)).toEqual([]);
      });
    });
  }
}

describe('the example cohort', () => {
  it('is the table that the page carries', () => {
    const name = 'rechallenge_cohort.csv';
    const ours = readFileSync(join(here, 'data', name));
    expect(ours.equals(readFileSync(join(root, 'web/examples', name)))).toBe(true);
  });
});
