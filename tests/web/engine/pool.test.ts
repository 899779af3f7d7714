import { beforeEach, describe, expect, test, vi } from 'vitest';

import type { AnalysisFile } from '../../../build/wasm/riskset.js';
import type { Engine } from '../../../web/engine/client.ts';

const code = {} as WebAssembly.Module;
const file: AnalysisFile = { analyses: [] };

/** An engine that answers when the test says so. */
interface Fake {
  code: WebAssembly.Module | null;
  compile: () => void;
  answer: (() => void)[];
}

const engines: Fake[] = [];

vi.mock('../../../web/engine/client.ts', () => ({
  createEngine: (
    onCompiled: (own: WebAssembly.Module) => void = () => undefined,
    given: WebAssembly.Module | null = null,
  ): Engine => {
    const own: Fake = { code: given, compile: () => onCompiled(code), answer: [] };
    engines.push(own);
    return {
      width: 1,
      analyze: () => new Promise((resolve) => own.answer.push(() => resolve(null as never))),
    };
  },
}));

const { createPool } = await import('../../../web/engine/pool.ts');

beforeEach(() => {
  engines.length = 0;
});

const waiting = () => engines.map(({ answer }) => answer.length);

describe('a pool of engines', () => {
  test('starts the second with the code that the first has compiled', () => {
    const pool = createPool(8);
    expect(pool.width).toBe(1);
    engines[0]!.compile();
    engines[0]!.compile(); // started afresh after a fault
    expect(engines.map((engine) => engine.code)).toEqual([null, code]);
    expect(pool.width).toBe(2);
  });

  test('has one engine on a machine with one processor', () => {
    const pool = createPool(1);
    engines[0]!.compile();
    expect(pool.width).toBe(1);
  });

  test('gives a question to the engine with the fewest', async () => {
    const pool = createPool(2);
    engines[0]!.compile();
    const asked = [pool.analyze(file, [], 0), pool.analyze(file, [], 0), pool.analyze(file, [], 0)];
    expect(waiting()).toEqual([2, 1]);
    engines[0]!.answer.forEach((answer) => answer());
    await Promise.all([asked[0], asked[2]]);
    void pool.analyze(file, [], 0);
    void pool.analyze(file, [], 0);
    void pool.analyze(file, [], 0);
    expect(waiting()).toEqual([4, 2]);
  });
});
