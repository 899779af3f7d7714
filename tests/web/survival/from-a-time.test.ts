// The example cohort from a landmark, given being alive by then, and the difference of its curves.
// Expected numbers are R's: survfit (with start.time for those alive by then), survdiff and coxph of
// survival 3.5-3 on the patients concerned.
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { plain } from '../../../web/base/rich-text.ts';
import { buildAnalysisFile } from '../../../web/data/analysis-file.ts';
import { survivalTimes } from '../../../web/data/analyses/survival-times.ts';
import type { Options } from '../../../web/data/options.ts';
import { readText } from '../../../web/data/read-csv.ts';
import {
  describeDifference,
  drawableDifference,
  drawDifference,
} from '../../../web/figures/survival-difference.ts';
import { answered } from '../../../web/panels/outcomes.ts';
import { analyzeTable, loadEngine } from '../../../web/runner/analyze.ts';
import { survivalAnswers } from '../../../web/survival/answers.ts';
import { conditionalTable } from '../../../web/survival/conditional-table.ts';
import { landmarkTable } from '../../../web/survival/landmark-table.ts';
import type { TableModel } from '../../../web/tables/model.ts';
import { open } from '../data/support.ts';
import { boxesOf, measure, outside, overlaps } from '../support/boxes.ts';
import { resultsOf } from '../support/results.ts';

const engine = await loadEngine(new URL('../../../build/wasm/riskset.wasm', import.meta.url));
const written = readFileSync(
  new URL('../../../web/examples/rechallenge_cohort.csv', import.meta.url),
  'utf8',
);

function answersWith(chosen: Partial<Options['survival']>) {
  const { cohort, setup: guessed } = open(written);
  const options = { ...guessed.options, survival: { ...guessed.options.survival, ...chosen } };
  const setup = { ...guessed, options };
  const read = readText(written);
  if (!read.ok) throw new Error(read.problem);
  const { results } = analyzeTable(engine, buildAnalysisFile(cohort, setup), read.table);
  const endpoint = setup.endpoints.find(({ name }) => name === 'OS')!;
  const times = survivalTimes(cohort, setup, endpoint);
  return survivalAnswers(resultsOf(...results), endpoint, { options, times, rows: {} });
}

const rowsOf = (table: TableModel) =>
  table.rows.map(({ head, cells }) =>
    [
      plain(head),
      ...cells.map((cell) =>
        cell === null ? '' : `${plain(cell.text)} ${cell.interval ?? ''}`.trim(),
      ),
    ]
      .join(' | ')
      .replaceAll('\u00a0', ' '),
  );

test('a landmark recounts the arms and compares those who are left', () => {
  const own = answersWith({ landmarkAt: 6 });
  const answer = answered(own.landmark)!;
  expect(rowsOf(landmarkTable(answer.value, own))).toEqual([
    'At risk at the landmark | 39 | 15',
    'Left out: event before | 6 | 18',
    'Left out: censored before | 4 | 1',
    'Events after it | 28 | 14',
    'Median from there, months | 6.6 (6.4–13.0) | 6.4 (3.3–NR)',
    'Hazard ratio for death | 0.74 (0.38–1.43) | 1 (reference)',
    'Log‑rank test | p = 0.37 (χ² = 0.795, 1 df) | ',
  ]);
  expect(answer.used).toBe(54);
});

test('nothing is asked of a landmark after the longest follow-up, or without one', () => {
  expect(answersWith({ landmarkAt: 1000 }).landmark).toBeNull();
  expect(answersWith({}).landmark).toBeNull();
});

test('those alive by then have survival of their own', () => {
  const table = conditionalTable(answersWith({ aliveAt: 6 }))!;
  expect(rowsOf(table)).toEqual([
    'At risk then | 39 | 15',
    'At 12 months | 66.7% (52.8–84.2) | 53.3% (33.2–85.6)',
    'At 18 months | 26.8% (14.0–51.2) | 26.7% (11.5–61.7)',
    'At 24 months | 13.4% (4.8–37.5) | 8.9% (1.5–54.2)',
    'At 30 months | 4.5% (0.7–29.9) | 0.0%',
    'At 36 months | 4.5% (0.7–29.9) | 0.0%',
  ]);
  expect(conditionalTable(answersWith({}))).toBeNull();
});

test('the difference of the curves is drawn with room for all its words', () => {
  const curve = answered(answersWith({}).curves)!.value.differenceCurve!;
  const data = {
    curve,
    arms: 'immunotherapy rechallenge against chemotherapy',
    unit: 'months' as const,
    xTitle: 'Months since start',
    level: '95%',
  };
  expect(drawableDifference(data)).toBe(true);
  expect(describeDifference(data)).toMatch(/It lies between −?\d+\.\d and \+\d+\.\d\.$/);
  for (const width of [320, 700]) {
    const scene = drawDifference(data)(width, measure);
    const boxes = boxesOf(scene.marks);
    expect(overlaps(boxes)).toEqual([]);
    expect(outside(boxes, width, scene.height)).toEqual([]);
  }
});
