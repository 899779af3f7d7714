import { beforeEach, describe, expect, test, vi } from 'vitest';

import type { AnalysisFile, RawColumn, Results } from '../../../build/wasm/riskset.js';
import type { Engine } from '../../../web/engine/client.ts';

interface Call {
  file: AnalysisFile;
  columns: RawColumn[];
  signal: AbortSignal;
  answer: (problem?: Results['problem']) => Promise<void>;
  fail: () => Promise<void>;
}

const calls: Call[] = [];

/** An engine that answers when the test says so. */
const engine: Engine = {
  width: 1,
  analyze: (file, columns, _rows, options) =>
    new Promise((resolve, reject) => {
      const asked = file as AnalysisFile;
      const signal = options!.signal!;
      signal.addEventListener('abort', () => reject(new Error('aborted')));
      calls.push({
        file: asked,
        columns,
        signal,
        answer: async (problem = null) => {
          const results = asked.analyses.map(({ id, method }) => ({ id, method, ok: true }));
          resolve({ riskset: 1, engine: 'test', problem, results } as unknown as Results);
          await Promise.resolve();
        },
        fail: async () => {
          reject(new Error('worker gone'));
          await Promise.resolve();
        },
      });
    }),
};

vi.mock('../../../web/engine/pool.ts', () => ({ createPool: () => engine }));

const store = await import('../../../web/data/store.ts');
const { analysisFile, cohort, loadProblem, run, setup } = store;

const lastCall = () => calls.at(-1)!;

/** A column as the engine was last given it. */
function sentColumn(wanted: string): RawColumn {
  return lastCall().columns.find(({ name }) => name === wanted)!;
}

async function settle(): Promise<void> {
  await new Promise((done) => {
    setTimeout(done);
  });
}

beforeEach(() => {
  calls.length = 0;
  store.openExample();
});

describe('opening', () => {
  test('shows the example cohort as synthetic, and starts the engine', () => {
    expect(cohort.value).toMatchObject({ name: 'Example cohort', synthetic: true });
    const total = analysisFile.value?.analyses.length;
    expect(run.value).toMatchObject({ state: 'computing', done: 0, total });
    expect(lastCall().columns.map(({ name }) => name)).toContain('os_months');
  });

  test('keeps the cohort when a file cannot be read, and says why in one sentence', async () => {
    const before = cohort.value;
    expect(await store.openFile(new File(['a,b\n1\n'], 'bad.csv'))).toBe(false);
    expect(cohort.value).toBe(before);
    expect(loadProblem.value).toMatch(/^bad\.csv: 1 row does not have the 2 cells of the header/);
    expect(await store.openText('a,b\n1,2')).toBe(true);
    expect(loadProblem.value).toBeNull();
    expect(cohort.value?.table.header).toEqual(['a', 'b']);
  });
});

describe('running', () => {
  test('shows results by id when they are there', async () => {
    await lastCall().answer();
    await settle();
    expect(run.value.state).toBe('done');
    expect([...run.value.results.keys()]).toEqual(analysisFile.value!.analyses.map(({ id }) => id));
  });

  test('clears results at once when a setting changes, and aborts what ran', async () => {
    await lastCall().answer();
    await settle();
    const first = lastCall();
    store.setReference('Immunotherapy rechallenge');
    expect(run.value.state).toBe('computing');
    expect(run.value.results.size).toBe(0);
    expect(first.signal.aborted).toBe(true);
  });

  test('never shows the answer to an older question', async () => {
    const old = lastCall();
    store.setGrade(null);
    await old.answer();
    await settle();
    expect(run.value.state).toBe('computing');
    await lastCall().answer();
    await settle();
    expect(run.value.results.has('grade3')).toBe(false);
    expect(run.value.results.has('survival:OS')).toBe(true);
  });

  test('stops when cancelled, and starts again with the next change', async () => {
    const stopped = lastCall();
    run.value.cancel();
    expect(stopped.signal.aborted).toBe(true);
    expect(run.value.state).toBe('idle');
    await settle();
    expect(run.value.state).toBe('idle');
    store.setGrade(null);
    expect(run.value.state).toBe('computing');
  });

  test('says when the engine fails or refuses the file', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await lastCall().fail();
    await settle();
    const alone = calls.slice(1); // each analysis is asked for once more, by itself
    expect(alone).toHaveLength(analysisFile.value!.analyses.length);
    for (const call of alone) void call.fail();
    await settle();
    expect(run.value).toMatchObject({ state: 'failed', problem: null });
    expect(told).toHaveBeenCalledOnce();
    told.mockRestore();
    store.setGrade(null);
    const problem = {
      code: 'unknownKey',
      column: '',
      rows: new Int32Array(),
      detail: 'x',
    } as const;
    await lastCall().answer(problem);
    await settle();
    expect(run.value).toMatchObject({ state: 'failed', problem });
  });
});

