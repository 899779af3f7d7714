// Values on their way into the compiled engine and back (wasm/riskset.js).
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import createRiskset from '../../../build/wasm/riskset.js';
import type { RawColumn } from '../../../build/wasm/riskset.js';
import { numbersIn } from '../../../web/engine/optional-reals.ts';

const wasm = new URL('../../../build/wasm/riskset.wasm', import.meta.url);
const engine = await createRiskset(await WebAssembly.compile(readFileSync(wasm)));

const columns: RawColumn[] = ['time', 'event'].map((name) => ({
  name,
  type: 'number',
  numbers: Float64Array.of(1, 2, 3, 4),
  levels: [],
  codes: new Int32Array(),
  guessed: false,
  problem: null,
}));
const curve = { id: 'curve', method: 'kaplanMeier', endpoint: 'OS' };

function curveOf(eventLevels: number[]) {
  const endpoints = { OS: { time: 'time', event: 'event', eventLevels } };
  const [result] = engine.analyze({ endpoints, analyses: [curve] }, columns, 4).results;
  if (result?.ok !== true || result.method !== 'kaplanMeier') throw new Error('no curve');
  return result.value.groups[0]!.steps;
}

describe('the engine from JavaScript', () => {
  it('gives texts back as they were sent', () => {
    const ids = ['', 'Überleben', '生存', '😀', '\uFEFFmark', 'a\0b'];
    const analyses = ids.map((id) => ({ id, method: 'none' }));
    expect(engine.analyze({ analyses }, [], 0).results.map(({ id }) => id)).toEqual(ids);
  });

  it('refuses unknown keys by their names', () => {
    expect(engine.analyze({ tittle: 'x' }, [], 0).problem).toMatchObject({
      code: 'unknownKey',
      detail: 'tittle',
    });
    const column = { ...columns[0]!, kind: 'number' };
    expect(engine.analyze({}, [columns[1]!, column], 4).problem).toMatchObject({
      code: 'unknownKey',
      detail: 'columns[1].kind',
    });
  });

  it('takes what is undefined for null', () => {
    expect(engine.analyze({ title: undefined, arm: null }, [], 0).problem).toBeNull();
  });

  it('writes null for a number that does not exist, in a short list of numbers too', () => {
    const adjust = { id: 'p', method: 'adjustP', p: [0.01, null] };
    const [result] = engine.analyze({ analyses: [adjust] }, [], 0).results;
    expect(result).toMatchObject({ value: { bonferroni: [0.01, null] } });
  });

  it('has no number where none exists in a curve', () => {
    expect(numbersIn(curveOf([4]).lower).at(-1)).toBeNull();
    expect(numbersIn(curveOf([4]).lower).at(0)).not.toBeNull();
  });

  it('leaves results as they are when it answers again', () => {
    const { atRisk, survival } = curveOf([1]);
    const before = [[...atRisk], [...survival]];
    curveOf([2, 3]);
    expect([[...atRisk], [...survival]]).toEqual(before);
  });

  it('says its version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(engine.version()).toBe(version);
  });
});
