import { expect, test, vi } from 'vitest';

import type { AnalysisFile, RawColumn } from '../../../build/wasm/riskset.js';
import { textOf } from '../../../web/share/link.ts';
import { resultsDocument } from '../../../web/share/results.ts';
import { open } from '../data/support.ts';
import { answersTo, engine, fileText } from '../support/engine.ts';

vi.mock('../../../web/engine/pool.ts', () => ({
  createPool: () => ({
    width: 1,
    analyze: async (file: AnalysisFile, columns: RawColumn[], rows: number) =>
      engine.analyze(file, columns, rows),
  }),
}));
vi.mock('virtual:page-template', () => ({ default: '' }));

const store = await import('../../../web/data/store.ts');
const { openShared } = await import('../../../web/share/open.ts');
const { usedOf } = await import('../../../web/panels/method.ts');
const { shownCohort } = await import('../../../web/panels/shown.ts');

const said = (n: number) =>
  usedOf(n, [])
    .map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))
    .join('')
    .replaceAll('\u00a0', ' ');

test('who reads shared results is told who was selected', async () => {
  const { cohort, setup } = open(fileText('web/examples/rechallenge_cohort.csv'));
  const chosen = { ...setup, where: [{ column: 'age', atLeast: 55 }] };
  const document = resultsDocument(cohort, chosen, answersTo(cohort, chosen), '0.1.0');
  expect(await openShared({ kind: 'results', text: await textOf(document) }, 'The link')).toBe(
    true,
  );
  await vi.waitUntil(() => store.run.value.state === 'done');
  const n = shownCohort.value!.table.rows;
  expect(n).toBeLessThan(83);
  expect(said(n)).toContain('Only patients with age ≥ 55.');

  const all = resultsDocument(cohort, setup, answersTo(cohort, setup), '0.1.0');
  await openShared({ kind: 'results', text: await textOf(all) }, 'The link');
  await vi.waitUntil(() => shownCohort.value?.table.rows === 83);
  expect(said(83)).not.toContain('Only');
});
