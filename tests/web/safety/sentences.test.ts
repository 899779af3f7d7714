import { expect, test } from 'vitest';

import { plain } from '../../../web/format/rich-text.ts';
import { safetyAnswers } from '../../../web/safety/answers.ts';
import { safetyTable } from '../../../web/safety/safety-table.ts';
import { lede } from '../../../web/safety/sentences.ts';
import { answer, comparison, proportionGroup, refusal, resultsOf } from '../support/results.ts';

const groups = [proportionGroup('Chemotherapy', 12, 34), proportionGroup('Rechallenge', 13, 49)];
const difference = {
  value: -0.0876,
  wald: { lower: -0.29, upper: 0.11 },
  newcombe: { lower: -0.2853, upper: 0.1072 },
};
const tests = {
  pearson: { chiSquare: 0.7323, df: 1, p: 0.392 },
  yates: { chiSquare: 0.376, df: 1, p: 0.54 },
  fisher: { p: 0.468 },
};
const compared = answer('grade3', 'compareProportions', comparison({ groups, difference, tests }));
const words = (results: Parameters<typeof safetyAnswers>[0]) =>
  plain(lede(safetyAnswers(results))).replaceAll('\u00a0', ' ');

test('severe events of two arms are compared with the quoted test', () => {
  expect(words(resultsOf(compared))).toBe(
    'An adverse event of grade 3 or higher occurred in 26.5% of patients with rechallenge and ' +
      '35.3% with chemotherapy: a difference of −8.8 points (95% CI −28.5 to 10.7; Pearson p = 0.39).',
  );
  expect(safetyTable(safetyAnswers(resultsOf(compared))).columns).toHaveLength(4);
});

test('one group has its interval and no comparison', () => {
  const alone = answer('grade3', 'proportion', { groups: [proportionGroup('all', 25, 83)] });
  expect(words(resultsOf(alone))).toBe(
    'An adverse event of grade 3 or higher occurred in 30.1% of patients (25 of 83; 95% CI 18.3–45.4).',
  );
  expect(safetyTable(safetyAnswers(resultsOf(alone))).columns).toHaveLength(1);
});

test('a problem and a missing analysis are told apart', () => {
  expect(safetyAnswers(resultsOf(refusal('grade3', {}))).result).toMatchObject({ ok: false });
  expect(safetyAnswers(resultsOf()).result).toBeNull();
  expect(words(resultsOf())).toBe('');
});
