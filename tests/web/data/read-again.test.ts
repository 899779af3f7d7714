import { readFileSync } from 'node:fs';

import { beforeEach, describe, expect, test, vi } from 'vitest';

import { readAny } from '../../../web/data/reading/read-any.ts';
import type { Source } from '../../../web/data/reading/read-cohort.ts';
import { encoded } from './corpus/lib/encode.mjs';
import { cellsOf } from './support.ts';

vi.mock('../../../web/engine/pool.ts', () => ({
  createPool: () => ({ width: 1, analyze: () => new Promise(() => undefined) }),
}));
// As the worker does it, without one.
vi.mock('../../../web/data/reading/apart.ts', () => ({
  readApart: (source: Source) => readAny(source),
}));

const store = await import('../../../web/data/store.ts');
const { savedAnalysis } = await import('../../../web/data/saved/save.ts');
const { fingerprintOf } = await import('../../../web/data/fingerprint.ts');
const { howReadSentence, readingNotes } =
  await import('../../../web/data/section/how-read/sentences.ts');

const corpus = (name: string) =>
  new File([readFileSync(new URL(`corpus/files/${name}`, import.meta.url))], name);
const table = (text: string, encoding = 'utf-8') =>
  new File([new Uint8Array(encoded(text, encoding))], 'own.csv');
const patients = Array.from(
  { length: 20 },
  (_, at) => `${at},${at % 2 ? 'A' : 'B'},${at % 7},${at % 3 ? 1 : 0}`,
);
const plain = ['id,arm,os_months,os_event', ...patients].join('\n');

const now = () => store.cohort.value!;

async function saved() {
  return savedAnalysis(now(), store.setup.value, await fingerprintOf(now()));
}

const json = (value: unknown) => new File([JSON.stringify(value)], 'saved.riskset.json');

beforeEach(async () => {
  store.forgetWaiting();
  await store.openExample();
});

