import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import type { Results } from '../../../build/wasm/riskset.js';
import { buildAnalysisFile } from '../../../web/data/analysis-file.ts';
import { packFiles } from '../../../web/data/files/pack.ts';
import { digest } from '../../../web/data/fingerprint.ts';
import { analyzeFiles, loadEngine } from '../../../web/runner/analyze.ts';
import { parseArguments } from '../../../web/runner/arguments.ts';
import { savedText } from '../../../web/data/saved/save.ts';
import { guessedEventSetup } from '../../../web/data/tables/event-setup.ts';
import { open } from '../data/support.ts';

const engine = await loadEngine(new URL('../../../build/wasm/riskset.wasm', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'analyze-'));
const example = fileURLToPath(
  new URL('../../../web/examples/rechallenge_cohort.csv', import.meta.url),
);

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

async function analyze(data: string | string[], analysis: unknown) {
  const outcome = await analyzeFiles(engine, data, file('analysis.json', analysis));
  return {
    ...outcome,
    results: outcome.output === '' ? null : (JSON.parse(outcome.output) as Results),
  };
}

const median = {
  riskset: 1,
  columns: { os_months: { type: 'number' }, os_event: { type: 'number' } },
  endpoints: { OS: { time: 'os_months', event: 'os_event', eventLevels: ['1'] } },
  analyses: [{ id: 'os', method: 'kaplanMeier', endpoint: 'OS' }],
};

