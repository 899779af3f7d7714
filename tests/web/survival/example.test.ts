// The example cohort as the design's picture shows it: with log–log intervals every figure of its
// table; and with the default intervals those that the picture leaves open.
import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { buildAnalysisFile } from '../../../web/data/analysis-file.ts';
import { survivalTimes } from '../../../web/data/analyses/survival-times.ts';
import type { Options } from '../../../web/data/options.ts';
import { readText } from '../../../web/data/read-csv.ts';
import { plain } from '../../../web/base/rich-text.ts';
import { analyzeTable, loadEngine } from '../../../web/runner/analyze.ts';
import { survivalAnswers } from '../../../web/survival/answers.ts';
import { lede } from '../../../web/survival/sentences.ts';
import { summaryTable } from '../../../web/survival/summary-table.ts';
import { figureNote } from '../../../web/survival/figure-note.ts';
import { changingHazards, periodsMethod } from '../../../web/survival/warnings.ts';
import { open } from '../data/support.ts';
import { resultsOf } from '../support/results.ts';

const engine = await loadEngine(new URL('../../../build/wasm/riskset.wasm', import.meta.url));
const written = readFileSync(
  new URL('../../../web/examples/rechallenge_cohort.csv', import.meta.url),
  'utf8',
);

function answersWith(interval: Options['survival']['interval'], level: Options['level'] = 0.95) {
  const { cohort, setup: guessed } = open(written);
  const survival = { ...guessed.options.survival, interval };
  const options = { ...guessed.options, level, survival };
  const setup = { ...guessed, options };
  const read = readText(written);
  if (!read.ok) throw new Error(read.problem);
  const { results } = analyzeTable(engine, buildAnalysisFile(cohort, setup), read.table);
  const endpoint = setup.endpoints[0]!;
  const times = survivalTimes(cohort, setup, endpoint);
  return survivalAnswers(resultsOf(...results), endpoint, { options, times, rows: {} });
}

const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

function tableOf(answers: ReturnType<typeof answersWith>): string[] {
  return summaryTable(answers).rows.map(({ head, cells }) =>
    [
      plain(head),
      ...cells.map((cell) =>
        cell === null ? '' : `${plain(cell.text)} ${cell.interval ?? ''}`.trim(),
      ),
    ]
      .map(spaced)
      .join(' | '),
  );
}

describe('with log–log intervals the example', () => {
  const answers = answersWith('logLog');

  test('has the figures of the picture', () => {
    expect(tableOf(answers)).toEqual([
      'Died, n (%) | 34 (69.4%) | 32 (94.1%)',
      'Hazard of death |  | 1 (reference) | HR 0.43 (0.26–0.72) | 0.001',
      'Median | 12.4 (11.4–15.1) | 5.3 (4.0–8.4) | not tested',
      'Alive at 12 months | 58.2% (41.9–71.5) | 24.6% (11.6–40.1) | +33.7 points (12.6–54.7) | 0.002',
      'Mean survival within 24 months | 13.5 (11.5–15.5) | 8.3 (6.1–10.5) | +5.2 months (2.2–8.2) | < 0.001',
      'Median follow-up | Not reached (12.4–NR) | Not reached (18.0–NR)',
    ]);
  });

  test('says how the hazard ratios by period are made, and on how many deaths they rest', () => {
    expect(spaced(periodsMethod(answers) ?? '')).toMatch(
      /^Hazard ratios up to 6 months \(24 events\) and after \(42 events\): one Cox model/,
    );
  });

  test('names the difference of the means beside the hazard ratio that changes', () => {
    expect(spaced(plain(changingHazards(answers) ?? []))).toBe(
      'The proportional-hazards test speaks against an effect that is constant over time (p = 0.020). ' +
        'The hazard ratio is 0.17 (0.07–0.44) up to 6 months and 0.74 (0.38–1.43) after; ' +
        '0.43 (0.26–0.72) is an average over the follow-up. ' +
        'Report the difference in mean survival within 24 months, +5.2 months (2.2–8.2), beside it.',
    );
  });
});

test('with the default intervals the example has those of R', () => {
  const rows = tableOf(answersWith('log'));
  expect(rows).toContain('Median | 12.4 (11.5–15.3) | 5.3 (5.0–10.4) | not tested');
  expect(rows).toContain(
    'Alive at 12 months | 58.2% (45.0–75.3) | 24.6% (13.5–44.8) | +33.7 points (12.6–54.7) | 0.002',
  );
});

test('another coverage reaches the sentence and every interval', () => {
  const answers = answersWith('log', 0.9);
  expect(spaced(plain(lede(answers)))).toContain('90% CI 0.29 to 0.66');
  expect(tableOf(answers).join('\n')).not.toContain('0.26–0.72');
});

test('the area of the mean stands in place of the bands and says what it is', () => {
  const answers = answersWith('log');
  const curves = { ...answers.options.curves, meanArea: true };
  const { always } = figureNote({ ...answers, options: { ...answers.options, curves } });
  expect(spaced(always)).toMatch(
    /^95% intervals are in the data table\. Shaded up to 24 months: the area under a curve is its mean survival within that time/,
  );
});