describe('deciding', () => {
  test('the reference arm comes first in the file', () => {
    store.setReference('Immunotherapy rechallenge');
    expect(analysisFile.value!.columns!['arm']!.levels).toEqual([
      'Immunotherapy rechallenge',
      'Chemotherapy',
    ]);
    expect(setup.value.chosen).toContain('arm');
  });

  test('a column has one role: the new arm is no covariate, the old one may be', () => {
    store.setRole('sex', 'arm');
    expect(setup.value).toMatchObject({ arm: 'sex', armLevels: ['Female', 'Male'] });
    expect(setup.value.covariates).not.toContain('sex');
    expect(setup.value.covariates).toContain('arm');
    expect(setup.value.factors).not.toContain('sex');
  });

  test('a column of many values compares nothing, and keeps its role', () => {
    store.setArm('age');
    expect(setup.value).toMatchObject({ arm: null, armLevels: [], refusedArm: 'age' });
    expect(setup.value.covariates).toContain('age');
    expect(analysisFile.value).not.toHaveProperty('arm');
    store.setArm('arm');
    expect(setup.value).toMatchObject({ arm: 'arm', refusedArm: null });
    expect(setup.value.covariates).not.toContain('arm');
  });

  test('arms written as numbers are groups with a reference of their own', () => {
    store.setArm('metastatic_sites');
    store.setReference('3');
    expect(analysisFile.value!.columns!['metastatic_sites']).toMatchObject({
      type: 'category',
      levels: ['3', '1', '2', '4'],
    });
  });

  test('without an arm everything runs as one group', () => {
    store.setArm(null);
    expect(analysisFile.value!.analyses.map(({ id }) => id)).not.toContain('logrank:OS');
    expect(analysisFile.value).not.toHaveProperty('arm');
  });

  test('an answer about the event confirms the endpoint', () => {
    store.setEventLevels('OS', ['0']);
    expect(setup.value.endpoints[0]).toMatchObject({ eventLevels: ['0'], confirmed: true });
    expect(analysisFile.value!.endpoints!['OS']).toMatchObject({ eventLevels: ['0'] });
    store.askEventLevels('OS');
    expect(setup.value.endpoints[0]?.confirmed).toBe(false);
  });

  test('a value that is not known counts as missing', () => {
    store.openText('os_months,os_event\n1,1\n2,0\n3,9\n4,1\n5,0');
    expect(analysisFile.value!.analyses).toEqual([]);
    store.setEventLevels('OS', ['1'], ['9']);
    expect(analysisFile.value!.columns!['os_event']).toMatchObject({
      missing: ['9'],
      levels: ['0', '1'],
    });
    expect([...sentColumn('os_event').codes]).toEqual([0, 1, -1, 0, 1]);
  });

  test('texts in a number column can be counted as missing', () => {
    store.openText(
      'os_months,os_event\n1,1\n2,0\nlost,1\n4,1\n5,0\n6,1\n7,1\n8,0\n9,1\n10,1\n11,1',
    );
    expect(sentColumn('os_months').problem?.code).toBe('notANumber');
    store.countAsMissing('os_months', ['lost']);
    expect(sentColumn('os_months').problem).toBeNull();
  });

  test('another event column is asked about anew', () => {
    store.setEventLevels('OS', ['1']);
    store.setEndpoint('OS', { event: 'sex' });
    expect(setup.value.endpoints[0]).toMatchObject({
      event: 'sex',
      eventLevels: null,
      confirmed: false,
    });
  });

  test('factors follow the guess until they are chosen, and then stay', () => {
    store.setRole('sex', 'unused');
    expect(setup.value.factors).not.toContain('sex');
    store.setFactors(['age', 'her2']);
    store.setRole('ecog', 'unused');
    expect(setup.value.factors).toEqual(['age', 'her2']);
    store.setRole('her2', 'unused');
    expect(setup.value.factors).toEqual(['age']);
  });

  test('an endpoint can be taken out and put back as it was guessed', () => {
    const before = setup.value.endpoints[1];
    store.removeEndpoint('PFS');
    expect(setup.value.endpoints.map(({ name }) => name)).toEqual(['OS']);
    store.addEndpoint('PFS');
    expect(setup.value.endpoints[1]).toEqual(before);
  });

  test('a response value without a meaning can be given one', () => {
    store.openText('best_response,x\nCR,1\nPD,2\nND,3\nPR,4');
    expect(setup.value.response?.levels.get('ND')).toBeNull();
    store.setResponseCategory('ND', 'NE');
    expect(analysisFile.value!.response!.levels).toMatchObject({ ND: 'NE', CR: 'CR' });
  });

  test('a column read as another type changes what it may be', () => {
    store.setType('metastatic_sites', 'category');
    expect(analysisFile.value!.columns!['metastatic_sites']).toMatchObject({
      type: 'category',
      levels: ['1', '2', '3', '4'],
    });
  });
});

