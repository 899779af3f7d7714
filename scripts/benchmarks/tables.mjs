// How long the exact tests of tables take in the engine of the page (WebAssembly, in Node), beside
// their goals: node scripts/benchmarks/tables.mjs
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import createModule from '../../build/wasm/riskset.js';

/** @typedef {import('../../build/wasm/riskset.js').AnalysisFile} AnalysisFile */

const root = resolve(import.meta.dirname, '../..');
const rounds = 5;

/** Ten rows and six columns, 300 patients: beyond the budget of the exact test. */
const tenBySix = [
  [9, 4, 6, 3, 5, 7],
  [2, 8, 3, 6, 4, 5],
  [7, 5, 4, 4, 6, 3],
  [3, 6, 8, 5, 2, 6],
  [5, 3, 7, 9, 4, 4],
  [6, 7, 2, 4, 8, 3],
  [4, 5, 6, 2, 7, 6],
  [8, 2, 5, 7, 3, 5],
  [3, 6, 4, 5, 6, 8],
  [5, 4, 6, 5, 4, 1],
];

/** @type {{ what: string, goal: number, analysis: AnalysisFile['analyses'][number] }[]} */
const jobs = [
  {
    what: "Boschloo's and Barnard's tests, 150 v 150",
    goal: 300,
    analysis: {
      id: 'unconditional',
      method: 'compareProportions',
      unconditional: true,
      counts: { x1: 60, n1: 150, x2: 80, n2: 150 },
    },
  },
  {
    what: 'exact 4x4, job satisfaction, n = 104',
    goal: 100,
    analysis: {
      id: 'exact',
      method: 'contingency',
      exact: true,
      counts: [
        [1, 2, 1, 0],
        [3, 3, 6, 1],
        [10, 10, 14, 9],
        [6, 7, 12, 11],
      ],
    },
  },
  {
    what: 'Monte Carlo 10x6, n = 300, 100,000 tables',
    goal: 1000,
    analysis: { id: 'monteCarlo', method: 'contingency', exact: true, counts: tenBySix },
  },
];

const engine = await createModule(
  await WebAssembly.compile(readFileSync(resolve(root, 'build/wasm/riskset.wasm'))),
);

for (const { what, goal, analysis } of jobs) {
  const times = Array.from({ length: rounds }, () => timeOf(analysis)).sort((a, b) => a - b);
  const median = times[Math.floor(rounds / 2)] ?? NaN;
  const slowest = times.at(-1) ?? NaN;
  console.log(
    `${what}: ${median.toFixed(0)} ms, slowest of ${rounds} ${slowest.toFixed(0)} ms (goal: below ${goal} ms)`,
  );
}

/**
 * @param {AnalysisFile['analyses'][number]} analysis
 * @returns {number} milliseconds
 */
function timeOf(analysis) {
  const start = performance.now();
  const { results } = engine.analyze({ riskset: 1, analyses: [analysis] }, [], 0);
  const elapsed = performance.now() - start;
  if (!results[0]?.ok) throw new Error(JSON.stringify(results));
  return elapsed;
}
