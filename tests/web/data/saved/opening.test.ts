import { readFileSync } from 'node:fs';

import { beforeEach, describe, expect, test, vi } from 'vitest';

vi.mock('../../../../web/engine/pool.ts', () => ({
  createPool: () => ({ width: 1, analyze: () => new Promise(() => undefined) }),
}));

const store = await import('../../../../web/data/store.ts');
const { fingerprintOf } = await import('../../../../web/data/fingerprint.ts');
const { savedAnalysis, savedName } = await import('../../../../web/data/saved/save.ts');
const { analyzeTable, loadEngine } = await import('../../../../web/runner/analyze.ts');

const example = readFileSync(
  new URL('../../../../web/examples/rechallenge_cohort.csv', import.meta.url),
  'utf8',
);
const own = example.replaceAll('Chemotherapy', 'Control');

const table = (content: string, name = 'own.csv') => new File([content], name);
const json = (value: unknown, name = 'saved.riskset.json') =>
  new File([typeof value === 'string' ? value : JSON.stringify(value)], name);

async function saved() {
  const cohort = store.cohort.value!;
  return savedAnalysis(cohort, store.setup.value, await fingerprintOf(cohort));
}

beforeEach(() => {
  store.forgetWaiting();
  store.opened.value = null;
  store.openExample();
});

describe('opening a saved analysis', () => {
  test('on its own table: the same setup, one step, nothing left to lose', async () => {
    await store.openFile(table(own));
    store.setReference('Immunotherapy rechallenge');
    store.setLevel(0.9);
    const [file, setup] = [await saved(), store.setup.value];
    await store.openFile(table(own));
    const guessed = store.setup.value;
    expect(await store.openFile(json(file))).toBe(true);
    expect(store.setup.value).toEqual(setup);
    expect(store.opened.value).toEqual({ name: 'saved.riskset.json', differences: [] });
    expect(store.unsaved.value).toBe(false);
    store.undo();
    expect(store.setup.value).toBe(guessed);
  });

  test('before its table: it waits, says which it is, and is put on it', async () => {
    await store.openFile(table(own));
    store.setGrade(null);
    const [file, setup] = [await saved(), store.setup.value];
    store.openText('a,b\n1,2\n3,4');
    expect(await store.openFile(json(file))).toBe(false);
    expect(store.waiting.value).toMatchObject({ ofExample: false });
    expect(store.waiting.value!.file.cohort).toMatchObject({ name: 'own.csv', rows: 83 });
    await store.openFile(table(own));
    expect(store.setup.value).toEqual(setup);
    expect(store.waiting.value).toBeNull();
  });

  test('a table that comes close behind it is put under it', async () => {
    await store.openFile(table(own));
    store.setGrade(null);
    const [file, setup] = [await saved(), store.setup.value];
    store.openText('a,b\n1,2\n3,4');
    const digest = crypto.subtle.digest.bind(crypto.subtle);
    const slowly = vi.spyOn(crypto.subtle, 'digest').mockImplementation(async (...of) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return digest(...of);
    });
    const [, loaded] = await Promise.all([store.openFile(json(file)), store.openFile(table(own))]);
    slowly.mockRestore();
    expect(loaded).toBe(true);
    expect(store.setup.value).toEqual(setup);
    expect(store.waiting.value).toBeNull();
  });

  test('the example is recognised by its fingerprint, whatever its file was called', async () => {
    await store.openFile(table(example, 'renamed.csv'));
    const file = await saved();
    store.openText('a,b\n1,2\n3,4');
    await store.openFile(json(file));
    expect(store.waiting.value).toMatchObject({ ofExample: true });
    store.openExample();
    expect(store.waiting.value).toBeNull();
  });

  test('a table without any of its columns leaves it waiting', async () => {
    const file = await saved();
    store.openText('a,b\n1,2\n3,4');
    await store.openFile(json(file));
    store.openText('c,d\n1,2\n3,4');
    expect(store.waiting.value).not.toBeNull();
    expect(store.cohort.value!.table.header).toEqual(['c', 'd']);
  });

  test('what fits is applied to another table, and the rest is said', async () => {
    await store.openFile(table(own));
    const file = await saved();
    const lines = own.trimEnd().split('\n');
    const shorter = lines
      .slice(0, 61)
      .map((line) => line.replace('pathology', 'histology'))
      .join('\n');
    await store.openFile(table(shorter));
    expect(await store.openFile(json(file))).toBe(false);
    await store.useOpenTable();
    expect(store.setup.value).toMatchObject({ arm: 'arm', grade: 'worst_trae_grade' });
    expect(store.setup.value.covariates).not.toContain('pathology');
    expect(store.opened.value!.differences.map((said) => said.replaceAll('\u00a0', ' '))).toEqual([
      'This table has no column pathology. What it was used for is left out.',
      'It was made with 83 rows; this table has 60 rows.',
    ]);
  });

  test('a changed table of the same size is told by its fingerprint', async () => {
    await store.openFile(table(own));
    const file = await saved();
    await store.openFile(table(own.replace('SYN003', 'SYN999')));
    await store.openFile(json(file));
    expect(store.opened.value!.differences).toEqual([
      expect.stringMatching(/not byte for byte the one it was made with/),
    ]);
  });

  test.each([
    ['{ "riskset": 1, "colu', /may have been cut off or changed by hand/],
    ['[1, 2]', /is not a saved analysis/],
    [{ title: 'x' }, /is not a saved analysis/],
    [{ riskset: 2, analyses: [] }, /newer Riskset: its format is 2, and this page reads up to 1/],
    [{ riskset: 1, colour: 'red' }, /a part that this page does not know \(colour\)/],
    [{ riskset: 1, page: { options: { survival: { x: 1 } } } }, /\(page.options.survival.x\)/],
    [{ riskset: 1, columns: { a: { type: 'tree' } } }, /columns.a.type is not what belongs there/],
    [{ riskset: 1, endpoints: [] }, /endpoints is not what belongs there/],
    [{ riskset: 1, page: { factors: 'age' } }, /page.factors is not what belongs there/],
  ])('refuses %j in one sentence, and keeps everything', async (content, sentence) => {
    const before = [store.cohort.value, store.setup.value];
    expect(await store.openFile(json(content))).toBe(false);
    expect(store.loadProblem.value).toMatch(sentence);
    expect([store.cohort.value, store.setup.value]).toEqual(before);
    expect(store.undoName.value).not.toBe('opening saved.riskset.json');
  });
});

