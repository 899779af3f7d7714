import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import type { AnalysisResult } from '../../../build/wasm/riskset.js';
import { fragment } from '../../../web/share/envelope.ts';
import { documentOf, textOf } from '../../../web/share/link.ts';
import { resultsDocument, resultsIn } from '../../../web/share/results.ts';
import { open } from '../data/support.ts';
import { answersTo, fileText } from '../support/engine.ts';
import { ask, differencesOf, shownOf } from './support.ts';

const example = open(fileText('web/examples/rechallenge_cohort.csv'));

async function shared({ cohort, setup }: ReturnType<typeof open>) {
  const answers = answersTo(cohort, setup);
  const text = await textOf(resultsDocument(cohort, setup, answers, '0.1.0'));
  const results = await resultsIn(await documentOf('results', text), ask);
  return { answers, text, results: results! };
}

const ofPatients = [
  'covariance',
  'curves',
  'residuals',
  'functionalForm',
  'row',
  'detail',
  'min',
  'max',
];

/** An answer without what the link leaves out: residuals, extremes, and which rows it is not about. */
function withoutRows(answer: AnalysisResult | null | undefined): unknown {
  const isRows = (value: unknown) => !Array.isArray(value) || typeof value[0] !== 'object';
  return JSON.parse(
    JSON.stringify(answer ?? null, (key, value: unknown) =>
      ofPatients.includes(key) || (key === 'rows' && isRows(value)) ? undefined : value,
    ),
  );
}

test('the link of the example has less than 8,000 characters', async () => {
  const { text } = await shared(example);
  // WebKit's deflater writes 3% more; tests/page looks at the link of each browser.
  expect(fragment('results', text).length).toBeLessThan(7750);
});

test('counts bring every curve and rate back to the last digit, and stored answers to those printed', async () => {
  const { answers, results } = await shared(example);
  const shown = shownOf(results);
  expect([...shown.keys()]).toStrictEqual([...answers.keys()]);
  const stored = ['tableOne', 'table:OS', 'table:PFS', 'subgroups:OS', 'subgroups:PFS'];
  for (const [id, answer] of answers) {
    const own = shown.get(id)!;
    // The sums of a model depend in their last digit on the order of the rows.
    const tolerance = stored.includes(id) ? 1e-3 : 1e-11;
    expect(differencesOf(withoutRows(answer), withoutRows(own), tolerance), id).toStrictEqual([]);
  }
});

describe.each(['lung.csv', 'colon_death.csv', 'mgus2.csv', 'rats.csv', 'edge_no_events.csv'])(
  '%s',
  (name) => {
    const folder = new URL('../../reference/data/', import.meta.url);

    test('every answer is there', async () => {
      const cohort = open(readFileSync(new URL(name, folder), 'utf8'));
      const { answers, results } = await shared(cohort);
      const shown = shownOf(results);
      for (const [id, answer] of answers) {
        const own = shown.get(id);
        expect(own?.ok, id).toBe(answer.ok);
        expect(differencesOf(withoutRows(answer), withoutRows(own), 1e-3), id).toStrictEqual([]);
      }
    });
  },
);

test('rows left out by hand count, and those that no condition meets do not', async () => {
  const { cohort, setup } = example;
  const chosen = {
    ...setup,
    exclude: [
      { row: 3, why: 'withdrew consent' },
      { row: 7, why: '' },
    ],
    where: [{ column: 'sex', in: ['Male'] }],
  };
  const { answers, results, text } = await shared({ cohort, setup: chosen });
  const own = shownOf(results).get('survival:OS')!;
  const before = answers.get('survival:OS')!;
  expect(own.ok && before.ok && own.used).toBe(before.ok && before.used);
  expect(own.ok && own.excluded.length).toBe(2);
  expect(JSON.stringify(await documentOf('results', text))).not.toContain('withdrew');
});

test('no row of the made table is a patient: each column is in its own order', async () => {
  const { results } = await shared(example);
  const { table } = results.cohort;
  const at = table.header.indexOf('os_months');
  const times = Array.from(table.columns[at]!.codes, (code) => table.columns[at]!.texts[code]);
  const arm = table.columns[table.header.indexOf('arm')]!;
  const first = times.filter((_, row) => arm.texts[arm.codes[row]!] === 'Chemotherapy').map(Number);
  expect(first).toStrictEqual(first.toSorted((a, b) => a - b));
  for (const name of ['age', 'cps', 'prior_ici_pfs_months']) {
    const column = table.columns[table.header.indexOf(name)]!;
    expect(column.texts, name).toStrictEqual(['']);
  }
});
