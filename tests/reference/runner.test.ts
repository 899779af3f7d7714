// Every reference case through the WebAssembly that the page carries, read by the page's own reader.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import createRiskset from '../../build/wasm/riskset.js';
import { readColumns } from '../../web/data/columns.ts';
import { readCsv } from '../../web/data/read-csv.ts';
import { differences, type ReferenceCase } from './expectations.ts';

const here = import.meta.dirname;
const root = join(here, '../..');

execFileSync(process.execPath, [join(here, 'translate.mjs')]);

const engine = await createRiskset(
  await WebAssembly.compile(readFileSync(join(root, 'build/wasm/riskset.wasm'))),
);

function run({ data, analysis }: ReferenceCase): unknown {
  if (data === null) return engine.analyze(analysis, [], 0);
  const read = readCsv(readFileSync(join(here, data)));
  if (!read.ok) throw new Error(`${data}: ${read.problem}`);
  const columns = readColumns(analysis, read.table);
  if (!columns.ok) throw new Error(`${data}: ${columns.problem.code} in ${columns.problem.column}`);
  return engine.analyze(analysis, columns.columns, read.table.rows);
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