describe('a file that no page has written', () => {
  const written = {
    riskset: 1,
    cohort: { name: 'rechallenge_cohort.csv', rows: 83 },
    columns: {
      arm: { type: 'category', levels: ['Immunotherapy rechallenge', 'Chemotherapy'] },
      os_event: { type: 'number' },
    },
    arm: 'arm',
    endpoints: { OS: { time: 'os_months', unit: 'days', event: 'os_event', eventLevels: [1] } },
    exclude: [
      { row: 7, why: 'withdrew consent' },
      { row: 84, why: 'of another table' },
    ],
    edits: [
      { row: 3, column: 'age', value: 61 },
      { row: 3, column: 'nowhere', value: 'x' },
    ],
    derived: {
      old: { cut: 'age', at: [65], labels: ['young', 'old'] },
      dose: { cut: 'sex', at: [1], labels: ['low', 'high'] },
    },
    where: [
      { column: 'old', in: ['old'] },
      { column: 'age', below: 90 },
      { column: 'sex', in: ['neither'] },
    ],
    analyses: [
      {
        id: 'os',
        method: 'kaplanMeier',
        endpoint: 'OS',
        by: 'arm',
        interval: 'logLog',
        level: 0.9,
      },
      { id: 'model', method: 'cox', endpoint: 'OS', terms: ['arm', 'age', 'sex'], level: 0.9 },
      { id: 'odd', method: 'proportion', counts: { x: 1, n: 2 }, level: 0.9 },
    ],
  };

  test('gives arm, endpoints, model and options, and says what is left out', async () => {
    expect(await store.openFile(json(written, 'by-hand.json'))).toBe(true);
    const { setup } = store;
    expect(setup.value).toMatchObject({
      arm: 'arm',
      armLevels: ['Immunotherapy rechallenge', 'Chemotherapy'],
      factors: ['age', 'sex'],
      factorsChosen: true,
      options: { level: 0.9, survival: { interval: 'logLog' } },
    });
    expect(setup.value.endpoints).toMatchObject([
      { name: 'OS', unit: 'days', eventLevels: ['1'], confirmed: true },
    ]);
    const said = store.opened.value!.differences.join('\n').replaceAll('\u00a0', ' ');
    expect(setup.value).toMatchObject({
      exclude: [{ row: 7, why: 'withdrew consent' }],
      edits: [{ row: 3, column: 'age', value: '61', why: '' }],
      cuts: [{ name: 'old', cut: 'age', at: [65], quantiles: null, labels: ['young', 'old'] }],
      where: [
        { column: 'old', in: ['old'] },
        { column: 'age', below: 90 },
      ],
    });
    expect(said).toMatch(/leaves out 1 row that this table does not have/);
    expect(said).toMatch(/1 correction of the file is of a cell that this table does not have/);
    expect(said).toMatch(/groups dose could not be made/);
    expect(said).toMatch(/1 condition .* does not fit this table/);
    expect(said).toMatch(/1 analysis of the file is not on this page.*: odd\./);
  });

  test('corrects and excludes no row of another table', async () => {
    const other = { ...written, cohort: { ...written.cohort, rows: 82 } };
    expect(await store.openFile(json(other, 'by-hand.json'))).toBe(true);
    expect(store.setup.value).toMatchObject({ exclude: [], edits: [] });
    expect(store.opened.value!.differences.join('\n').replaceAll('\u00a0', ' ')).toMatch(
      /4 corrections or exclusions of the file were not taken over/,
    );
  });

  test('counts each patient once for quantiles, and writes so again', async () => {
    const derived = {
      old: { cut: 'age', quantiles: [0.5], labels: ['young', 'old'], patient: 'patient_id' },
    };
    const columns = { ...written.columns, patient_id: { type: 'category' } };
    const file = { riskset: 1, cohort: written.cohort, columns, derived };
    expect(await store.openFile(json(file, 'by-hand.json'))).toBe(true);
    expect(store.setup.value.cuts).toMatchObject([{ name: 'old', patient: 'patient_id' }]);
    const { setup } = store;
    const [again, before] = [await saved(), setup.value];
    expect(again.derived).toEqual(derived);
    expect(again.columns).toMatchObject({ patient_id: { type: 'category' } });
    store.openExample();
    expect(await store.openFile(json(again))).toBe(true);
    expect(setup.value).toEqual(before);
    // Without the patients it would be cut elsewhere.
    const other = {
      old: { ...derived.old, patient: 'age' },
      gone: { ...derived.old, patient: 'x' },
    };
    expect(await store.openFile(json({ ...file, derived: other }, 'by-hand.json'))).toBe(false);
    await store.useOpenTable();
    expect(setup.value.cuts).toEqual([]);
    const said = store.opened.value!.differences.join('\n').replaceAll('\u00a0', ' ');
    expect(said).toMatch(/no column x\./);
    expect(said).toMatch(/columns of groups old and gone could not be made/);
  });

  test('says which dates of an endpoint it does not use', async () => {
    const os = { ...written.endpoints.OS, newTherapy: 'start_date' };
    const other = { ...written, endpoints: { OS: os } };
    expect(await store.openFile(json(other, 'by-hand.json'))).toBe(true);
    expect(store.opened.value!.differences.join('\n')).toMatch(
      /OS has settings that this page does not use: newTherapy/,
    );
  });

  test('gives the outcome of a logistic model, of the first where there are several', async () => {
    const model = { method: 'logistic', terms: ['arm', 'age'], level: 0.9 };
    const analyses = [
      { id: 'her2', ...model, outcome: 'her2', levels: ['Negative'], penalty: 'firth' },
      { id: 'pathology', ...model, outcome: 'pathology', levels: ['Intestinal'] },
    ];
    await store.openFile(json({ ...written, analyses }, 'by-hand.json'));
    expect(store.setup.value).toMatchObject({
      factors: ['age'],
      options: {
        logistic: {
          shown: true,
          outcome: 'column',
          column: 'her2',
          level: 'Negative',
          firth: true,
        },
      },
    });
    const said = store.opened.value!.differences.join('\n').replaceAll('\u00a0', ' ');
    expect(said).toMatch(/1 analysis of the file is not on this page.*: pathology\./);
  });
});

describe('the saved file', () => {
  test('is run unchanged, with the numbers of the page', async () => {
    const engine = await loadEngine(
      new URL('../../../../build/wasm/riskset.wasm', import.meta.url),
    );
    store.mergeLevels('sex', 'Any', ['Male', 'Female']);
    const file = await saved();
    const { table: rows } = store.cohort.value!;
    const text = JSON.parse(JSON.stringify(file)) as unknown;
    const answers = analyzeTable(engine, text, rows);
    expect(answers.problem).toBeNull();
    expect(answers).toEqual(analyzeTable(engine, store.analysisFile.value, rows));
  });

  test('holds no row, no identifier and no date, and a fingerprint', async () => {
    const file = await saved();
    const text = JSON.stringify(file);
    const { header, columns } = store.cohort.value!.table;
    for (const name of ['patient_id', 'start_date']) {
      const at = header.indexOf(name);
      expect(columns[at]!.texts.filter((cell) => text.includes(`"${cell}"`))).toEqual([]);
    }
    expect(file.cohort!.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(savedName({ ...store.cohort.value!, name: 'my: cohort.csv' })).toBe(
      'my cohort.riskset.json',
    );
  });
});
