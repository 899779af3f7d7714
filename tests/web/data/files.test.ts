import { readFileSync } from 'node:fs';

import { beforeEach, describe, expect, test, vi } from 'vitest';

import { readAny } from '../../../web/data/reading/read-any.ts';
import type { Source } from '../../../web/data/reading/read-cohort.ts';
import { packFiles, unpackFiles } from '../../../web/data/files/pack.ts';
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

const file = (name: string, text: string, encoding = 'utf-8') =>
  new File([new Uint8Array(encoded(text, encoding))], name);

function patients(from: number, to: number, cell: (id: number) => string): string {
  return Array.from({ length: to - from + 1 }, (_, at) => cell(from + at)).join('\n');
}

const chemotherapy = file(
  'Chemotherapy.csv',
  `id,os_months,os_event,sex\n${patients(1, 20, (id) => `P${id},${id}.5,${id % 2},F`)}`,
);
/** Another program, in another country, with its columns in another order. */
const immunotherapy = file(
  'Immunothérapie.csv',
  `Immunothérapie 2021-2024\nid;sex;os_event;os_months\n${patients(21, 45, (id) => `P${id};M;${id % 3 ? 1 : 0};${id}.25`)}`,
  'windows-1252',
);

const now = () => store.cohort.value!;

beforeEach(async () => {
  store.forgetWaiting();
  await store.openExample();
});

describe('two files opened together', () => {
  test('are one table, with the file of each row, and it is the arm', async () => {
    expect(await store.openFiles([immunotherapy, chemotherapy])).toBe(true);
    expect(now().name).toBe('Chemotherapy.csv and Immunothérapie.csv');
    expect(now().table.header).toEqual(['id', 'os_months', 'os_event', 'sex', 'group']);
    const cells = cellsOf(now().table);
    expect(cells).toHaveLength(45);
    expect(cells[0]).toEqual(['P1', '1.5', '1', 'F', 'Chemotherapy']);
    expect(cells[20]).toEqual(['P21', '21.25', '0', 'M', 'Immunothérapie']);
    expect(store.setup.value).toMatchObject({ arm: 'group' });
    const says = howReadSentence(now());
    expect(says).toMatch(/^Files “Chemotherapy\.csv” and “Immunothérapie\.csv” together/);
  });

  test('are said to be read so, and one press reads one of them alone, and both again', async () => {
    await store.openFiles([chemotherapy, immunotherapy]);
    const [note] = readingNotes(now());
    expect(note?.claim).toBe(
      'The files “Chemotherapy.csv” and “Immunothérapie.csv” have the same columns and are read as one table; the file’s name is the column group. Lines are numbered on from file to file.',
    );
    const whole = cellsOf(now().table);
    expect(await store.readAgain(note!.undo!.options)).toBe(true);
    expect([now().table.rows, now().table.header.includes('group')]).toEqual([20, false]);
    const [alone] = readingNotes(now());
    expect(alone?.undo?.button).toBe('Read these files together');
    expect(await store.readAgain(alone!.undo!.options)).toBe(true);
    expect(cellsOf(now().table)).toEqual(whole);
    store.undo();
    store.undo();
    store.undo();
    expect(now().name).toBe('Example cohort');
  });

  test('of other columns are refused in a sentence, and what is open stays', async () => {
    const other = file('events.csv', 'id,term,grade\nP1,Rash,2\nP2,Nausea,1');
    expect(await store.openFiles([chemotherapy, other])).toBe(false);
    expect(store.loadProblem.value).toMatch(
      /“Chemotherapy\.csv” and “events\.csv” have other columns, and cannot be read as one table/,
    );
    expect(now().name).toBe('Example cohort');
  });

  test('of which one is no table are refused with its name', async () => {
    const picture = new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2)], 'scan.csv');
    expect(await store.openFiles([chemotherapy, picture])).toBe(false);
    expect(store.loadProblem.value).toMatch(/scan\.csv: This is a picture/);
    expect(now().name).toBe('Example cohort');
  });

  test('may be a text and a workbook', async () => {
    const bytes = readFileSync(new URL('corpus/files/plain.xlsx', import.meta.url));
    const text = readFileSync(new URL('corpus/files/plain.csv', import.meta.url));
    await store.openFile(new File([text], 'plain.csv'));
    const alone = now().table.rows;
    await store.openFiles([new File([bytes], 'b.xlsx'), new File([text], 'a.csv')]);
    expect(store.loadProblem.value).toBeNull();
    expect(now().table.rows).toBe(2 * alone);
    expect(new Set(cellsOf(now().table).map((cells) => cells.at(-1)))).toEqual(new Set(['a', 'b']));
  });

  test('stand in the analysis file, which reads them so again', async () => {
    await store.openFiles([chemotherapy, immunotherapy]);
    store.setLevel(0.9);
    const decided = store.setup.value;
    const analysis = savedAnalysis(now(), decided, await fingerprintOf(now()));
    expect(analysis.read).toMatchObject({
      sheets: ['Chemotherapy.csv', 'Immunothérapie.csv'],
    });
    const saved = new File([JSON.stringify(analysis)], 'saved.riskset.json');
    await store.openExample();
    // Whichever is chosen first.
    await store.openFiles([immunotherapy, saved, chemotherapy]);
    expect(now().table.rows).toBe(45);
    expect(store.setup.value).toEqual(decided);
    expect(store.opened.value?.differences ?? []).toEqual([]);
  });
});