test('levels that mean the same are merged in one step', () => {
  const groups = [
    { into: 'PR', from: ['PR', 'CR'] },
    { into: 'PD', from: ['SD', 'PD'] },
  ];
  const before = setup.value;
  store.mergeSame('best_response', groups);
  expect([...setup.value.types.get('best_response')!.merge]).toEqual([
    ['PR', ['CR', 'PR']],
    ['PD', ['SD', 'PD']],
  ]);
  store.undo();
  expect(setup.value).toEqual(before);
});

describe('undo', () => {
  const arms = ['Immunotherapy rechallenge', 'Chemotherapy'];
  /** Thirty different changes, of every kind there is. */
  const changes: (() => void)[] = [
    () => store.setReference(arms[0]!),
    () => store.setEventLevels('OS', ['1']),
    () => store.setEventLevels('PFS', ['0']),
    () => store.askEventLevels('OS'),
    () => store.setLevels('pathology', ['Intestinal']),
    () => store.mergeLevels('best_response', 'No response', ['SD', 'PD']),
    () => store.splitLevel('best_response', 'No response'),
    () => store.mergeLevels('sex', 'Women', ['Female']),
    () => store.setRole('msi', 'unused'),
    () => store.setRole('sex', 'identifier'),
    () => store.setRole('cps', 'covariate'),
    () => store.setFactors(['age']),
    () => store.setFactors(['age', 'ecog']),
    () => store.setLevel(0.9),
    () => store.setOptions('survival', { interval: 'logLog' }),
    () => store.setOptions('curves', { bands: false }),
    () => store.setOptions('response', { denominator: 'evaluable' }),
    () => store.setOptions('regression', { ties: 'breslow' }),
    () => store.setOptions('subgroups', { factors: ['ecog'] }),
    () => store.setGrade(null),
    () => store.setGrade('worst_trae_grade'),
    () => store.setResponse(null),
    () => store.setType('ecog', 'number'),
    () => store.countAsMissing('age', ['61']),
    () => store.removeEndpoint('PFS'),
    () => store.addEndpoint('PFS'),
    () => store.setEndpoint('PFS', { unit: 'days' }),
    () => store.setArm('age'),
    () => void store.openText('os_months,os_event\n1,1\n2,0\n3,1\n4,1\n5,0'),
    () => store.setEventLevels('OS', ['0']),
  ];

  test('thirty times, and thirty times again, is where it was at every step', () => {
    const states = [[cohort.value, setup.value]];
    for (const change of changes) {
      change();
      states.push([cohort.value, setup.value]);
    }
    expect(new Set(states.map(([, state]) => state)).size).toBe(31);
    for (const state of states.toReversed().slice(1)) {
      expect(store.undo()).toBe(true);
      expect([cohort.value, setup.value]).toEqual(state);
    }
    for (const state of states.slice(1)) {
      expect(store.redo()).toBe(true);
      expect([cohort.value, setup.value]).toEqual(state);
    }
    expect(store.redo()).toBe(false);
  });

  test('says what it would undo, and what it has undone', () => {
    store.setReference(arms[0]!);
    store.setRole('msi', 'unused');
    expect(store.undoName.value).toBe('role of msi');
    store.undo();
    expect([store.undoName.value, store.redoName.value]).toEqual(['reference arm', 'role of msi']);
    expect(store.moved.value).toBe('Undone: role of msi.');
    store.redo();
    expect(store.moved.value).toBe('Done again: role of msi.');
  });

  test('what changes nothing is no step and asks the engine nothing', () => {
    store.setReference(arms[0]!);
    const asked = calls.length;
    store.setReference(arms[0]!);
    store.setLevel(0.95);
    expect(calls).toHaveLength(asked);
    store.undo();
    expect(store.undoName.value).not.toBe('reference arm');
  });

  test('one answer for two endpoints is one step', () => {
    const before = setup.value;
    store.asOneStep(() => {
      store.setEventLevels('OS', ['0']);
      store.setEventLevels('PFS', ['0']);
    });
    store.undo();
    expect(setup.value).toBe(before);
  });

  test('the engine is asked the undone question', () => {
    store.setReference(arms[0]!);
    store.undo();
    expect(lastCall().file.columns!['arm']!.levels![0]).toBe('Chemotherapy');
  });
});

describe('what would be lost', () => {
  test('nothing of the example until it is changed, and nothing once that is undone', () => {
    expect(store.unsaved.value).toBe(false);
    store.setLevel(0.9);
    expect(store.unsaved.value).toBe(true);
    store.undo();
    expect(store.unsaved.value).toBe(false);
  });

  test("the user's own table from the beginning", () => {
    store.openText('os_months,os_event\n1,1\n2,0');
    expect(store.unsaved.value).toBe(true);
  });
});
