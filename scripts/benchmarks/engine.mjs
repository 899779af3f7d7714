// The engine of the page (WebAssembly, in Node) against R's survival on the same simulated cohort,
// and how the time of each grows with it: node scripts/benchmarks/engine.mjs PATIENTS...
//
// The engine is timed as the page calls it: from typed arrays to results in JavaScript, columns
// copied in, read, grouped and put in order. R has its data frame already.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import createModule from '../../build/wasm/riskset.js';

/**
 * @typedef {import('../../build/wasm/riskset.js').AnalysisFile} AnalysisFile
 * @typedef {import('../../build/wasm/riskset.js').RawColumn} RawColumn
 * @typedef {Map<string, number[]>} Cohort a cohort as columns of numbers
 */

const root = resolve(import.meta.dirname, '../..');
const rounds = 3;
// With the arm ten coefficients.
const covariates = Array.from({ length: 9 }, (_, at) => `x${at + 1}`);

/** @type {Omit<AnalysisFile, 'analyses'>} */
const file = {
  riskset: 1,
  columns: Object.fromEntries([
    ...['time', 'event', ...covariates].map((name) => [name, { type: 'number' }]),
    ['arm', { type: 'category', levels: ['0', '1'] }],
  ]),
  endpoints: { OS: { time: 'time', unit: 'days', event: 'event', eventLevels: ['1'] } },
};

/** @type {Record<'survfit' | 'survdiff' | 'coxph' | 'complete' | 'fit', AnalysisFile['analyses'][number]>} */
const { survfit, survdiff, coxph, complete, fit } = {
  survfit: { id: 'survfit', method: 'kaplanMeier', endpoint: 'OS', by: 'arm' },
  survdiff: { id: 'survdiff', method: 'logRank', endpoint: 'OS', by: 'arm' },
  complete: { id: 'complete', method: 'cox', endpoint: 'OS', terms: ['arm', ...covariates] },
  coxph: {
    id: 'coxph',
    method: 'cox',
    endpoint: 'OS',
    terms: ['arm', ...covariates],
    leaveOut: ['termTests', 'proportionalHazards'],
  },
  fit: {
    id: 'fit',
    method: 'cox',
    endpoint: 'OS',
    terms: ['arm', ...covariates],
    leaveOut: ['termTests', 'proportionalHazards', 'concordance'],
  },
};

const ofCurves = ['time', 'event', 'arm'];
const ofModel = [...ofCurves, ...covariates];

/**
 * Our analyses, in one call, and R's functions that they are held against, one after another. A
 * Cox model as the page shows it has what coxph, cox.zph and drop1 (a likelihood-ratio test for each
 * term) give together; coxph has the concordance, coxph.fit sorts and iterates alone.
 *
 * @type {{ analyses: AnalysisFile['analyses'], columns: string[], theirs: string[][] }[]}
 */
const jobs = [
  { analyses: [survfit], columns: ofCurves, theirs: [['survfit']] },
  { analyses: [survdiff], columns: ofCurves, theirs: [['survdiff']] },
  { analyses: [survfit, survdiff], columns: ofCurves, theirs: [['survfit', 'survdiff']] },
  {
    analyses: [complete],
    columns: ofModel,
    theirs: [
      ['coxph', 'cox.zph', 'drop1'],
      ['coxph', 'cox.zph'],
    ],
  },
  { analyses: [coxph], columns: ofModel, theirs: [['coxph']] },
  { analyses: [fit], columns: ofModel, theirs: [['coxph.fit']] },
];

const engine = await createModule(
  await WebAssembly.compile(readFileSync(resolve(root, 'build/wasm/riskset.wasm'))),
);

