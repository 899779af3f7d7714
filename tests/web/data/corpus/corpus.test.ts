import { readFileSync, readdirSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { checkCohort } from '../../../../web/data/checks/checks.ts';
import { type Cohort, cohortOf } from '../../../../web/data/cohort.ts';
import { readTable } from '../../../../web/data/read-table.ts';
import { roleOf } from '../../../../web/data/roles.ts';
import { initialSetup } from '../../../../web/data/setup.ts';
import { cellsOf } from '../support.ts';
import { calc } from './calc.mjs';
import { texts } from './texts.mjs';
import { workbooks } from './workbooks.mjs';

const file = (name: string) =>
  new Uint8Array(readFileSync(new URL(`files/${name}`, import.meta.url)));

const all = [...texts, ...workbooks, ...calc];
const readable = all.filter(({ table }) => table !== undefined);
const refused = all.filter(({ table }) => table === undefined);

describe('the corpus', () => {
  test('is what its scripts make, and has at least 40 files', () => {
    expect(readdirSync(new URL('files/', import.meta.url)).toSorted()).toEqual(
      all.map(({ name }) => name).toSorted(),
    );
    expect(all.length).toBeGreaterThanOrEqual(40);
    for (const { name, bytes } of [...texts, ...workbooks]) {
      expect(Buffer.compare(file(name), bytes), name).toBe(0);
    }
  });

  test.each(readable.map(({ name, table }) => [name, table!] as const))(
    '%s holds the table that a person reads in it',
    async (name, [header, ...rows]) => {
      const read = await readTable(file(name));
      if (!read.ok) throw new Error(read.problem);
      expect(read.table.header).toEqual(header);
      expect(cellsOf(read.table)).toEqual(rows);
    },
  );

  test.each(readable.map(({ name }) => name))('%s: what is said and guessed', async (name) => {
    const read = await readTable(file(name));
    if (!read.ok) throw new Error(read.problem);
    const { how } = read;
    const said = {
      encoding: read.encoding,
      sure: how.sure,
      delimiter: read.delimiter,
      sheet: how.sheet,
      sheets: how.sheets.map((sheet) => (sheet.hidden ? `${sheet.name} (hidden)` : sheet.name)),
      names: [how.headerRow, how.headerRows],
      hidden: how.hidden,
      leftOut: how.leftOut.map(({ kind, line, text }) => `${line} ${kind}: ${text}`),
      notes: read.notes,
      ...guesses(cohortOf(read, name)),
    };
    // After a change that is meant: vitest run tests/web/data/corpus --update, and read the differences.
    await expect(`${JSON.stringify(said, null, 2)}\n`).toMatchFileSnapshot(`expected/${name}.json`);
  });

  test.each(refused.map(({ name, problem }) => [name, problem!] as const))(
    '%s is refused in a sentence',
    async (name, problem) => {
      const read = await readTable(file(name));
      expect(read).toMatchObject({ ok: false });
      expect(!read.ok && read.problem).toContain(problem);
    },
  );
});

/** What else there is to know about a file: types, roles and findings. */
function guesses(cohort: Cohort) {
  const setup = initialSetup(cohort);
  return {
    columns: cohort.columns.map(
      ({ name, type }) => `${name}: ${type}, ${String(roleOf(setup, name))}`,
    ),
    findings: checkCohort(cohort, setup).found.map(({ id }) => id),
  };
}
