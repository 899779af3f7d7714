// With the compiled engine: who the page says is analysed, and in which group, is who the engine
// works on.
import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import createRiskset from '../../../../build/wasm/riskset.js';
import type { Analysis } from '../../../../web/data/analyses/analysis.ts';
import { buildAnalysisFile } from '../../../../web/data/analysis-file.ts';
import { cutLabels } from '../../../../web/data/changes/cut-labels.ts';
import type { Condition } from '../../../../web/data/changes/changes.ts';
import { type AskBeside, askCutPoints } from '../../../../web/data/changes/follow.ts';
import { analysedRows } from '../../../../web/data/changes/conditions.ts';
import { analysedContent } from '../../../../web/data/changes/kept-rows.ts';
import { withCut, withEdit, withExclusion } from '../../../../web/data/changes/setup-after.ts';
import { workingCohort } from '../../../../web/data/changes/working-cohort.ts';
import { readColumns } from '../../../../web/data/columns.ts';
import { contentOf, type Setup } from '../../../../web/data/setup.ts';
import { withMissing } from '../../../../web/data/setup-changes.ts';
import { open } from '../support.ts';

const root = new URL('../../../../', import.meta.url);
const engine = await createRiskset(
  await WebAssembly.compile(readFileSync(new URL('build/wasm/riskset.wasm', root))),
);
const example = readFileSync(new URL('web/examples/rechallenge_cohort.csv', root), 'utf8');
const { cohort, setup } = open(example);

function answered(decided: Setup, analysis: Analysis) {
  const file = buildAnalysisFile(workingCohort(cohort, decided), decided);
  const asked = { ...file, analyses: [analysis] };
  const read = readColumns(asked, cohort.table);
  if (!read.ok) throw new Error(read.problem.code);
  const [result] = engine.analyze(asked, read.columns, cohort.table.rows).results;
  if (result?.ok !== true) throw new Error(JSON.stringify(result));
  return result;
}

const table: Analysis = { id: 't', method: 'tableOne', by: [], variables: ['age_group', 'sex'] };

/** Patients in each group of age and sex, as the engine and as the page count them. */
function counts(decided: Setup) {
  const result = answered(decided, table);
  if (result.method !== 'tableOne') throw new Error(result.method);
  const working = workingCohort(cohort, decided);
  const page = ['age_group', 'sex'].flatMap((name) => {
    const content = analysedContent(working, decided, contentOf(working, decided, name)!);
    return content.values.map(({ value, count }) => [name, value, count]);
  });
  const rows = result.value.rows.map(({ variable, level, overall }) => [
    variable,
    level,
    overall.n,
  ]);
  return {
    engine: { n: result.value.n, rows: rows.filter(([, , n]) => n !== 0) },
    page: { n: analysedRows(working, decided).meet, rows: page },
  };
}

const at = [50, 61.5];
const cut = { name: 'age_group', cut: 'age', at, quantiles: null, labels: cutLabels(at) };
const grouped = withCut(cohort, setup, cut, 'Age');

const conditions: [string, Condition[]][] = [
  ['none', []],
  ['a number', [{ column: 'cps', atLeast: 5 }]],
  ['levels', [{ column: 'sex', in: ['Female'] }]],
  ['a group', [{ column: 'age_group', in: ['50 to < 61.5', '≥ 61.5'] }]],
  ['days from one on', [{ column: 'start_date', atLeast: '2023-06-01' }]],
  ['days before one', [{ column: 'start_date', below: '2024-01-15' }]],
  [
    'several',
    [
      { column: 'age', below: 70 },
      { column: 'sex', missing: false },
      { column: 'cps', atLeast: 1 },
    ],
  ],
];

describe.each(conditions)('conditions: %s', (_, where) => {
  test('of the data as they are', () => {
    const { engine: there, page } = counts({ ...grouped, where });
    expect(page).toEqual(there);
  });

  test('after corrections, exclusions and missing codes', () => {
    let decided = withEdit(cohort, grouped, { row: 2, column: 'age', value: '49', why: '' });
    decided = withEdit(cohort, decided, { row: 3, column: 'sex', value: 'Male', why: '' });
    decided = withEdit(cohort, decided, { row: 4, column: 'cps', value: '', why: 'unknown' });
    decided = withExclusion(withExclusion(decided, 5, 'twice'), 83, 'withdrew consent');
    decided = withMissing(workingCohort(cohort, decided), decided, 'age', ['73']);
    const { engine: there, page } = counts({ ...decided, where });
    expect(page).toEqual(there);
  });
});

test.each([{}, { patient: 'best_response' }])(
  'the groups at quantiles are those that the page makes at the cut points of the engine: %j',
  async (once) => {
    const quantiles = [1 / 3, 2 / 3];
    const ask: AskBeside = (about, [analysis]) =>
      Promise.resolve(new Map([['cut', answered(about.setup, analysis!)]]));
    const asked = { ...cut, at: null, quantiles, ...once };
    const points = await askCutPoints(ask, { cohort, setup }, asked, new AbortController().signal);
    if (points?.ok !== true || points.method !== 'cutPoints') throw new Error('no cut points');
    const found = Array.from(points.value.at);
    const byQuantiles = { ...asked, at: found, labels: cutLabels(found) };
    const { engine: there, page } = counts(withCut(cohort, setup, byQuantiles, 'Age'));
    expect(page).toEqual(there);
  },
);