for (const days of ['whole', 'continuous']) {
  for (const patients of process.argv.slice(2).map(Number)) {
    const cohort = simulate(patients, days === 'whole' ? Math.ceil : (time) => time);
    const columns = typed(cohort);
    const csv = write(cohort);
    const timings = jobs.map((job) => ({
      ...job,
      ours: Infinity,
      theirs: job.theirs.map((functions) => ({ functions, took: Infinity })),
    }));
    for (let round = 0; round < rounds; ++round) {
      const times = timesOfR(csv);
      for (const timing of timings) {
        const own = columns.filter(({ name }) => timing.columns.includes(name));
        timing.ours = Math.min(timing.ours, timeOfEngine(timing.analyses, own, patients));
        for (const theirs of timing.theirs) {
          const took = theirs.functions.reduce((sum, name) => sum + (times[name] ?? NaN), 0);
          theirs.took = Math.min(theirs.took, took);
        }
      }
    }
    for (const { ours, theirs } of timings) {
      const perRow = (ours / patients) * 1e6;
      for (const { functions, took } of theirs) {
        if (!Number.isFinite(took)) continue; // R was not asked: it takes minutes
        console.log(
          `${patients} patients, ${days} days, ${functions.join(' + ').padEnd(18)}: engine ${ours.toFixed(1)} ms (${perRow.toFixed(0)} ns a row), R ${took.toFixed(1)} ms, ratio ${(took / ours).toFixed(1)}`,
        );
      }
    }
  }
}

/**
 * Exponential times in days under proportional hazards, about a third censored.
 *
 * @param {number} patients
 * @param {(time: number) => number} rounded
 * @returns {Cohort}
 */
function simulate(patients, rounded) {
  let state = 20251;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 4294967296;
  };
  /** @type {Cohort} */
  const cohort = new Map(['time', 'event', 'arm', ...covariates].map((name) => [name, []]));
  for (let patient = 0; patient < patients; ++patient) {
    const arm = uniform() < 0.5 ? 1 : 0;
    const x = covariates.map(uniform);
    const rate = Math.exp(-0.5 * arm + 0.8 * (x[0] ?? 0) - 0.3 * (x[1] ?? 0)) / 500;
    const death = -Math.log(uniform()) / rate;
    const censoring = -Math.log(uniform()) * 1000;
    const row = [rounded(Math.min(death, censoring)), death <= censoring ? 1 : 0, arm, ...x];
    [...cohort.values()].forEach((column, at) => column.push(row[at] ?? 0));
  }
  return cohort;
}

/** @param {Cohort} cohort @returns {RawColumn[]} */
function typed(cohort) {
  return [...cohort].map(([name, values]) => {
    const common = { name, guessed: false, problem: null };
    return name === 'arm'
      ? {
          ...common,
          type: 'category',
          numbers: new Float64Array(),
          levels: ['0', '1'],
          codes: Int32Array.from(values),
        }
      : {
          ...common,
          type: 'number',
          numbers: Float64Array.from(values),
          levels: [],
          codes: new Int32Array(),
        };
  });
}

/** @param {Cohort} cohort @returns {string} the CSV file that it was written to */
function write(cohort) {
  const columns = [...cohort.values()];
  const rows = (columns[0] ?? []).map((_, at) => columns.map((column) => column[at]).join(','));
  const folder = resolve(root, 'build/bench');
  mkdirSync(folder, { recursive: true });
  const path = resolve(folder, 'cohort.csv');
  writeFileSync(path, `${[...cohort.keys()].join(',')}\n${rows.join('\n')}\n`);
  return path;
}

/** @param {string} csv @returns {Record<string, number>} milliseconds of each function of R */
function timesOfR(csv) {
  const script = resolve(import.meta.dirname, 'survival.R');
  return JSON.parse(execFileSync('Rscript', ['--vanilla', script, csv], { encoding: 'utf8' }));
}

/**
 * @param {AnalysisFile['analyses']} analyses
 * @param {RawColumn[]} columns
 * @param {number} patients
 * @returns {number} milliseconds, with the results handed over
 */
function timeOfEngine(analyses, columns, patients) {
  const start = performance.now();
  const { results } = engine.analyze({ ...file, analyses }, columns, patients);
  const elapsed = performance.now() - start;
  const refused = results.find((result) => !result.ok);
  if (refused) throw new Error(JSON.stringify(refused));
  return elapsed;
}