describe('the rows of another file', () => {
  test('are added below, and make the arm where nothing was decided', async () => {
    await store.openFile(chemotherapy);
    expect(await store.addRowsOf(immunotherapy)).toBe(true);
    expect([now().table.rows, store.setup.value.arm]).toEqual([45, 'group']);
    const third = file(
      'Both.csv',
      `id,os_months,os_event,sex\n${patients(46, 50, (id) => `P${id},${id},1,F`)}`,
    );
    expect(await store.addRowsOf(third)).toBe(true);
    expect([now().table.rows, store.setup.value.armLevels.length]).toEqual([50, 3]);
    store.undo();
    expect(now().table.rows).toBe(45);
  });

  test('leave what was decided, with the corrected cells and excluded rows', async () => {
    await store.openFile(chemotherapy);
    store.setArm('sex');
    store.excludeRow(3, 'entered twice');
    expect(await store.addRowsOf(immunotherapy)).toBe(true);
    expect(store.setup.value).toMatchObject({
      arm: 'sex',
      exclude: [{ row: 3, why: 'entered twice' }],
    });
  });
});

describe('files added one by one', () => {
  const both = async () => {
    await store.openFiles([chemotherapy, immunotherapy]);
    return { cells: cellsOf(now().table), print: await fingerprintOf(now()) };
  };

  test('are in the order of their names, as those opened together, where nothing was decided', async () => {
    const { cells, print } = await both();
    await store.openFile(immunotherapy);
    await store.addRowsOf(chemotherapy);
    expect(cellsOf(now().table)).toEqual(cells);
    expect(await fingerprintOf(now())).toBe(print);
  });

  test('leave each row its number where one was excluded, and are read so again', async () => {
    const { print } = await both();
    await store.openFile(immunotherapy);
    store.excludeRow(3, 'entered twice');
    await store.addRowsOf(chemotherapy);
    const cells = cellsOf(now().table);
    expect(cells.map(([id]) => id).slice(2, 3)).toEqual(['P23']);
    expect(cells.at(-1)?.at(-1)).toBe('Chemotherapy');
    expect(await fingerprintOf(now())).toBe(print);
    const decided = store.setup.value;
    const saved = new File(
      [JSON.stringify(savedAnalysis(now(), decided, print))],
      'saved.riskset.json',
    );
    await store.openExample();
    await store.openFiles([chemotherapy, saved, immunotherapy]);
    expect(cellsOf(now().table)).toEqual(cells);
    expect(store.setup.value).toEqual(decided);
    expect(store.opened.value?.differences ?? []).toEqual([]);
  });
});

test('rows are added below no table of which a person said how its file is read', async () => {
  await store.openFile(chemotherapy);
  expect(store.canAddRows(now())).toBe(true);
  await store.readAgain({ delimiter: ',' });
  expect(store.canAddRows(now())).toBe(false);
  await store.openFiles([chemotherapy, immunotherapy]);
  expect(store.canAddRows(now())).toBe(true);
  await store.readAgain({ sheet: 'Immunothérapie.csv' });
  expect(store.canAddRows(now())).toBe(false);
});

test('packed files are the same when they are unpacked, and the same bytes each time', async () => {
  const files = [
    { name: 'a.csv', bytes: Uint8Array.of(1, 2, 3) },
    { name: '数据.csv', bytes: new Uint8Array() },
    { name: 'a.csv', bytes: Uint8Array.of(4) },
  ];
  const packed = packFiles(files);
  expect(packFiles(files)).toEqual(packed);
  expect(await unpackFiles(packed)).toEqual([
    { name: 'a.csv', bytes: Uint8Array.of(1, 2, 3) },
    { name: 'a.csv (2)', bytes: Uint8Array.of(4) },
    { name: '数据.csv', bytes: new Uint8Array() },
  ]);
});