describe('analyzeFiles', () => {
  test('gives the results document, typed arrays as arrays, and exit code 0', async () => {
    const { exitCode, complaint, results } = await analyze(example, median);
    expect([exitCode, complaint]).toEqual([0, '']);
    expect(results?.results[0]).toMatchObject({ id: 'os', ok: true, used: 83 });
    expect(JSON.stringify(results)).toContain('"time":[0.47,');
  });

  test('reproduces the published multivariable model with the page’s own choice of terms', async () => {
    const { cohort, setup } = open(readFileSync(example, 'utf8'));
    const { exitCode, results } = await analyze(example, buildAnalysisFile(cohort, setup));
    expect(exitCode).toBe(0);
    const model = results!.results.find(({ id }) => id === 'table:OS');
    const ratioOf = (name: string) =>
      model?.ok === true && model.method === 'coxTable'
        ? model.value.model?.terms.find((term) => term.name === name && !term.reference)?.hr
        : undefined;
    // The reference table of the example cohort prints four digits.
    expect(ratioOf('arm')).toBeCloseTo(0.4187, 4);
    expect(ratioOf('cps_group')).toBeCloseTo(0.5058, 4);
    expect(ratioOf('pathology')).toBeCloseTo(0.4814, 4);
  });

  test('runs without data where a method takes counts', async () => {
    const { exitCode, results } = await analyze('-', {
      riskset: 1,
      analyses: [{ id: 'orr', method: 'proportion', counts: { x: 15, n: 49 } }],
    });
    expect(exitCode).toBe(0);
    expect(results?.results[0]).toMatchObject({
      ok: true,
      value: { groups: [{ events: 15, n: 49 }] },
    });
  });

  test('has exit code 1 when an analysis has a problem, and runs the others', async () => {
    const data = file('text.csv', 'os_months,os_event\n5,1\nlost,0\n7,1\n');
    const { exitCode, results } = await analyze(data, {
      ...median,
      analyses: [...median.analyses, { id: 'count', method: 'proportion', counts: { x: 1, n: 2 } }],
    });
    expect(exitCode).toBe(1);
    expect(results?.results.map(({ ok }) => ok)).toEqual([false, true]);
    expect(results?.results[0]).toMatchObject({
      problem: { code: 'notANumber', column: 'os_months', rows: [2], detail: "'lost'" },
    });
  });

  test.each([
    ['an empty file', file('empty.csv', ''), 'empty.csv: This file is empty.'],
    [
      'a header alone',
      file('header.csv', 'a,b\n'),
      'header.csv: This file has column names but no rows.',
    ],
    ['ragged rows', file('ragged.csv', 'a,b\n1\n'), 'ragged.csv: 1 row does not have the 2 cells'],
    ['no file', join(folder, 'absent.csv'), 'absent.csv: There is no such file'],
  ])('has exit code 2 for %s, and says why in one line', async (_, data, complaint) => {
    const outcome = await analyze(data, median);
    expect(outcome).toMatchObject({ exitCode: 2, output: '' });
    expect(outcome.complaint).toContain(complaint);
    expect(outcome.complaint).not.toContain('\n');
  });

  test('has exit code 2 for an analysis file that is no JSON, or that the engine refuses', async () => {
    const broken = await analyzeFiles(engine, example, file('broken.json', '{'));
    expect(broken).toMatchObject({
      exitCode: 2,
      complaint: 'broken.json: This is not a JSON document.',
    });
    const refused = await analyze(example, { ...median, colour: 'red' });
    expect(refused.exitCode).toBe(2);
    expect(refused.complaint).toContain('colour');
    expect(refused.results?.problem).toMatchObject({ code: 'unknownKey', detail: 'colour' });
  });

  describe('with a further table', () => {
    const data = file('linked.csv', 'id,arm\n1,A\n2,A\n3,B\n4,B\n');
    const events = file(
      'linked-events.csv',
      'id;what;grade\n2;rash;3\n3;rash;1\n2;rash;1\n9;rash;4\n',
    );
    const linked = {
      riskset: 1,
      arm: 'arm',
      columns: { arm: { type: 'category', levels: ['A', 'B'] } },
      tables: {
        events: { patient: 'id', read: { delimiter: ';' }, columns: { grade: { type: 'number' } } },
      },
      analyses: [
        { id: 'count', method: 'proportion', column: 'arm', levels: ['B'] },
        {
          id: 'events',
          method: 'adverseEvents',
          table: 'events',
          term: 'events.what',
          grade: 'events.grade',
        },
      ],
    };
    const run = (analysis: unknown, tables: [string, string][]) =>
      analyzeFiles(engine, data, file('linked.json', analysis), new Map(tables));

    test('joins it, each patient of the cohort once', async () => {
      const { exitCode, output, complaint } = await run(linked, [['events', events]]);
      expect([exitCode, complaint]).toEqual([0, '']);
      const { results } = JSON.parse(output) as Results;
      expect(results.map(({ id }) => id)).toEqual(['count', 'events']);
      expect(results[1]).toMatchObject({
        used: 4,
        value: {
          terms: [
            {
              term: 'rash',
              perArm: [
                { n: 2, any: 1, grade3plus: 1 },
                { n: 2, any: 1 },
              ],
            },
          ],
        },
        excluded: [{ row: 4, why: 'missing', column: 'id' }],
      });
    });

    test('counts a patient once where a number is cut at its median, and no excluded row', async () => {
      const rows = file('doubled.csv', 'id,arm,age\n1,A,40\n2,A,50\n3,B,60\n4,B,70\n2,A,99\n');
      const analysis = {
        ...linked,
        columns: { ...linked.columns, age: { type: 'number' } },
        derived: { half: { cut: 'age', quantiles: [0.5], labels: ['younger', 'older'] } },
        exclude: [{ row: 5, why: 'the same patient' }],
        analyses: [{ ...linked.analyses[1], by: 'half' }],
      };
      const outcome = await analyzeFiles(
        engine,
        rows,
        file('doubled.json', analysis),
        new Map([['events', events]]),
      );
      expect([outcome.exitCode, outcome.complaint]).toEqual([0, '']);
      // By the joined rows, two of them of the patient of 50, the median would be 50.
      expect((JSON.parse(outcome.output) as Results).results[0]).toMatchObject({
        used: 4,
        value: {
          terms: [
            {
              term: 'rash',
              perArm: [
                { label: 'younger', n: 2, any: 1, grade3plus: 1 },
                { label: 'older', n: 2, any: 1 },
              ],
            },
          ],
        },
      });
    });

    test('gives a saved analysis the numbers of the page', async () => {
      const { cohort, setup } = open(readFileSync(example, 'utf8'));
      const path = fileURLToPath(
        new URL('../../reference/data/example_events.csv', import.meta.url),
      );
      const { cohort: table } = open(readFileSync(path, 'utf8'));
      const stamp = { name: 'events.csv', rows: table.table.rows, sha256: null };
      const eventTable = {
        ...guessedEventSetup(cohort, setup.identifiers, table, stamp),
        count: 'related' as const,
      };
      const saved = file('page.json', savedText(cohort, { ...setup, eventTable }, null));
      const outcome = await analyzeFiles(engine, example, saved, new Map([['events', path]]));
      expect([outcome.exitCode, outcome.complaint]).toEqual([0, '']);
      const { results } = JSON.parse(outcome.output) as Results;
      // As tests/reference/linked_events.R has them.
      expect(results.find(({ id }) => id === 'safety:events')).toMatchObject({
        used: 83,
        value: {
          anyTerm: {
            perArm: [
              { any: 18, n: 34 },
              { any: 33, n: 49 },
            ],
          },
        },
      });
    });

    test('refuses only what reads it where it cannot be joined', async () => {
      const strangers = file('strangers.csv', 'id;what;grade\n8;rash;3\n');
      const { exitCode, output } = await run(linked, [['events', strangers]]);
      expect(exitCode).toBe(1);
      const { results } = JSON.parse(output) as Results;
      expect(results[0]).toMatchObject({ ok: true });
      expect(results[1]).toMatchObject({ id: 'events', problem: { code: 'noPatientMatched' } });
    });

    test('has exit code 2 where it lacks, is not declared, or cannot be read', async () => {
      expect(await run(linked, [])).toMatchObject({
        exitCode: 2,
        complaint: 'linked.json: It reads a further table: --table events=FILE is needed.',
      });
      expect((await run(linked, [['lesions', events]])).complaint).toContain(
        'declares no table lesions',
      );
      expect((await run(linked, [['events', join(folder, 'absent.csv')]])).complaint).toContain(
        'absent.csv',
      );
    });

    test('is named on the command line', () => {
      expect(parseArguments(['a.csv', 'b.json', '--table', 'events=e=1.csv'])).toEqual({
        data: ['a.csv'],
        analysis: 'b.json',
        tables: new Map([['events', 'e=1.csv']]),
      });
      for (const wrong of [
        ['a.csv'],
        ['a', '-', 'c'],
        ['a', 'b', '--table'],
        ['a', 'b', '--table', 'x'],
      ]) {
        expect(parseArguments(wrong)).toBeNull();
      }
    });
  });

  test('reads several files as one table, the name of the file a column', async () => {
    const rows = (from: number) =>
      Array.from({ length: 20 }, (_, at) => `${from + at},1`).join('\n');
    const data = [
      file('Chemotherapy.csv', `os_months,os_event\n${rows(1)}`),
      file('Immunotherapy.csv', `os_months;os_event\n${rows(11).replaceAll(',', ';')}`),
    ];
    const byArm = { ...median, analyses: [{ ...median.analyses[0], by: 'group' }] };
    const { results } = await analyze(data, {
      ...byArm,
      columns: { ...median.columns, group: { type: 'category' } },
      read: { sheets: ['Chemotherapy.csv', 'Immunotherapy.csv'] },
    });
    expect(results?.results[0]).toMatchObject({
      ok: true,
      used: 40,
      value: {
        groups: [
          { label: 'Chemotherapy', n: 20, median: { value: 10.5 } },
          { label: 'Immunotherapy', n: 20, median: { value: 20.5 } },
        ],
      },
    });
    const { exitCode, complaint } = await analyze([data[0]!, file('other.csv', 'x,y\n1,2')], byArm);
    expect([exitCode, complaint]).toEqual([2, expect.stringContaining('other columns')]);
    expect(parseArguments(['a.csv', 'b.csv', 'c.json'])?.data).toEqual(['a.csv', 'b.csv']);
  });

  describe('of several files', () => {
    const rows = (from: number) =>
      Array.from({ length: 9 }, (_, at) => `${from + at},1`).join('\n');
    const one = file('Site A.csv', `os_months,os_event\n${rows(1)}`);
    const other = file('Site B.csv', `os_months,os_event\n${rows(31)}`);
    const excluding = { ...median, exclude: [{ row: 9, why: 'withdrew' }] };

    test('the order in which they are named changes no row', async () => {
      const [there, back] = [
        await analyze([one, other], excluding),
        await analyze([other, one], excluding),
      ];
      expect(there.results?.results[0]).toMatchObject({ ok: true, used: 17 });
      expect(back.output).toBe(there.output);
    });

    test('the order that the analysis was saved with holds', async () => {
      const read = { sheets: ['Site B.csv', 'Site A.csv'] };
      const { output } = await analyze([one, other], { ...excluding, read });
      expect(output).not.toBe((await analyze([one, other], excluding)).output);
    });

    test('says in a sentence where the data are not those of the analysis', async () => {
      const bytes = [one, other].map((path) => ({
        name: basename(path),
        bytes: new Uint8Array(readFileSync(path)),
      }));
      const cohort = { name: 'Both', rows: 18, sha256: await digest(packFiles(bytes)) };
      const saved = { ...excluding, cohort };
      expect(await analyze([other, one], saved)).toMatchObject({ exitCode: 0, note: '' });
      const third = file('Site C.csv', `os_months,os_event\n${rows(31)}`);
      expect(await analyze([one, third], saved)).toMatchObject({
        exitCode: 0,
        complaint: '',
        note: expect.stringMatching(
          /^Site A\.csv, Site C\.csv: The data are not those that the analysis was saved with/,
        ) as string,
      });
      expect((await analyze(one, saved)).note).toContain('are not those');
      expect((await analyze(one, excluding)).note).toBe('');
    });
  });

  test('reads the text as the analysis file says', async () => {
    const data = file('german.csv', 'Kohorte\nos_months;os_event\n5,5;1\n7,25;1\n9,0;-9\n');
    const { results } = await analyze(data, {
      ...median,
      read: { delimiter: ';', decimal: ',', headerRow: 2, missing: ['', '-9'] },
    });
    expect(results?.results[0]).toMatchObject({
      ok: true,
      used: 2,
      value: { groups: [{ median: { value: 6.375 } }] },
    });
  });
});

describe('workbooks', () => {
  const corpus = (name: string) =>
    fileURLToPath(new URL(`../data/corpus/files/${name}`, import.meta.url));

  test('give what the same table gives as text', async () => {
    const [text, book] = [
      await analyze(example, median),
      await analyze(corpus('calc-example.xlsx'), median),
    ];
    expect(book.exitCode).toBe(0);
    expect(book.results!.results).toEqual(text.results!.results);
  });

  test('are read at the sheet that the analysis file names', async () => {
    const mean = (sheet: string) =>
      analyze(corpus('several-sheets.xlsx'), {
        riskset: 1,
        read: { sheet, headerRow: 1 },
        columns: { a: { type: 'category' } },
        analyses: [{ id: 'a', method: 'proportion', column: 'a', levels: ['1'] }],
      });
    expect((await mean('Old')).results!.results[0]).toMatchObject({ ok: true, used: 2 });
    expect(await mean('New')).toMatchObject({
      exitCode: 2,
      complaint: expect.stringContaining('There is no sheet “New” in this workbook.') as string,
    });
  });
});