describe('readAgain', () => {
  test('is one step, and undo brings the very same table back', async () => {
    await store.openFile(corpus('several-sheets.xlsx'));
    const before = [now(), store.setup.value];
    expect(await store.readAgain({ sheet: 'Old' })).toBe(true);
    expect([now().how.sheet, now().table.rows, now().name]).toEqual([
      'Old',
      2,
      'several-sheets.xlsx',
    ]);
    expect(store.undoName.value).toBe('how the file is read');
    store.undo();
    expect([now(), store.setup.value]).toEqual(before);
    // The table before can be read otherwise too.
    expect(await store.readAgain({ headerRow: 0 })).toBe(true);
    expect(now().how).toMatchObject({ sheet: 'Patients', headerRow: 0 });
  });

  test('reads sheets with the same columns as one table, and one of them again', async () => {
    await store.openFile(corpus('sheet-per-arm.xlsx'));
    const [offer] = readingNotes(now());
    expect(offer).toEqual({
      claim:
        'The sheets “Chemotherapy” and “Immunotherapy” have the same columns, as where each arm has its own. Only “Chemotherapy” is read.',
      undo: {
        button: 'Read these sheets together',
        options: { sheets: ['Chemotherapy', 'Immunotherapy'] },
      },
    });
    const before = [now(), store.setup.value];
    expect(await store.readAgain(offer!.undo!.options)).toBe(true);
    expect(now().table.header).toEqual([
      'patient_id',
      'age',
      'os_months',
      'os_event',
      'best_response',
      'group',
    ]);
    expect(cellsOf(now().table).map((row) => [row[0], row[1], row[5]])).toEqual([
      ['P001', '61', 'Chemotherapy'],
      ['P003', '70', 'Chemotherapy'],
      ['P005', '66', 'Chemotherapy'],
      ['P007', '73', 'Chemotherapy'],
      ['P002', '54', 'Immunotherapy'],
      ['P004', '48', 'Immunotherapy'],
      ['P006', '59', 'Immunotherapy'],
      ['P008', '64', 'Immunotherapy'],
    ]);
    expect(store.setup.value).toMatchObject({
      arm: 'group',
      armLevels: ['Chemotherapy', 'Immunotherapy'],
    });
    expect(now().how.leftOut).toEqual([{ kind: 'title', line: 6, text: 'Second arm' }]);
    expect(howReadSentence(now())).toBe(
      'Sheets “Chemotherapy” and “Immunotherapy” together, column names in line 1',
    );
    // The analysis file says so, and reads it so again.
    const { read } = await saved();
    expect(read).toMatchObject({ sheets: ['Chemotherapy', 'Immunotherapy'] });
    expect(read).not.toHaveProperty('sheet');
    const [together] = readingNotes(now());
    expect(together).toMatchObject({
      undo: { button: 'Read “Chemotherapy” alone', options: { sheet: 'Chemotherapy' } },
    });
    await store.readAgain({ decimal: ',' });
    expect(now().table.rows).toBe(8);
    await store.readAgain(together!.undo!.options);
    expect([now().table.rows, now().how.together?.read]).toEqual([4, false]);
    store.undo();
    store.undo();
    store.undo();
    expect([now(), store.setup.value]).toEqual(before);
  });

  test('does not read sheets of other columns together', async () => {
    await store.openFile(corpus('several-sheets.xlsx'));
    expect(now().how.together).toBeNull();
    expect(await store.readAgain({ sheets: ['Patients', 'Old'] })).toBe(false);
    expect(store.loadProblem.value).toContain('“Patients” and “Old” have other columns');
  });

  test('does not number rows anew under exclusions that belong to them', async () => {
    await store.openFile(table(`Cohort,,,\n${plain}\n`));
    store.excludeRow(3, 'withdrew consent');
    const before = [now(), store.setup.value];
    expect(await store.readAgain({ headerRow: 0, keep: [1] })).toBe(false);
    expect([now(), store.setup.value]).toEqual(before);
    expect(store.loadProblem.value).toContain('1\u00a0correction or exclusion');
    // What numbers no row anew is done, and the exclusion stays.
    expect(await store.readAgain({ encoding: 'windows-1252' })).toBe(true);
    expect(store.loadProblem.value).toBeNull();
    expect(store.setup.value.exclude).toMatchObject([{ row: 3 }]);
  });

  test('keeps what was decided where the columns are still the same', async () => {
    await store.openFile(table(`${plain}\nTotal,,60,\n`));
    expect(now().how.leftOut).toMatchObject([{ kind: 'summary', line: 22 }]);
    store.setReference('A');
    store.setLevel(0.9);
    await store.readAgain({ keep: [22] });
    expect(now().table.rows).toBe(21);
    expect(store.setup.value.armLevels[0]).toBe('A');
    expect(store.setup.value.options.level).toBe(0.9);
    expect(readingNotes(now())).toEqual([
      {
        claim: 'Line 22 was taken as a row by you.',
        undo: { button: 'Leave it out', options: { keep: [] } },
      },
    ]);
  });

  test('guesses afresh where they are others, but keeps the options', async () => {
    await store.openFile(table('id,Grö\n1,2\n2,3', 'windows-1252'));
    store.setLevel(0.9);
    await store.readAgain({ encoding: 'windows-1251' });
    expect(now().table.header).toEqual(['id', 'Grц']);
    expect(store.setup.value.types.has('Grц')).toBe(true);
    expect(store.setup.value.options.level).toBe(0.9);
  });

  test('that fails says why and changes nothing', async () => {
    await store.openFile(table(plain));
    const before = now();
    expect(await store.readAgain({ headerRow: 99 })).toBe(false);
    expect(now()).toBe(before);
    expect(store.loadProblem.value).toMatch(/^own\.csv: /);
    expect(await store.readAgain({ headerRow: 2 })).toBe(true);
    expect(store.loadProblem.value).toBeNull();
  });

  test('reads a pasted table again too', async () => {
    await store.openText('a;b\n1,5;2\n2,5;3');
    expect(howReadSentence(now())).toBe(
      'Pasted, separated by semicolons, decimal comma, column names in line 1',
    );
    await store.readAgain({ decimal: '.' });
    expect(now().decimal).toBe('.');
  });
});

describe('a saved analysis', () => {
  test('has its table read as it was, before and after the table is opened', async () => {
    const file = corpus('several-sheets.xlsx');
    await store.openFile(file);
    await store.readAgain({ sheet: 'Old' });
    const analysis = await saved();
    expect(analysis.read).toMatchObject({ sheet: 'Old', headerRow: 1 });

    await store.openExample();
    expect(await store.openFile(json(analysis))).toBe(false);
    expect(await store.openFile(file)).toBe(true);
    expect([now().how.sheet, store.waiting.value]).toEqual(['Old', null]);

    await store.openExample();
    await store.openFile(file);
    expect(now().how.sheet).toBe('Patients');
    expect(await store.openFile(json(analysis))).toBe(true);
    expect(now().how.sheet).toBe('Old');
    store.undo();
    expect(now().how.sheet).toBe('Patients');
  });

  test('does not put its encoding on another file', async () => {
    await store.openFile(table(plain.replace('arm', '组'), 'gb18030'));
    const analysis = await saved();
    await store.openExample();
    await store.openFile(json(analysis));
    await store.openFile(table(`${plain.replace('arm', '组')}\n99,A,3,1\n`));
    expect([now().encoding, now().table.header[1]]).toEqual(['utf-8', '组']);
  });

  test('gives way to how a file seems to be written where its own way does not fit', async () => {
    await store.openFile(table(plain.replaceAll(',', ';')));
    const analysis = await saved();
    await store.openExample();
    await store.openFile(json(analysis));
    expect(await store.openFile(table(`${plain}\n99,A,3,1\n`))).toBe(true);
    expect([now().delimiter, now().table.header.length]).toEqual([',', 4]);
  });
});
